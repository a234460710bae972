/** Events and spans on their axis, and the hand. */
import type { Canvas } from '../canvas'
import type { Cue, Direct } from '../director'
import type { Annotation } from './annotations'
import { writeMoment, type Axis } from './content'
import { BAR, LINE, type Annotations, type Spot, type TimelineLayout } from './layout'

export interface DrawnItem {
  readonly region: number
  readonly labels: readonly number[]
  readonly lit: readonly number[]
  readonly underline: number
}

const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`

export function drawAxis(canvas: Canvas, axis: Axis, layout: TimelineLayout, root: number): void {
  const { axis: at, start, end, ticks, place } = layout
  const wide = canvas.shape === 'wide'
  const { size } = layout
  canvas.path(wide ? `M${start} ${at}H${end}` : `M${at} ${start}V${end}`, { in: root, c: 'http' })
  for (const tick of ticks) {
    const p = place(tick.at)
    canvas.path(wide ? `M${p} ${at}V${at + 10}` : `M${at} ${p}H${at - 10}`, { in: root, c: 'thin' })
    if (wide) canvas.label(tick.text, { in: root, c: 'soft', x: p, y: at + 12 + size * 0.92 }, { size, anchor: 'middle' })
    else canvas.label(tick.text, { in: root, c: 'soft', x: at - 18, y: p + size * 0.36 }, { size, anchor: 'end' })
  }
  if (!axis.hand) return
  const [from, to] = [writeMoment(axis.from, axis.unit), writeMoment(axis.to, axis.unit)]
  if (wide) {
    canvas.label(from, { in: root, c: 'soft', x: start - 14, y: at + size * 0.36 }, { size, anchor: 'end' })
    canvas.label(to, { in: root, c: 'soft', x: end + 14, y: at + size * 0.36 }, { size })
  } else {
    // To the left of the axis: its right side belongs to the events.
    canvas.label(from, { in: root, c: 'soft', x: at + 12, y: start - size * 0.5 }, { size, anchor: 'end' })
    canvas.label(to, { in: root, c: 'soft', x: at + 12, y: end + size * 1.2 }, { size, anchor: 'end' })
  }
}

export function drawItem(job: Direct, layout: TimelineLayout, spot: Spot, notes: Annotations, lit: boolean, root: number): DrawnItem {
  const { canvas } = job
  const { size } = layout
  const { item, lines, x, y, under, anchor } = spot
  const wide = canvas.shape === 'wide'
  const region = canvas.region({ in: root, id: `${job.stage.name}.${item.id}` })
  const at = layout.axis
  const bright: number[] = []
  const last = y + (lines.length - 1) * size * LINE
  if (item.kind === 'event') {
    canvas.path(
      wide
        ? `M${spot.from} ${at}V${y < at ? y - size * 0.72 : last + size * 0.2}`
        : `M${at + 12} ${spot.from}H${at + 24}L${x - 22} ${y - size * 0.32}H${x - 8}`,
      { in: region, c: 'thin' },
    )
    const [dx, dy] = wide ? [spot.from, at] : [at, spot.from]
    canvas.path(circle(7), { in: region, c: 'hop', x: dx, y: dy })
    bright.push(canvas.path(circle(11), { in: region, c: 'bar', x: dx, y: dy, o: 0 }))
    if (lit) bright.push(canvas.label(item.says, { in: region, c: 'm soft', x: spot.moment[0], y: spot.moment[1], o: 0 }, { size, anchor }))
  } else {
    const length = Math.max(4, spot.to - spot.from)
    const rect = wide ? { x: spot.from, y: spot.bar, w: length, h: BAR } : { x: spot.bar, y: spot.from, w: BAR, h: length }
    canvas.box(rect, { in: region, c: 'key' }, 3)
    bright.push(canvas.box(rect, { in: region, c: 'bar', o: 0 }, 3))
  }
  const labels = lines.map((line, i) => canvas.label(line, { in: region, x, y: y + i * size * LINE }, { size, anchor }))
  const width = canvas.widthOf(lines.at(-1) ?? '', size)
  const from = anchor === 'start' ? x : x - width
  const underline = canvas.path(`M${from} ${last + size * 0.26}H${from + width}`, { in: region, c: 'newest', o: 0 })
  for (const note of notes.get(item.id) ?? [])
    drawNote(canvas, note, region, anchor === 'start' ? x : x - canvas.widthOf(note.runs, size) - (note.sign ? 34 : 0), under, size)
  return { region, labels, lit: bright, underline }
}

function drawNote(canvas: Canvas, note: Annotation, parent: number, x: number, y: number, size: number): void {
  if (!note.text) return
  const region = canvas.region({ in: parent, o: 0 })
  if (note.sign) canvas.token(note.sign, { in: region, c: 'X', x: x + 12, y: y - size * 0.34, s: note.sign === 'cross' ? 0.62 : 0.95 })
  canvas.label(note.runs, { in: region, c: note.sign === 'cross' ? 'cs' : '', x: x + (note.sign ? 34 : 0), y }, { size })
  canvas.key(region, 'o', note.cue.start, 250, 1)
  if (Number.isFinite(note.until)) canvas.key(region, 'o', note.until, 200, 0)
}

/** A mark under the axis (tall: at its left) with the moment it stands at; it runs evenly, as clocks do. */
export function drawHand(job: Direct, axis: Axis, layout: TimelineLayout, root: number): void {
  const { canvas, cues, stage } = job
  const { hand, unit } = axis
  if (!hand) return
  const wide = job.shape === 'wide'
  const { size } = layout
  const at = layout.place(hand.from)
  const region = canvas.region({ in: root, id: `${stage.name}.${hand.id}`, x: wide ? at : layout.axis, y: wide ? layout.axis : at })
  // What lies under the number steps back: poles of flags run there.
  if (wide) canvas.box({ x: -62, y: 8, w: 124, h: size * 1.3 + 10 }, { in: region, c: 'plate' })
  canvas.path(wide ? 'M0 5L9 22H-9Z' : 'M-5 0L-22 9V-9Z', { in: region, c: 'bar' })
  const format = unit === 'ms' ? 'milliseconds' : 'number'
  const text = unit === 'ms' ? `${Math.round(hand.from)} ms` : String(Math.floor(hand.from))
  const number = canvas.label(
    text,
    { in: region, c: 'm bold', ...(wide ? { y: 22 + size * 0.9 } : { x: -28, y: size * 0.36 }) },
    { size, anchor: wide ? 'middle' : 'end', format },
  )
  for (const cue of cues) {
    const to = goalOf(cue)
    if (to === null) continue
    canvas.key(region, wide ? 'x' : 'y', cue.start, cue.end - cue.start, layout.place(to), 1)
    canvas.key(number, 'value', cue.start, cue.end - cue.start, unit === 'ms' ? to : Math.floor(to), 1)
  }

  function goalOf({ direction: { verb, targets, args } }: Cue): number | null {
    const [first, second] = targets
    if (first?.stage !== stage.name || first.name !== hand?.id) return null
    if (verb === 'count' && typeof args.to === 'string') return Number(args.to)
    return verb === 'move' ? (axis.items.find((i) => i.id === second?.name)?.from ?? null) : null
  }
}
