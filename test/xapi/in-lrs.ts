/** What an LRS holds, asked page by page. */
import type { Statement } from '../../src/xapi/statement'
import type { RealLrs } from '../hosts/real-lrs'

interface Page {
  readonly statements: readonly Statement[]
  /** Of the next page, '' on the last; may begin at the root of the host. */
  readonly more?: string
}

export const statementsIn = async ({ url, authorization }: RealLrs, limit = 50): Promise<readonly Statement[]> => {
  const all: Statement[] = []
  const headers = { Authorization: authorization, 'X-Experience-API-Version': '1.0.3' }
  for (let at: string | null = `${url}statements?limit=${limit}`; at;) {
    const { statements, more } = (await (await fetch(at, { headers })).json()) as Page
    all.push(...statements)
    at = more ? new URL(more, url).href : null
  }
  return all
}

/** Their ids, sorted: what is there twice is there twice. */
export const storedIn = async (lrs: RealLrs): Promise<readonly string[]> => (await statementsIn(lrs)).map(({ id }) => id).sort()
