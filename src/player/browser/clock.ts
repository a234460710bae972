import type { PlayerClock } from '../models/clock'

export const browserClock = (window: Window): PlayerClock => ({
  now: () => window.performance.now(),
  onFrame(tick) {
    let id = window.requestAnimationFrame(function again() {
      id = window.requestAnimationFrame(again)
      tick()
    })
    return () => window.cancelAnimationFrame(id)
  },
  after(wait, then) {
    const id = window.setTimeout(then, wait)
    return () => window.clearTimeout(id)
  },
})
