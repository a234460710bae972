/** A Statement as xAPI 1.0.3 has it (part 2, §2.2): what of it we say, and no more. Types alone, plain JSON all the way down. */
export type LanguageMap = Readonly<Record<string, string>>

/** One identifier and no more (xAPI 1.0.3, part 2, §2.4.2.3). */
export interface Agent {
  readonly objectType?: 'Agent'
  readonly name?: string
  readonly account?: { readonly homePage: string; readonly name: string }
  readonly mbox?: string
  readonly mbox_sha1sum?: string
  readonly openid?: string
}

export interface Component {
  readonly id: string
  readonly description: LanguageMap
}

export interface Definition {
  readonly type: string
  readonly name?: LanguageMap
  readonly description?: LanguageMap
  readonly interactionType?: 'choice' | 'sequencing' | 'matching' | 'numeric' | 'fill-in' | 'performance'
  readonly correctResponsesPattern?: readonly string[]
  readonly choices?: readonly Component[]
  readonly source?: readonly Component[]
  readonly target?: readonly Component[]
  readonly steps?: readonly Component[]
}

export interface Activity {
  readonly objectType?: 'Activity'
  readonly id: string
  readonly definition?: Definition
}

export type Extensions = Readonly<Record<string, unknown>>

export interface Result {
  readonly score?: { readonly scaled: number; readonly raw?: number; readonly min?: number; readonly max?: number }
  readonly success?: boolean
  readonly completion?: boolean
  readonly response?: string
  /** ISO 8601. */
  readonly duration?: string
  readonly extensions?: Extensions
}

export interface ContextActivities {
  readonly parent?: readonly Activity[]
  readonly grouping?: readonly Activity[]
  readonly category?: readonly Activity[]
  readonly other?: readonly Activity[]
}

export interface Context {
  readonly registration?: string
  readonly language?: string
  readonly contextActivities?: ContextActivities
  readonly extensions?: Extensions
}

export interface Statement {
  readonly id: string
  readonly actor: Agent
  readonly verb: { readonly id: string; readonly display: LanguageMap }
  readonly object: Activity
  readonly result?: Result
  readonly context: Context
  /** ISO 8601, UTC, with milliseconds. */
  readonly timestamp: string
}
