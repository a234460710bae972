/** Where everybody stands: rooms, walls with doors, and the lane that packets travel along. */
import type { Canvas } from '../canvas'
import type { Point, Rect } from '../geometry'
import type { Member, Side } from './cast'

/** Extents of the sprite's shapes about their origin, at scale 1. */
const shapes = {
  laptop: { x: -84, y: -46, w: 168, h: 102 },
  attacker: { x: -84, y: -46, w: 168, h: 102 },
  phone: { x: -37, y: -66, w: 74, h: 132 },
  server: { x: -34, y: -54, w: 68, h: 108 },
} as const

export interface Spot {
  readonly x: number
  readonly y: number
  readonly s: number
  /** The drawn shape. */
  readonly rect: Rect
  readonly name: 'inside' | 'below' | 'above'
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

const isDoor = (m: Member) => m.is === 'nat' || m.is === 'firewall'
export const TABLE_ROW = 40

export interface TableNeed {
  readonly rows: number
  readonly width: number
}

export function layOut(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  return canvas.shape === 'wide' ? wide(members, tables, box, canvas) : tall(members, tables, box, canvas)
}

const people = (members: readonly Member[], side: Side) => members.filter((m) => !isDoor(m) && m.side === side)
const doorOf = (members: readonly Member[], side: Side) => members.find((m) => isDoor(m) && m.side === side)

function spot(member: Member, x: number, y: number, s: number, name: Spot['name'], canvas: Canvas, beside?: Point): Spot {
  const shape = shapes[member.is as keyof typeof shapes]
  const rect = { x: x + shape.x * s, y: y + shape.y * s, w: shape.w * s, h: shape.h * s }
  const below = rect.y + rect.h + (name === 'below' ? canvas.size * 1.25 : 0) + canvas.size * 1.2
  const notes = beside ? ({ x: beside[0], y: beside[1], anchor: 'start' } as const) : ({ x, y: below, anchor: 'middle' } as const)
  const meets: Spot['meets'] =
    name === 'below' ? ['left', 'right', 'top'] : name === 'above' ? ['left', 'right', 'bottom'] : ['left', 'right', 'top', 'bottom']
  return { x, y, s, rect, name, notes, meets }
}

/** A name stands inside a face that is wide enough for it, else below. */
function nameAt(member: Member, s: number, canvas: Canvas): Spot['name'] {
  if (member.is === 'server') return 'below'
  const face = member.is === 'phone' ? 66 : 124
  return canvas.widthOf(member.name, canvas.size, 'bold') <= face * s ? 'inside' : 'below'
}

function wide(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  const left = people(members, 'left')
  const right = people(members, 'right')
  const middle = people(members, 'middle')
  const doors = { left: doorOf(members, 'left'), right: doorOf(members, 'right') }
  const facing = left.length + (doors.left ? 1 : 0) > 0 && right.length + (doors.right ? 1 : 0) > 0
  const onTop = middle.length > 0 && facing
  const roomy = box.h > 480
  const s = roomy ? 1.15 : 0.95
  const need = [...tables.values()].map((t) => 44 + t.rows * TABLE_ROW)
  const tallest = Math.max(0, ...need)
  const top = onTop ? 150 * (roomy ? 1.1 : 0.9) : tallest
  // The lane runs where what stands above and below it leaves a ticket room to pass.
  const lane = box.y + Math.min(Math.max(box.h * (onTop ? 0.6 : 0.5), top + 84), box.h - (onTop ? tallest : 0) - 110)
  // Two rooms leave the middle to two tables and a ticket; one alone may be roomier.
  const roomWidth = doors.left && doors.right ? 262 : 300
  const edge = { left: box.x + (doors.left ? roomWidth : 0), right: box.x + box.w - (doors.right ? roomWidth : 0) }
  const spots = new Map<string, Spot>()
  const stand = (side: 'left' | 'right', group: readonly Member[]) => {
    const x = doors[side]
      ? side === 'left'
        ? box.x + roomWidth / 2
        : box.x + box.w - roomWidth / 2
      : side === 'left'
        ? box.x + 130
        : box.x + box.w - 130
    const step = Math.min(box.h / Math.max(1, group.length), 280)
    const centre = group.length > 1 ? box.y + box.h / 2 + 10 : lane
    group.forEach((m, i) => {
      const scale = group.length > 1 && !roomy ? s * 0.8 : s
      spots.set(m.id, spot(m, x, centre + (i - (group.length - 1) / 2) * step, scale, nameAt(m, scale, canvas), canvas))
    })
  }
  stand('left', left)
  stand('right', right)
  middle.forEach((m, i) => {
    if (onTop) {
      const x = (edge.left + edge.right) / 2 + (i - (middle.length - 1) / 2) * Math.min(340, (edge.right - edge.left) / middle.length)
      const scale = roomy ? 0.95 : 0.8
      spots.set(m.id, spot(m, x, box.y + 36 + 54 * scale, scale, 'above', canvas))
    } else {
      const outer = doors.left || left.length ? box.x + box.w - 150 : doors.right || right.length ? box.x + 150 : box.x + box.w / 2
      const alone = left.length + right.length + (doors.left ? 1 : 0) + (doors.right ? 1 : 0) === 0
      const gap = Math.min(box.h / middle.length, 250)
      const x = alone ? box.x + (box.w * (i + 1)) / (middle.length + 1) : outer
      const y = alone ? lane : (middle.length > 1 ? box.y + box.h / 2 - 10 : lane) + (i - (middle.length - 1) / 2) * gap
      spots.set(m.id, spot(m, x, y, s, 'below', canvas))
    }
  })
  const zone = edge.right - edge.left - 48
  const widths = (['left', 'right'] as const).map((side) => tables.get(doors[side]?.id ?? '')?.width ?? 0)
  const both = widths[0]! + widths[1]! + 40 <= zone
  const doorMap = new Map<string, Door>()
  const rooms: Room[] = []
  for (const side of ['left', 'right'] as const) {
    const door = doors[side]
    if (!door) continue
    const anchor = side === 'left' ? 'start' : 'end'
    const x = edge[side] + (side === 'left' ? 26 : -26)
    const label = { x, y: lane + 100, anchor } as const
    const below = onTop || (!both && side === 'right' && box.h > 560)
    const table = { x, y: below ? lane + 128 + canvas.size * 1.3 : box.y + 2, anchor, width: zone } as const
    doorMap.set(door.id, { at: [edge[side], lane], side, label, table })
    const rect = { x: side === 'left' ? box.x : edge.right, y: box.y, w: roomWidth, h: box.h }
    const labelAt = { x: side === 'left' ? rect.x + 18 : rect.x + rect.w - 18, y: rect.y + 38, anchor } as const
    rooms.push({ door: door.id, rect, side, label: roomName(members, door), labelAt })
  }
  return { spots, doors: doorMap, rooms, along: 'x', lane }
}

const roomName = (members: readonly Member[], door: Member): string =>
  door.room ?? members.find((m) => m.behind === door.id && m.room)?.room ?? ''

function tall(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  const groups = { left: people(members, 'left'), right: people(members, 'right') }
  const middle = people(members, 'middle')
  const doors = { left: doorOf(members, 'left'), right: doorOf(members, 'right') }
  const roomy = box.h > 640
  const s = roomy ? 1 : 0.85
  // A ticket with two addresses is about 440 wide: centred on this lane it stays on the stage, and what is told stands to its right.
  const lane = box.x + 226
  const notesX = box.x + 358
  const roomHeight = { left: doors.left ? roomNeed(groups.left, s) : 0, right: doors.right ? roomNeed(groups.right, s) : 0 }
  const spots = new Map<string, Spot>()
  const edge = { left: box.y + roomHeight.left, right: box.y + box.h - roomHeight.right }
  for (const side of ['left', 'right'] as const) {
    const group = groups[side]
    const y = doors[side]
      ? side === 'left' ? box.y + roomHeight.left / 2 - (group.length > 1 ? 14 : 0) : box.y + box.h - roomHeight.right / 2 - (group.length > 1 ? 14 : 0)
      : side === 'left' ? box.y + 76 : box.y + box.h - 92 // prettier-ignore
    group.forEach((m, i) => {
      const x = group.length > 1 ? box.x + (box.w * (i + 0.5)) / group.length : lane
      const name = nameAt(m, s, canvas)
      spots.set(
        m.id,
        spot(m, x, y, s, name, canvas, group.length > 1 || name === 'below' ? undefined : [notesX, y + (doors[side] ? 24 : 10)]),
      )
    })
  }
  const noneRight = groups.right.length === 0 && !doors.right
  middle.forEach((m, i) => {
    const below = noneRight && middle.length === 1
    const x = below ? lane + 60 : noneRight ? box.x + (box.w * (i + 0.5)) / middle.length : box.x + box.w - 110
    const y = noneRight
      ? box.y + box.h - 130
      : (edge.left + edge.right) / 2 + (i - (middle.length - 1) / 2) * Math.min(220, (edge.right - edge.left) / middle.length) - 14
    spots.set(m.id, spot(m, x, y, s * 0.95, 'below', canvas))
  })
  const doorMap = new Map<string, Door>()
  const rooms: Room[] = []
  const tableAt = (side: 'left' | 'right', y: number, door: Member) => {
    const need = tables.get(door.id)
    const height = need ? 44 + need.rows * TABLE_ROW : 0
    return {
      x: box.x + box.w,
      y: side === 'left' ? y + 52 : y - height - 52,
      anchor: 'end',
      width: box.w - (need && need.width > box.w - (notesX - box.x) ? 0 : notesX - box.x),
    } as const
  }
  for (const side of ['left', 'right'] as const) {
    const door = doors[side]
    if (!door) continue
    const y = edge[side]
    doorMap.set(door.id, {
      at: [groups[side].length > 1 ? box.x + box.w / 2 : lane, y],
      side,
      label: { x: notesX, y: side === 'left' ? y + 40 : y - 24, anchor: 'start' },
      table: tableAt(side, y, door),
    })
    const rect = { x: box.x, y: side === 'left' ? box.y : y, w: box.w, h: roomHeight[side] }
    const labelAt =
      groups[side].length > 1
        ? ({ x: rect.x + 16, y: side === 'left' ? rect.y + 36 : rect.y + rect.h - 14, anchor: 'start' } as const)
        : ({ x: notesX, y: rect.y + rect.h / 2 - 16, anchor: 'start' } as const)
    rooms.push({ door: door.id, rect, side, label: roomName(members, door), labelAt })
  }
  return { spots, doors: doorMap, rooms, along: 'y', lane }
}

/** Two in a room stand side by side over their addresses; one has them beside. */
const roomNeed = (group: readonly Member[], s: number): number => (group.length > 1 ? 132 * s + 110 : 132 * s + 30)
