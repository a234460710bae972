import type { Canvas } from '../canvas'
import type { Rect } from '../geometry'
import type { Member } from './cast'
import { tableHeight, type Door, type Layout, type Room, type Spot, type TableNeed } from './layout'
import { doorOf, nameAt, people, roomName, spot } from './spots'

/** From the lane down to a table under a router’s name. */
const UNDER = 168
/** From the lane down to a router's name: with something under it, and with room to say what the router refuses. */
const NAME = 100
const FAR_NAME = 138

/** Rooms left and right, servers above the lane between them, or at its end where nobody faces. */
export function layWide(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  const left = people(members, 'left')
  const right = people(members, 'right')
  const middle = people(members, 'middle')
  const doors = { left: doorOf(members, 'left'), right: doorOf(members, 'right') }
  const facing = left.length + (doors.left ? 1 : 0) > 0 && right.length + (doors.right ? 1 : 0) > 0
  const onTop = middle.length > 0 && facing
  const roomy = box.h > 480
  // With nothing above or below the lane, the cast may be large.
  const bare = roomy && !middle.length && !tables.size && left.length < 2 && right.length < 2
  const s = bare ? 1.3 : roomy ? 1.15 : 0.95
  const tallest = Math.max(0, ...[...tables.values()].map(tableHeight))
  const top = onTop ? 150 * (roomy ? 1.1 : 0.9) : tallest
  // The lane runs where what stands above and below it leaves a ticket room to pass.
  const lane =
    box.y +
    Math.min(Math.max(box.h * (onTop ? 0.6 : 0.5), top + 84), box.h - (onTop ? tallest : 0) - (onTop && tallest && roomy ? UNDER : 110))
  // Two rooms leave the middle to two tables and a ticket; one alone may be roomier.
  const shared = { left: Boolean(doors.left) && left.length > 1, right: Boolean(doors.right) && right.length > 1 }
  const widthOf = (side: 'left' | 'right') => (shared[side] ? 446 : doors.left && doors.right ? 262 : 300)
  const edge = { left: box.x + (doors.left ? widthOf('left') : 0), right: box.x + box.w - (doors.right ? widthOf('right') : 0) }
  const spots = new Map<string, Spot>()
  const stand = (side: 'left' | 'right', group: readonly Member[]) => {
    const inward = shared[side] ? widthOf(side) - 130 : doors[side] ? widthOf(side) / 2 : 130
    const x = side === 'left' ? box.x + inward : box.x + box.w - inward
    const step = Math.min(box.h / Math.max(1, group.length), 280)
    const centre = group.length > 1 ? box.y + box.h / 2 + 10 : lane
    group.forEach((m, i) => {
      const scale = group.length > 1 && !roomy ? s * 0.8 : s
      const made = spot(m, x, centre + (i - (group.length - 1) / 2) * step, scale, nameAt(m, scale, canvas), canvas)
      // Two who share a room talk across it: what is told of them stands on the side away from the door.
      const aside = {
        x: side === 'left' ? made.rect.x - 14 : made.rect.x + made.rect.w + 14,
        y: made.y - 2,
        anchor: side === 'left' ? 'end' : 'start',
      } as const
      spots.set(m.id, shared[side] ? { ...made, notes: aside } : made)
    })
  }
  stand('left', left)
  stand('right', right)
  middle.forEach((m, i) => {
    if (onTop) {
      const x = (edge.left + edge.right) / 2 + (i - (middle.length - 1) / 2) * Math.min(340, (edge.right - edge.left) / middle.length)
      const scale = roomy ? 0.95 : 0.8
      const made = spot(m, x, box.y + 36 + 54 * scale, scale, 'above', canvas)
      spots.set(m.id, { ...made, notes: { x: made.rect.x + made.rect.w + 16, y: made.y - 14, anchor: 'start' } })
    } else {
      const outer = doors.left || left.length ? box.x + box.w - 150 : doors.right || right.length ? box.x + 150 : box.x + box.w / 2
      const alone = left.length + right.length + (doors.left ? 1 : 0) + (doors.right ? 1 : 0) === 0
      // Below the tables, if there are any.
      const roof = box.y + (tallest ? tallest + 8 : 0)
      const x = alone ? box.x + (box.w * (i + 1)) / (middle.length + 1) : outer
      const y = alone || middle.length === 1 ? lane : roof + ((box.y + box.h - roof) * (i + 0.5)) / middle.length - 14
      spots.set(m.id, spot(m, x, y, s, 'below', canvas))
    }
  })
  const zone = edge.right - edge.left - 48
  const widths = (['left', 'right'] as const).map((side) => tables.get(doors[side]?.id ?? '')?.width ?? 0)
  const both = widths[0]! + widths[1]! + 40 <= zone
  const doorMap = new Map<string, Door>()
  const rooms: Room[] = []
  const isUnder = (side: 'left' | 'right'): boolean => onTop || (!both && side === 'right' && box.h > 560)
  // What a router refuses is told between its door and its name, where nothing else is under the lane.
  const names = lane + (isUnder('right') ? NAME : Math.min(Math.max(box.y + box.h - lane - 54, NAME), FAR_NAME))
  for (const side of ['left', 'right'] as const) {
    const door = doors[side]
    if (!door) continue
    const anchor = side === 'left' ? 'start' : 'end'
    const x = edge[side] + (side === 'left' ? 26 : -26)
    const label = { x, y: names, anchor } as const
    const table = { x, y: isUnder(side) ? names + 28 + canvas.size * 1.3 : box.y + 2, anchor, width: zone } as const
    doorMap.set(door.id, { at: [edge[side], lane], side, label, table })
    const rect = { x: side === 'left' ? box.x : edge.right, y: box.y, w: widthOf(side), h: box.h }
    const labelAt = { x: side === 'left' ? rect.x + 18 : rect.x + rect.w - 18, y: rect.y + 38, anchor } as const
    rooms.push({ door: door.id, rect, side, label: roomName(members, door), labelAt })
  }
  return { spots, doors: doorMap, rooms, along: 'x', lane }
}
