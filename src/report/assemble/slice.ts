/** The tables of one cohort and one period, in the order of the course and with its words. */
import type { Course, Module } from '../../model/course'
import { grade } from '../../model/grade'
import type { Question } from '../../model/quiz'
import { languageOf } from '../../xapi/definitions'
import type { Figures, Slice } from '../figures'
import type { LearnerRow, Tables } from '../tables'
import { severityOf } from '../verdict'
import { askedPredictions, askedQuestion } from './course-info'
import { item } from './item'
import { placeTitle } from './learner'

export interface Words {
  readonly course: Course
  readonly info: Figures['course']
  readonly asked: ReadonlyMap<number, ReturnType<typeof askedPredictions>>
}
export const wordsOf = (course: Course, info: Figures['course']): Words => ({
  course,
  info,
  asked: new Map(course.modules.map((module) => [module.number, askedPredictions(module, languageOf(course, module))])),
})

export const slice = (
  tables: Tables,
  { course, info, asked }: Words,
  members: readonly LearnerRow[],
  atRisk: ReadonlySet<string>,
  roster: boolean,
): Slice => {
  const head = tables.headline[0]!
  const { cohort, period } = head
  const moduleOf = (number: number): Module | undefined => course.modules.find((one) => one.number === number)
  const order = new Map(course.modules.map(({ number }, i) => [number, i]))
  const inOrder = <T extends { readonly module: number }>(rows: readonly T[]): readonly T[] =>
    [...rows].sort((a, b) => (order.get(a.module) ?? 99 + a.module) - (order.get(b.module) ?? 99 + b.module))
  return {
    cohort,
    period,
    headline: {
      learners: head.learners,
      active: head.active,
      statements: head.statements,
      started: head.started,
      finished: head.finished,
      passed: head.passed,
      spent: head.spent,
      medianScore: head.median,
      atRisk: members.filter(({ actor }) => atRisk.has(actor)).length,
    },
    funnel: course.modules.map(({ number, quiz }) => {
      const row = tables.funnel.find((one) => one.module === number)
      const { started = 0, finished = 0, passed = 0 } = row ?? {}
      return { module: number, notStarted: roster ? head.learners - started : null, started, finished, passed: quiz ? passed : finished }
    }),
    time: course.modules.map(({ number, minutes }) => {
      const row = tables.time.find((one) => one.module === number)
      const expected = Math.round((minutes.narration + minutes.quiz) * 60_000)
      return { module: number, n: row?.n ?? 0, expected, lower: row?.lower ?? null, median: row?.median ?? null, upper: row?.upper ?? null }
    }),
    stops: info.modules.flatMap(({ number, screens, hasQuiz }) =>
      [...screens, ...(hasQuiz ? [{ id: '', title: placeTitle(undefined, ''), runs: 0 }] : [])].map(({ id, title, runs }) => {
        const row = tables.stops.find((one) => one.module === number && one.place === id)
        const median = row?.median ?? null
        const pace = median === null || !runs ? null : median / runs
        return {
          module: number,
          screen: id,
          title,
          visitors: row?.visitors ?? 0,
          stopped: row?.stopped ?? 0,
          here: row?.here ?? 0,
          median,
          runs,
          pace,
        }
      }),
    ),
    quizzes: inOrder(tables.quizzes).map(({ module, n, mean, median, deviation, passed, attempts }) => ({
      module,
      n,
      mean,
      median,
      deviation,
      passedFirst: passed,
      attempts,
    })),
    items: tables.items
      .map((row) => {
        const module = moduleOf(row.module)
        const question = module?.quiz?.questions.find(({ id }) => id === row.question)
        const choices = tables.choices.filter(
          (one) => one.module === row.module && one.question === row.question && one.version === row.version,
        )
        const words = question && askedQuestion(question, languageOf(course, module))
        return item(row, choices, words, (key) => question !== undefined && isRight(question, key))
      })
      .sort((a, b) => severityOf(a.verdict) - severityOf(b.verdict) || a.facility - b.facility || (a.question < b.question ? -1 : 1)),
    predictions: tables.predictions
      .map(({ module, prediction, n, wrong, skipped }) => {
        const words = asked.get(module)?.get(prediction)
        const made = tables.guesses.filter((one) => one.module === module && one.prediction === prediction)
        const choice = (key: string, text: string, right: boolean) => {
          const chosen = made.find((one) => one.key === key)?.n ?? 0
          return { key, text, right, n: chosen, all: n ? chosen / n : 0 }
        }
        const known = (words?.options ?? []).map(({ key, text, right }) => choice(key, text, right))
        const others = made.filter(({ key }) => !known.some((one) => one.key === key)).sort((a, b) => b.n - a.n)
        return {
          module,
          prediction,
          screen: words?.screen ?? '',
          asks: words?.asks ?? prediction,
          n,
          wrong,
          skipped,
          share: n ? wrong / n : 0,
          choices: [
            ...known.filter((one) => words?.kind !== 'match' || one.n > 0 || one.right),
            ...others.slice(0, 8).map(({ key }) => choice(key, '', false)),
          ],
        }
      })
      .sort((a, b) => b.share - a.share || b.n - a.n || (a.prediction < b.prediction ? -1 : 1)),
    goals: inOrder(tables.goals).map(({ module, goal, reached, median }) => ({ module, goal, reached, median })),
  }
}

/** Of answers that are compared as a whole. */
const isRight = (question: Question, key: string): boolean =>
  question.kind === 'number'
    ? key !== '' && grade(question, { kind: 'number', value: Number(key) }) === 1
    : question.kind === 'text'
      ? grade(question, { kind: 'text', text: key }) === 1
      : question.kind === 'order' && grade(question, { kind: 'order', items: key.split('[,]') }) === 1
