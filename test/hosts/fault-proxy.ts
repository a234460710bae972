/** The way to an LRS as it is on a bad day: an HTTP proxy on this machine that passes requests on, or does one of seven other things to them. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export const FAULTS = ['cut', 'drop', 'delay', 401, 429, 500, 503] as const
/** `cut`: never reached the LRS. `drop`: it did, and its answer was lost. `delay`: it comes late, later than some wait. */
export type Fault = (typeof FAULTS)[number]

export interface FaultProxyOptions {
  /** Ends in a slash, as our own does: `<url>x` is passed on to `<target>x`. */
  readonly target: string
  /** What to do to this request. */
  readonly next: (request: { readonly method: string; readonly path: string; readonly body: string }) => Fault | undefined
  /** How late, in ms. */
  readonly delay: () => number
  /** Pages of other origins are let in, and may read these headers of an answer beside those that any page may (Fetch §4.10). */
  readonly exposed?: readonly string[]
}

/** What lets a page of another origin in: every kind of request is asked for first, and nothing is remembered. */
const letIn = ({ headers }: IncomingMessage, exposed: readonly string[]): Readonly<Record<string, string>> => ({
  'Access-Control-Allow-Origin': headers.origin ?? '*',
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': headers['access-control-request-headers'] ?? '',
  'Access-Control-Max-Age': '0',
  'Access-Control-Expose-Headers': exposed.join(', '),
})

export interface FaultProxy {
  readonly url: string
  /** How often each was done. */
  readonly done: Map<Fault, number>
  readonly total: () => number
  /** After what it still holds back has reached the LRS. */
  stop(): Promise<void>
}

export const startFaultProxy = async ({ target, next, delay, exposed }: FaultProxyOptions): Promise<FaultProxy> => {
  const done = new Map<Fault, number>(FAULTS.map((fault) => [fault, 0]))
  const late = new Set<Promise<void>>()
  const pass = (request: IncomingMessage, body: Buffer, response: ServerResponse | null): Promise<void> =>
    new Promise((resolve) => {
      const headers = { ...request.headers }
      // Whoever was let in here is a guest there, too.
      if (exposed) for (const name of ['origin', 'referer', 'sec-fetch-site']) delete headers[name]
      // With the Host that was asked for: who is asked may have to say where it is.
      const passed = ask(new URL((request.url ?? '/').slice(1), target), { method: request.method, headers }, (answer) => {
        if (response) {
          response.writeHead(answer.statusCode ?? 502, { ...answer.headers, ...(exposed && letIn(request, exposed)) })
          answer.pipe(response)
        } else answer.resume()
        answer.once('close', resolve)
      })
      passed.once('error', () => (response?.destroy(), resolve()))
      passed.end(body)
    })
  const server = createServer((request, response) => {
    if (exposed && request.method === 'OPTIONS') return void response.writeHead(204, letIn(request, exposed)).end()
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => void parts.push(part))
    request.once('end', () => {
      const body = Buffer.concat(parts)
      const fault = next({ method: request.method ?? '', path: request.url ?? '', body: body.toString() })
      if (fault === undefined) return void pass(request, body, response)
      done.set(fault, (done.get(fault) ?? 0) + 1)
      if (fault === 'cut') return void response.destroy()
      if (fault === 'drop') return void pass(request, body, null).then(() => response.destroy())
      if (fault === 'delay') {
        const wait = new Promise((resolve) => setTimeout(resolve, delay())).then(() => pass(request, body, response))
        late.add(wait)
        return void wait.then(() => late.delete(wait))
      }
      response.writeHead(fault, { ...(fault === 429 && { 'Retry-After': '1' }), ...(exposed && letIn(request, exposed)) }).end()
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    done,
    total: () => [...done.values()].reduce((sum, n) => sum + n, 0),
    async stop() {
      await Promise.all(late)
      await new Promise<void>((resolve) => (server.close(() => resolve()), server.closeAllConnections()))
    },
  }
}
