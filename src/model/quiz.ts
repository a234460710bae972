/** Questions. All or nothing, of equal weight (design §6). Option ids are one character and permanent. */
import type { Html, OptionId, QuestionId, QuizId, ScreenId } from './units'

export interface Quiz {
  readonly id: QuizId
  /** How many questions an attempt draws from the bank. */
  readonly draw: number
  readonly questions: readonly Question[]
}

interface Base {
  readonly id: QuestionId
  readonly slot: number
  /** Raised when the question changes so much that old answers mean something else. */
  readonly version: number
  readonly prompt: Html
  /** The prompt without markup, at most 250 characters: the LMS's description of the interaction. */
  readonly plain: string
  /** Evidence shown with the question: a log, code, a table. */
  readonly figure: Html | null
  /** The screen that teaches it, and the beat the review link opens. */
  readonly teaches: { readonly screen: ScreenId; readonly beat: number }
}

export interface Option {
  readonly id: OptionId
  readonly html: Html
  readonly feedback: Html
}

/** One option is right. */
export interface ChoiceQuestion extends Base {
  readonly kind: 'choice'
  readonly options: readonly Option[]
  readonly right: OptionId
}
/** Every right option and no other. */
export interface SeveralQuestion extends Base {
  readonly kind: 'several'
  readonly options: readonly Option[]
  readonly right: readonly OptionId[]
}
/** Items are listed in the right order; the learner meets them shuffled. */
export interface OrderQuestion extends Base {
  readonly kind: 'order'
  readonly items: readonly Option[]
}
/** Each source has one target; a target may be used once, more than once or never. */
export interface MatchQuestion extends Base {
  readonly kind: 'match'
  readonly sources: readonly Option[]
  readonly targets: readonly { readonly id: OptionId; readonly html: Html }[]
  readonly right: readonly (readonly [OptionId, OptionId])[]
}
/** Any number from `min` to `max` inclusive. `feedback` answers values in a range; the last one, without range, the rest. */
export interface NumberQuestion extends Base {
  readonly kind: 'number'
  readonly min: number
  readonly max: number
  readonly unit: string
  readonly feedback: readonly { readonly min?: number; readonly max?: number; readonly html: Html }[]
}

export type Question = ChoiceQuestion | SeveralQuestion | OrderQuestion | MatchQuestion | NumberQuestion
export type QuestionKind = Question['kind']

export type Response =
  | { readonly kind: 'choice'; readonly option: OptionId }
  | { readonly kind: 'several'; readonly options: readonly OptionId[] }
  | { readonly kind: 'order'; readonly items: readonly OptionId[] }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [OptionId, OptionId])[] }
  | { readonly kind: 'number'; readonly value: number }

/** What would have been right, in the same shapes; a number has a range. */
export type Pattern = Exclude<Response, { kind: 'number' }> | { readonly kind: 'number'; readonly min: number; readonly max: number }
