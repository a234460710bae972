/** Where the fields of a header lie: row by row, a field of whole rows in one box, others in a piece a row. */
import type { Direct } from '../director'
import type { Rect } from '../geometry'
import type { Content, Field } from './content'

export interface Cell {
  readonly rect: Rect
  /** The piece that bears the name. */
  readonly main: boolean
  readonly open: boolean
  /** Name and value in one line. */
  readonly inline: boolean
  /** Drawn in fewer rows than it has. */
  readonly cut: boolean
}
export interface Grid {
  readonly left: number
  readonly top: number
  readonly unit: number
  readonly across: number
  readonly cells: ReadonlyMap<string, readonly Cell[]>
  readonly bottom: number
  /** Fields whose words are wider than their room. */
  readonly tight: readonly { readonly field: Field; readonly needs: number; readonly room: number }[]
}

interface Span {
  readonly field: Field
  readonly row: number
  readonly rows: number
  readonly from: number
  readonly bits: number
}

/** As written, or rows of 16 bits where words would not fit; the widest type of rows that fits the height. */
export function gridOf(job: Direct, content: Extract<Content, { form: 'header' }>, area: Rect): Grid {
  const asWritten = layGrid(job, content, area, content.across)
  if (!asWritten.tight.length || content.across <= 16) return asWritten
  const narrow = layGrid(job, content, area, 16)
  return narrow.tight.length < asWritten.tight.length ? narrow : asWritten
}

function layGrid(job: Direct, { fields }: Extract<Content, { form: 'header' }>, area: Rect, across: number): Grid {
  const { canvas } = job
  const { size } = canvas
  const unit = Math.min(area.w / across, across === 32 ? 39 : 56)
  const head = size * 1.5
  const left = area.x + (area.w - unit * across) / 2
  const valued = fields.some((f) => f.value !== '')
  const [two, one] = [size * 2.55, size * 1.7]
  // Where there is little room, a field of many rows is drawn in two, and tells its length.
  const whole = spansOf(fields, across)
  const spans = (area.h - head) / rowsIn(whole) < two ? spansOf(fields, across, SHORT) : whole
  const count = rowsIn(spans)
  const room = (area.h - head) / count
  const h = room >= two ? Math.min(room, size * (valued ? 3.1 : 2.6)) : Math.min(room, one * 1.2)
  const top = area.y + head + Math.max(0, (area.h - head - h * count) / 2)
  const tight: { field: Field; needs: number; room: number }[] = []
  const cells = new Map<string, Cell[]>()
  for (const field of fields) {
    const own = spans.filter((s) => s.field === field)
    const main = [...own].sort((a, b) => b.bits * b.rows - a.bits * a.rows)[0]
    cells.set(
      field.id,
      own.map((span): Cell => {
        const rect = { x: left + span.from * unit, y: top + span.row * h, w: span.bits * unit, h: span.rows * h }
        const inline = field.value !== '' && rect.h < two - 1
        return { rect, main: span === main, open: field.rest, inline, cut: span.bits * span.rows < field.bits && own.length === 1 }
      }),
    )
    const cell = cells.get(field.id)?.find((c) => c.main)
    if (!cell) continue
    const [l, v] = [canvas.widthOf(field.label, size, 'mid'), canvas.widthOf(field.value, size, 'm')]
    const needs = cell.inline ? l + 12 + v : Math.max(l, v)
    if (needs > cell.rect.w - 4) tight.push({ field, needs: needs + 4, room: cell.rect.w })
  }
  return { left, top, unit, across, cells, bottom: top + Math.max(h, one) * count, tight }
}

const SHORT = 2
const rowsIn = (spans: readonly Span[]): number => Math.max(1, ...spans.map((s) => s.row + s.rows))

function spansOf(fields: readonly Field[], across: number, most = Infinity): readonly Span[] {
  let at = 0
  return fields.flatMap((field): Span[] => {
    if (field.rest) {
      const from = at % across
      const span: Span = { field, row: Math.floor(at / across), rows: 1, from, bits: across - from }
      at += across - from
      return [span]
    }
    const bits = Number.isFinite(field.bits) && field.bits > 0 ? field.bits : 1
    const start = at
    at += bits
    if (start % across === 0 && bits % across === 0 && bits / across > most) at = start + most * across
    if (start % across === 0 && bits % across === 0)
      return [{ field, row: start / across, rows: (at - start) / across, from: 0, bits: across }]
    const spans: Span[] = []
    for (let bit = start; bit < at;) {
      const from = bit % across
      const length = Math.min(across - from, at - bit)
      spans.push({ field, row: Math.floor(bit / across), rows: 1, from, bits: length })
      bit += length
    }
    return spans
  })
}

/** Rows it takes: for the height, before anything is measured. */
export const rowsOfHeader = (fields: readonly Field[], across: number): number => rowsIn(spansOf(fields, across, SHORT))
