import type { Json, StageBlock } from '../../compile/tree'
import type { Direct } from '../director'
import { plainOf, runsOf } from '../text'
import { STATES } from '../vocabulary'

export interface Content {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[]
  readonly hidden: readonly string[]
}

const list = (v: Json | undefined): readonly string[] => (Array.isArray(v) ? v.map((c) => String(c ?? '')) : [])

export function contentOf(stage: StageBlock): Content {
  const rows = stage.data.rows
  return {
    title: typeof stage.data.title === 'string' ? stage.data.title : '',
    columns: list(stage.data.columns),
    rows:
      rows && typeof rows === 'object' && !Array.isArray(rows)
        ? Object.entries(rows).map(([id, cells]) => ({ id, cells: list(cells) }))
        : [],
    hidden: list(stage.data.hidden),
  }
}

export interface Fitted {
  /** All rows in one place, without head. */
  readonly strip: boolean
  readonly content: Content
  readonly size: number
  readonly left: number
  readonly width: number
  readonly lefts: readonly number[]
  readonly widths: readonly number[]
  readonly top: number
  readonly ruleY: number
  readonly rowTops: readonly number[]
  readonly rowHeights: readonly number[]
}

const GAP = 36
/** Room a verdict's sign takes before its word. */
const SIGN = 42
const NEARLY = 0.75

/** The largest type that fits the box; wide cells break before type goes below the least. Null where even that does not fit. */
export function measureTable(job: Direct, strip: boolean): Fitted | null {
  const { canvas, stage, box, cues } = job
  const content = contentOf(stage)
  const sizes = canvas.shape === 'wide' ? [34, 30, 28, 26] : [32, 30, 28]
  // What a cell may become counts as much as what it is: nothing moves when a state changes.
  const texts = (c: number): readonly string[] => [
    content.columns[c] ?? '',
    ...content.rows.map((r) => r.cells[c] ?? ''),
    ...cues.flatMap((cue) =>
      cue.direction.verb !== 'set'
        ? []
        : Object.entries(cue.direction.args).flatMap(([k, v]) =>
            typeof v === 'string' &&
            (k === content.columns[c] ||
              (k === 'state' && c === (content.columns.includes('state') ? content.columns.indexOf('state') : content.columns.length - 1)))
              ? [v]
              : [],
          ),
    ),
  ]
  for (const size of sizes) {
    const natural = content.columns.map((_, c) => Math.max(...texts(c).map((t) => width(t, size))))
    const room = box.w - GAP * (content.columns.length - 1)
    // No column is narrower than its longest word; where even the least type leaves no room for that, than its longest piece.
    const longest = (parts: (word: string) => readonly string[]) =>
      content.columns.map((name, c) =>
        Math.max(
          ...[name, ...texts(c)].flatMap((t) => (STATES.has(t) ? [t] : t.split(' ').flatMap(parts))).map((part) => width(part, size)),
        ),
      )
    const widths =
      shrink(
        natural,
        longest((word) => [word]),
        room,
      ) ?? (size === sizes.at(-1) ? shrink(natural, longest(piecesOf), room) : null)
    if (!widths) continue
    const lines = (t: string, c: number) =>
      width(t, size) <= (widths[c] as number) + 1 ? 1 : wrapCell(job, t, widths[c] as number, size).length
    const rowHeights = content.rows.map((_, r) => {
      const most = Math.max(
        ...content.columns.map((_c, c) =>
          Math.max(
            lines(content.rows[r]?.cells[c] ?? '', c),
            ...cues
              .filter((q) => q.direction.verb === 'set' && q.direction.targets.some((t) => t.name === content.rows[r]?.id))
              .flatMap((q) =>
                Object.entries(q.direction.args).flatMap(([k, v]) =>
                  k === content.columns[c] && typeof v === 'string' ? [lines(v, c)] : [1],
                ),
              ),
          ),
        ),
      )
      return size * (0.62 + 1.16 * most)
    })
    const head = (content.title ? size * 1.7 : 0) + size * 1.5
    const total = strip ? Math.max(...rowHeights) : head + rowHeights.reduce((a, b) => a + b, 0)
    if (total > box.h) continue
    // A table with room to spare breathes, and stands in the middle of its box.
    const extra = strip ? 0 : Math.min((box.h - total) / Math.max(1, content.rows.length), size * 0.7)
    const used = total + extra * content.rows.length
    const top = box.y + Math.max(0, (box.h - used) / 2)
    const ruleY = strip ? top : top + head
    const airy = widths.reduce((a, b) => a + b, 0) + GAP * (content.columns.length - 1) + 320
    // Nearly as wide as its box it takes all of it: its edges stand under those of the drawing above.
    const spread = airy > box.w * NEARLY ? box.w : airy
    const slack =
      (spread - widths.reduce((a, b) => a + b, 0) - GAP * (content.columns.length - 1)) / Math.max(1, content.columns.length - 1)
    const left = box.x + (box.w - spread) / 2
    const lefts = widths.map((_, c) => left + widths.slice(0, c).reduce((a, b) => a + b + GAP + slack, 0))
    const heights = rowHeights.map((h) => h + extra)
    const rowTops = heights.map((_, r) => (strip ? ruleY : ruleY + heights.slice(0, r).reduce((a, b) => a + b, 0)))
    return { strip, content, size, left, width: spread, lefts, widths, top, ruleY, rowTops, rowHeights: heights }
  }
  return null

  function width(text: string, size: number): number {
    const state = STATES.get(text)
    const runs = state ? [{ t: text, c: 'm bold' }] : runsOf(text, job.call)
    return canvas.widthOf(plainOf(runs) ? runs : [{ t: ' ' }], size, 'mid') + (state?.sign ? SIGN : 0)
  }
}

/**
 * Lines of a cell, broken at blanks and, in a word wider than the column, after a sign of an address; measured as they are set: code type is wider.
 * What stands in backticks stays so on both lines.
 */
export function wrapCell({ canvas, call }: Pick<Direct, 'canvas' | 'call'>, text: string, width: number, size: number): readonly string[] {
  const fits = (line: string): boolean => canvas.widthOf(runsOf(line, call), size, 'mid') <= width
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1) ?? ''} ${word}`
    if (lines.length && fits(longer)) lines[lines.length - 1] = longer
    else if (fits(word)) lines.push(word)
    else for (const [i, piece] of piecesOf(word).entries()) add(piece, i > 0)
  }
  let code = false
  return lines.map((line) => {
    const opened = `${code ? '`' : ''}${line}`
    code = opened.split('`').length % 2 === 0
    return code ? `${opened}\`` : opened
  })

  function add(piece: string, goesOn: boolean): void {
    const last = lines.at(-1)
    if (goesOn && last !== undefined && fits(last + piece)) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
}
const piecesOf = (word: string): readonly string[] => word.split(/(?<=[/?&=])|(?=:\d)/)

/** Natural widths where they fit; else the widest columns give, but none below its head or a quarter of the room. */
function shrink(natural: readonly number[], heads: readonly number[], room: number): readonly number[] | null {
  const total = natural.reduce((a, b) => a + b, 0)
  if (total <= room) return natural
  const least = natural.map((w, c) => Math.min(w, Math.max(heads[c] as number, room * 0.25)))
  const give = natural.map((w, c) => w - (least[c] as number))
  const giving = give.reduce((a, b) => a + b, 0)
  const over = total - room
  return over > giving ? null : natural.map((w, c) => w - ((give[c] as number) / giving) * over)
}
