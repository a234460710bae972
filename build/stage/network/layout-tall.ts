import type { Canvas } from '../canvas'
import type { Rect } from '../geometry'
import type { Member } from './cast'
import { tableHeight, type Door, type Layout, type Room, type Spot, type TableNeed } from './layout'
import { doorOf, nameAt, people, roomName, spot } from './spots'

/** A ticket with two addresses is about 440 wide: centred on this lane it stays on the stage. */
const LANE = 226
/** What is told stands to the right of the lane. */
const NOTES = 358
/** Half a server, and from it to a name at its right. */
const SERVER = { w: 34, name: 12 } as const

/** Rooms above and below, the lane between them, words to its right. Recomposed, not shrunk. */
export function layTall(members: readonly Member[], tables: ReadonlyMap<string, TableNeed>, box: Rect, canvas: Canvas): Layout {
  const groups = { left: people(members, 'left'), right: people(members, 'right') }
  const middle = people(members, 'middle')
  const doors = { left: doorOf(members, 'left'), right: doorOf(members, 'right') }
  const s = box.h > 640 ? 1 : 0.85
  const lane = box.x + LANE
  const notesX = box.x + NOTES
  const noneBelow = groups.right.length === 0 && !doors.right
  const roomHeight = { left: doors.left ? roomNeed(groups.left, s) : 0, right: doors.right ? roomNeed(groups.right, s) : 0 }
  const edge = { left: box.y + roomHeight.left, right: box.y + box.h - roomHeight.right }
  // A table too wide for the words' column goes to the foot of the stage, under everything that travels.
  const wideTable =
    noneBelow && doors.left && (tables.get(doors.left.id)?.width ?? 0) > box.w - NOTES ? tables.get(doors.left.id) : undefined
  const foot = box.y + box.h - (wideTable ? tableHeight(wideTable) + 16 : 0)
  const spots = new Map<string, Spot>()
  for (const side of ['left', 'right'] as const) {
    const group = groups[side]
    const top = side === 'left' ? box.y : edge.right
    const free = side === 'left' ? box.y + 76 : box.y + box.h - 92
    const y = doors[side] ? (group.length > 1 ? top + 42 + 66 * s : top + roomHeight[side] / 2) : free
    group.forEach((m, i) => {
      const x = group.length > 1 ? box.x + box.w * (i === 0 ? 0.17 : 0.83) : lane
      const name = nameAt(m, s, canvas)
      // Lines to servers leave a free actor at this height: what is told of them stands clear of those.
      const told = doors[side] ? top + 76 : middle.length === 0 ? y + 10 : side === 'left' ? y - 14 : y + 34
      const beside = group.length > 1 || name === 'below' ? undefined : ([notesX, told] as const)
      spots.set(m.id, spot(m, x, y, s, name, canvas, beside))
    })
  }
  /** Past the tables, which stand in the same column, as far as there is room. */
  const clear = (y: number): number => {
    const taken = (side: 'left' | 'right') => (tables.has(doors[side]?.id ?? '') ? 52 + tableHeight(tables.get(doors[side]!.id)!) : 0)
    const [least, most] = [edge.left + taken('left') + 70, edge.right - taken('right') - 100]
    return least > most ? y : Math.min(Math.max(y, least), most)
  }
  /** Spread between the names of the doors. */
  const clearOfNames = (i: number): number => {
    const [least, most] = [edge.left + 110, edge.right - 106]
    const reach = Math.max(0, Math.min(220 * (middle.length - 1), most - least))
    return (least + most - reach) / 2 + (reach * i) / (middle.length - 1)
  }
  // Several servers between two sides stand under each other, their names beside them: links come to the free edges.
  const column = !noneBelow && middle.length > 1 && middle.every(({ is }) => is === 'server')
  // Two in the room have the table at the right of their door: who is asked stands at its left.
  const across = groups.left.length > 1 && tables.has(doors.left?.id ?? '')
  const names = Math.max(0, ...middle.map((m) => canvas.widthOf(m.name, canvas.size, 'bold')))
  middle.forEach((m, i) => {
    const share = (i + 0.5) / middle.length
    const middleOf =
      (edge.left + edge.right) / 2 + (i - (middle.length - 1) / 2) * Math.min(220, (edge.right - edge.left) / middle.length) - 14
    const between = across ? middleOf : middle.length === 1 ? clear(middleOf) : doors.left || doors.right ? clearOfNames(i) : middleOf
    const x = noneBelow
      ? middle.length === 1
        ? lane + 60
        : box.x + box.w * share
      : across && !column
        ? box.x + 110
        : box.x + box.w - (column ? names + SERVER.w + SERVER.name : 110)
    const y = noneBelow ? Math.min(foot - 130, (edge.left + foot) / 2 + 70) : between
    const name = [x + SERVER.w + SERVER.name, y + canvas.size * 1.6] as const
    spots.set(m.id, column ? spot(m, x, y, s * 0.95, 'right', canvas, name) : spot(m, x, y, s * 0.95, 'below', canvas))
  })
  const doorMap = new Map<string, Door>()
  const rooms: Room[] = []
  for (const side of ['left', 'right'] as const) {
    const door = doors[side]
    if (!door) continue
    const y = edge[side]
    const pair = groups[side].length > 1
    const need = tables.get(door.id)
    const height = need ? tableHeight(need) : 0
    const tableY = wideTable && side === 'left' ? foot + 16 : side === 'left' ? y + 52 : y - height - 14
    doorMap.set(door.id, {
      at: [pair ? box.x + box.w / 2 : lane, y],
      side,
      label: { x: pair ? box.x + box.w / 2 + 66 : notesX, y: side === 'left' ? y + 40 : need ? tableY - 12 : y - 24, anchor: 'start' },
      table: wideTable
        ? { x: box.x + box.w / 2 - wideTable.width / 2, y: tableY, anchor: 'start', width: box.w }
        : { x: notesX, y: tableY, anchor: 'start', width: box.w - NOTES },
    })
    const rect = { x: box.x, y: side === 'left' ? box.y : y, w: box.w, h: roomHeight[side] }
    rooms.push({
      door: door.id,
      rect,
      side,
      label: roomName(members, door),
      labelAt: pair ? { x: rect.x + 16, y: rect.y + 34, anchor: 'start' } : { x: notesX, y: rect.y + 40, anchor: 'start' },
    })
  }
  return { spots, doors: doorMap, rooms, along: 'y', lane }
}

/** Two in a room stand at its ends over their addresses; one has them beside. */
const roomNeed = (group: readonly Member[], s: number): number => (group.length > 1 ? 132 * s + 130 : 132 * s + 18)
