/** No LMS: progress stays in this browser. For the zip opened by hand, and the last resort where no LMS answers. */
import { createDelivery } from '../delivery'
import type { DriverOptions } from '../page'
import type { Delivery, LmsAdapter } from '../port'

/**
 * `local({ window, course })`. The key is the course's and its modules', so that packages beside each other do not mix.
 * Where storage is refused (sandboxed frame, private mode, full) progress lasts as long as the page: `retrying`, at the end `lost`.
 */
export const local = ({ window: page, course }: DriverOptions): LmsAdapter => ({
  standard: 'local',
  limits: { suspendChars: 1_000_000 },
  open() {
    const key = ['wsqd', course?.iri, ...(course?.modules ?? []).map((module) => module.id)].join(' ')
    const delivery = createDelivery()
    let unsaved: string | undefined
    const write = (): Delivery => {
      try {
        if (unsaved !== undefined) page.localStorage.setItem(key, unsaved)
        unsaved = undefined
        delivery.set('saved')
      } catch {
        delivery.set('retrying')
      }
      return delivery.is()
    }
    let closed = false
    return Promise.resolve({
      learner: { id: '', name: '' },
      mode: 'normal' as const,
      terms: {},
      resumed: read(page, key),
      restored: false,
      known: { score: null },
      keepsHere: () => delivery.is() === 'saved',
      record: () => undefined,
      save(suspended: string) {
        if (closed) return
        unsaved = suspended
        write()
      },
      flush: () => Promise.resolve(closed ? delivery.is() : write()),
      close() {
        if (!closed && write() !== 'saved') delivery.set('lost')
        closed = true
        return Promise.resolve(delivery.is())
      },
      onDelivery: delivery.onDelivery,
    })
  },
})

const read = (page: DriverOptions['window'], key: string): string | undefined => {
  try {
    return page.localStorage.getItem(key) || undefined
  } catch {
    return undefined
  }
}
