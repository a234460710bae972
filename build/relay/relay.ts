/** The relay as a whole: a queue, somebody who empties it, a door for pages and one for the admin. */
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Failure } from '../commands/failure'
import { answer } from './answer'
import { createBuckets } from './buckets'
import type { Address, RelayConfig } from './config'
import { startForwarding } from './forward'
import { healthOf } from './health'
import { createLog } from './log'
import { connectLrs } from './lrs'
import { openQueue } from './queue/queue'

export interface RelayOptions {
  readonly config: RelayConfig
  /** For the LRS. */
  readonly authorization: string
  readonly fetch: typeof globalThis.fetch
  readonly now: () => number
  readonly random: () => number
  /** Lines of the log. */
  readonly write: (line: string) => void
}

export interface Relay {
  /** Without a slash at its end. */
  readonly url: string
  readonly healthUrl: string | null
  /** Deployments and limits of another configuration, from now on; the rest waits for the next start. */
  use(config: RelayConfig): void
  close(): Promise<void>
}

const MINUTE = 60_000

/** Throws a `Failure` where an address or the queue is taken. */
export async function startRelay({ config: first, authorization, fetch, now, random, write }: RelayOptions): Promise<Relay> {
  let config = first
  const log = createLog(write, now)
  let wake = (): void => undefined
  const queue = await openQueue({ ...first.queue, came: () => wake() })
  const started = now()
  const lrs = connectLrs(first.lrs.url, authorization, fetch)
  const forwarder = startForwarding({ queue, lrs, random, log: log.say })
  wake = forwarder.wake
  const buckets = createBuckets(now)
  const desk = { config: () => config, queue, buckets, log }
  const servers: Server[] = []
  const open = async (at: Address, listener: RequestListener): Promise<string> => {
    const server = createServer({ requestTimeout: 20_000, headersTimeout: 10_000, keepAliveTimeout: 15_000 }, listener)
    servers.push(server)
    return listen(server, at)
  }
  const closeAll = async (): Promise<void> => {
    await Promise.all(
      servers.map(
        (server) =>
          new Promise<void>((resolve) => {
            server.close(() => resolve())
            server.closeIdleConnections()
            setTimeout(() => server.closeAllConnections(), 2000).unref()
          }),
      ),
    )
    await forwarder.stop()
    await queue.close()
  }
  try {
    const url = await open(first.listen, (request, response) => void answer(request, response, desk))
    const health = (): object => healthOf({ queue, forwarder, log, deployments: config.deployments, since: now() - started })
    const healthUrl = first.health
      ? await open(first.health, (_, response) => {
          response.writeHead(200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
          response.end(`${JSON.stringify(health(), null, 1)}\n`)
        })
      : null
    if (queue.waiting() > 0) log.say(`${queue.waiting()} statements wait from before, and go first.`)
    const timer = setInterval(log.flush, MINUTE)
    return {
      url,
      healthUrl,
      use: (next) => void (config = next),
      async close() {
        clearInterval(timer)
        await closeAll()
        log.flush()
      },
    }
  } catch (error) {
    await closeAll()
    throw error
  }
}

function listen(server: Server, { host, port }: Address): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is taken' : `cannot be listened on (${error.code ?? error.message})`
      reject(new Failure(`${host}:${port} ${why}. Give another address in the file of the relay.`))
    })
    server.listen(port, host, () => {
      const { address, family, port: got } = server.address() as AddressInfo
      resolve(`http://${family === 'IPv6' ? `[${address}]` : address}:${got}`)
    })
  })
}
