/** Which beats of a screen Read shows a picture of: a picture for each is too many to read by. */
import type { LinkedBeat } from '../tree'

/** One picture for so many beats at most. */
const MOST = 5

/**
 * The indices of the beats. A prediction asks about the picture above it; what is long is divided evenly. A single beat between two
 * predictions shows hardly more than the picture before; the last picture always stands.
 */
export function stillsOf(beats: readonly Pick<LinkedBeat, 'ask'>[]): ReadonlySet<number> {
  const stills = new Set<number>()
  let from = 0
  for (const [i, { ask }] of beats.entries()) {
    const last = i === beats.length - 1
    if (!ask && !last) continue
    const size = Math.ceil((i + 1 - from) / Math.ceil((i + 1 - from) / MOST))
    for (let to = from + size - 1; to < i; to += size) stills.add(to)
    if (last || i > from) stills.add(i)
    from = i + 1
  }
  return stills
}
