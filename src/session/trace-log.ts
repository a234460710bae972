/**
 * The last calls to the LMS, always kept, because what went wrong is seldom met a second time with somebody watching. Bounded: how a session
 * began and how it goes now tell the most, so what is let go is the oldest after the beginning.
 */
import type { TracedCall } from './page'
import type { Delivery } from './port'

const BEGINNING = 60
const MOST = 360

export const createTraceLog = (now = Date.now) => {
  const calls: TracedCall[] = []
  let dropped = 0
  const trace = (call: TracedCall): void => {
    calls.push(call)
    if (calls.length <= MOST) return
    calls.splice(BEGINNING, 1)
    dropped++
  }
  return {
    now,
    calls: calls as readonly TracedCall[],
    dropped: (): number => dropped,
    trace,
    /** Among the calls, so that what came of them is seen. */
    delivery: (answer: Delivery): void => trace({ at: now(), method: 'delivery', args: [], answer, took: 0 }),
  }
}
