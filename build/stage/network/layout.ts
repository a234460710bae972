/** Where everybody stands: rooms, walls with doors, and the lane that packets travel along. */
import type { Canvas } from '../canvas'
import type { Point, Rect } from '../geometry'
import type { Member, Side } from './cast'
import { layTall } from './layout-tall'
import { layWide } from './layout-wide'

export interface Spot {
  readonly x: number
  readonly y: number
  readonly s: number
  /** The drawn shape. */
  readonly rect: Rect
  readonly name: 'inside' | 'below' | 'above' | 'right'
  /** Where notes and addresses begin: below the shape and what stands there, or beside it. */
  readonly notes: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'middle' | 'end' }
  /** Sides that links may meet. */
  readonly meets: readonly ('left' | 'right' | 'top' | 'bottom')[]
}
export interface Door {
  readonly at: Point
  readonly side: Side
  /** Where the router's name stands, and its address under it. */
  readonly label: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
  /** Corner its table grows from, downward; `right` tables end at x. */
  readonly table: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end'; readonly width: number }
}
export interface Room {
  readonly door: string
  readonly rect: Rect
  readonly side: Side
  readonly label: string
  readonly labelAt: { readonly x: number; readonly y: number; readonly anchor: 'start' | 'end' }
}
export interface Layout {
  readonly spots: ReadonlyMap<string, Spot>
  readonly doors: ReadonlyMap<string, Door>
  readonly rooms: readonly Room[]
  readonly along: 'x' | 'y'
  readonly lane: number
}

export const TABLE_ROW = 40
export interface TableNeed {
  readonly rows: number
  readonly width: number
}
/** The height of a router's table. */
export const tableHeight = (need: TableNeed): number => 44 + need.rows * TABLE_ROW

export function layOut(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  return (canvas.shape === 'wide' ? layWide : layTall)(members, tables, box, canvas)
}
