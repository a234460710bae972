/** The nouns of the preview LMS, shared by its server and its pages. */

export type Runtime = 'scorm12' | 'scorm2004'
/** Which LMS the preview is: by the book, or one of those in the field. */
export type Personality = 'plain' | 'moodle' | 'openedx'
/** What the learner asked for; what the LMS gives may differ (a finished attempt opens in review). */
export type Mode = 'normal' | 'review' | 'browse'

/** Elements by their full name, `cmi.core.lesson_status`: only those that hold something. */
export type Cmi = Readonly<Record<string, string>>

/** One call of the content to the API, as it was answered. */
export interface Call {
  /** Counts from 0 in its session. */
  readonly n: number
  readonly session: string
  /** Milliseconds since the launch page began. */
  readonly t: number
  readonly method: string
  /** Empty where the method takes none; the code asked about, for GetErrorString and GetDiagnostic. */
  readonly element: string
  readonly value: string
  readonly answer: string
  /** Error code after the call, `0` when all was well. */
  readonly error: string
  /** What the error code means, in the host's words; empty for `0`. */
  readonly meaning: string
}

export interface SessionRecord {
  readonly id: string
  readonly host: Personality
  readonly mode: Mode
  readonly started: string
  /** Whether LMSInitialize or Initialize succeeded. */
  readonly initialised: boolean
  /** When LMSFinish or Terminate was stored; null while it has not been. */
  readonly finished: string | null
}

export interface Attempt {
  readonly number: number
  readonly started: string
  readonly updated: string
  /** Of the package it was last launched with. */
  readonly revision: string
  readonly sessions: readonly SessionRecord[]
  readonly cmi: Cmi
  readonly calls: readonly Call[]
  /** How many of the oldest calls were let go to keep the file small. */
  readonly dropped: number
}

/** What the manifest gives the run-time; empty strings where it says nothing. */
export interface ManifestTerms {
  readonly mastery: string
  readonly launchData: string
  readonly threshold: string
  readonly maxTime: string
  readonly timeLimitAction: string
}

/** Everything the launch page needs to play the host. */
export interface Launching {
  readonly package: string
  readonly revision: string
  readonly runtime: Runtime
  /** Where the SCO starts, on this server. */
  readonly href: string
  readonly learner: string
  readonly attempt: number
  readonly session: string
  readonly host: Personality
  readonly mode: Mode
  /** Why the mode is not the one asked for; null when it is. */
  readonly because: string | null
  /** What is loaded into the run-time before the content may call. */
  readonly cmi: Cmi
}

/** What the launch page posts: everything changed since the last one that was taken. An empty string clears an element. */
export interface Post {
  readonly attempt: number
  readonly session: string
  readonly sequence: number
  readonly kind: 'commit' | 'finish' | 'log'
  readonly initialised: boolean
  readonly cmi: Cmi
  readonly calls: readonly Call[]
}

/** Suspend data made readable. */
export interface Suspended {
  /** `whole`, or why not: the codec's reasons, and `unknown` for data that is not of this product. */
  readonly reading: 'whole' | 'empty' | 'damaged' | 'newer' | 'other' | 'unknown'
  readonly characters: number
  /** Share of the screens that were seen, over all modules of the package. */
  readonly progress: number | null
  readonly counter: number | null
  /** The nonce that tells one attempt's data from another's. */
  readonly attempt: string | null
  readonly modules: readonly SuspendedModule[]
}
export interface SuspendedModule {
  readonly title: string
  /** Where the learner stands, in words. */
  readonly at: string
  readonly progress: number
  readonly screens: readonly { readonly title: string; readonly beats: number; readonly entered: number; readonly seen: boolean }[]
  readonly predictions: readonly { readonly id: string; readonly made: string | null }[]
  readonly quiz: SuspendedQuiz | null
}
export interface SuspendedQuiz {
  readonly attempt: number
  readonly open: boolean
  readonly best: number | null
  readonly drawn: readonly { readonly id: string; readonly response: string | null }[]
}

/** An error with everything its reader needs: found, expected, where, cure. The message is shown as it stands. */
export class PreviewError extends Error {
  constructor(
    message: string,
    readonly status = 400,
  ) {
    super(message)
  }
}

/** Calls that went wrong. Reading a 2004 element that was never set (403) is how content learns that it is unset: no error. */
export function isError(call: Call): boolean {
  const unset = call.error === '403' && call.method === 'GetValue'
  const asking = /^(LMS)?Get(LastError|ErrorString|Diagnostic)$/.test(call.method)
  return call.error !== '0' && !unset && !asking
}
