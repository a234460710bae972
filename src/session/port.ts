/** The port between the player and every standard. Drivers implement it; nothing else of an LMS reaches the player. */
import type { LearningEvent } from '../model/event'
import type { Scaled } from '../model/units'
import type { Entry } from './journal'

export type Standard = 'scorm12' | 'scorm2004' | 'cmi5' | 'tincan' | 'local' | 'null'
/**
 * `saved` only when the LMS confirmed a commit; `saving` until it answers; `retrying` when it did not take it, and is asked again; `lost` when the
 * session closed unconfirmed.
 */
export type Delivery = 'saved' | 'saving' | 'retrying' | 'lost'
/** cmi5 §13.1.4 moveOn. */
export type MoveOn = 'Passed' | 'Completed' | 'CompletedAndPassed' | 'CompletedOrPassed' | 'NotApplicable'

export interface LmsAdapter {
  readonly standard: Standard
  /** Most characters the LMS keeps as suspend data. */
  readonly limits: { readonly suspendChars: number }
  /** Finds and initialises the LMS. Rejects with a `SessionError` that says what was looked for and what to do. */
  open(): Promise<Session>
}

/** Nothing can be recorded before `open()`: there is no object to call. */
export interface Session {
  /** Empty strings where the LMS gives none. Never markup. */
  readonly learner: { readonly id: string; readonly name: string }
  /** `review` records nothing, and the learner is told so. */
  readonly mode: 'normal' | 'review'
  /** What the LMS asks for, where it does. */
  readonly terms: { readonly passing?: Scaled; readonly moveOn?: MoveOn }
  /** What the learner likes, as the LMS has it: languages (BCP 47) with the best first, and whether it sounds. */
  readonly preferences?: { readonly languages: readonly string[]; readonly sound?: boolean }
  /** The suspend data of the last session, unread. */
  readonly resumed: string | undefined
  /** It comes from this device alone: the LMS knew nothing of it, and the learner may prefer to start again. */
  readonly restored: boolean
  /** The best score the LMS reads back, null where it has none: what is lower than the learner's own is to be said again. */
  readonly known: { readonly score: Scaled | null }
  /** Whether this device keeps a copy, whatever the LMS does. */
  keepsHere(): boolean
  /** What that copy is, for the support page. */
  journal?(): Entry
  /** Never throws, never waits: committed when the present task has ended, retried until the LMS takes it. */
  record(event: LearningEvent): void
  /**
   * Kept for the next commit: with what is recorded, on `flush`, when the page is hidden, on `close`. Alone it commits nothing, so it may be called
   * while a scene plays. A player with something left to save when the page goes listens to `visibilitychange` and `pagehide` before the
   * session is opened: listeners of `window` are heard in the order they came, capturing or not, and the session is then the second to hear.
   */
  save(suspended: string): void
  /** Commits now, synchronously, if there is anything to commit. Before a `close` it tells whether leaving would lose anything. */
  flush(): Promise<Delivery>
  /** Idempotent; always exit = suspend; also wired to pagehide. */
  close(): Promise<Delivery>
  /** Calls at once with the present state; returns the way to stop listening. */
  onDelivery(listener: (delivery: Delivery) => void): () => void
}
