/** The LRS as the relay needs it: take these; do you have that? Nothing here throws, and nothing of what it knows is said. */
import type { Statement } from '../../src/xapi/statement'

export type Verdict =
  | { readonly kind: 'stored' }
  /** `after` in ms: not before. */
  | { readonly kind: 'later'; readonly status: number; readonly after: number }
  | { readonly kind: 'conflict' | 'refused'; readonly status: number; readonly said: string }

export interface Lrs {
  send(statements: readonly Statement[]): Promise<Verdict>
  /** Null where it does not say now, 'hidden' where it never will: the credential may only write. */
  has(id: string): Promise<boolean | 'hidden' | null>
}

const PATIENCE = 30_000
const VERSION = '1.0.3'

export function connectLrs(url: string, authorization: string, fetch: typeof globalThis.fetch): Lrs {
  const statements = `${url.replace(/\/+$/, '')}/statements`
  const ask = async (
    to: string,
    init: RequestInit,
  ): Promise<{ readonly status: number; readonly after: number; readonly text: string }> => {
    try {
      const answer = await fetch(to, {
        ...init,
        headers: { Authorization: authorization, 'X-Experience-API-Version': VERSION, 'Content-Type': 'application/json' },
        // A redirect could carry the credential elsewhere.
        redirect: 'manual',
        signal: AbortSignal.timeout(PATIENCE),
      })
      const text = await answer.text()
      const after = Number(answer.headers.get('retry-after'))
      return { status: answer.status, after: after > 0 ? Math.min(after, 300) * 1000 : 0, text }
    } catch {
      return { status: 0, after: 0, text: '' }
    }
  }
  return {
    async send(list) {
      const { status, after, text } = await ask(statements, { method: 'POST', body: JSON.stringify(list) })
      if (status >= 200 && status < 300) return { kind: 'stored' }
      const said = text.replace(/\s+/g, ' ').slice(0, 300)
      if (status === 409) return { kind: 'conflict', status, said }
      // What is wrong with the statements. All else is wrong with the way or the credential, and may be mended: nothing is given up for it.
      return [400, 413, 422].includes(status) ? { kind: 'refused', status, said } : { kind: 'later', status, after }
    },
    async has(id) {
      const { status } = await ask(`${statements}?statementId=${encodeURIComponent(id)}`, { method: 'GET' })
      return status === 200 ? true : status === 404 ? false : [401, 403, 405].includes(status) ? 'hidden' : null
    },
  }
}
