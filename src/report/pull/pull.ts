/**
 * Everything of our course that an LRS has, into the store. Oldest first; after every page the store knows where to go on, so a run that is cut loses at most
 * a page. The next run begins some minutes before the newest statement it has: an LRS may store them late, and the store keeps each id once.
 */
import { flatten, type FlattenTerms } from '../flatten'
import type { Cursor } from '../store/checkpoint'
import type { Store } from '../store/store'
import type { statementPages, StatementPage } from './pages'

export interface PullOptions {
  readonly store: Store
  readonly pages: ReturnType<typeof statementPages>
  readonly terms: FlattenTerms
  /** What the cursor is kept under: the address of the LRS. */
  readonly source: string
  readonly limit?: number
  readonly progress?: (read: number) => void
}

const OVERLAP = 5 * 60_000
const LIMIT = 500

/** How many statements came. */
export const pull = async ({ store, pages, terms, source, limit = LIMIT, progress }: PullOptions): Promise<number> => {
  let cursor = store.cursor(source)
  let read = 0
  const begin = (): Promise<StatementPage> => pages.first({ activity: terms.iri, limit, ...since(cursor) })
  const goOn = async (more: string): Promise<StatementPage> => {
    const found = await pages.next(more)
    return found.kind === 'page' ? found.page : begin()
  }
  let page = cursor.more ? await goOn(cursor.more) : await begin()
  for (;;) {
    cursor = after(cursor, page)
    await store.add(
      page.statements.map((one) => flatten(one, terms)),
      { source, cursor },
    )
    read += page.statements.length
    progress?.(read)
    if (!page.more) return read
    page = await goOn(page.more)
  }
}

const since = ({ newest }: Cursor): { readonly since?: string } =>
  newest ? { since: new Date(Date.parse(newest) - OVERLAP).toISOString() } : {}

/** An LRS that begins with the newest after all has not told the older ones before its last page: `newest` waits for that. */
const after = ({ newest, pending }: Cursor, { statements, more }: StatementPage): Cursor => {
  const times = statements.map(storedOf).filter((time) => !Number.isNaN(time))
  const seen = times.reduce((a, b) => Math.max(a, b), Math.max(millis(newest), millis(pending)))
  const rises = !more || (pending === undefined && times.every((time, i) => i === 0 || time >= (times[i - 1] ?? 0)))
  const at = seen > 0 ? { [rises ? 'newest' : 'pending']: new Date(seen).toISOString() } : {}
  return { ...(newest ? { newest } : {}), ...at, ...(more ? { more } : {}) }
}
const millis = (time: string | undefined): number => (time === undefined ? 0 : Date.parse(time))
const storedOf = (one: unknown): number => {
  const stored = (one as { readonly stored?: unknown } | null)?.stored
  return typeof stored === 'string' ? Date.parse(stored) : NaN
}
