/**
 * Statements to the relay, as what Fetch calls a simple request: text, and the key in the address. It needs no preflight, so a page that goes sends one
 * request and not two (Fetch §4.8).
 */
import type { Relay } from '../../model/relay'
import type { Ms } from '../../model/units'
import type { Answer } from '../outbox'
import type { TracedCall } from '../page'
import type { RelayPage } from './page'

const PATIENCE: Ms = 20_000
/** Fetch lets 64 KiB outlive a page, of all its requests together (Fetch §4.5). */
const KEEPALIVE = 60_000

export const postTo =
  ({ url, key }: Relay, page: RelayPage, now: () => Ms, trace?: (call: TracedCall) => void) =>
  async (statements: readonly object[]): Promise<Answer> => {
    const at = now()
    const body = JSON.stringify(statements)
    const abort = new AbortController()
    const timer = page.setTimeout(() => abort.abort(), PATIENCE)
    let answer = 'none'
    try {
      const { status, headers } = await page.fetch(`${url}/statements?key=${key}`, {
        method: 'POST',
        body,
        headers: { 'Content-Type': 'text/plain' },
        keepalive: body.length <= KEEPALIVE,
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: abort.signal,
      })
      answer = String(status)
      if (status >= 200 && status < 300) return { kind: 'stored' }
      // A key the relay does not know yet may be in its file tomorrow; a revoked one is refused for good.
      if (status >= 400 && status < 500 && ![401, 404, 408, 425, 429].includes(status)) return { kind: 'refused' }
      return { kind: 'later', after: Math.min(Number(headers.get('retry-after')) || 0, 300) * 1000 }
    } catch {
      return { kind: 'later' }
    } finally {
      page.clearTimeout(timer)
      trace?.({ at, method: 'relay', args: [`${statements.length}`], answer, took: now() - at })
    }
  }
