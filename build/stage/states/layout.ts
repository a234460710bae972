/** Where the states of a machine stand, how its ways run, and where their reasons are written. */
import type { Canvas } from '../canvas'
import type { Point, Rect } from '../geometry'
import type { Machine, Way } from './machine'

export interface Station {
  readonly id: string
  /** Where the mark lies when the machine is in this state. */
  readonly x: number
  readonly y: number
  /** The pill around it on a map; null for a station on a line. */
  readonly pill: Rect | null
  readonly name: { readonly lines: readonly string[]; readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
}
export interface Track {
  readonly way: Way
  readonly points: readonly Point[]
  /** Degrees of the arrow head at the last point. */
  readonly turn: number
  readonly reason: Reason | null
}
export interface Reason {
  readonly lines: readonly string[]
  readonly arrow: string
  /** First baseline. */
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
  /** Short of room: written only while the way is taken. */
  readonly shy: boolean
}
export interface Layout {
  readonly stations: ReadonlyMap<string, Station>
  readonly tracks: readonly Track[]
  /** Where the head of the machine stands, if it has one. */
  readonly head: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' } | null
  /** The way between two states that have none drawn. */
  between(from: string, to: string): readonly Point[]
  /** Where a word stands beside a way that is not drawn, or at a station. */
  beside(state: string, width: number, height: number): readonly Rect[]
}

export const R = 15
export const keyOf = (way: Pick<Way, 'from' | 'to'>): string => `${way.from} > ${way.to}`
export const headHeight = (machine: Machine, canvas: Pick<Canvas, 'size'>): number => (machine.title ? canvas.size * 2 : 0)
export const turnOf = (points: readonly Point[]): number => {
  const [a, b] = [points.at(-2), points.at(-1)]
  return a && b ? (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI : 0
}
