/** `move`: one goes to stand by another, and acts from there. */
import type { Canvas } from '../canvas'
import type { Cue } from '../director'
import type { Point } from '../geometry'
import type { Member } from './cast'
import type { Layout, Spot } from './layout'

/** Where one stands who has gone to another: left of the shape and its name, or before the door. Null where either is not on stage. */
export function besideOf(canvas: Canvas, layout: Layout, members: ReadonlyMap<string, Member>, id: string, to: string): Point | null {
  const from = layout.spots.get(id)
  const target = layout.spots.get(to)
  const door = layout.doors.get(to)
  if (!from) return null
  if (!target) return door ? [door.at[0] + 140, door.at[1]] : null
  const name = target.name === 'inside' ? 0 : canvas.widthOf(members.get(to)?.name ?? '', canvas.size, 'bold')
  return [target.x - Math.max(target.rect.w, name) / 2 - from.rect.w / 2 - 16, target.y + 30]
}

/** The layout as it is at this time: who has moved stands elsewhere. */
export function layoutAt(canvas: Canvas, layout: Layout, members: ReadonlyMap<string, Member>, cues: readonly Cue[], time: number): Layout {
  const spots = new Map(layout.spots)
  for (const { direction, start } of cues) {
    if (direction.verb !== 'move' || start >= time) continue
    const [id, to] = direction.targets.map((t) => t.name)
    const spot = layout.spots.get(id ?? '')
    const place = id && to ? besideOf(canvas, layout, members, id, to) : null
    if (id && spot && place) spots.set(id, standing(spot, place))
  }
  return { ...layout, spots }
}

function standing(spot: Spot, [x, y]: Point): Spot {
  const [dx, dy] = [x - spot.x, y - spot.y]
  const { rect, notes } = spot
  return { ...spot, x, y, rect: { ...rect, x: rect.x + dx, y: rect.y + dy }, notes: { ...notes, x: notes.x + dx, y: notes.y + dy } }
}
