/**
 * All metrics once more, in plain TypeScript over a list of facts: what the SQL is tested against, and what makes the figures of a demo where there is no
 * database. Written to be read, not to be fast: 100,000 facts take some seconds.
 */
import type { Fact } from '../facts'
import type { Sliced, Tables } from '../tables'
import { DAY, periodKeys, periods, type Terms } from '../terms'
import { activity } from './activity'
import { cells } from './cells'
import { firstAnswers, firstScores } from './firsts'
import { groupBy } from './group'
import { choices, items } from './items'
import { learners } from './people'
import { goals, guesses, predictions } from './predictions'
import { quizzes } from './quizzes'
import { risks } from './risks'
import { funnel, headline, stops, time } from './roads'

/** What is looked at in one slice. */
export interface Scope {
  readonly at: Sliced
  readonly terms: Terms
  readonly since: number
  readonly all: Tables['learners']
  /** Of the cohort. */
  readonly members: ReadonlySet<string>
  /** Of members, in the period. */
  readonly facts: readonly Fact[]
  readonly cells: Tables['cells']
  /** Of members, of all time. */
  readonly everCells: Tables['cells']
  readonly ever: readonly Fact[]
}

export const plainTables = (facts: readonly Fact[], terms: Terms): Tables => {
  const people = learners(facts, terms)
  const everCells = cells(facts)
  const cohorts = ['', ...new Set(people.map(({ cohort }) => cohort))]
  const byCohort = groupBy(people, ({ cohort }) => cohort)
  const scopes = cohorts.flatMap((cohort) => {
    const members = new Set((cohort === '' ? people : (byCohort.get(cohort) ?? [])).map(({ actor }) => actor))
    const ever = facts.filter(({ actor }) => members.has(actor))
    return periodKeys.map((period): Scope => {
      const days = periods[period]
      const since = days === null ? -Infinity : terms.asOf - days * DAY
      const within = ever.filter((fact) => fact.time >= since)
      return {
        at: { cohort, period },
        terms,
        since,
        all: people,
        members,
        facts: within,
        cells: cells(within),
        everCells: everCells.filter(({ actor }) => members.has(actor)),
        ever,
      }
    })
  })
  const firsts = firstAnswers(facts)
  const scores = firstScores(facts)
  const each = <T>(of: (scope: Scope) => readonly T[]): readonly T[] => scopes.flatMap(of)
  return {
    learners: people,
    cells: everCells,
    headline: each(headline),
    funnel: each(funnel),
    time: each(time),
    stops: each(stops),
    quizzes: each((scope) => quizzes(scope, scores)),
    items: each((scope) => items(scope, firsts)),
    choices: each((scope) => choices(scope, firsts)),
    predictions: each((scope) => predictions(scope)),
    guesses: each((scope) => guesses(scope)),
    goals: each((scope) => goals(scope)),
    activity: activity(facts, people),
    risks: risks(facts, people, everCells, terms),
  }
}
