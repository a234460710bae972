/** How one stands: the shape, where its name goes, where notes begin and links meet. */
import type { Canvas } from '../canvas'
import type { Point } from '../geometry'
import type { Member, Side } from './cast'
import type { Spot } from './layout'

/** Extents of the sprite's shapes about their origin, at scale 1. */
const shapes = {
  laptop: { x: -84, y: -46, w: 168, h: 102 },
  attacker: { x: -84, y: -46, w: 168, h: 102 },
  phone: { x: -37, y: -66, w: 74, h: 132 },
  server: { x: -34, y: -54, w: 68, h: 108 },
} as const

export function spot(member: Member, x: number, y: number, s: number, name: Spot['name'], canvas: Canvas, beside?: Point): Spot {
  const shape = shapes[member.is as keyof typeof shapes]
  const rect = { x: x + shape.x * s, y: y + shape.y * s, w: shape.w * s, h: shape.h * s }
  const below = rect.y + rect.h + (name === 'below' ? canvas.size * 1.25 : 0) + canvas.size * 1.2
  const notes = beside ? ({ x: beside[0], y: beside[1], anchor: 'start' } as const) : ({ x, y: below, anchor: 'middle' } as const)
  const meets: Spot['meets'] =
    name === 'below' ? ['left', 'right', 'top'] : name === 'above' ? ['left', 'right', 'bottom'] : ['left', 'right', 'top', 'bottom']
  return { x, y, s, rect, name, notes, meets }
}

/** A name stands inside a face that is wide enough for it, else below. */
export function nameAt(member: Member, s: number, canvas: Canvas): Spot['name'] {
  if (member.is === 'server') return 'below'
  const face = member.is === 'phone' ? 66 : 124
  return canvas.widthOf(member.name, canvas.size, 'bold') <= face * s ? 'inside' : 'below'
}

export const isDoor = (m: Member): boolean => m.is === 'nat' || m.is === 'firewall'
export const people = (members: readonly Member[], side: Side): readonly Member[] => members.filter((m) => !isDoor(m) && m.side === side)
export const doorOf = (members: readonly Member[], side: Side): Member | undefined => members.find((m) => isDoor(m) && m.side === side)
/** What a room is called: by its door, or by who lives in it. */
export const roomName = (members: readonly Member[], door: Member): string =>
  door.room ?? members.find((m) => m.behind === door.id && m.room)?.room ?? ''
