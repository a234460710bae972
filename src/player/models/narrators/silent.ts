import type { PlayerClock } from '../clock'
import type { Narrator } from './narrator'
import { realOf, silentPlan, spotAfter } from './silent-plan'

/** A clock in place of a voice. It always works, so it is what every other narrator falls back to. */
export function createSilentNarrator(clock: PlayerClock): Narrator {
  return {
    kind: 'silent',
    tell({ beat, from, breaks, speed, report, done }) {
      const plan = silentPlan(beat, breaks)
      const begun = clock.now() - realOf(plan, from) / speed
      const stop = clock.onFrame(() => {
        const spot = spotAfter(plan, (clock.now() - begun) * speed)
        if (spot) return report({ word: spot.word, time: Math.max(spot.time, from.time) })
        stop()
        done()
      })
      return stop
    },
  }
}
