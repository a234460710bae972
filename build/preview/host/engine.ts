/** What every host has behind its eight methods. `host/runtime.ts` writes down the calls; how they are answered is the engine's. */
import type { Cmi, Launching } from '../types'
import type { Stored } from './transport'

export interface Engine {
  /** One of the eight methods by its name. May throw, as the host it plays does, and need not answer with a string. */
  call(method: string, args: readonly unknown[]): unknown
  /** The error code of the last call. Asking changes nothing. */
  lastError(): string
  /** What a code means, in this host's words. */
  explain(code: string): string
  /** All elements that hold something, as they are now. */
  values(): Cmi
  state(): 'not initialised' | 'initialised' | 'finished'
}

/** The way from an engine to its server. */
export interface Line {
  /** Sends elements, an empty string to clear one, and waits; a page that goes does not wait. */
  send(fields: Cmi, kind: 'commit' | 'finish'): Stored
  /** Sends elements and answers at once; `done` is called when the server has answered, whatever it said. */
  post(fields: Cmi, done: () => void): void
}

export type CreateEngine = (launching: Launching, line: Line) => Engine
