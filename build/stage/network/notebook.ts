/** The table a router keeps: who it lets in, or what it turned into what. It grows while we watch. */
import type { Run } from '../../../src/model/scene'
import type { Call } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Cue } from '../director'
import { runsOf } from '../text'
import { TABLE_ROW, type Door, type TableNeed } from './layout'
import type { Layers } from './packet'

export interface NotebookRow {
  readonly cells: readonly (readonly Run[])[]
  readonly cue: Cue
}
export interface Notebook {
  readonly columns: readonly string[]
  readonly rows: readonly NotebookRow[]
  /** Lines a row takes: one, or one for each cell where the table is folded. */
  readonly lines: number
}

const GAP = 26

/** Rows come from `show[nat.table]{row="a | b"}`; a middle dot between blanks parts cells as well. */
export function notebookOf(columns: readonly string[], cues: readonly Cue[], id: string, call: Call): Notebook {
  const rows = cues
    .filter((c) => c.direction.verb === 'show' && c.direction.targets.some((t) => t.name === id && t.part === 'table') && typeof c.direction.args.row === 'string')
    .map((cue) => ({ cue, cells: String(cue.direction.args.row).split(/\s*\|\s*|\s+·\s+/).map((cell) => runsOf(cell.trim(), call)) })) // prettier-ignore
  return { columns, rows, lines: 1 }
}

/** A table wider than its room sets the cells of a row below each other. */
export function folded(canvas: Canvas, book: Notebook, room: number): Notebook {
  return book.columns.length > 1 && needOf(canvas, book).width > room
    ? { ...book, columns: [book.columns.join(', ')], lines: book.columns.length }
    : book
}

const widths = (canvas: Canvas, book: Notebook): readonly number[] =>
  book.columns.map((title, i) =>
    Math.max(
      canvas.widthOf(title),
      ...book.rows.flatMap((r) =>
        (book.lines > 1 ? r.cells : [r.cells[i] ?? [{ t: '' }]]).map((cell) => canvas.widthOf(cell, canvas.size, 'mid')),
      ),
    ),
  )

export function needOf(canvas: Canvas, book: Notebook): TableNeed {
  const w = widths(canvas, book)
  return { rows: Math.max(1, book.rows.length) * book.lines, width: w.reduce((a, b) => a + b, 0) + GAP * (w.length - 1) }
}

/** The line from a table to its door, as it runs to each state of the door. */
export interface Leads {
  readonly shut: number
  readonly open: number
}

/** Null where the table needs no line to its door. */
export function drawNotebook(canvas: Canvas, book: Notebook, door: Door, layers: Layers, owner: number, id: string): Leads | null {
  const parent = canvas.region({ in: owner, id: `${id}.table` })
  const need = needOf(canvas, book)
  const w = widths(canvas, book)
  const { table } = door
  const left = table.anchor === 'start' ? table.x : table.x - need.width
  const right = left + need.width
  const head = table.y + canvas.size
  const rule = table.y + canvas.size * 1.42
  const foot = rule + need.rows * TABLE_ROW
  const lefts = w.map((_, i) => left + w.slice(0, i).reduce((a, b) => a + b + GAP, 0))
  const last = w.length - 1
  const at = (i: number): { readonly x: number; readonly anchor: 'start' | 'end' } =>
    i === last && i > 0 ? { x: right, anchor: 'end' } : { x: lefts[i] as number, anchor: 'start' }
  book.columns.forEach((title, i) => canvas.label(title, { in: parent, c: 'soft', x: at(i).x, y: head }, { anchor: at(i).anchor }))
  canvas.path(`M${left} ${rule}H${right}`, { in: parent, c: 'rule' })
  canvas.claim({ x: left - 6, y: table.y, w: need.width + 12, h: 44 + need.rows * TABLE_ROW })
  const [doorX, doorY] = door.at
  // Tall, a table stands under its router's name and needs no line.
  const led = canvas.shape === 'wide' && foot < doorY
  const from = Math.min(Math.max(doorX + (doorX < left ? 40 : -40), left + 14), right - 14)
  /** While rows are to come the line begins higher, under what is there. */
  const lead = (bottom: number, place: number) =>
    led && bottom < foot && canvas.path(`M${from} ${bottom}V${foot}`, { in: place, c: 'lead' })
  const empty = canvas.region({ in: parent })
  canvas.label('nobody yet', { in: empty, c: 'soft', x: left, y: rule + TABLE_ROW * 0.78 })
  canvas.path(`M${left} ${rule + TABLE_ROW}H${right}`, { in: empty, c: 'rule' })
  lead(rule + TABLE_ROW, empty)
  book.rows.forEach((row, i) => {
    const y = rule + TABLE_ROW * book.lines * i
    const bottom = y + TABLE_ROW * book.lines
    const region = canvas.region({ in: layers.notes, o: 0, id: `${id}.table` })
    row.cells.forEach((cell, c) => {
      if (book.lines > 1) canvas.label(cell, { in: region, c: c ? 'soft' : 'mid', x: left, y: y + TABLE_ROW * (0.78 + c * 0.92) })
      else if (c < w.length) canvas.label(cell, { in: region, c: 'mid', x: at(c).x, y: y + TABLE_ROW * 0.78 }, { anchor: at(c).anchor })
    })
    const line = canvas.path(`M${left} ${bottom}H${right}`, { in: region, c: 'newest' })
    const on = lead(bottom, region)
    const next = book.rows[i + 1]
    if (on && next) canvas.key(on, 'o', next.cue.start, 150, 0)
    if (i === 0) canvas.key(empty, 'o', row.cue.start, 150, 0)
    canvas.key(region, 'o', row.cue.start + (i === 0 ? 150 : 0), 250, 1)
    canvas.key(line, 'c', row.cue.until, 0, 'rule')
  })
  if (!led) return null
  // With one bend to the wall above a door that is shut, straight down to a leaf that stands open.
  return {
    shut: canvas.path(`M${from} ${foot}V${doorY - 66}H${doorX}`, { in: parent, c: 'lead' }),
    open: canvas.path(`M${from} ${foot}V${doorY - 57}`, { in: parent, c: 'lead', o: 0 }),
  }
}
