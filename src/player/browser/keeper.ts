import { hash } from '../../session/hash'
import type { Keeper } from '../models/preferences'

const KEY = 'wsqd.preferences'

/**
 * localStorage, where the frame may use it. Where it may not, preferences last as long as the page. Each learner of a shared computer has
 * their own; the key is a hash, so that nobody's id lies there. They hold for all modules that come from this host.
 */
export const browserKeeper = (window: Window, learner: string): Keeper => {
  const id = learner.trim()
  const keyOf = (): string => (id ? `${KEY}.${hash(`${window.location.origin}\n${id}`)}` : KEY)
  return {
    read() {
      try {
        return window.localStorage.getItem(keyOf())
      } catch {
        return null
      }
    },
    write(text) {
      try {
        window.localStorage.setItem(keyOf(), text)
      } catch {
        // A sandboxed frame has no storage; the choice then lasts until the page is closed.
      }
    },
  }
}
