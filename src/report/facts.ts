/**
 * The one fact table: a row for every statement of ours that was accepted, and nothing else of what an LRS holds. Every metric reads this table alone;
 * what is null was not said by the statement. Written to Parquet under these very names.
 */
import type { Ms, Scaled } from '../model/units'
import type { VerbName } from '../xapi/vocabulary'

/** What a statement is about. The unit is what the LMS launched: a module, or the programme. */
export type ObjectKind = 'unit' | 'module' | 'screen' | 'quiz' | 'question' | 'prediction' | 'goal'

/** Milliseconds since 1970, UTC. */
export type Time = number

export interface Fact {
  /** Of the statement, lower case: rows are kept once for each. */
  readonly id: string
  /** When it happened, by the learner's clock (`timestamp`). */
  readonly time: Time
  /** When the LRS had it; null where it doesn't say. */
  readonly stored: Time | null
  /** Who: `homePage name` of the account, else mbox, mbox_sha1sum or openid. Never a name. With pseudonyms, a code in its place. */
  readonly actor: string
  /** How to call them, where the statement says: the actor's name, else the account's name or the address. */
  readonly label: string
  /** '' where the launch had none. */
  readonly registration: string
  readonly verb: VerbName
  readonly object: ObjectKind
  /** Number of the module, 1–99; 0 for what is about the course or the programme. */
  readonly module: number
  /** Id of the screen, question, prediction or goal within its module; '' for the others. */
  readonly item: string
  /** `item-version` of a question or prediction. */
  readonly version: number | null
  /** Of the quiz, from 1. */
  readonly attempt: number | null
  /** xAPI's `interactionType`: `choice` and `matching` are sets, other responses are compared as a whole. */
  readonly interaction: string | null
  /** As the statement has it: option ids, `[,]` between, sets sorted. */
  readonly response: string | null
  readonly success: boolean | null
  readonly score: Scaled | null
  /** Of the visit, the answer or the session. */
  readonly duration: Ms | null
  /** How long the screen was open in front of the learner. */
  readonly visible: Ms | null
  /** Option ids in the order they were shown. */
  readonly shown: string | null
  /** Of the module, whole per cents. */
  readonly progress: number | null
  readonly lang: string
  /** `course-revision`: which edition of the course said it. */
  readonly revision: string
}

export type Column = keyof Fact
export type ColumnType = 'text' | 'uuid' | 'integer' | 'real' | 'boolean' | 'time'

/** The columns in their order, with their types in the store. */
export const columns: Readonly<Record<Column, ColumnType>> = {
  id: 'uuid',
  time: 'time',
  stored: 'time',
  actor: 'text',
  label: 'text',
  registration: 'text',
  verb: 'text',
  object: 'text',
  module: 'integer',
  item: 'text',
  version: 'integer',
  attempt: 'integer',
  interaction: 'text',
  response: 'text',
  success: 'boolean',
  score: 'real',
  duration: 'integer',
  visible: 'integer',
  shown: 'text',
  progress: 'integer',
  lang: 'text',
  revision: 'text',
}
