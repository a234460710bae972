/** One series as it is drawn: a line with a `draw` track, or bars. */
import type { Canvas } from '../canvas'
import type { Point, Rect } from '../geometry'
import { valueAt, type Chart, type Series } from './content'
import type { Plot } from './plot'

export interface DrawnSeries {
  readonly region: number
  readonly line: number | null
  readonly bars: readonly number[]
}

export function drawSeries(canvas: Canvas, chart: Chart, plot: Plot, series: Series, root: number, id: string): DrawnSeries {
  const region = canvas.region({ in: root, id, ...(series.who ? { c: series.who } : {}) })
  if (series.as === 'bars') return { region, line: null, bars: drawBars(canvas, chart, plot, series, region) }
  const points = series.as === 'step' ? stepped(series.points) : series.points
  const places = points.map(([x, y]): Point => [plot.x(x), plot.y(y)])
  const line = canvas.link(places, series.line, { in: region, c: lineClass(series) })
  return { region, line, bars: [] }
}

/** Pale, full, dashed: told apart without their colours. */
export const barClass = ({ who, nth }: Series): string => [who ? 'body' : 'key', ...(nth ? [nth % 2 ? 'full' : 'hollow'] : [])].join(' ')
/** Drawn through, then dashed in three ways; a line code says who it is by itself. */
export const lineClass = ({ who, nth, line }: Series): string =>
  [who ? 'own' : 'now', ...(nth && line === 'http' ? [`dash-${Math.min(nth, 3)}`] : [])].join(' ')

/** A value holds until the next one comes. */
const stepped = (points: readonly Point[]): readonly Point[] =>
  points.flatMap((p, i): readonly Point[] => {
    const before = points[i - 1]
    return before ? [[p[0], before[1]], p] : [p]
  })

function drawBars(canvas: Canvas, chart: Chart, plot: Plot, series: Series, region: number): readonly number[] {
  return barsOf(chart, plot, series).map((rect) => canvas.box(rect, { in: region, c: barClass(series) }))
}

/** Bars of several series stand side by side at their moment. */
export function barsOf(chart: Chart, plot: Plot, series: Series): readonly Rect[] {
  const all = chart.series.filter((s) => s.as === 'bars')
  const gaps = series.points.slice(1).map((p, i) => plot.x(p[0]) - plot.x(series.points[i]?.[0] ?? 0))
  const slot = Math.min(plot.field.w / series.points.length, ...gaps) * 0.72
  const w = slot / all.length
  const floor = plot.y(Math.max(0, chart.y.from))
  return series.points.map(([x, y]) => {
    const top = plot.y(y)
    return { x: plot.x(x) - slot / 2 + all.indexOf(series) * w, y: top, w: Math.max(2, w - 3), h: Math.max(1, floor - top) }
  })
}

/** Where a mark on a series stands: on its line, on the top of its bar. */
export function placeOf(chart: Chart, plot: Plot, series: Series, x: number): Point {
  const bar = series.as === 'bars' ? barsOf(chart, plot, series)[series.points.findIndex((p) => p[0] === x)] : undefined
  return bar ? [bar.x + bar.w / 2, bar.y] : [plot.x(x), plot.y(valueAt(series, x))]
}
