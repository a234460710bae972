/** The one table from a LearningEvent to what is said of it. Who says it, when and in which context is the envelope's (envelope.ts). */
import type { Course, Module, Prediction } from '../model/course'
import { shuffleOptions } from '../model/draw'
import type { Translation } from '../model/event'
import type { Scaled } from '../model/units'
import {
  activity,
  courseActivity,
  languageOf,
  moduleActivity,
  patterns,
  predictionDefinition,
  questionDefinition,
  quizActivity,
  screenActivity,
  written,
} from './definitions'
import { duration } from './duration'
import type { Activity, Extensions, Result } from './statement'
import { extensions, iris, types, type VerbName } from './vocabulary'

/** A statement without its envelope. */
export interface Draft {
  readonly verb: VerbName
  /** Null: the unit that was launched. */
  readonly object: Activity | null
  readonly parent: Module | null
  readonly result?: Result
  readonly extensions?: Extensions
}

export interface XapiState {
  readonly course: Course
  /** The share said last: of the module, or of the programme where the package holds it. */
  readonly progress: Scaled
  /** Of this session, ISO 8601. */
  readonly elapsed: string
}

export const translation: Translation<Draft, XapiState> = {
  visited({ screen: id, for: spent, progress }, { course, progress: before }) {
    const module = iris(course).moduleOfScreen(id) ?? null
    const screen = module?.screens.find((one) => one.id === id)
    const object = module && screen ? screenActivity(course, module, screen) : activity(iris(course).screen(id), { type: types.screen })
    const percent = Math.floor(progress * 100)
    return [
      { verb: 'experienced', object, parent: module, result: { duration: duration(spent), extensions: { [extensions.visible]: spent } } },
      ...(module && percent > Math.floor(before * 100)
        ? [
            {
              verb: 'progressed',
              object: course.modules.length > 1 ? courseActivity(course) : moduleActivity(course, module),
              parent: null,
              result: { extensions: { [extensions.progress]: percent } },
            } as const,
          ]
        : []),
    ]
  },
  answered(event, { course }) {
    const ids = iris(course)
    const module = ids.moduleOfQuiz(event.quiz) ?? null
    const question = module?.quiz?.questions.find((one) => one.id === event.question)
    const lang = languageOf(course, module ?? undefined)
    const definition = question
      ? questionDefinition(question, lang)
      : {
          type: types.question,
          name: { [lang]: event.asked },
          interactionType: 'fill-in' as const,
          correctResponsesPattern: patterns(event.correct),
        }
    return [
      {
        verb: 'answered',
        object: activity(ids.question(event.quiz, event.question), definition),
        parent: module,
        result: {
          response: written(event.response),
          success: event.grade === 1,
          score: { scaled: event.grade },
          duration: duration(event.took),
          extensions: { [extensions.attempt]: event.attempt, [extensions.version]: event.version },
        },
        extensions: { [extensions.order]: event.order },
      },
    ]
  },
  predicted({ prediction: id, response, right, took }, { course }) {
    const module = iris(course).moduleOfPrediction(id) ?? null
    const ask = module?.screens.flatMap(({ beats }) => beats).find((beat) => beat.ask?.id === id)?.ask
    if (!module || !ask) return []
    const object = activity(iris(course).prediction(id), predictionDefinition(ask, languageOf(course, module)))
    if (!response) return [{ verb: 'skipped', object, parent: module }]
    return [
      {
        verb: 'answered',
        object,
        parent: module,
        result: {
          response: written(response),
          success: right,
          duration: duration(took),
          extensions: { [extensions.attempt]: 1, [extensions.version]: ask.check?.version ?? 1 },
        },
        extensions: { [extensions.order]: orderOf(ask) },
      },
    ]
  },
  achieved: ({ goal, took }, { course }) => [
    {
      verb: 'achieved',
      object: activity(iris(course).goal(goal), { type: types.goal, name: { [course.lang]: goal } }),
      parent: course.modules[0] ?? null,
      result: { success: true, duration: duration(took), extensions: { [extensions.visible]: took } },
    },
  ],
  scored({ quiz, attempt, score }, { course }) {
    const module = iris(course).moduleOfQuiz(quiz) ?? null
    const object = module ? quizActivity(course, module) : activity(iris(course).quiz(quiz), { type: types.quiz })
    return [{ verb: 'scored', object, parent: module, result: { score: scoreOf(score), extensions: { [extensions.attempt]: attempt } } }]
  },
  /** cmi5 §9.5: completion in `completed` alone, score and success in `passed` and `failed` alone, a duration in all three. */
  outcome({ unit, complete, passed, score }, { course, elapsed }) {
    const module = course.modules.length > 1 ? course.modules.find(({ id }) => id === unit) : undefined
    const about = { object: module ? moduleActivity(course, module) : null, parent: null }
    const judged = { success: passed === true, ...(score === null ? {} : { score: scoreOf(score) }), duration: elapsed }
    return [
      ...(complete ? [{ verb: 'completed', ...about, result: { completion: true, duration: elapsed } } as const] : []),
      ...(passed === null ? [] : [{ verb: passed ? 'passed' : 'failed', ...about, result: judged } as const]),
    ]
  },
}

/** Four decimals, never rounded up: an LMS with a mastery score compares. */
export const scoreOf = (score: Scaled): { readonly scaled: number } => ({ scaled: Math.floor(score * 10000 + 1e-6) / 10000 })

/** A prediction's options stand as written, a check's as its seed has them (the player's is 0). */
const orderOf = ({ check, options }: Prediction): string => (check ? shuffleOptions(check, 0) : options.map(({ id }) => id)).join('')
