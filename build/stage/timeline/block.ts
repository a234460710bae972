/** The texts of an event or a span, and the room they take. */
import type { Point } from '../geometry'
import type { Item } from './content'
import { LINE, type Room } from './layout'

export interface Block {
  readonly item: Item
  readonly lines: readonly string[]
  readonly w: number
  readonly h: number
  /** Its moment stands after its last line, not under it. */
  readonly inline: boolean
  /** Rows of text and moment: what is written under it comes after them. */
  readonly rows: number
}
const SIGN = 34

/** Its text, the moment where it is ever lit, and the widest that is ever written under it. */
export function blockOf(item: Item, width: number, { notes, lit, size, measure }: Room): Block {
  const lines: string[] = []
  for (const word of item.text.split(/\s+/)) {
    const last = lines.at(-1)
    if (last !== undefined && measure(`${last} ${word}`, 'bold') <= width) lines[lines.length - 1] = `${last} ${word}`
    else lines.push(word)
  }
  const own = notes.get(item.id) ?? []
  const written = item.kind === 'event' && lit.has(item.id) ? measure(item.says, 'm') : 0
  const last = measure(lines.at(-1) ?? '', 'bold')
  const inline = last + size * 0.7 + written <= width
  const rows = lines.length + (written && !inline ? 1 : 0)
  const w = Math.max(
    ...lines.map((l) => measure(l, 'bold')),
    inline && written ? last + size * 0.7 + written : written,
    ...own.map((n) => measure(n.text, '') + (n.sign ? SIGN : 0)),
  )
  return { item, lines, w, h: (rows + (own.some((n) => n.text) ? 1 : 0)) * size * LINE, inline, rows }
}

/** Where the words of a block stand that begins (flying left: ends) at `x` and has its first baseline at `y`. */
export function wordsOf(block: Block, flies: 'right' | 'left', x: number, y: number, { size, measure }: Room) {
  const last = y + (block.lines.length - 1) * size * LINE
  return {
    item: block.item,
    lines: block.lines,
    x,
    y,
    under: y + block.rows * size * LINE,
    moment: inlineOf(block, flies, x, last, measure(block.lines.at(-1) ?? '', 'bold') + size * 0.7, size * LINE),
    anchor: flies === 'right' ? ('start' as const) : ('end' as const),
  }
}

/** After the last line on the side where the block goes on, or under it. */
function inlineOf({ inline }: Block, flies: 'right' | 'left', x: number, y: number, after: number, line: number): Point {
  return inline ? [flies === 'right' ? x + after : x - after, y] : [x, y + line]
}
