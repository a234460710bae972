/** Statements as a package sends them, and more of them than anybody needs. */
import type { Statement } from '../../src/xapi/statement'
import { statementOf } from '../../src/xapi/envelope'
import { moduleActivity } from '../../src/xapi/definitions'
import { translation, type Draft, type XapiState } from '../../src/xapi/translation'
import type { LearningEvent } from '../../src/model/event'
import { newUuid } from '../../src/xapi/uuid'
import { makeCourse, makeModule } from '../model/make-course'
import { answered, outcome, predicted, scored, visited } from '../session/events'

const plain4 = makeModule(4)
const options = [...'abc'].map((id) => ({ id, html: `Thing ${id}`, right: id !== 'a', feedback: '' }))
const guess = { id: 'p-0', slot: 0, question: 'What does the router do?', options }
const module4 = {
  ...plain4,
  screens: plain4.screens.map((screen, i) =>
    i ? screen : { ...screen, beats: screen.beats.map((beat, j) => (j ? beat : { ...beat, ask: guess })) },
  ),
}
export const course = makeCourse({ ...module4, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })
export const IRI = course.iri
const unit = moduleActivity(course, course.modules[0]!)
const state: XapiState = { course, progress: 0, elapsed: 'PT60S' }

export const say = (event: LearningEvent, learner = 'ana-1'): readonly Statement[] =>
  (translation[event.kind] as (event: LearningEvent, state: XapiState) => readonly Draft[])(event, state).map((draft) =>
    statementOf(
      { course, actor: { objectType: 'Agent', account: { homePage: 'https://page.example', name: learner }, name: 'Ana Lyst' }, unit },
      draft,
      { id: newUuid(Math.random), now: 1_800_000_000_000 },
    ),
  )
export const anything = (): readonly Statement[] => [
  ...say(visited()),
  ...(course.modules[0]?.quiz?.questions ?? []).flatMap((question) => say(answered(question))),
  ...say(predicted()),
  ...say(predicted(null)),
  ...say(scored(0.5)),
  ...say(outcome(true)),
]
/** One, and every one another. */
export const one = (learner?: string): Statement => say(visited(), learner)[0]!
