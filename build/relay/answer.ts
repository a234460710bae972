/** One request to the relay and its answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { accept } from './accept'
import { admit, askedOf, isKnownOrigin, STATEMENTS } from './admit'
import type { Buckets } from './buckets'
import type { RelayConfig } from './config'
import type { Log } from './log'
import { Full, type Queue } from './queue/queue'
import { readBody } from './read-body'
import { Refusal } from './refusal'

export interface Desk {
  readonly config: () => RelayConfig
  readonly queue: Pick<Queue, 'put'>
  readonly buckets: Buckets
  readonly log: Log
}

export async function answer(request: IncomingMessage, response: ServerResponse, { config, queue, buckets, log }: Desk): Promise<void> {
  const { activities, behindProxy, deployments, limits } = config()
  const asked = askedOf(request, behindProxy)
  const known = isKnownOrigin(deployments, asked.origin)
  const cors: Readonly<Record<string, string>> = known
    ? { 'Access-Control-Allow-Origin': asked.origin, 'Access-Control-Expose-Headers': 'Retry-After', Vary: 'Origin' }
    : { Vary: 'Origin' }
  const send = (status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): void => {
    const text = body === null ? '' : `${JSON.stringify(body)}\n`
    response.writeHead(status, { ...SAFE, ...cors, ...(text ? { 'Content-Type': 'application/json' } : {}), ...headers })
    response.end(text)
  }
  const name = deployments.find(({ key }) => key === asked.key)?.name ?? '-'
  try {
    if (asked.method === 'OPTIONS' && asked.path === STATEMENTS) {
      if (!known) throw new Refusal(403, 'origin', 'Pages of this origin may not write here.')
      return send(204, null, PREFLIGHT)
    }
    const deployment = admit(asked, config(), buckets)
    const statements = accept(await readBody(request, limits.bodyKB * 1024), deployment, activities)
    if (!buckets.take(`key ${deployment.name}`, statements.length, limits.perKey))
      throw new Refusal(429, 'key-rate', 'Too many statements with this key. Try again later.', { 'Retry-After': '10' })
    await queue.put(statements)
    log.took(deployment.name, statements.length)
    // As an LRS answers (xAPI 1.0.3, part 3, §2.1.2).
    send(
      200,
      statements.map(({ id }) => id),
    )
  } catch (error) {
    const refusal = refusalOf(error)
    log.refused(name, refusal.status, refusal.reason)
    if (!(error instanceof Refusal || error instanceof Full))
      log.say(`Not stored: ${error instanceof Error ? error.message : String(error)}`)
    if (response.headersSent || response.destroyed) return
    send(refusal.status, { error: refusal.message }, refusal.headers)
    // Nobody reads the rest of what was too long.
    if (refusal.headers['Connection'] === 'close') response.once('finish', () => request.destroy())
  }
}

/** What is wrong with us is "later" for a page. */
function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const full = error instanceof Full
  return new Refusal(
    503,
    full ? 'full' : 'disk',
    full ? 'The queue is full. Try again later.' : 'It could not be stored. Try again later.',
    {
      'Retry-After': '60',
    },
  )
}

const SAFE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const
const PREFLIGHT = {
  'Access-Control-Allow-Methods': 'POST',
  'Access-Control-Allow-Headers': 'Content-Type, X-Experience-API-Version',
  'Access-Control-Max-Age': '7200',
  Vary: 'Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
} as const
