/** What a relay is told by its file, and nothing else: where it listens, whom it forwards to, which deployments it takes statements from. */
export interface RelayConfig {
  readonly listen: Address
  /** Where the admin looks; null: nowhere. */
  readonly health: Address | null
  /** The one before us names who asked (X-Forwarded-For). */
  readonly behindProxy: boolean
  readonly lrs: { readonly url: string; readonly credential: CredentialSource }
  /** What IRIs of activities begin with. */
  readonly activities: string
  readonly queue: { readonly folder: string; readonly megabytes: number }
  readonly limits: Limits
  readonly deployments: readonly Deployment[]
}

export interface Address {
  readonly host: string
  readonly port: number
}

/** Never the credential itself: a file like this is copied, mailed and put under version control. */
export type CredentialSource = { readonly env: readonly [user: string, password: string] } | { readonly file: string }

export interface Limits {
  /** The largest body of a request, in KB. */
  readonly bodyKB: number
  /** Requests a second from one address, over ten seconds. */
  readonly perAddress: number
  /** Statements a second with one key, over ten seconds. */
  readonly perKey: number
}

/** One LMS: its packages have the key in their pages. */
export interface Deployment {
  readonly name: string
  readonly key: string
  readonly origins: readonly string[]
  /** Of the accounts its learners have in the LRS. */
  readonly homePage: string
  readonly revoked: boolean
}
