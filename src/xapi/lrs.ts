/**
 * An LRS behind one narrow door: @xapi/xapi makes the requests, the adapter below sends them, and nothing here throws. The library's own adapters lose
 * the status, outlive the page's patience and not the page; this one has a timeout, `keepalive`, and an answer for everything.
 */
import XAPI from '@xapi/xapi'
import type { Ms } from '../model/units'
import type { Agent, Statement } from './statement'

export interface Reply {
  /** 0 where no answer came. */
  readonly status: number
  readonly data: unknown
  /** '' where the LRS gives none, or hides it from a page of another origin. */
  readonly etag: string
  /** What `Retry-After` asks for, in ms. */
  readonly after: Ms
}

export interface Place {
  readonly agent: Agent
  readonly activityId: string
  readonly registration?: string
}

export interface LrsOptions {
  readonly endpoint: string
  readonly auth: string
  readonly window: {
    fetch(url: string, init: RequestInit): Promise<Response>
    setTimeout(run: () => void, ms: number): number
    clearTimeout(timer: number | undefined): void
  }
  readonly now: () => Ms
  /** How long an answer may take. */
  readonly patience?: Ms
  readonly trace?: (call: {
    readonly at: Ms
    readonly method: string
    readonly args: readonly string[]
    readonly answer: string
    readonly took: Ms
  }) => void
}

type AdapterFunction = Exclude<NonNullable<ConstructorParameters<typeof XAPI>[0]['adapter']>, string>

export type Lrs = ReturnType<typeof connectLrs>

const PATIENCE: Ms = 20_000
/** Fetch lets 64 KiB outlive a page, of all its requests together (Fetch §4.5). */
export const KEEPALIVE_BYTES = 60_000

/** The library behind the adapter, and how its answers become replies. */
export const openLrs = ({ endpoint, auth, window: page, now, trace, patience = PATIENCE }: LrsOptions) => {
  const adapter: AdapterFunction = async ({ url, method, headers, data }) => {
    const at = now()
    const body = data === undefined ? undefined : JSON.stringify(data)
    const abort = new AbortController()
    let timer: number | undefined
    const late = new Promise<never>((_, reject) => {
      timer = page.setTimeout(() => {
        reject(new Error('no answer'))
        abort.abort()
      }, patience)
    })
    let status = 0
    try {
      const answer = await Promise.race([
        page.fetch(url, {
          method,
          headers: headers as Record<string, string>,
          ...(body === undefined ? {} : { body, keepalive: body.length <= KEEPALIVE_BYTES }),
          cache: 'no-store',
          credentials: 'omit',
          signal: abort.signal,
        }),
        late,
      ])
      const text = await Promise.race([answer.text(), late])
      status = answer.status
      return { data: parsed(text) as never, headers: Object.fromEntries(answer.headers.entries()), status }
    } finally {
      page.clearTimeout(timer)
      trace?.({
        at,
        method,
        args: [askedFor(url, status >= 200 && status < 300 ? endpoint : '')],
        answer: String(status),
        took: now() - at,
      })
    }
  }
  const xapi = new XAPI({ endpoint, auth, adapter })
  const reply = async (what: Promise<{ data: unknown; headers: Record<string, unknown>; status: number }>): Promise<Reply> => {
    try {
      const { data, headers, status } = await what
      const after = Number(headers['retry-after'])
      return { status, data, etag: String(headers['etag'] ?? ''), after: after > 0 ? Math.min(after, 300) * 1000 : 0 }
    } catch {
      return { status: 0, data: undefined, etag: '', after: 0 }
    }
  }
  return { xapi, reply }
}

export const connectLrs = (options: LrsOptions) => {
  const { xapi, reply } = openLrs(options)
  // Its types know no readonly, and are otherwise the same.
  const open = <T>(value: unknown): T => value as T
  return {
    send: (statements: readonly Statement[]): Promise<Reply> => reply(xapi.sendStatements({ statements: open(statements) })),
    /** 200 where it was stored. */
    find: (statementId: string): Promise<Reply> => reply(xapi.getStatement({ statementId })),
    readState: (place: Place, stateId: string): Promise<Reply> => reply(xapi.getState({ ...place, stateId } as never)),
    /** `etag` of what was read last; null where there was nothing; '' where it is not known. */
    writeState: (place: Place, stateId: string, state: unknown, etag: string | null): Promise<Reply> =>
      reply(
        xapi.setState({
          ...place,
          stateId,
          state,
          contentType: 'application/json',
          ...(etag === null ? { etag: '*', matchHeader: 'If-None-Match' } : etag ? { etag, matchHeader: 'If-Match' } : {}),
        } as never),
      ),
    readAgentProfile: (agent: Agent, profileId: string): Promise<Reply> => reply(xapi.getAgentProfile({ agent: open(agent), profileId })),
  }
}

/** Of an address, the one part that cannot let anybody in. */
export const hostOf = (url: string): string => /^https?:\/\/(?:[^/?#]*@)?([^/?#]*)/i.exec(url)?.[1] ?? ''
/** The resource, and which document of it; after `endpoint` where all went well, else where in full: it may be the wrong place. */
const askedFor = (url: string, endpoint: string): string => {
  const [, id = ''] = /[?&](?:state|profile)Id=(?:[^&]*%2F)?([^&]*)/i.exec(url) ?? []
  const place = url
    .slice(endpoint.length)
    .replace(/[?#].*/, '')
    .replace(/^\//, '')
    .replace(/\/\/[^/]*@/, '//')
  return `${place} ${id}`.trim()
}

const parsed = (text: string): unknown => {
  try {
    return text ? JSON.parse(text) : undefined
  } catch {
    return text
  }
}
