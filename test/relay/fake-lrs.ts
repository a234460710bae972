/** An LRS that takes statements over HTTP and can be told not to: what `test/hosts/real-lrs.ts` is not, quick and moody. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { isDeepStrictEqual } from 'node:util'
import type { Statement } from '../../src/xapi/statement'

export interface FakeLrs {
  readonly url: string
  readonly user: string
  readonly password: string
  readonly statements: Map<string, Statement>
  /** As often as each was stored. */
  readonly times: Map<string, number>
  readonly requests: string[]
  /** Asked before each request: a status, 'cut' before or 'drop' after it was stored. */
  fault: (method: string) => number | 'cut' | 'drop' | undefined
  /** What is refused with 400. */
  hates: (statement: Statement) => boolean
  /** Answers 409 to what it has, as some do. */
  pedantic: boolean
  close(): Promise<void>
}

export const startFakeLrs = async (): Promise<FakeLrs> => {
  const user = 'relay'
  const password = `secret-${Math.random().toString(36).slice(2)}`
  const server = createServer((request, response) => {
    void (async () => {
      let body = ''
      for await (const part of request as AsyncIterable<Buffer>) body += part.toString('utf8')
      const { method = '', url = '' } = request
      lrs.requests.push(`${method} ${url}`)
      const end = (status: number, value: unknown = {}) => {
        if (fault === 'drop') return request.socket.destroy()
        response.writeHead(status, { 'Content-Type': 'application/json' })
        response.end(JSON.stringify(value))
        return undefined
      }
      const fault = lrs.fault(method)
      if (fault === 'cut') return request.socket.destroy()
      if (typeof fault === 'number') return end(fault)
      if (request.headers.authorization !== `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`) return end(401)
      if (request.headers['x-experience-api-version'] !== '1.0.3') return end(400)
      if (method === 'GET') {
        const found = lrs.statements.get(new URLSearchParams(url.split('?')[1]).get('statementId') ?? '')
        return found ? end(200, found) : end(404)
      }
      const batch = JSON.parse(body) as Statement[]
      if (new Set(batch.map(({ id }) => id)).size < batch.length || batch.some(lrs.hates)) return end(400, { error: 'hated' })
      const other = (one: Statement) => {
        const has = lrs.statements.get(one.id)
        return has !== undefined && (lrs.pedantic || !isDeepStrictEqual(has, one))
      }
      if (batch.some(other)) return end(409)
      for (const one of batch) {
        if (lrs.statements.has(one.id)) continue
        lrs.statements.set(one.id, one)
        lrs.times.set(one.id, (lrs.times.get(one.id) ?? 0) + 1)
      }
      return end(
        200,
        batch.map(({ id }) => id),
      )
    })()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const lrs: FakeLrs = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/xapi/`,
    user,
    password,
    statements: new Map(),
    times: new Map(),
    requests: [],
    fault: () => undefined,
    hates: () => false,
    pedantic: false,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
  return lrs
}
