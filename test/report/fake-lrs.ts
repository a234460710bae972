/** An LRS as a pull meets one: pages oldest first, `more` from the root of the host, faults on demand. It counts what it is asked. */
export interface FakeLrs {
  readonly statements: Record<string, unknown>[]
  readonly requests: string[]
  readonly auths: Set<string>
  /** Asked before each answer; a string is a cut of the wire. */
  fault: (request: number) => number | 'cut' | 'torn' | undefined
  /** Links to a next page that no longer work. */
  forgets: boolean
  newestFirst: boolean
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
}

export const ENDPOINT = 'https://lrs.example/data/xAPI/'

export const fakeLrs = (statements: readonly Record<string, unknown>[]): FakeLrs => {
  const lrs: FakeLrs = {
    statements: [...statements],
    requests: [],
    auths: new Set(),
    fault: () => undefined,
    forgets: false,
    newestFirst: false,
    fetch(url, init) {
      const at = new URL(url)
      lrs.requests.push(`${at.pathname}${at.search}`)
      lrs.auths.add(String((init.headers as Record<string, string>)['Authorization']))
      const fault = lrs.fault(lrs.requests.length)
      if (fault === 'cut') return Promise.reject(new TypeError('network'))
      if (typeof fault === 'number') {
        return Promise.resolve(new Response('', { status: fault, headers: fault === 429 ? { 'Retry-After': '7' } : {} }))
      }
      const isMore = at.pathname.endsWith('/statements/more')
      if (isMore && lrs.forgets) return Promise.resolve(new Response('{}', { status: 404 }))
      const since = at.searchParams.get('since')
      const all = lrs.statements
        .filter(({ stored }) => since === null || String(stored) > since)
        .sort((a, b) => (String(a['stored']) < String(b['stored']) ? -1 : 1) * (lrs.newestFirst ? -1 : 1))
      const from = Number(at.searchParams.get('from') ?? 0)
      const limit = Number(at.searchParams.get('limit'))
      const more = new URLSearchParams({
        ...(since === null ? {} : { since }),
        from: String(from + limit),
        limit: String(limit),
      }).toString()
      const body = JSON.stringify({
        statements: all.slice(from, from + limit),
        more: from + limit < all.length ? `/data/xAPI/statements/more?${more}` : '',
      })
      return Promise.resolve(new Response(fault === 'torn' ? body.slice(0, body.length / 2) : body, { status: 200 }))
    },
  }
  return lrs
}
