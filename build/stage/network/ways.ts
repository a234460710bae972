import type { Point, Rect } from '../geometry'
import type { Member } from './cast'
import type { Layout, Spot } from './layout'

/** Points of a way, and at which of them each hop ends (`stops[0]` is the start). */
export interface Way {
  readonly points: readonly Point[]
  readonly stops: readonly number[]
}

const GAP = 12

/** Where a line that comes from `toward` meets a shape: before the middle of the edge that faces it, and never behind where it comes from. */
function meet(spot: Spot, toward: Point): Point {
  const { rect } = spot
  const middles: Record<string, Point> = {
    left: [rect.x, spot.y],
    right: [rect.x + rect.w, spot.y],
    top: [spot.x, rect.y],
    bottom: [spot.x, rect.y + rect.h],
  }
  const outward: Record<string, Point> = { left: [-1, 0], right: [1, 0], top: [0, -1], bottom: [0, 1] }
  const places = spot.meets.map((side): Point => {
    const [[x, y], [dx, dy]] = [middles[side] as Point, outward[side] as Point]
    const gap = Math.min(GAP, Math.hypot(x - toward[0], y - toward[1]) / 2)
    return [x + dx * gap, y + dy * gap]
  })
  const distance = (p: Point) => Math.hypot(p[0] - toward[0], p[1] - toward[1])
  return places.reduce((best, p) => (distance(p) < distance(best) ? p : best))
}

/** The doors between two who stand on stage, where a way does not name them itself. */
function doorsBetween(from: string, to: string, members: ReadonlyMap<string, Member>, layout: Layout): readonly string[] {
  const home = (id: string) => (layout.doors.has(id) ? id : (members.get(id)?.behind ?? null))
  const a = home(from)
  const b = home(to)
  if (a === b) return []
  return [a, b].filter((door): door is string => door !== null && door !== from && door !== to && layout.doors.has(door))
}

/** A way through everyone it names, and through the doors it must pass to get there. */
export function wayOf(names: readonly string[], members: ReadonlyMap<string, Member>, layout: Layout): Way {
  const stations: { id: string; stop: boolean }[] = []
  names.forEach((id, i) => {
    const before = names[i - 1]
    if (before !== undefined)
      for (const door of doorsBetween(before, id, members, layout))
        if (stations.at(-1)?.id !== door) stations.push({ id: door, stop: false })
    stations.push({ id, stop: true })
  })
  const centreOf = (id: string): Point => {
    const door = layout.doors.get(id)
    const spot = layout.spots.get(id)
    return door ? door.at : spot ? [spot.x, spot.y] : [0, 0]
  }
  const points: Point[] = []
  const stops: number[] = []
  stations.forEach(({ id, stop }, i) => {
    const spot = layout.spots.get(id)
    const previous = stations[i - 1]
    const next = stations[i + 1]
    if (!spot) points.push(centreOf(id))
    else {
      const into = previous && meet(spot, centreOf(previous.id))
      const out = next && meet(spot, centreOf(next.id))
      if (into) points.push(into)
      if (into && out && (into[0] !== out[0] || into[1] !== out[1])) points.push(out)
      if (!into && out) points.push(out)
    }
    if (stop) stops.push(points.length - 1)
  })
  return { points, stops }
}

export const lengthOf = (points: readonly Point[]): number =>
  points.slice(1).reduce((sum, p, i) => sum + Math.hypot(p[0] - (points[i] as Point)[0], p[1] - (points[i] as Point)[1]), 0)

/** The way shifted sideways as a whole, so that two on the same lane do not cover each other. */
export function shifted(way: Way, by: number): Way {
  const first = way.points[0] as Point
  const last = way.points.at(-1) as Point
  const level = Math.abs(last[0] - first[0]) >= Math.abs(last[1] - first[1])
  return { ...way, points: way.points.map(([x, y]): Point => (level ? [x, y + by] : [x + by, y])) }
}

/** The first part of a way, up to `distance` from its start. */
export function upTo(points: readonly Point[], distance: number): readonly Point[] {
  const out: Point[] = [points[0] as Point]
  let left = distance
  for (let i = 1; i < points.length; i++) {
    const [a, b] = [points[i - 1] as Point, points[i] as Point]
    const step = Math.hypot(b[0] - a[0], b[1] - a[1])
    if (step >= left) return [...out, [a[0] + ((b[0] - a[0]) * left) / (step || 1), a[1] + ((b[1] - a[1]) * left) / (step || 1)]]
    out.push(b)
    left -= step
  }
  return out
}

/** Small squares along a line: what labels must keep clear of. */
export function traceOf(points: readonly Point[]): readonly Rect[] {
  const total = lengthOf(points)
  const rects: Rect[] = []
  for (let d = 0; d <= total; d += 18) {
    const [x, y] = upTo(points, Math.max(d, 0.01)).at(-1) as Point
    rects.push({ x: x - 6, y: y - 6, w: 12, h: 12 })
  }
  return rects
}
