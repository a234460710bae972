import type { PlayerClock } from '../models/clock'

/** Stands while the page is hidden: a screen was looked at, and a question thought about, for as long as it could be seen. */
export function browserClock(window: Window): PlayerClock {
  const { document, performance } = window
  let hidden = document.hidden
  let gone = 0
  document.addEventListener('visibilitychange', () => {
    hidden = document.hidden
    gone += hidden ? -performance.now() : performance.now()
  })
  return {
    now: () => (hidden ? 0 : performance.now()) - gone,
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
  }
}
