/** The waist of the hourglass: the player says these and nothing else; a driver is a table over them. */
import type { Pattern, Response } from './quiz'
import type { GoalId, ModuleId, Ms, PredictionId, QuestionId, QuizId, Scaled, ScreenId } from './units'

export type LearningEvent =
  /** A screen was done or left: `for` is the time spent there, `progress` the share of the unit's screens seen. */
  | { readonly kind: 'visited'; readonly screen: ScreenId; readonly for: Ms; readonly progress: Scaled }
  | {
      readonly kind: 'answered'
      readonly quiz: QuizId
      readonly question: QuestionId
      readonly version: number
      /** Of the quiz, from 1. */
      readonly attempt: number
      /** The option ids in the order they were shown. */
      readonly order: string
      /** What was asked, plain, at most 250 characters. */
      readonly asked: string
      readonly response: Response
      readonly grade: Scaled
      readonly correct: Pattern
      readonly took: Ms
    }
  /** A prediction or a check, the first time: `response` is null where it was skipped. Never scored. */
  | {
      readonly kind: 'predicted'
      readonly prediction: PredictionId
      readonly response: Response | null
      readonly right: boolean
      readonly took: Ms
    }
  /** A goal of a lab was reached. */
  | { readonly kind: 'achieved'; readonly goal: GoalId; readonly took: Ms }
  /** A quiz attempt ended; `score` is that attempt's, drivers report the best. */
  | { readonly kind: 'scored'; readonly quiz: QuizId; readonly attempt: number; readonly score: Scaled }
  /** Said only when final. `passed` is null where there is no quiz. */
  | {
      readonly kind: 'outcome'
      readonly unit: ModuleId | 'programme' | 'test'
      readonly complete: boolean
      readonly passed: boolean | null
      readonly score: Scaled | null
    }

export type EventOf<K extends LearningEvent['kind']> = Extract<LearningEvent, { kind: K }>

/** One function per kind of event, so that forgetting one does not compile. */
export type Translation<Call, State> = {
  readonly [K in LearningEvent['kind']]: (event: EventOf<K>, state: State) => readonly Call[]
}
