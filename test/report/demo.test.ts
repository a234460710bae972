/** The demo cohort: statements of the profile, the same for the same seed, and figures in which its faults show. */
import type { Course } from '../../src/model/course'
import { demoFigures } from '../../src/report/demo/demo-figures'
import { demoNoise, demoStatements, DEMO_AS_OF } from '../../src/report/demo/demo-statements'
import { misleadingQuestion } from '../../src/report/demo/answer'
import { slowScreen } from '../../src/report/demo/life'
import type { Figures } from '../../src/report/figures'
import { flatten } from '../../src/report/flatten'
import { brokenRules } from '../../src/xapi/check'
import { theCourse } from '../support/course'

let course: Course
let figures: Figures
beforeAll(async () => {
  course = (await theCourse()).course
  figures = demoFigures(course, 1)
}, 60_000)

test('every statement keeps the profile, has an id of its own, and becomes a fact', () => {
  const ids = new Set<string>()
  const broken: unknown[] = []
  for (const statement of demoStatements({ course, seed: 2 })) {
    const kept = brokenRules(statement).length === 0 && flatten(statement, { iri: course.iri, now: DEMO_AS_OF }).kind === 'fact'
    if (!kept) broken.push(statement)
    ids.add(statement.id)
    if (ids.size === 4000) break
  }
  expect(broken).toEqual([])
  expect(ids.size).toBe(4000)
}, 60_000)

test('the same seed says the same, another something else', () => {
  const some = (seed: number): string => {
    const from = demoStatements({ course, seed })
    return JSON.stringify(Array.from({ length: 300 }, () => from.next().value))
  }
  expect(some(1)).toBe(some(1))
  expect(some(1)).not.toBe(some(2))
})

test('what is not ours is counted with its reason', () => {
  expect([...demoNoise({ course, seed: 1 })].map((one) => flatten(one, { iri: course.iri, now: DEMO_AS_OF }).kind)).toEqual(
    Array.from({ length: 40 }, () => 'rejected'),
  )
  expect(figures.source.rejected.map(({ reason, n }) => [reason, n])).toEqual([
    ['not-ours', 37],
    ['bad-time', 3],
  ])
})

test('the question that misleads, the screen that is slow and people in trouble are found', () => {
  const everybody = figures.slices[0]!
  expect(everybody.items[0]).toMatchObject({ question: misleadingQuestion(course), verdict: { kind: 'misleads' } })
  const slowest = [...everybody.stops].sort((a, b) => (b.pace ?? 0) - (a.pace ?? 0))[0]!
  expect(slowest.screen).toBe(slowScreen(course))
  expect(slowest.stopped).toBe(Math.max(...everybody.stops.filter(({ screen }) => screen !== '').map(({ stopped }) => stopped)))
  const kinds = new Set(figures.learners.flatMap(({ risks }) => risks.map(({ kind }) => kind)))
  expect([...kinds].sort()).toEqual(['away', 'behind', 'failing', 'never-started', 'stuck'])
})

test('there is a slice for everybody and for each cohort, in each period, and cohorts sum to everybody', () => {
  expect(figures.cohorts).toHaveLength(4)
  expect(figures.slices).toHaveLength(5 * 4)
  for (const { key } of figures.periods) {
    const of = figures.slices.filter(({ period }) => period === key)
    const [all, ...each] = of.map(({ headline }) => headline)
    for (const what of ['learners', 'active', 'statements', 'started', 'finished', 'passed', 'atRisk'] as const) {
      expect(each.reduce((sum, one) => sum + one[what], 0)).toBe(all?.[what])
    }
  }
})

test('a funnel only narrows', () => {
  for (const { funnel, headline } of figures.slices) {
    for (const { notStarted, started, finished, passed } of funnel) {
      expect(started).toBe(headline.learners - (notStarted ?? NaN))
      expect(finished).toBeLessThanOrEqual(started)
      expect(passed).toBeLessThanOrEqual(finished)
    }
  }
})
