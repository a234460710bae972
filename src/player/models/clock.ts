/** Time as the player meets it: given from outside, so that tests turn the hands themselves. */
import type { Ms } from '../../model/units'

export type Cancel = () => void

export interface PlayerClock {
  /** Milliseconds from some fixed moment in which the page could be seen. */
  now(): Ms
  /** Calls before every repaint until cancelled. */
  onFrame(tick: () => void): Cancel
  after(wait: Ms, then: () => void): Cancel
}
