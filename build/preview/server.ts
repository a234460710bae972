/** The preview LMS as a server on the loopback address: nobody but this machine reaches it. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { send, sendJson } from './reply'
import { createRoutes, type Places, type Route } from './routes'
import { PreviewError } from './types'
import { errorPage } from './views/launch'

export interface PreviewOptions extends Places {
  /** The first port to try; 0 lets the system choose. */
  readonly port: number
  readonly now: () => number
  /** Gets what went wrong inside the server itself. */
  readonly onError: (message: string) => void
  /**
   * Another LRS for the statements of cmi5 and Tin Can packages: its statements resource, with a credential if it wants one,
   * `new URL('http://key:secret@127.0.0.1:8081/data/xAPI/statements')`. Every statements request of a package goes on to it, once the preview itself has
   * nothing against it, and its answer is the answer; state and profile documents, and what the LMS says (launched, abandoned, satisfied), stay here.
   * A copy of what it took is kept for the inspector and for moveOn.
   */
  readonly statements?: URL
}
export interface Preview {
  /** With a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

const HOST = '127.0.0.1'
const TRIES = 20

export async function startPreview(options: PreviewOptions): Promise<Preview> {
  const routes = createRoutes(options, options.now, options.statements ?? null)
  const server = createServer((request, response) => {
    void answer(routes, request, response).catch((error: unknown) => fail(request, response, error, options.onError))
  })
  const port = await listen(server, options.port)
  return {
    url: `http://${HOST}:${port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function listen(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(65535, first + TRIES - 1)
  for (let port = first; port <= last; port += 1) {
    if (await tryPort(server, port)) return (server.address() as AddressInfo).port
  }
  throw new PreviewError(`Ports ${first} to ${last} on ${HOST} are all taken. Give another one with --port, or 0 for any that is free.`)
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException): void => {
      server.off('listening', listening)
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    }
    const listening = (): void => {
      server.off('error', failed)
      resolve(true)
    }
    server.once('error', failed)
    server.once('listening', listening)
    server.listen(port, HOST)
  })
}

async function answer(routes: readonly Route[], request: IncomingMessage, response: ServerResponse): Promise<void> {
  const origin = `http://${checkCaller(request)}`
  // Node gives the target as it came; URL would resolve the dots of "/content/x/../../etc", and hide them from us.
  const path = (request.url ?? '/').split('?')[0] ?? '/'
  const url = new URL(request.url ?? '/', origin)
  const method = request.method === 'HEAD' ? 'GET' : request.method
  for (const route of routes) {
    const match = route.method === method || route.method === 'any' ? route.pattern.exec(path) : null
    if (match === null) continue
    const parts = match.slice(1).map((part, index, all) => (index === all.length - 1 && part.includes('/') ? part : decode(part)))
    return route.handle({ request, response, url, parts: /^\/(content|flat)\//.test(path) ? match.slice(1) : parts })
  }
  throw new PreviewError(
    `Nothing at ${request.method} ${path}. The catalogue is at ${origin}/, the addresses for tests in docs/preview.md.`,
    404,
  )
}

/** A page of another site may not play with the attempts, not even under a name that points at this machine. Returns the host. */
function checkCaller(request: IncomingMessage): string {
  const host = request.headers.host ?? ''
  if (!/^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/.test(host)) {
    throw new PreviewError(`Asked for the host "${host}". Expected 127.0.0.1 or localhost: the preview answers to this machine only.`, 421)
  }
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) {
    throw new PreviewError(`A page of "${origin}" asked. Expected http://${host}: other sites may not use the preview.`, 403)
  }
  return host
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw new PreviewError(`"${part.slice(0, 80)}" in the address is not encoded as a URI is. Encode it with encodeURIComponent.`)
  }
}

function fail(request: IncomingMessage, response: ServerResponse, error: unknown, onError: (message: string) => void): void {
  const known = error instanceof PreviewError
  const message = error instanceof Error ? error.message : String(error)
  if (!known) onError(error instanceof Error ? (error.stack ?? message) : message)
  if (response.headersSent) {
    response.destroy()
    return
  }
  const status = known ? error.status : 500
  const wantsPage = String(request.headers.accept ?? '').includes('text/html')
  if (wantsPage) send(request, response, status, 'text/html; charset=utf-8', errorPage(status, message))
  else sendJson(request, response, { error: message }, status)
}
