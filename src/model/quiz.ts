/** Questions. All or nothing, of equal weight (design §6). Option ids are one character and permanent. */
import type { Scene } from './scene'
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

/** Typed words, compared as `normalText` (text.ts) leaves them. `accept` begins with the one that is shown; `feedback` is read like a number's. */
export interface TextQuestion extends Base {
  readonly kind: 'text'
  readonly accept: readonly string[]
  /** Capitals count. */
  readonly exact: boolean
  readonly feedback: readonly { readonly says?: readonly string[]; readonly html: Html }[]
}
/** A place in a picture: `[x, y, width, height]` in scene units, in the wide layout and the tall. */
export type Area = readonly [number, number, number, number]
export interface SpotOption extends Option {
  readonly wide: Area
  readonly tall: Area
}
/** The learner points into the last frame of a beat. The options are the places, in the order they are written. */
export interface HotspotQuestion extends Base {
  readonly kind: 'hotspot'
  readonly picture: Picture
  readonly options: readonly SpotOption[]
  readonly right: OptionId
}
/** A beat whose last frame it is, or a still drawn for the question. */
export type Picture =
  { readonly screen: ScreenId; readonly beat: number } | { readonly wide: Scene; readonly tall: Scene; readonly description: string }

/** The learner points at a line of code. Lines without an option are shown, and can't be chosen. */
export interface LineQuestion extends Base {
  readonly kind: 'line'
  readonly code: readonly Html[]
  /** `line` is an index into `code`; in the order of the code. */
  readonly options: readonly (Option & { readonly line: number })[]
  readonly right: OptionId
}

export type Question =
  ChoiceQuestion | SeveralQuestion | OrderQuestion | MatchQuestion | NumberQuestion | TextQuestion | HotspotQuestion | LineQuestion
export type QuestionKind = Question['kind']

/** A place and a line are choices among options. */
export type Response =
  | { readonly kind: 'choice'; readonly option: OptionId }
  | { readonly kind: 'several'; readonly options: readonly OptionId[] }
  | { readonly kind: 'order'; readonly items: readonly OptionId[] }
  | { readonly kind: 'match'; readonly pairs: readonly (readonly [OptionId, OptionId])[] }
  | { readonly kind: 'number'; readonly value: number }
  /** As `tidyText` leaves it. */
  | { readonly kind: 'text'; readonly text: string }

/** What would have been right, in the same shapes; a number has a range, a text what is accepted. */
export type Pattern =
  | Exclude<Response, { kind: 'number' | 'text' }>
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'text'; readonly accept: readonly string[]; readonly exact: boolean }
