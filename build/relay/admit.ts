/** Who may write: POST and nothing else, with the key of a deployment, from a page of one of its origins, not too often. */
import type { IncomingMessage } from 'node:http'
import type { Buckets } from './buckets'
import type { Deployment, RelayConfig } from './config'
import { Refusal } from './refusal'

export const STATEMENTS = '/statements'

export interface Asked {
  readonly method: string
  readonly path: string
  readonly key: string
  readonly origin: string
  readonly address: string
}

export function askedOf(request: IncomingMessage, behindProxy: boolean): Asked {
  const { method = '', url = '/', headers, socket } = request
  const [path = '/', search = ''] = url.split('?')
  // Each proxy adds whom it saw; what the one next to us says is the only part that nobody else wrote.
  const forwarded = behindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  return {
    method,
    path: path.replace(/\/+$/, ''),
    key: new URLSearchParams(search).get('key') ?? '',
    origin: headers.origin ?? '',
    address: forwarded || (socket.remoteAddress ?? ''),
  }
}

/** A browser's question whether a page may ask (Fetch §3.2.2). The key is not looked at: it is the page's origin that is asked for. */
export function isKnownOrigin(deployments: readonly Deployment[], origin: string): boolean {
  return deployments.some(({ origins, revoked }) => !revoked && origins.includes(origin))
}

/** Throws a `Refusal`, each with a status that tells a page of ours whether to try again (docs/admin/relay.md). */
export function admit(asked: Asked, { deployments, limits }: RelayConfig, buckets: Buckets): Deployment {
  const { method, path, key, origin, address } = asked
  if (path !== STATEMENTS) throw new Refusal(404, 'path', `There is nothing here; expected POST ${STATEMENTS}.`)
  if (method !== 'POST')
    throw new Refusal(
      405,
      'method',
      `${method.slice(0, 10)} is not answered: this relay takes statements, and gives none. Read them in the LRS.`,
      {
        Allow: 'POST, OPTIONS',
      },
    )
  if (!buckets.take(`address ${address}`, 1, limits.perAddress))
    throw new Refusal(429, 'address-rate', 'Too many requests from this address. Try again later.', { 'Retry-After': '10' })
  const deployment = deployments.find((one) => one.key === key)
  if (deployment === undefined)
    throw new Refusal(401, 'key', 'The key is missing or unknown; expected ?key= as the relay’s file has it for a deployment.')
  if (deployment.revoked)
    throw new Refusal(403, 'revoked', 'The key was revoked. Set the package to another with "wsqd configure --relay".')
  if (!deployment.origins.includes(origin))
    throw new Refusal(
      403,
      'origin',
      origin ? 'Pages of this origin may not write here.' : 'There is no Origin; expected a page of the LMS to ask.',
    )
  return deployment
}
