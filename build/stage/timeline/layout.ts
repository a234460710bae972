/** Where events, spans and numbers stand. It measures with what it is handed, so that a height is known before there is a canvas. */
import type { Point, Rect } from '../geometry'
import type { Annotation } from './annotations'
import type { Axis, Item } from './content'

/** Width of a text in scene units; `c` holds classes. */
export type Measure = (text: string, c: string) => number
export type Annotations = ReadonlyMap<string, readonly Annotation[]>

export interface Spot {
  readonly item: Item
  /** Where on the axis it begins and ends: x wide, y tall. */
  readonly from: number
  readonly to: number
  readonly lines: readonly string[]
  /** Near end (`anchor`) and first baseline of its text. */
  readonly anchor: 'start' | 'end'
  readonly x: number
  readonly y: number
  /** Baseline of what is written under it. */
  readonly under: number
  /** Where its moment is written, once it is lit. */
  readonly moment: Point
  /** Near edge of a span's bar: y wide, x tall. */
  readonly bar: number
}
export interface TimelineLayout {
  /** Type size. */
  readonly size: number
  readonly spots: readonly Spot[]
  /** The axis: y wide, x tall, and its two ends. */
  readonly axis: number
  readonly start: number
  readonly end: number
  readonly ticks: readonly { readonly at: number; readonly text: string }[]
  readonly title: number
  /** What it takes along the free direction, and what there was. */
  readonly needs: number
  readonly has: number
  place(at: number): number
}

export const LINE = 1.2
export const BAR = 16

/** What the two layouts are made from. */
export interface Room {
  readonly axis: Axis
  readonly notes: Annotations
  /** Those that are lit at any time. */
  readonly lit: ReadonlySet<string>
  readonly box: Rect
  readonly size: number
  readonly measure: Measure
}

/** A moment as a place between two ends. */
export const placer =
  (axis: Axis, start: number, end: number): TimelineLayout['place'] =>
  (at) =>
    start + ((at - axis.from) / (axis.to - axis.from || 1)) * (end - start)

/** Round numbers no closer than `least` units. */
export function ticks(axis: Axis, length: number, least: number): TimelineLayout['ticks'] {
  const steps = axis.unit === 'year' ? [1, 2, 5, 10] : [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000]
  const step = steps.find((s) => (s / (axis.to - axis.from || 1)) * length >= least) ?? steps.at(-1) ?? 1
  const first = Math.ceil(axis.from / step) * step
  const count = Math.floor((axis.to - first) / step + 1e-6) + 1
  return Array.from({ length: Math.max(0, count) }, (_, i) => {
    const at = first + i * step
    return { at, text: axis.unit === 'ms' && i === count - 1 ? `${at} ms` : String(at) }
  })
}
