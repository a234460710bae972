/**
 * The trees between the phases of the compiler.
 *
 *   1-read   text → Screenplay        (what stands there, with its place)
 *   2-link   Screenplay → LinkedModule (names resolved, values filled in, slots given, words found)
 *   3-check  LinkedModule → diagnostics (rules of the course: coverage, running time, retyped values …)
 *   4-emit   LinkedModule → Module     (directors draw; scenes, timing, descriptions)
 */
import type { Prediction } from '../../src/model/course'
import type { Quiz } from '../../src/model/quiz'
import type { Html, OptionId, QuestionId, ScreenId, TopicId } from '../../src/model/units'

/** Where something stands in a source file; lines and columns count from 1. */
export interface At {
  readonly file: string
  readonly line: number
  readonly column: number
}

export type StageKind = 'network' | 'sequence' | 'table' | 'stack' | 'states' | 'code' | 'timeline' | 'bytes' | 'chart'
export type StagePlace = 'main' | 'left' | 'right' | 'below' | 'overlay'
export type Verb =
  | 'enter'
  | 'exit'
  | 'move'
  | 'label'
  | 'focus'
  | 'zoom'
  | 'link'
  | 'unlink'
  | 'send'
  | 'set'
  | 'count'
  | 'goto'
  | 'lines'
  | 'type'
  | 'mark'
  | 'show'
  | 'morph'
  | 'hold'

/** Plain YAML data, `{{values}}` filled in. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** A ```stage KIND NAME PLACE block. The first stage of a screen without a place is `main`. */
export interface StageBlock {
  readonly kind: StageKind
  readonly name: string
  readonly place: StagePlace
  readonly data: { readonly [key: string]: Json }
  readonly at: At
  /** Where a key of `data` stands: `lineOf('rows', 'host')`. Falls back to the block. */
  lineOf(...path: readonly (string | number)[]): At
}

/** One thing a direction points at, resolved: `pairs.srflx` is { stage: 'pairs', name: 'srflx' }; a whole stage has name ''. */
export interface Target {
  readonly stage: string
  /** Actor or row or state; '' for the stage itself. */
  readonly name: string
  /** Part of it, such as `table` or `certificate`; '' for the whole. */
  readonly part: string
}

export interface Direction {
  readonly verb: Verb
  /** `[ana > site > ben]` way, `[ana - ben]` pair, `[ana ben]` list, `[a]` list of one; hold has none. */
  readonly form: 'way' | 'pair' | 'list'
  readonly targets: readonly Target[]
  /** `{text="offer" slow}`: values filled in; a bare word is `true`. `at` and `with` are taken out. `#id` is `id`. */
  readonly args: { readonly [name: string]: string | true }
  /** Index of the word named by `at`, from 0; null without one. */
  readonly word: number | null
  /** Starts together with the direction before it. */
  readonly with: boolean
  /** Only on `hold`: milliseconds. */
  readonly hold: number
  readonly at: At
}

export interface LinkedBeat {
  readonly say: string
  readonly html: Html
  readonly words: readonly string[]
  readonly directions: readonly Direction[]
  readonly ask: Prediction | null
  readonly at: At
}
/** The picture of a hotspot question before it is drawn. Its question has the places, and not yet where they are. */
export interface LinkedPicture {
  readonly question: QuestionId
  readonly screen: LinkedScreen
  /** Whose last frame it is; null where the question brings its own picture. */
  readonly beat: number | null
  readonly places: readonly { readonly id: OptionId; readonly target: Target; readonly at: At }[]
}

export interface LinkedCase {
  readonly whatIf: string
  readonly label: string
  readonly option: string
  readonly hint: string
  readonly directions: readonly Direction[]
  readonly at: At
}

export interface LinkedScreen {
  readonly id: ScreenId
  readonly slot: number
  readonly title: string
  readonly covers: readonly TopicId[]
  readonly continues: ScreenId | null
  readonly stages: readonly StageBlock[]
  readonly beats: readonly LinkedBeat[]
  readonly cases: readonly LinkedCase[]
  readonly more: Html | null
  /** `::screen{clock=412}`: the call clock at its start, ms. */
  readonly clock: number | null
  readonly at: At
}

export interface LinkedModule {
  readonly id: string
  readonly number: number
  readonly title: string
  readonly objectives: readonly Html[]
  readonly screens: readonly LinkedScreen[]
  readonly quiz: Quiz | null
  readonly pictures: readonly LinkedPicture[]
  readonly slots: { readonly screens: number; readonly predictions: number; readonly questions: number; readonly goals: number }
}

/** An actor of modules/call.yaml. Free keys (addresses, fingerprints) are strings. */
export interface Actor {
  readonly is: 'laptop' | 'phone' | 'server' | 'nat' | 'firewall' | 'attacker' | 'clock'
  /** As the stage writes it and descriptions say it. */
  readonly name: string
  readonly [key: string]: Json
}
/** modules/call.yaml after reading. */
export interface Call {
  readonly cast: { readonly [actor: string]: Actor }
  /** Everything `{{a.b}}` can name, flat: `ana.host` → `192.168.1.5:50004`. */
  readonly values: ReadonlyMap<string, string>
}
