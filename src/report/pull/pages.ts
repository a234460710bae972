/** The statements resource, a page at a time, through the client that the packages use; it waits out what passes, and tells what does not. */
import { openLrs, type LrsOptions, type Reply } from '../../xapi/lrs'

export interface PageQuery {
  readonly activity: string
  /** ISO 8601; all time without. */
  readonly since?: string
  readonly limit: number
}
export interface StatementPage {
  readonly statements: readonly unknown[]
  /** '' on the last page. */
  readonly more: string
}
export type PageReply =
  | { readonly kind: 'page'; readonly page: StatementPage }
  /** The LRS no longer knows the page: its links live for a while only. */
  | { readonly kind: 'gone' }

export interface PagesOptions extends LrsOptions {
  readonly sleep: (ms: number) => Promise<void>
  /** A wait begins: why, and for how long. */
  readonly waiting?: (status: number, ms: number) => void
}

/** Said to whoever pulls; the cure is in it. */
export class PullError extends Error {
  override readonly name = 'PullError'
}

/** About four minutes in all. */
const WAITS = [1, 2, 4, 8, 15, 30, 60, 60, 60].map((s) => s * 1000)
const PATIENCE = 120_000

export const statementPages = (options: PagesOptions) => {
  const { xapi, reply } = openLrs({ patience: PATIENCE, ...options })
  const asked = async (ask: () => Promise<Reply>): Promise<Reply> => {
    for (const wait of WAITS) {
      const found = await ask()
      if (!isPassing(found.status) && !isTorn(found)) return found
      const ms = Math.max(found.after, wait)
      options.waiting?.(found.status, ms)
      await options.sleep(ms)
    }
    return ask()
  }
  const pageOf = ({ status, data }: Reply): PageReply => {
    if (status === 200) {
      const { statements, more } = (data ?? {}) as Partial<StatementPage>
      if (!Array.isArray(statements)) {
        throw new PullError(
          `${options.endpoint}: the answer has no list of statements. Expected the address of an LRS, such as https://lrs.example/xapi/.`,
        )
      }
      return { kind: 'page', page: { statements, more: typeof more === 'string' ? more : '' } }
    }
    throw new PullError(why(options.endpoint, status))
  }
  return {
    async first({ activity, since, limit }: PageQuery): Promise<StatementPage> {
      const found = pageOf(
        await asked(() =>
          reply(xapi.getStatements({ activity, related_activities: true, ascending: true, limit, ...(since ? { since } : {}) }) as never),
        ),
      )
      return found.kind === 'page' ? found.page : { statements: [], more: '' }
    },
    async next(more: string): Promise<PageReply> {
      const path = sameHost(options.endpoint, more)
      const found = await asked(() => reply(xapi.getMoreStatements({ more: path }) as never))
      return [400, 404, 410].includes(found.status) ? { kind: 'gone' } : pageOf(found)
    },
  }
}

/** `more` is relative to the root of the host. Another host would be handed the credentials. */
const sameHost = (endpoint: string, more: string): string => {
  const [home, to] = [new URL(endpoint), new URL(more, endpoint)]
  if (to.origin !== home.origin) {
    throw new PullError(
      `${endpoint}: the next page is said to be at ${to.origin}; expected ${home.origin}. Nothing was asked there. Use the address that the LRS gives itself.`,
    )
  }
  return `${to.pathname}${to.search}`
}

const isPassing = (status: number): boolean => status === 0 || status === 408 || status === 425 || status === 429 || status >= 500
/** An answer that was cut has a status, and no JSON. */
const isTorn = ({ status, data }: Reply): boolean => status === 200 && (data === undefined || typeof data === 'string')

const why = (endpoint: string, status: number): string => {
  if (status === 401 || status === 403) {
    return `${endpoint}: status ${status}. The LRS does not let these credentials read statements. Set WSQD_LRS_KEY and WSQD_LRS_SECRET, with the right to read all statements.`
  }
  if (status === 0)
    return `${endpoint}: no answer. Is the address right, and does this machine reach it? What was pulled is kept; run the same command again.`
  if (status === 404)
    return `${endpoint}: status 404. Expected the address under which "statements" lies, such as https://lrs.example/xapi/.`
  return `${endpoint}: status ${status}. What was pulled is kept; run the same command again later.`
}
