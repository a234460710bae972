import type { Fact, Time } from '../facts'
import type { ActivityRow, LearnerRow } from '../tables'
import { DAY } from '../terms'
import { distinct, groupBy, keyOf, sum } from './group'
import { spentOf } from './people'

/** 1 January 1970 was a Thursday. */
export const weekOf = (time: Time): Time => Math.floor((time + 3 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY

export const activity = (facts: readonly Fact[], people: readonly LearnerRow[]): readonly ActivityRow[] => {
  const cohortOf = new Map(people.map(({ actor, cohort }) => [actor, cohort]))
  const rows = facts.flatMap((fact) => ['', cohortOf.get(fact.actor) ?? ''].map((cohort) => ({ cohort, week: weekOf(fact.time), fact })))
  return [...groupBy(rows, ({ cohort, week }) => keyOf(cohort, week)).values()].map((all) => ({
    cohort: all[0]!.cohort,
    week: all[0]!.week,
    active: distinct(all.map(({ fact }) => fact.actor)),
    spent: sum(all.map(({ fact }) => spentOf(fact))),
  }))
}
