import type { LearningEvent } from '../../src/model/event'
import { brokenRules } from '../../src/xapi/check'
import { statementOf } from '../../src/xapi/envelope'
import type { Statement } from '../../src/xapi/statement'
import { translation, type Draft, type XapiState } from '../../src/xapi/translation'
import { newUuid, uuidOf } from '../../src/xapi/uuid'
import { extensions, types, verbs } from '../../src/xapi/vocabulary'
import { prng } from '../../src/model/draw'
import { makeCourse, makeModule, makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, predicted, scored, visited } from '../session/events'

const module4 = makeModule(4, { questions: 8 })
const guess = {
  id: 'p-0',
  slot: 0,
  question: 'What does the <em>router</em> do?',
  options: [...'abc'].map((id) => ({ id, html: `Thing ${id}`, right: id !== 'a', feedback: '' })),
}
const check = { id: 'p-1', slot: 1, question: 'Question 1?', options: [], check: makeQuestion(1, 3) }
const asking = module4.screens.map((screen, i) => ({
  ...screen,
  beats: screen.beats.map((beat, j) => (i === 0 && j < 2 ? { ...beat, ask: j ? check : guess } : beat)),
}))
const course = makeCourse({ ...module4, screens: asking, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })
const questions = module4.quiz?.questions ?? []
const state: XapiState = { course, progress: 0, elapsed: 'PT60S' }
const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '7' } } as const
const random = prng(1)
const unit = { objectType: 'Activity', id: 'https://lms.example/au/9' } as const

const say = (event: LearningEvent, before = 0): Statement[] => {
  const translate = translation[event.kind] as (event: LearningEvent, state: XapiState) => readonly Draft[]
  return translate(event, { ...state, progress: before }).map((draft) =>
    statementOf({ course, actor, unit, registration: 'r-1' }, draft, { id: newUuid(random), now: 1_800_000_000_000 }),
  )
}
const everything = [
  visited(),
  ...questions.flatMap((q) => [answered(q), answered(q, false, 2)]),
  predicted(),
  predicted(null),
  predicted({ kind: 'several', options: ['a', 'b'] }, false, 'p-1'),
  achieved(),
  scored(0),
  outcome(true),
  outcome(false, 0, false),
]

it('[XAP-1] [XAP-2] [XAP-3] [XAP-5] every statement of every event keeps the profile', () => {
  for (const event of everything) for (const statement of say(event)) expect(brokenRules(statement)).toEqual([])
})

const [answer] = say(answered(questions[0]!)) as [Statement]
const broken: readonly (readonly [rule: string, statement: Statement])[] = [
  ['XAP-1', { ...answer, id: '7' }],
  ['XAP-2', { ...answer, actor: { ...actor, mbox: 'mailto:a@example.com' } }],
  ['XAP-3', { ...answer, context: { ...answer.context, contextActivities: { ...answer.context.contextActivities, category: [] } } }],
  ['XAP-4', { ...answer, context: { ...answer.context, contextActivities: { ...answer.context.contextActivities, parent: [] } } }],
  ['XAP-5', { ...answer, context: { ...answer.context, contextActivities: { ...answer.context.contextActivities, grouping: [] } } }],
  ['XAP-6', { ...answer, object: { ...answer.object, definition: { ...answer.object.definition!, name: {} } } }],
  ['XAP-7', { ...answer, object: { ...answer.object, definition: { ...answer.object.definition!, choices: [] } } }],
  ['XAP-8', { ...answer, result: { ...answer.result, duration: '12s' } }],
  ['XAP-9', { ...answer, result: { ...answer.result, score: { scaled: 1.2 } } }],
  ['XAP-10', { ...answer, context: { ...answer.context, extensions: { order: 'abc' } } }],
]
it.each(broken)('[XAP-4] [XAP-6] [XAP-7] [XAP-8] [XAP-9] [XAP-10] the check finds what breaks %s', (rule, statement) =>
  expect(brokenRules(statement)).toContain(rule),
)

it('[XAP-7] an answer tells every kind of question in full', () => {
  const told = questions.map((q) => say(answered(q))[0]!.object.definition!)
  expect(told.map((one) => one.interactionType)).toEqual([
    'choice',
    'choice',
    'sequencing',
    'matching',
    'numeric',
    'fill-in',
    'choice',
    'choice',
  ])
  expect(told.map((one) => one.correctResponsesPattern)).toEqual([
    ['b'],
    ['a[,]c[,]d'],
    ['b[,]a[,]d[,]c[,]e'],
    ['a[.]2[,]b[.]1[,]c[.]4[,]d[.]3'],
    ['1200[:]1250.5'],
    ['{case_matters=false}set local', '{case_matters=false}rollback'],
    ['c'],
    ['b'],
  ])
  expect(answer.result?.extensions).toEqual({ [extensions.attempt]: 1, [extensions.version]: 1 })
  expect(answer.context.extensions).toMatchObject({ [extensions.order]: 'dbca' })
})

it('[XAP-7] a prediction is an answer without a score, a check is told as the question it is, and a skipped one has no answer', () => {
  const [made] = say(predicted()) as [Statement]
  expect(made.object).toMatchObject({
    id: `${course.iri}/m04/p/p-0`,
    definition: { name: { en: 'What does the router do?' }, interactionType: 'choice', correctResponsesPattern: ['b', 'c'] },
  })
  expect(made.result).toEqual({
    response: 'b',
    success: true,
    duration: 'PT6.5S',
    extensions: { [extensions.attempt]: 1, [extensions.version]: 1 },
  })
  expect(made.context.extensions).toMatchObject({ [extensions.order]: 'abc' })
  const [checked] = say(predicted({ kind: 'several', options: ['b', 'a'] }, false, 'p-1')) as [Statement]
  expect(checked.object.definition).toMatchObject({ correctResponsesPattern: ['a[,]c[,]d'] })
  expect(checked.result).toMatchObject({ response: 'a[,]b', success: false, extensions: { [extensions.version]: 3 } })
  const [skipped] = say(predicted(null)) as [Statement]
  expect([skipped.verb.id, skipped.object.id, skipped.result]).toEqual([verbs.skipped.id, made.object.id, undefined])
})

it('[XAP-11] a visit says how long, and progress only where there is more', () => {
  expect(say(visited()).map((one) => one.verb.id)).toEqual([verbs.experienced.id, verbs.progressed.id])
  expect(say(visited(), 0.5).map((one) => one.verb.id)).toEqual([verbs.experienced.id])
  expect(say(visited())[0]?.result).toEqual({ duration: 'PT42S', extensions: { [extensions.visible]: 42_000 } })
  expect(say(visited())[1]?.result?.extensions).toEqual({ [extensions.progress]: 33 })
})

it('[XAP-12] [XAP-13] [XAP-9] an outcome says completion and success apart, and a score of 0 is a score', () => {
  expect(say(outcome(true, 0.85)).map(({ verb, result }) => [verb.id, result])).toEqual([
    [verbs.completed.id, { completion: true, duration: 'PT60S' }],
    [verbs.passed.id, { success: true, score: { scaled: 0.85 }, duration: 'PT60S' }],
  ])
  expect(say(outcome(false, 0, false)).map(({ verb, result }) => [verb.id, result?.score])).toEqual([[verbs.failed.id, { scaled: 0 }]])
})

it('[XAP-14] ids come from the course alone, and the launched unit is grouped under its module', () => {
  expect(answer.object.id).toBe(`${course.iri}/m04/q/q-0`)
  expect(say(visited())[0]?.object.id).toBe(`${course.iri}/m04/s/s-1`)
  expect(say(achieved())[0]?.object.id).toBe(`${course.iri}/m04/g/two-relayed`)
  expect(say(scored(1))[0]?.object).toMatchObject({ id: `${course.iri}/m04/quiz`, definition: { type: types.quiz } })
  const passed = say(outcome(true))[1]!
  expect(passed.object.id).toBe(unit.id)
  expect(passed.context.contextActivities?.grouping?.map(({ id }) => id)).toEqual([course.iri, `${course.iri}/m04`])
})

it('ids that follow from a text are equal for equal texts and differ otherwise', () => {
  const all = new Set(Array.from({ length: 2000 }, (_, i) => uuidOf(`registration ${i}`)))
  expect(all.size).toBe(2000)
  expect(uuidOf('a')).toBe(uuidOf('a'))
  expect([...all].every((id) => /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(id))).toBe(true)
})
