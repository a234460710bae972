/** Draws what stands still: rooms and walls, doors, the cast with their names. Returns the regions that directions move. */
import type { Canvas } from '../canvas'
import type { Member } from './cast'
import type { Door, Layout, Room, Spot } from './layout'
import type { Layers } from './packet'

export interface DoorNodes {
  readonly region: number
  readonly shut: number
  readonly open: number
}
export interface Scenery {
  /** The region of each member: what enters, leaves, moves and goes quiet. */
  readonly regions: ReadonlyMap<string, number>
  readonly doors: ReadonlyMap<string, DoorNodes>
}

const WALL = 48

export function drawScenery(
  canvas: Canvas,
  members: readonly Member[],
  layout: Layout,
  layers: Layers,
  outside: string | null,
  opens: ReadonlyMap<string, number>,
): Scenery {
  const regions = new Map<string, number>()
  const doors = new Map<string, DoorNodes>()
  for (const room of layout.rooms) {
    const door = layout.doors.get(room.door)
    const owner = members.find((m) => m.id === room.door)
    if (!door || !owner) continue
    const region = canvas.region({ in: layers.ground })
    regions.set(room.door, region)
    drawRoom(canvas, room, door, region, layout.along)
    // The router is its door, not the room behind it: that is what one points at.
    const itself = canvas.region({ in: region, id: room.door })
    doors.set(room.door, drawDoor(canvas, door, itself, layout.along, opens.get(room.door)))
    drawDoorName(canvas, owner, door, itself)
  }
  if (outside && layout.rooms.length === 2) nameOutside(canvas, layout, layers, outside)
  for (const member of members) {
    const spot = layout.spots.get(member.id)
    if (spot) regions.set(member.id, drawMember(canvas, member, spot, layers.cast))
  }
  return { regions, doors }
}

function drawRoom(canvas: Canvas, room: Room, door: Door, region: number, along: 'x' | 'y'): void {
  const { x, y, w, h } = room.rect
  canvas.box(room.rect, { in: region, c: 'room' })
  const [dx, dy] = door.at
  const far = along === 'x' ? (room.side === 'left' ? x : x + w) : room.side === 'left' ? y : y + h
  const edge = along === 'x' ? `M${dx} ${y}H${far}V${y + h}H${dx}` : `M${x} ${dy}V${far}H${x + w}V${dy}`
  canvas.path(edge, { in: region, c: 'thin' })
  const wall =
    along === 'x'
      ? `M${dx} ${y - 1}V${dy - WALL}M${dx} ${dy + WALL}V${y + h + 1}`
      : `M${x - 1} ${dy}H${dx - WALL}M${dx + WALL} ${dy}H${x + w + 1}`
  canvas.path(wall, { in: region, c: 'wall' })
  if (room.label) {
    const { labelAt } = room
    canvas.label(room.label, { in: region, c: 'soft', x: labelAt.x, y: labelAt.y }, { anchor: labelAt.anchor })
    const width = canvas.widthOf(room.label)
    canvas.claim({
      x: labelAt.anchor === 'start' ? labelAt.x : labelAt.x - width,
      y: labelAt.y - canvas.size,
      w: width,
      h: canvas.size * 1.25,
    })
  }
  // The doorway with it: words there would be cut when the door shuts.
  canvas.claim(along === 'x' ? { x: dx - 8, y, w: 16, h } : { x, y: dy - 8, w, h: 16 })
}

/** The sprite's door lies in a wall that runs up and down with the outside on its right; other walls turn or mirror it. */
function drawDoor(canvas: Canvas, door: Door, region: number, along: 'x' | 'y', opens: number | undefined): DoorNodes {
  const [x, y] = door.at
  const node = canvas.region({ in: region, x, y })
  const turn =
    along === 'x'
      ? door.side === 'left'
        ? {}
        : ({ flip: -1 } as const)
      : door.side === 'left'
        ? ({ rot: -90, flip: -1 } as const)
        : { rot: -90 }
  const shut = canvas.token('door-shut', { in: node }, turn)
  const open = canvas.token('door-open', { in: node, o: 0 }, turn)
  const out = door.side === 'left' ? 1 : -1
  const leaf = along === 'x' ? { x: out > 0 ? x : x - 96, y: y - 56, w: 96, h: 18 } : { x: x - 56, y: out > 0 ? y : y - 96, w: 18, h: 96 }
  if (opens !== undefined) canvas.claim(leaf, [opens, Infinity])
  return { region: node, shut, open }
}

function drawDoorName(canvas: Canvas, owner: Member, door: Door, region: number): void {
  const { label } = door
  canvas.label(owner.name, { in: region, c: 'bold', x: label.x, y: label.y }, { anchor: label.anchor })
  const w = canvas.widthOf(owner.name, canvas.size, 'bold')
  canvas.claim({ x: label.anchor === 'start' ? label.x : label.x - w, y: label.y - canvas.size * 0.9, w, h: canvas.size * 1.2 })
}

function drawMember(canvas: Canvas, member: Member, spot: Spot, parent: number): number {
  const region = canvas.region({ in: parent, c: member.who, id: member.id, x: spot.x, y: spot.y })
  const shape = member.is === 'attacker' ? 'laptop' : member.is
  canvas.token(shape, { in: region, ...(spot.s === 1 ? {} : { s: spot.s }) })
  const size = canvas.size
  const w = canvas.widthOf(member.name, size, 'bold')
  if (member.is === 'attacker' && spot.name === 'inside')
    canvas.box({ x: -w / 2 - 8, y: -size * 0.62, w: w + 16, h: size * 1.2 }, { in: region, c: 'plate' }, 3)
  const { rect } = spot
  const level = spot.name === 'inside' || spot.name === 'right'
  const y = level ? size * 0.34 : spot.name === 'above' ? rect.y - spot.y - 12 : rect.y - spot.y + rect.h + size * 1.15
  const x = spot.name === 'right' ? spot.notes.x - spot.x : 0
  canvas.label(member.name, { in: region, c: 'bold', ...(x ? { x } : {}), y }, { anchor: x ? 'start' : 'middle' })
  canvas.claim({ x: rect.x - 4, y: rect.y - 4, w: rect.w + 8, h: rect.h + 8 })
  if (spot.name !== 'inside') canvas.claim({ x: spot.x + (x || -w / 2), y: spot.y + y - size, w, h: size * 1.25 })
  return region
}

/** What lies between two walls, in soft type where nothing else needs the place. */
function nameOutside(canvas: Canvas, layout: Layout, layers: Layers, text: string): void {
  const [a, b] = layout.rooms.map((r) => r.rect)
  if (!a || !b) return
  const w = canvas.widthOf(text)
  if (layout.along === 'x') {
    const x = (a.x + a.w + b.x) / 2
    const y = layout.doors.get(layout.rooms[0]?.door ?? '')?.label.y ?? layout.lane
    if (canvas.isFree({ x: x - w / 2, y: y - canvas.size, w, h: canvas.size * 1.25 }, [0, Infinity], 12)) {
      canvas.label(text, { in: layers.ground, c: 'soft', x, y }, { anchor: 'middle' })
      canvas.claim({ x: x - w / 2, y: y - canvas.size, w, h: canvas.size * 1.25 })
    }
  }
}
