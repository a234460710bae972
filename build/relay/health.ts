/** How the relay is, for whoever runs it: counts and names of deployments, nothing of a learner and nothing secret. */
import type { Deployment } from './config'
import type { Forwarder } from './forward'
import type { Log } from './log'
import type { Queue } from './queue/queue'

export interface Health {
  /** `waiting`: the LRS does not take statements now. */
  readonly state: 'forwarding' | 'waiting'
  /** Statements on the disk that the LRS has not taken. */
  readonly waiting: number
  readonly forwarded: number
  /** In aside.jsonl since the start: somebody has to look at them. */
  readonly aside: number
  /** The LRS's last answer; 0 is none, null before the first. */
  readonly lrs: { readonly status: number | null; readonly failures: number }
  readonly seconds: number
  readonly deployments: readonly object[]
}

interface Parts {
  readonly queue: Queue
  readonly forwarder: Forwarder
  readonly log: Log
  readonly deployments: readonly Deployment[]
  /** ms since the start. */
  readonly since: number
}

export function healthOf({ queue, forwarder, log, deployments, since }: Parts): Health {
  const { failures, status, forwarded, aside } = forwarder.state()
  const counts = log.counts()
  const known = deployments.map(({ name, revoked }) => ({ name, revoked, accepted: 0, refused: {}, ...counts[name] }))
  const { refused } = counts['-'] ?? {}
  return {
    state: failures > 0 ? 'waiting' : 'forwarding',
    waiting: queue.waiting(),
    forwarded,
    aside,
    lrs: { status, failures },
    seconds: Math.round(since / 1000),
    deployments: refused ? [...known, { name: '-', revoked: false, accepted: 0, refused }] : known,
  }
}
