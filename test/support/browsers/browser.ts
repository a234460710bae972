/** A browser that Playwright does not drive, with one page. */
import type { LearnerPage } from '../learner'

export interface OtherBrowser {
  readonly page: LearnerPage
  readonly version: string
  /** What pages threw or complained of; empty where the protocol does not tell. */
  readonly errors: readonly string[]
  close(): Promise<void>
}

/** A way to start it, or why there is none here, and what to do about that. */
export type Found = { readonly start: () => Promise<OtherBrowser> } | { readonly missing: string }
