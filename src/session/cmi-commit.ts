/**
 * When the LMS is told, and whether it has understood.
 *
 *     news ──soon──▶ way open? ──yes──▶ send, commit ──▶ way still open? ──yes──▶ saved
 *                        └──────no──────────┴──────────────────┴──no──▶ retrying, later
 *
 * Without a probe the LMS is believed, and both questions are skipped. A page that goes sends and commits at once.
 */
import type { Ms } from '../model/units'
import type { CmiApi } from './cmi-api'
import type { createQueue } from './cmi-queue'
import type { createDelivery } from './delivery'
import type { Page } from './page'
import type { Delivery } from './port'
import { isWorthWaiting } from './quirks/slow-commit'
import { reaches } from './quirks/true-while-offline'

const BACKOFF = [2000, 5000, 15000, 30000, 60000] as const

interface Parts {
  readonly page: Page
  readonly api: CmiApi
  readonly queue: ReturnType<typeof createQueue>
  readonly delivery: ReturnType<typeof createDelivery>
  readonly now: () => Ms
  readonly probe: (() => Promise<boolean>) | undefined
  /** Before anything is sent: what is told with every commit. */
  readonly stamp: () => void
}

export const createCommitter = ({ page, api, queue, delivery, now, probe, stamp }: Parts) => {
  let closed = false
  let failures = 0
  let news = false
  let lastTook: Ms = 0
  let timer: number | undefined
  let asking: Promise<Delivery> | undefined

  const isThrough = (): Promise<boolean> | true => (probe ? reaches(probe) : true)
  const commitIn = (ms: Ms): void => {
    page.clearTimeout(timer)
    timer = closed ? undefined : page.setTimeout(() => void commit(), ms)
  }
  /** Everything up to the answer of the LMS happens before this returns. */
  const send = (): { readonly took: boolean; readonly batch: ReadonlySet<string> } => {
    page.clearTimeout(timer)
    timer = undefined
    news = false
    stamp()
    const start = now()
    const took = queue.send() && api.commit()
    lastTook = now() - start
    return { took, batch: queue.batch() }
  }
  const settle = (good: boolean, batch: ReadonlySet<string>): Delivery => {
    if (closed) return delivery.is()
    if (good) failures = 0
    else {
      queue.again(batch)
      commitIn(BACKOFF[Math.min(failures++, BACKOFF.length - 1)] ?? 0)
    }
    delivery.set(!good ? 'retrying' : news ? 'saving' : 'saved')
    return delivery.is()
  }
  const push = (): Promise<Delivery> => {
    const { took, batch } = send()
    const through = took && isThrough()
    return typeof through === 'boolean' ? Promise.resolve(settle(through, batch)) : through.then((good) => settle(good, batch))
  }
  const commit = (): Promise<Delivery> => {
    const through = isThrough()
    if (through === true) return push()
    return (asking ??= through.then((good) => {
      asking = undefined
      if (closed) return delivery.is()
      return good ? push() : settle(false, new Set())
    }))
  }
  return {
    isClosed: (): boolean => closed,
    /** There is something to tell: when the present task has ended. */
    tell(): void {
      news = true
      if (delivery.is() === 'saved') delivery.set('saving')
      commitIn(0)
    },
    flush: (): Promise<Delivery> => (closed || queue.isIdle() ? Promise.resolve(delivery.is()) : commit()),
    /** It may be the last the page ever hears. */
    hidden: (): void => void (isWorthWaiting(!queue.isIdle(), lastTook) && push()),
    /** Terminate is attempted whatever Commit said: it stores too, so either will do. */
    async finish(): Promise<Delivery> {
      closed = true
      const { took } = send()
      const terminated = api.terminate()
      delivery.set((took || terminated) && (await isThrough()) ? 'saved' : 'lost')
      return delivery.is()
    },
  }
}
