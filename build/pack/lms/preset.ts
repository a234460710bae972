/** What is known of an LMS, how well it is known, and which package suits it. */
import type { Settings } from '../../../src/model/settings'
import type { TargetName } from '../targets'

/**
 * `source`: read in its source code. `vendor`: in the vendor's own documentation. `community`: in threads of people who use it.
 * `unconfirmed`: general knowledge; nobody here has seen it. None of them is "tried on a live system".
 */
export type Confidence = 'source' | 'vendor' | 'community' | 'unconfirmed'

export const confidenceWords: Readonly<Record<Confidence, string>> = {
  source: 'source code read',
  vendor: 'vendor’s documentation',
  community: 'community',
  unconfirmed: 'not confirmed',
}

/** One sentence, plain text; `code` between backticks. */
export interface Fact {
  readonly say: string
  readonly by: Confidence
}

export interface Trouble {
  /** What the admin or the learner sees. */
  readonly sign: string
  readonly cure: string
  readonly by: Confidence
}

export interface LmsPreset {
  /** After `--lms`, in file names and anchors. */
  readonly name: string
  readonly label: string
  /** Other names it is asked for by, lower case. */
  readonly also: readonly string[]
  /** The one package to import. */
  readonly target: TargetName
  readonly why: Fact
  /** Another that may be taken, and when. */
  readonly instead: { readonly target: TargetName; readonly when: Fact } | null
  /** The status the LMS is told to ask for: both ticked, or completed alone. */
  readonly ask: 'passed and completed' | 'completed'
  readonly asks: Fact
  /** Where the package is built otherwise than the course has it. */
  readonly settings: Partial<Settings>
  readonly importing: readonly Fact[]
  readonly setting: readonly Fact[]
  readonly troubles: readonly Trouble[]
}

export const fact = (by: Confidence, say: string): Fact => ({ say, by })
export const trouble = (by: Confidence, sign: string, cure: string): Trouble => ({ sign, cure, by })

/** To go on after a colon or a word; names in capitals stay. */
export const lowerFirst = (say: string): string => (/^[A-Z][a-z]/.test(say) ? say.charAt(0).toLowerCase() + say.slice(1) : say)
