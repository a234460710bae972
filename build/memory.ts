/** What one build leaves to the next in the same process, so that who saves one module does not wait for all the others. */
import { createHash } from 'node:crypto'

export interface Memory {
  /**
   * What `make` made when it was last asked for under this name with an equal key, else what it makes now. A key is text, bytes, or plain data;
   * functions in it don't count: code is the same as long as the process runs.
   */
  recall<T>(name: string, key: readonly unknown[], make: () => T): T
}

/** For a build that is the only one. */
export const noMemory: Memory = { recall: (_name, _key, make) => make() }

/** Keeps the last of every name. */
export function createMemory(): Memory {
  const kept = new Map<string, { readonly key: string; readonly made: unknown }>()
  return {
    recall<T>(name: string, parts: readonly unknown[], make: () => T): T {
      const key = keyOf(parts)
      const last = kept.get(name)
      if (last?.key === key) return last.made as T
      const made = make()
      kept.set(name, { key, made })
      return made
    },
  }
}

function keyOf(parts: readonly unknown[]): string {
  const hash = createHash('sha256')
  for (const part of parts) {
    const told =
      typeof part === 'string' || part instanceof Uint8Array ? part : JSON.stringify(part, (_name, value: unknown) => plain(value))
    hash.update(`${told?.length}\n`).update(told ?? '')
  }
  return hash.digest('hex')
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return [...(value as ReadonlyMap<unknown, unknown>)]
  return value
}
