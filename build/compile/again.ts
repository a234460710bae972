/** What a phase made of the same text before, and what it said of it then: an author hears a fault after every save, not only after the first. */
import type { Memory } from '../memory'
import { Diagnostics } from './diagnostic'

export function again<T>(
  memory: Memory,
  name: string,
  key: readonly unknown[],
  diagnostics: Diagnostics,
  make: (diagnostics: Diagnostics) => T,
): T {
  const { made, said } = memory.recall(name, key, () => {
    const own = new Diagnostics()
    return { made: make(own), said: own.list() }
  })
  for (const diagnostic of said) diagnostics.add(diagnostic)
  return made
}
