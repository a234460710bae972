/** So much a second, and ten seconds of it at once: by whatever name. */
export interface Buckets {
  /** False where it is too much now. */
  take(name: string, cost: number, perSecond: number): boolean
}

const SECONDS = 10
const MOST = 20_000

export function createBuckets(now: () => number): Buckets {
  const levels = new Map<string, { level: number; at: number }>()
  return {
    take(name, cost, perSecond) {
      const most = perSecond * SECONDS
      const bucket = levels.get(name) ?? { level: most, at: now() }
      bucket.level = Math.min(most, bucket.level + (Math.max(0, now() - bucket.at) / 1000) * perSecond)
      bucket.at = now()
      // The oldest go first: names come from outside, and memory is finite.
      levels.delete(name)
      levels.set(name, bucket)
      if (levels.size > MOST) levels.delete(levels.keys().next().value ?? '')
      if (bucket.level < Math.min(cost, most)) return false
      bucket.level -= Math.min(cost, most)
      return true
    },
  }
}
