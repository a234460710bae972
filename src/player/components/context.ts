import { createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { Messages } from '../messages/messages'
import type { Player } from '../models/player'

export interface Surroundings {
  readonly player: Player
  readonly t: Messages
  /** For elements that hold the course's own words, where these are in another language than the player's. */
  readonly its?: { readonly lang?: string; readonly dir?: 'ltr' | 'rtl' }
  /** How many modules the programme has: the rail says `4/14`. */
  readonly of: number
  /** Plain text for whoever helps, without a word of who the learner is. */
  readonly report: () => string
  /** Of a package with several modules: the way to the others. */
  readonly programme?: Others | undefined
}
export interface Others {
  readonly toMenu: () => void
  /** The next one in order; null after the last. */
  readonly next: string | null
  readonly toNext: () => void
}

const Context = createContext<Surroundings | null>(null)
export const PlayerProvider = Context.Provider

/** Everything is inside of one provider (mount.tsx). */
export const usePlayer = (): Surroundings => useContext(Context)!
