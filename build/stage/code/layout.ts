/** Where every line stands in every view: the largest type in which the text fits, and what scrolls where it cannot. */
import type { Run } from '../../../src/model/scene'
import type { Canvas } from '../canvas'
import type { Rect } from '../geometry'
import { plainOf } from '../text'
import type { Note, Plan, View } from './plan'
import { wrapLine, type Row } from './wrap-line'

export interface NoteAt {
  readonly note: Note
  readonly rows: readonly (readonly Run[])[]
  /** Beside the line, at the right edge; else under it. */
  readonly beside: boolean
}
export interface Placed {
  readonly view: View
  /** Top of each line on the stage; absent: out of sight. */
  readonly tops: ReadonlyMap<number, number>
  readonly heights: ReadonlyMap<number, number>
  readonly notes: ReadonlyMap<number, NoteAt>
  /** Height of all lines, and how much of it lies above the window. */
  readonly total: number
  readonly offset: number
}
export interface CodeLayout {
  readonly size: number
  readonly pitch: number
  readonly columnWidth: number
  /** Where code begins; numbers end a gap before it. */
  readonly left: number
  readonly right: number
  readonly rule: number
  readonly top: number
  readonly window: number
  readonly rows: readonly (readonly Row[])[]
  readonly placed: readonly Placed[]
  readonly scrolls: boolean
}

/** Lines set closer than this, in type sizes, run together; wider, they fall apart. */
const PITCH = { least: 1.4, most: 1.9 } as const
const SIGN = 40
const SIZES = { wide: [36, 32, 30, 28, 26], tall: [34, 32, 30, 28] } as const

export interface Fault {
  readonly line: string
  readonly columns: number
}

/** The text set in one type size. */
interface Attempt extends Pick<CodeLayout, 'size' | 'columnWidth' | 'left' | 'right' | 'rows'> {
  /** Of each view. */
  readonly notes: readonly ReadonlyMap<number, NoteAt>[]
  readonly head: number
  /** Rows of the tallest view. */
  readonly most: number
  readonly height: number
}

export function layCode(plan: Plan, box: Rect, canvas: Canvas, title: boolean, strip = false): CodeLayout | Fault {
  const digits = String(Math.max(1, ...plan.views.map((v) => v.order.length))).length
  const sizes = strip ? [canvas.size] : SIZES[canvas.shape]
  const tries = sizes.map((size) => attempt(size))
  const drawable = tries.filter((t): t is Attempt => !('line' in t))
  const fit = drawable.filter((t) => t.height <= box.h)
  const best = [...fit].sort((a, b) => a.most - b.most)[0] ?? drawable.at(-1)
  return best ? finish(best) : (tries.at(-1) as Fault)

  function attempt(size: number): Attempt | Fault {
    const columnWidth = canvas.widthOf('0', size, 'm')
    const left = box.x + 18 + columnWidth * digits + size * 0.7
    const right = box.x + box.w - 10
    const columns = Math.floor((right - left) / columnWidth)
    const broken = plan.lines.map(({ line }) => wrapLine(line.runs, columns))
    const bad = broken.findIndex((rows) => rows === null)
    if (bad >= 0) return { line: plan.lines[bad]?.line.text ?? '', columns }
    const rows = broken.map((r) => r ?? [])
    const notes = plan.views.map((view) => notesOf(view, rows, size, columnWidth, left, right))
    const counts = plan.views.map((view, i) => countRows(view, rows, notes[i] as ReadonlyMap<number, NoteAt>))
    const head = strip ? 0 : title ? size * 1.75 : 0
    const most = Math.max(1, ...counts)
    return {
      size,
      columnWidth,
      left,
      right,
      rows,
      notes,
      head,
      most,
      height: head + most * size * PITCH.least + 8,
    }
  }

  function finish(t: Attempt): CodeLayout {
    const room = box.h - t.head - 8
    const pitch = Math.min(t.size * PITCH.most, Math.max(t.size * PITCH.least, room / t.most))
    const scrolls = t.most * pitch > room + 1
    const window = scrolls ? Math.floor(room / pitch) * pitch : t.most * pitch
    const y = box.y + Math.max(0, (box.h - t.head - 8 - window) / 2)
    const top = y + t.head + (title && !strip ? 8 : 0)
    let offset = 0
    const placed = plan.views.map((view, i): Placed => {
      const notes = t.notes[i] as ReadonlyMap<number, NoteAt>
      const heights = new Map(view.order.map((line) => [line, heightOf(line, t.rows, notes) * pitch]))
      const total = [...heights.values()].reduce((a, b) => a + b, 0)
      offset = scrolls ? scrolled(view, heights, total, window, offset) : 0
      const tops = new Map<number, number>()
      let at = 0
      for (const line of view.order) {
        const h = heights.get(line) ?? 0
        if (at >= offset - 1 && at + h <= offset + window + 1) tops.set(line, top + at - offset)
        at += h
      }
      return { view, tops, heights, notes, total, offset }
    })
    return { ...t, pitch, rule: y + t.size * 1.42, top, window, placed, scrolls }
  }

  function notesOf(
    view: View,
    rows: CodeLayout['rows'],
    size: number,
    column: number,
    left: number,
    right: number,
  ): ReadonlyMap<number, NoteAt> {
    return new Map(
      [...view.notes].map(([line, note]): [number, NoteAt] => {
        const own = rows[line] ?? []
        const last = own.at(-1)
        const ends = left + ((last?.indent ?? 0) + (last?.text.length ?? 0)) * column
        const sign = note.sign ? SIGN : 0
        const width = canvas.widthOf(note.runs, size) + sign
        if (ends + size * 1.6 + width <= right) return [line, { note, rows: [note.runs], beside: true }]
        const room = right - left - column * 2 - sign
        const texts = canvas.widthOf(note.runs, size) <= room ? [note.runs] : broken(note.runs, room, size)
        return [line, { note, rows: texts, beside: false }]
      }),
    )
  }

  /** Breaks runs at blanks; what is code stays code. */
  function broken(runs: readonly Run[], room: number, size: number): readonly (readonly Run[])[] {
    if (runs.every((r) => r.c === runs[0]?.c))
      return canvas.wrap(plainOf(runs), room, size, runs[0]?.c ?? '').map((t) => [{ ...runs[0], t }])
    const out: Run[][] = [[]]
    for (const run of runs)
      for (const word of run.t.split(/(?<= )/)) {
        const row = out.at(-1) as Run[]
        if (row.length && canvas.widthOf([...row, { ...run, t: word.trimEnd() }], size) > room) out.push([{ ...run, t: word }])
        else row.push({ ...run, t: word })
      }
    return out
  }
}

const heightOf = (line: number, rows: CodeLayout['rows'], notes: ReadonlyMap<number, NoteAt>): number => {
  const note = notes.get(line)
  return (rows[line]?.length ?? 1) + (note && !note.beside ? note.rows.length : 0)
}
const countRows = (view: View, rows: CodeLayout['rows'], notes: ReadonlyMap<number, NoteAt>): number =>
  view.order.reduce((sum, line) => sum + heightOf(line, rows, notes), 0)

/** As little as brings what is spoken of into sight, with a line around it where there is room. */
function scrolled(view: View, heights: ReadonlyMap<number, number>, total: number, window: number, before: number): number {
  const starts: number[] = []
  let at = 0
  for (const line of view.order) {
    starts.push(at)
    at += heights.get(line) ?? 0
  }
  const spoken = view.order.flatMap((line, i) => (view.spoken.has(line) ? [i] : []))
  const most = Math.max(0, total - window)
  const first = spoken[0]
  const last = spoken.at(-1)
  let want = Math.min(before, most)
  if (first !== undefined && last !== undefined && spoken.length < view.order.length) {
    const from = starts[Math.max(0, first - 1)] ?? 0
    const end = starts[last + 2] ?? total
    if (from < want) want = from
    if (end > want + window) want = Math.min(end - window, starts[first] ?? 0)
  }
  // A line is never cut: the window begins where one begins.
  return starts.find((s) => s >= want - 1) ?? 0
}
