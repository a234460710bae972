import type { Relay } from './relay'
import type { Scaled } from './units'

/** What an admin may set after the build; lies as inline JSON (`#settings`) in the launch page. */
export interface Settings {
  readonly pass: Scaled
  readonly completeOn: 'both' | 'screens' | 'quiz'
  /** Quiz attempts; null is unlimited. Only with a limit can `failed` be final. */
  readonly attempts: number | null
  /** `completed`: the LMS hears neither `passed` nor `failed`, for one that asks for completed alone. */
  readonly report: 'passed' | 'completed'
  /** Of the player's own words. */
  readonly lang: string
  readonly theme: 'system' | 'light' | 'dark' | 'contrast'
  /** As the learner told the LMS; no admin sets it. On, where nobody said. */
  readonly sound?: boolean
  /** Of SCORM packages: where statements go besides. */
  readonly relay?: Relay | undefined
}

/** The inline JSON of the launch page, `#course`: one module, and what it is part of. */
export interface Launch {
  readonly unit: string
  readonly revision: string
  readonly iri: string
}
