/** The tables, with the course's words put to them, and judged: what the page gets. */
import type { Course } from '../../model/course'
import type { Activity, Cohort, Figures, Learner, PeriodInfo, Source } from '../figures'
import { groupBy } from '../plain/group'
import type { ActivityRow, LearnerRow, PeriodKey, RiskRow, Sliced, Tables } from '../tables'
import { DAY, periodKeys, periods } from '../terms'
import { courseInfo } from './course-info'
import { learner } from './learner'
import { slice, wordsOf } from './slice'

/** A page with more is a burden; the CSV has them all. */
export const MOST_LEARNERS = 2000

export interface Given {
  readonly tables: Tables
  readonly course: Course
  readonly source: Source
  readonly asOf: number
  readonly mostLearners?: number
}

export const assemble = ({ tables, course, source, asOf, mostLearners = MOST_LEARNERS }: Given): Figures => {
  const info = courseInfo(course)
  const words = wordsOf(course, info)
  const byCohort = groupBy(tables.learners, ({ cohort }) => cohort)
  const atRisk = new Set(tables.risks.map(({ actor }) => actor))
  const cohorts = [...byCohort]
    .map(([key, all]): Cohort => ({ key, label: labelOf(key, source.roster), learners: all.length }))
    .sort(newestFirst(byCohort))
  const within = slicesOf(tables)
  const shown = learnersOf(course, tables, mostLearners)
  return {
    format: 1,
    asOf,
    source,
    course: info,
    cohorts,
    periods: periodKeys.map((key): PeriodInfo => {
      const days = periods[key]
      return { key, label: PERIODS[key], since: days === null ? null : asOf - days * DAY }
    }),
    slices: ['', ...cohorts.map(({ key }) => key)].flatMap((cohort) =>
      periodKeys.map((period) =>
        slice(within(cohort, period), words, cohort === '' ? tables.learners : (byCohort.get(cohort) ?? []), atRisk, source.roster),
      ),
    ),
    learners: shown,
    learnersLeftOut: tables.learners.length - shown.length,
    activity: withoutGaps(tables.activity, ['', ...cohorts.map(({ key }) => key)]),
  }
}

const PERIODS: Readonly<Record<PeriodKey, string>> = { all: 'all time', d90: 'last 90 days', d30: 'last 30 days', d7: 'last 7 days' }

/** A first month in words; a roster's own word as it is. */
const labelOf = (key: string, roster: boolean): string =>
  roster ? key : new Date(`${key}-15T00:00:00Z`).toLocaleDateString('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** By the first statement of any of them; a cohort that has none comes first. */
const newestFirst = (byCohort: ReadonlyMap<string, readonly LearnerRow[]>): ((a: Cohort, b: Cohort) => number) => {
  const began = (key: string): number =>
    (byCohort.get(key) ?? []).reduce((least, { first }) => Math.min(least, first ?? Infinity), Infinity)
  return (a, b) => (began(a.key) === began(b.key) ? (a.key < b.key ? 1 : -1) : began(b.key) - began(a.key))
}

const SLICED = ['headline', 'funnel', 'time', 'stops', 'quizzes', 'items', 'choices', 'predictions', 'guesses', 'goals'] as const

/** The tables of a cohort in a period. Every row is looked at once, however many slices there are. */
const slicesOf = (tables: Tables): ((cohort: string, period: PeriodKey) => Tables) => {
  const keyOf = ({ cohort, period }: Sliced): string => `${period} ${cohort}`
  const grouped = SLICED.map((name) => [name, groupBy(tables[name] as readonly Sliced[], keyOf)] as const)
  return (cohort, period) => ({
    ...tables,
    ...Object.fromEntries(grouped.map(([name, rows]) => [name, rows.get(keyOf({ cohort, period })) ?? []])),
  })
}

/** Most risks first, then who was seen last: that one can still be reached. */
const learnersOf = (course: Course, tables: Tables, most: number): readonly Learner[] => {
  const risks = groupBy(tables.risks, ({ actor }) => actor)
  const risksOf = ({ actor }: LearnerRow): readonly RiskRow[] => risks.get(actor) ?? []
  const shown = [...tables.learners]
    .sort((a, b) => risksOf(b).length - risksOf(a).length || (b.last ?? 0) - (a.last ?? 0) || (a.actor < b.actor ? -1 : 1))
    .slice(0, most)
  const actors = new Set(shown.map(({ actor }) => actor))
  const cells = groupBy(
    tables.cells.filter(({ actor }) => actors.has(actor)),
    ({ actor }) => actor,
  )
  return shown.map((row) => learner(course, row, cells.get(row.actor) ?? [], risksOf(row)))
}

const withoutGaps = (rows: readonly ActivityRow[], cohorts: readonly string[]): readonly Activity[] => {
  if (!rows.length) return []
  const weeks = rows.map(({ week }) => week)
  const [from, to] = [weeks.reduce((a, b) => Math.min(a, b)), weeks.reduce((a, b) => Math.max(a, b))]
  const all = Array.from({ length: Math.round((to - from) / (7 * DAY)) + 1 }, (_, i) => from + i * 7 * DAY)
  const found = groupBy(rows, ({ cohort, week }) => `${week} ${cohort}`)
  return cohorts.flatMap((cohort) => all.map((week) => found.get(`${week} ${cohort}`)?.[0] ?? { cohort, week, active: 0, spent: 0 }))
}
