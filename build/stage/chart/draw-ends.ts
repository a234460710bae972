/** What each series is called: at its end, or in a list over the field with a piece of its line. */
import type { Point } from '../geometry'
import type { Direct } from '../director'
import type { Annotations } from '../timeline/layout'
import type { Chart, Series } from './content'
import { barClass, lineClass, type DrawnSeries } from './draw-series'
import type { Plot } from './plot'

const PIECE = 52
/** What a bar beside its text takes: where a text stands does not say whose bars are whose. */
export const SWATCH = 36

export function drawEnds(
  { canvas, cues, stage }: Direct,
  chart: Chart,
  plot: Plot,
  series: ReadonlyMap<string, DrawnSeries>,
  notes: Annotations,
  listed: { readonly x: number; readonly y: number } | null,
): void {
  const { size } = canvas
  /** Over the beginning of its line, where that ends well before the field does: in the margin it would name a neighbour. */
  const short = ({ as, points }: Series) => as !== 'bars' && plot.x(points.at(-1)?.[0] ?? 0) < plot.field.x + plot.field.w * 0.8
  const over = ({ points }: Series, w: number): Point => {
    const [x, y] = [plot.x(points[0]?.[0] ?? 0) + 10, plot.y(points[0]?.[1] ?? 0) - size * 0.5]
    canvas.claim({ x, y: y - size, w, h: size * 1.3 })
    return [x, y]
  }
  const row = size * 1.3
  const ys = spread(
    chart.series.map((s) => (short(s) ? -Infinity : plot.y(s.points.at(-1)?.[1] ?? 0) + size * 0.36)),
    row,
    plot.field.y + size * 0.5,
    plot.field.y + plot.field.h,
  )
  chart.series.forEach((s, i) => {
    const region = series.get(s.id)?.region
    if (region === undefined) return
    const w = canvas.widthOf(s.text, size, 'mid')
    const swatch = s.as === 'bars' ? SWATCH : 0
    const [x, y] = listed ? [listed.x + PIECE + 14, listed.y + row * i + size] : short(s) ? over(s, w) : [plot.ends + swatch, ys[i] ?? 0]
    if (s.as === 'bars')
      canvas.box({ x: listed ? listed.x + 8 : plot.ends, y: y - size * 0.78, w: listed ? PIECE - 16 : SWATCH - 12, h: size * 0.8 }, { in: region, c: barClass(s) }) // prettier-ignore
    else if (listed) {
      const piece: readonly Point[] = [
        [listed.x, y - size * 0.36],
        [listed.x + PIECE, y - size * 0.36],
      ]
      canvas.link(piece, s.line, { in: region, c: lineClass(s) })
    }
    const ink = s.who ? 'mid cw' : 'mid'
    canvas.label(s.text, { in: region, c: ink, x, y })
    const line = canvas.path(`M${x} ${y + size * 0.26}H${x + w}`, { in: region, c: 'newest', o: 0 })
    for (const cue of cues.filter(
      (c) => c.direction.verb === 'mark' && c.direction.targets.some((t) => t.stage === stage.name && t.name === s.id),
    )) {
      canvas.key(line, 'o', cue.start, 250, 1)
      canvas.key(line, 'o', cue.until, 250, 0)
    }
    // A state is written under the text, where the list or the margin has room for it.
    for (const note of (notes.get(s.id) ?? []).filter((n) => n.cue.direction.verb === 'set' && n.text)) {
      const state = canvas.region({ in: region, o: 0 })
      const [nx, ny] = listed
        ? [x + w + 16, y]
        : [x, y + row * (i === chart.series.length - 1 || (ys[i + 1] ?? Infinity) - y > row * 1.9 ? 1 : -1)]
      if (note.sign) canvas.token(note.sign, { in: state, c: 'X', x: nx + 12, y: ny - size * 0.34, s: note.sign === 'cross' ? 0.62 : 0.95 })
      canvas.label(note.runs, { in: state, c: note.sign === 'cross' ? 'cs' : '', x: nx + (note.sign ? 32 : 0), y: ny })
      canvas.key(state, 'o', note.cue.start, 250, 1)
      if (Number.isFinite(note.until)) canvas.key(state, 'o', note.until, 200, 0)
    }
  })
}

/** Near where each ends, none over another. */
function spread(wanted: readonly number[], gap: number, top: number, bottom: number): readonly number[] {
  const order = wanted.map((y, i) => ({ y, i })).sort((a, b) => a.y - b.y)
  const out = [...wanted]
  let free = top
  for (const { y, i } of order) {
    out[i] = Math.max(y, free)
    free = (out[i] ?? 0) + gap
  }
  let limit = bottom
  for (const { i } of order.reverse()) {
    out[i] = Math.min(out[i] ?? 0, limit)
    limit = (out[i] ?? 0) - gap
  }
  return out
}
