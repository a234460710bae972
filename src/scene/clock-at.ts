import type { CallClock } from '../model/course'
import type { Ms } from '../model/units'
import { numberAt } from './value-at'

/** What the call clock shows at a moment of the scene: milliseconds since Ana clicked. It runs evenly, as clocks do. */
export function clockAt(clock: CallClock, time: Ms): Ms {
  return numberAt(
    clock.from,
    clock.k.map(({ at, over, to }) => ({ at, over, to, lin: 1 as const })),
    time,
  )
}
