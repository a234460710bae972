/** Where the axes stand, and how numbers become places. */
import type { Canvas } from '../canvas'
import type { Rect } from '../geometry'
import { write, type Chart, type Scale } from './content'

export interface Plot {
  /** The field between the axes. */
  readonly field: Rect
  /** Baselines of the title and of the unit over the y axis. */
  readonly title: number
  readonly unit: number
  /** Left end of the texts at the ends of series, and their room. */
  readonly ends: number
  readonly xTicks: readonly number[]
  readonly yTicks: readonly number[]
  x(value: number): number
  y(value: number): number
}

const END_GAP = 14

/** `widest`: the widest text at the end of a series; tall, those stand above the field instead. */
export function plotOf(chart: Chart, box: Rect, canvas: Canvas, widest: number): Plot {
  const { size } = canvas
  const numbers = Math.max(...ticksOf(chart.y).map((t) => canvas.widthOf(write(t), size, 'm')))
  const title = chart.title ? size * 1.6 : 0
  const head = title + size * 1.9
  const left = box.x + numbers + 16
  const half = canvas.widthOf(write(chart.x.to), size, 'm') / 2
  const right = box.x + box.w - Math.max(half, widest ? widest + END_GAP : 0)
  const field: Rect = { x: left, y: box.y + head, w: right - left, h: box.h - head - size * 2.9 }
  // Bars stand on their moments, so the first and the last need half a place more.
  const bars = Math.max(0, ...chart.series.filter((s) => s.as === 'bars').map((s) => s.points.length))
  const pad = bars ? field.w / bars / 2 : 0
  const x = (v: number) => field.x + pad + ((v - chart.x.from) / (chart.x.to - chart.x.from || 1)) * (field.w - 2 * pad)
  const y = (v: number) => field.y + field.h - ((v - chart.y.from) / (chart.y.to - chart.y.from || 1)) * field.h
  const apart = Math.max(...ticksOf(chart.x).map((t) => canvas.widthOf(write(t), size, 'm'))) + 20
  const xTicks = thin(ticksOf(chart.x), (chart.x.step / (chart.x.to - chart.x.from || 1)) * (field.w - 2 * pad), apart)
  const yTicks = thin(ticksOf(chart.y), (chart.y.step / (chart.y.to - chart.y.from || 1)) * field.h, size * 1.5)
  return { field, title: box.y + size, unit: box.y + title + size * 0.9, ends: right + END_GAP, xTicks, yTicks, x, y }
}

function ticksOf({ from, to, step }: Scale): readonly number[] {
  const first = Math.ceil(from / step - 1e-9) * step
  return Array.from({ length: Math.floor((to - first) / step + 1e-6) + 1 }, (_, i) => first + i * step)
}

/** Every second or third, where all would touch. */
function thin(ticks: readonly number[], apart: number, least: number): readonly number[] {
  const every = Math.max(1, Math.ceil(least / (apart || 1)))
  return ticks.filter((_, i) => i % every === 0)
}
