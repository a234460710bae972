/** A course as a value: its hash, and nobody changes it. */
import { createHash } from 'node:crypto'

/** 16 hexadecimal characters over the canonical JSON: the same text gives the same revision on every machine. */
export const revisionOf = (content: unknown): string => createHash('sha256').update(canonical(content)).digest('hex').slice(0, 16)

/** JSON with the keys of every object in order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}

export function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object' && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const inner of Object.values(value)) frozen(inner)
  }
  return value
}
