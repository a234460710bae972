/** What the preview's LRS keeps: of one learner, of one package. Statements of any tool, so almost nothing of them is certain. */
export interface Agent {
  readonly objectType?: string
  readonly name?: string
  readonly account?: { readonly homePage: string; readonly name: string }
  readonly mbox?: string
  readonly mbox_sha1sum?: string
  readonly openid?: string
  readonly member?: readonly Agent[]
}
export interface Thing extends Agent {
  readonly id?: string
  readonly definition?: { readonly name?: Readonly<Record<string, string>>; readonly [key: string]: unknown }
}
export interface Context {
  readonly registration?: string
  readonly contextActivities?: Readonly<Record<string, readonly Thing[] | Thing>>
  readonly extensions?: Readonly<Record<string, unknown>>
  readonly instructor?: Agent
  readonly team?: Agent
  readonly [key: string]: unknown
}
export interface Statement {
  readonly id: string
  readonly actor: Agent
  readonly verb: { readonly id: string; readonly display?: Readonly<Record<string, string>> }
  readonly object: Thing
  readonly result?: {
    readonly score?: { readonly scaled?: number; readonly raw?: number; readonly min?: number; readonly max?: number }
    readonly success?: boolean
    readonly completion?: boolean
    readonly response?: string
    readonly duration?: string
    readonly extensions?: Readonly<Record<string, unknown>>
  }
  readonly context?: Context
  readonly timestamp: string
  readonly stored: string
  readonly authority: Agent
  readonly version: string
}

export interface Kept {
  readonly statement: Statement
  /** The token's session that sent it; null where the LMS did. */
  readonly session: string | null
  readonly voided: boolean
}

/** State, agent profile and activity profile documents differ in what their key holds. */
export interface Document {
  readonly resource: 'activities/state' | 'agents/profile' | 'activities/profile'
  readonly activityId: string
  /** One identifier, as `agentKey` writes it; '' where the resource has none. */
  readonly agent: string
  readonly registration: string
  /** stateId or profileId. */
  readonly id: string
  readonly type: string
  readonly text: string
  readonly etag: string
  readonly updated: string
}

/** One request to the LRS, as it was answered. */
export interface Asked {
  readonly n: number
  readonly at: string
  readonly session: string
  readonly method: string
  /** `statements`, `activities/state LMS.LaunchData`. */
  readonly what: string
  readonly status: number
  /** What was wrong with it, or which fault it met; '' where all was well. */
  readonly said: string
}

/** A launch of one unit. */
export interface Launch {
  readonly id: string
  readonly unit: string
  /** The credential of the session, as it stands after `Basic `. */
  readonly token: string
  readonly mode: 'normal' | 'review' | 'browse'
  readonly revision: string
  readonly started: string
  /** cmi5: the fetch URL was asked, LMS.LaunchData and the learner's preferences were read. */
  readonly fetched: boolean
  readonly readData: boolean
  readonly readPreferences: boolean
  readonly initialised: boolean
  readonly ended: { readonly how: 'terminated' | 'abandoned'; readonly at: string } | null
}

/** An attempt: a registration, in cmi5's word, of the learner for all units of the package. */
export interface Registration {
  readonly number: number
  readonly id: string
  readonly started: string
  readonly updated: string
  readonly launches: readonly Launch[]
  /** Ids of the course and the blocks for which `satisfied` was said. */
  readonly satisfied: readonly string[]
}

export interface LearningRecord {
  readonly registrations: readonly Registration[]
  readonly statements: readonly Kept[]
  readonly documents: readonly Document[]
  readonly requests: readonly Asked[]
}

/** What a resource answers, before it is HTTP. */
export interface Answer {
  readonly status: number
  /** JSON, unless `type` says otherwise. Undefined: no content. */
  readonly body?: unknown
  readonly type?: string
  readonly headers?: Readonly<Record<string, string>>
}
