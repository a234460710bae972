/** The one word between the build and the player: plain, frozen, JSON all the way down. */
import type { Question, Quiz } from './quiz'
import type { Scene } from './scene'
import type { Html, ModuleId, Ms, OptionId, PredictionId, Scaled, ScreenId, TopicId } from './units'

export interface Course {
  readonly format: 1
  /** Hash of everything in it: two builds of the same text have the same revision. */
  readonly revision: string
  readonly iri: string
  readonly lang: string
  readonly title: string
  readonly modules: readonly Module[]
  /** Pass mark of a quiz, 0–1, where the LMS asks for no other. */
  readonly passing: Scaled
  /** The one call as a map of the modules. */
  readonly call?: CallMap
}

/** Where the modules stop the clock of the one call. */
export interface CallMap {
  /** When Ben's face appears, in ms after the click: where the map ends. */
  readonly face: Ms
  /** By the number of the module: ms after the click; `all` needs the whole call, `beyond` looks past it. */
  readonly stops: { readonly [number: string]: Ms | 'all' | 'beyond' }
}

export interface Module {
  readonly id: ModuleId
  readonly number: number
  readonly title: string
  readonly minutes: Minutes
  readonly objectives: readonly Html[]
  readonly screens: readonly Screen[]
  readonly quiz: Quiz | null
  /** Its language, where that is not the course's: it waits for its translation. */
  readonly lang?: string
  /** How many slots of each sort were ever given out (slots.lock.json): the widths of the suspend data. */
  readonly slots: SlotCounts
  /** The terms this module uses, by alphabet. */
  readonly glossary: readonly Term[]
}

/** A word of the trade, and what it means in a sentence or two. */
export interface Term {
  readonly term: string
  readonly html: Html
}

export interface SlotCounts {
  readonly screens: number
  readonly predictions: number
  readonly questions: number
  readonly goals: number
}

/** Running time: 150 words a minute, 0.5 s a beat, and the holds. */
export interface Minutes {
  readonly narration: number
  readonly quiz: number
}

export interface Screen {
  readonly id: ScreenId
  readonly slot: number
  readonly title: string
  readonly covers: readonly TopicId[]
  readonly stage: Stage
  readonly beats: readonly Beat[]
  /** The call clock: its value at the start, and how it runs. Null where the screen stands outside the call. */
  readonly clock: CallClock | null
  /** Only for reading; terms as in `Beat.read`. */
  readonly more: Html | null
  readonly lab: LabRef | null
}

/** Milliseconds since Ana clicked. Keys run like a track's: in scene time. */
export interface CallClock {
  readonly from: Ms
  readonly k: readonly { readonly at: Ms; readonly over: Ms; readonly to: Ms }[]
}

export interface Stage {
  readonly wide: Scene
  readonly tall: Scene
  readonly cases: readonly Case[]
}

/** One position of a `what-if` switch: a scene of its own, which begins as the screen ends. */
export interface Case {
  readonly whatIf: string
  /** What the switch changes. */
  readonly label: string
  /** What this position is called. */
  readonly option: string
  readonly hint: string
  /** What the picture comes to, in words. */
  readonly description: string
  readonly wide: Scene
  readonly tall: Scene
}

export interface Beat {
  /** What the narrator says, plain. Its words, split at white space, are what a narrator counts. */
  readonly say: string
  /** The same with code marked, for captions and Read. */
  readonly html: Html
  /** The same for Read, where a term is used for the first time on its screen: a button, and behind it what the term means. */
  readonly read?: Html
  /** Read shows the last frame of this beat. */
  readonly still?: true
  /** What the picture shows by the end of the beat, in words, generated from the directions. */
  readonly description: string
  /** In scene time. `lead` is silence before the first word; words run at 400 ms; the rest of `length` is tail. */
  readonly start: Ms
  readonly lead: Ms
  readonly length: Ms
  /** Scene-time spans in which something moves, in order, not overlapping: what a silent narrator plays. */
  readonly moves: readonly (readonly [Ms, Ms])[]
  readonly audio: AudioRef | null
  /** Asked when this beat has ended. */
  readonly ask: Prediction | null
}

export interface AudioRef {
  readonly file: string
  /** Start of each word in the recording. */
  readonly words: readonly Ms[]
}

/** Asked before it is told, or (a recall) long after: never scored, never required. */
export interface Prediction {
  readonly id: PredictionId
  readonly slot: number
  readonly question: Html
  readonly options: readonly PredictionOption[]
  /** A `::check`: asked with the controls of the quiz. `question` and `options` then say it for readers. */
  readonly check?: Question
  /** A `::recall`: the title of the module that asked it first. */
  readonly from?: string
}
export interface PredictionOption {
  readonly id: OptionId
  readonly html: Html
  readonly right: boolean
  readonly feedback: Html
}

export interface LabRef {
  readonly name: string
}
