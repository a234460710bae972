/** Lines, bands, notes and numbers, and what each direction changes about them. */
import type { Canvas } from '../canvas'
import type { Cue, Direct } from '../director'
import { badDirection } from '../messages'
import type { CodeLayout, NoteAt, Placed } from './layout'
import type { Line, Note, Plan } from './plan'
import type { Row } from './wrap-line'

interface Drawn {
  readonly region: number
  readonly sepia: boolean
  /** Bands lie under the words. */
  readonly ground: number
  readonly number: number
  readonly bands: Map<number, readonly number[]>
  readonly notes: Map<Note, number>
  /** Each run of a typed line, in order of reading. */
  readonly typed: readonly { readonly node: number; readonly text: string }[]
}
/** Baseline below the middle of a row, in type sizes. */
const BASE = 0.36
const FADE = 200
/** No more often than this does typing change the picture, ms. */
const KEYSTROKE = 50

export function drawLines(job: Direct, plan: Plan, layout: CodeLayout, parent: number): void {
  const { canvas } = job
  const dated = new Map(plan.lines.map(({ index }) => [index, plan.views.find((v) => v.order.includes(index))?.dated ?? null]))
  const lines = plan.lines.map((line) => drawLine(job, line, layout, parent, dated.get(line.index) ? 'ct' : ''))
  const [first, ...rest] = layout.placed
  if (!first) return
  begin(first)
  let before = first
  for (const placed of rest) {
    if (placed.view.cue) change(before, placed, placed.view.cue)
    before = placed
  }

  /** What stands from the start. */
  function begin(placed: Placed): void {
    for (const [i, drawn] of lines.entries()) if (!seen(placed, i)) canvas.key(drawn.region, 'o', 0, 0, 0)
  }

  function change(from: Placed, to: Placed, cue: Cue): void {
    const { verb } = cue.direction
    const length = cue.end - cue.start
    const morph = verb === 'morph'
    const fresh = to.view.order.filter((i) => seen(to, i) && !seen(from, i))
    for (const [i, drawn] of lines.entries()) {
      const [was, is] = [seen(from, i), seen(to, i)]
      const [y0, y1] = [from.tops.get(i), to.tops.get(i)]
      if (y1 !== undefined && y1 !== y0) {
        if (was) canvas.key(drawn.region, 'y', cue.start + (morph ? length * 0.2 : 0), morph ? length * 0.5 : 250, y1)
        else canvas.key(drawn.region, 'y', cue.start, 0, y1)
      }
      if (was && !is) canvas.key(drawn.region, 'o', cue.start, morph ? length * 0.3 : FADE, 0)
      if (!was && is && verb === 'type' && from.view.waiting.has(i)) type(drawn, cue, fresh.indexOf(i), fresh.length)
      else if (!was && is)
        canvas.key(drawn.region, 'o', cue.start + (morph ? length * 0.65 : 0), morph ? length * 0.35 : Math.min(length, 400), 1)
      const number = to.view.order.indexOf(i) + 1
      if (number > 0 && number !== from.view.order.indexOf(i) + 1)
        canvas.key(drawn.number, 't', cue.start + (morph ? length * 0.45 : 0), 0, String(number))
      light(drawn, i, from, to, cue)
      note(drawn, i, from, to, cue)
      if (morph && y1 !== undefined && Boolean(from.view.dated) !== Boolean(to.view.dated) && y0 !== undefined)
        for (const label of drawn.typed) canvas.key(label.node, 'c', cue.start + length * 0.45, 0, to.view.dated ? 'm ct' : 'm')
    }
    if (verb === 'mark') mark(cue, to)
  }

  function light(drawn: Drawn, i: number, from: Placed, to: Placed, cue: Cue): void {
    const [was, is] = [bandOf(from, i), bandOf(to, i)]
    if (was !== is) {
      if (was !== null) for (const node of drawn.bands.get(was) ?? []) canvas.key(node, 'o', cue.start, 250, 0)
      if (is !== null) for (const node of band(drawn, is)) canvas.key(node, 'o', cue.start, 250, 1)
    }
    const ink = inkOf(to, i, drawn.sepia)
    if (ink !== inkOf(from, i, drawn.sepia)) canvas.key(drawn.region, 'c', cue.start, 0, ink)
  }

  function band(drawn: Drawn, height: number): readonly number[] {
    const { x, w } = job.box
    // On the sepia ground of code that is history, the bar and full ink say it.
    const nodes = drawn.bands.get(height) ?? [
      ...(drawn.sepia ? [] : [canvas.box({ x, y: 0, w: layout.scrolls ? w - 14 : w, h: height }, { in: drawn.ground, c: 'lit', o: 0 })]),
      canvas.box({ x, y: 0, w: 6, h: height }, { in: drawn.ground, c: 'bar', o: 0 }),
    ]
    drawn.bands.set(height, nodes)
    return nodes
  }

  function note(drawn: Drawn, i: number, from: Placed, to: Placed, cue: Cue): void {
    const [was, is] = [from.notes.get(i)?.note, to.notes.get(i)]
    if (was === is?.note) return
    if (was) canvas.key(drawn.notes.get(was) ?? -1, 'o', cue.start, FADE, 0)
    if (!is) return
    const region = drawNote(canvas, layout, is, drawn.region, rowsOf(i))
    drawn.notes.set(is.note, region)
    canvas.key(region, 'o', cue.start + 150, FADE, 1)
  }

  function type(drawn: Drawn, cue: Cue, turn: number, of: number): void {
    const share = (cue.end - cue.start) / Math.max(1, of)
    const begin = cue.start + share * turn
    const all = drawn.typed.reduce((sum, r) => sum + r.text.length, 0)
    const pace = share / Math.max(1, all)
    canvas.key(drawn.region, 'o', begin, 0, 1)
    let done = 0
    for (const { node, text } of drawn.typed) {
      canvas.key(node, 'o', 0, 0, 0)
      canvas.key(node, 'o', begin + done * pace, 0, 1)
      const step = Math.max(1, Math.ceil(KEYSTROKE / pace))
      for (let n = Math.min(step, text.length); n < text.length; n += step)
        canvas.key(node, 't', begin + (done + n - step) * pace, 0, text.slice(0, n))
      done += text.length
      canvas.key(node, 't', begin + done * pace, 0, text)
    }
  }

  /** An underline, of the whole line or of a word in it. */
  function mark(cue: Cue, placed: Placed): void {
    const { text } = cue.direction.args
    for (const i of placed.view.spoken) {
      const drawn = lines[i]
      const rows = rowsOf(i)
      if (!drawn) continue
      const hit = typeof text === 'string' ? rows.findIndex((r) => r.text.includes(text)) : -1
      if (typeof text === 'string' && hit < 0) {
        job.diagnostics.add(
          badDirection(cue.direction.at, `text="${text}"`, `a piece of “${rows.map((r) => r.text).join(' ')}”`, 'copy it from the line'),
        )
        continue
      }
      for (const [r, row] of rows.entries()) {
        if (hit >= 0 && r !== hit) continue
        const from = row.indent + (hit >= 0 ? row.text.indexOf(text as string) : 0)
        const to = hit >= 0 ? from + (text as string).length : row.indent + row.text.length
        const y = layout.pitch * (r + 0.5) + layout.size * (BASE + 0.24)
        const x = (column: number) => layout.left + column * layout.columnWidth
        const line = canvas.path(`M${x(from)} ${y}H${x(to)}`, { in: drawn.region, c: 'newest', o: 0 })
        canvas.key(line, 'o', cue.start, 250, 1)
        canvas.key(line, 'o', cue.until, 250, 0)
      }
    }
  }

  function rowsOf(i: number): readonly Row[] {
    return layout.rows[i] ?? []
  }
}

const seen = (placed: Placed, i: number): boolean => placed.tops.has(i) && !placed.view.waiting.has(i)
/** Beside soft ink, sepia would be a colour and nothing else: what is lit there is in ink. */
const inkOf = ({ view }: Placed, i: number, sepia: boolean): string =>
  view.lit === null ? '' : !view.lit.has(i) ? 'quiet' : sepia ? 'inked' : ''
const bandOf = (placed: Placed, i: number): number | null =>
  placed.view.band && placed.view.lit?.has(i) && placed.tops.has(i) ? (placed.heights.get(i) ?? null) : null

function drawLine({ canvas, box }: Direct, { index, typed }: Line, layout: CodeLayout, parent: number, ink: string): Drawn {
  const first = layout.placed.find((p) => p.view.order.includes(index))
  const y = layout.placed.find((p) => p.tops.has(index))?.tops.get(index) ?? layout.top
  const region = canvas.region({ in: parent, y })
  const ground = canvas.region({ in: region })
  const { size, pitch, left, columnWidth } = layout
  const base = (row: number) => pitch * (row + 0.5) + size * BASE
  const number = canvas.label(
    String((first?.view.order.indexOf(index) ?? 0) + 1),
    { in: region, c: 'm soft', x: left - size * 0.7, y: base(0) },
    { size, anchor: 'end' },
  )
  void box
  const c = ink ? `m ${ink}` : 'm'
  const labels = (layout.rows[index] ?? []).flatMap((row, r) => {
    const x = (column: number) => left + (row.indent + column) * columnWidth
    if (!typed)
      return row.runs.length
        ? [{ node: canvas.label(row.runs, { in: region, c, x: left + row.indent * columnWidth, y: base(r) }, { size }), text: row.text }]
        : []
    let column = 0
    return row.runs.flatMap((run) => {
      const at = column + run.t.length - run.t.trimStart().length
      column += run.t.length
      const t = run.t.trim()
      return t ? [{ node: canvas.label([{ ...run, t }], { in: region, c, x: x(at), y: base(r) }, { size }), text: t }] : []
    })
  })
  return { region, sepia: ink !== '', ground, number, bands: new Map(), notes: new Map(), typed: labels }
}

/** At the right edge of the line's last row, or in rows of its own under it. */
function drawNote(canvas: Canvas, layout: CodeLayout, { note, rows, beside }: NoteAt, parent: number, code: readonly Row[]): number {
  const { size, pitch, left, right, columnWidth } = layout
  const region = canvas.region({ in: parent, o: 0 })
  const sign = note.sign ? 40 : 0
  const c = note.sign === 'cross' ? 'cs' : ''
  const start = beside ? right - 8 - canvas.widthOf(rows[0] ?? '', size) : left + columnWidth * 2 + sign
  rows.forEach((runs, r) => {
    const y = pitch * (code.length - (beside ? 1 : 0) + r + 0.5) + size * BASE
    canvas.label(runs, { in: region, c, x: start, y }, { size })
    if (note.sign && r === 0)
      canvas.token(note.sign, { in: region, c: 'X', x: start - 22, y: y - size * 0.34, s: note.sign === 'cross' ? 0.62 : 0.95 })
  })
  return region
}
