/**
 * Texts on poles along an axis that runs across. The first ones fly to the left, the others to the right: they rise towards the
 * place where they part, and no pole crosses a text.
 */
import type { Block } from './block'

export interface Flag {
  readonly block: Block
  readonly flies: 'left' | 'right'
  /** Distance of its near edge from the axis. */
  readonly offset: number
}
export interface Flags {
  readonly flags: readonly Flag[]
  readonly reach: number
}
/** Air between rows, and beside a text. */
const GAP = 5
const BESIDE = 24
/** From a pole to its text. */
export const POLE = 10

/** `blocks` in order of time; those in `left` fly to the left. */
export function fly(blocks: readonly Block[], left: ReadonlySet<Block>, place: (at: number) => number, base: number): Flags {
  const offsets = new Map<Block, number>()
  const west = blocks.filter((b) => left.has(b))
  const east = blocks.filter((b) => !left.has(b)).reverse()
  const raise = (b: Block, over: (x: number) => boolean) =>
    offsets.set(b, Math.max(base, ...[...offsets].filter(([o]) => over(place(o.item.from))).map(([o, offset]) => offset + o.h + GAP)))
  for (const b of west) raise(b, (x) => x >= place(b.item.from) - POLE - b.w - BESIDE)
  const done = new Set(offsets.keys())
  for (const b of east) raise(b, (x) => x <= place(b.item.from) + POLE + b.w + BESIDE && x >= place(b.item.from))
  const flags = blocks.map((block): Flag => ({ block, flies: done.has(block) ? 'left' : 'right', offset: offsets.get(block) ?? base }))
  return { flags, reach: Math.max(30, ...flags.map((f) => f.offset + f.block.h)) }
}
