import type { Keeper } from '../models/preferences'

const KEY = 'wsqd.preferences'

/** localStorage, where the frame may use it. Where it may not, preferences last as long as the page. */
export const browserKeeper = (window: Window): Keeper => ({
  read() {
    try {
      return window.localStorage.getItem(KEY)
    } catch {
      return null
    }
  },
  write(text) {
    try {
      window.localStorage.setItem(KEY, text)
    } catch {
      // A sandboxed frame has no storage; the choice then lasts until the page is closed.
    }
  },
})
