/** Finds each reason a free place beside its way; one that finds none is shy: written only while its way is taken. */
import type { Direct } from '../director'
import type { Point, Rect } from '../geometry'
import { ALWAYS } from '../canvas'
import type { Reason, Track } from './layout'

/** What lies above a way between two pills, up to their edge. */
const PILL = 22

export const reasonClass = (text: string): string => (/^[\w.]+\(.*\)$/.test(text) ? 'm' : '')

export function placeReasons(job: Direct, tracks: readonly Track[], area: Rect): readonly Track[] {
  const { canvas } = job
  for (const { points } of tracks) for (const rect of along(points)) canvas.claim(rect, ALWAYS, 'line')
  return tracks.map((track) => ({ ...track, reason: track.way.why || track.way.from === 'any' ? place(track) : null }))

  function place({ way, points }: Track): Reason {
    const [a, b] = longest(points)
    const text = way.from === 'any' ? `any: ${way.why}` : way.why
    const flat = Math.abs(a[1] - b[1]) < Math.abs(a[0] - b[0]) * 0.3
    const room = flat ? Math.abs(b[0] - a[0]) - 24 : 230
    const rooms = flat ? [room] : [room, 170]
    const c = reasonClass(way.why)
    for (const width of rooms) {
      const lines = canvas.wrap(text, Math.max(width, 60), canvas.size, `${c} mid`)
      const w = Math.max(...lines.map((l) => canvas.widthOf(l, canvas.size, `${c} mid`)))
      const h = lines.length * canvas.size * 1.16
      const spots = candidates([a, b], w, h, flat)
      const free = spots.find((r) => within(r, area) && canvas.isFree(r, ALWAYS, 1))
      if (!free && width !== rooms.at(-1)) continue
      const spot = free ?? spots.find((r) => within(r, area)) ?? (spots[0] as Rect)
      if (free) canvas.claim(free)
      return { lines, arrow: '', x: spot.x + w / 2, y: spot.y + canvas.size * 0.86, anchor: 'middle', shy: !free }
    }
    throw new Error('a reason without a place')
  }
}

const within = (r: Rect, area: Rect): boolean =>
  r.x >= area.x - 2 && r.y >= area.y - 2 && r.x + r.w <= area.x + area.w + 2 && r.y + r.h <= area.y + area.h + 2

/** Of two ways back and forth each has its words on its own side. */
function candidates([a, b]: readonly [Point, Point], w: number, h: number, flat: boolean): readonly Rect[] {
  return [0.5, 0.4, 0.6, 0.3, 0.7].flatMap((t): Rect[] => {
    const [x, y] = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]
    const [up, down] = [{ x: x - w / 2, y: y - h - 8, w, h }, { x: x - w / 2, y: y + 8, w, h }] // prettier-ignore
    const [left, right] = [{ x: x - w - 12, y: y - h / 2, w, h }, { x: x + 12, y: y - h / 2, w, h }] // prettier-ignore
    const [over, under] = [{ ...up, y: up.y - PILL }, { ...down, y: down.y + PILL }] // prettier-ignore
    if (flat) return b[0] > a[0] ? [up, over, down, under] : [down, under, up, over]
    // Beside a slope, a corner of the words comes close to it, not their middle.
    const falls = b[1] - a[1] > 0 === b[0] - a[0] > 0
    const corners = falls ? [{ x: x + 8, y: y - h, w, h }, { x: x - w - 8, y, w, h }] : [{ x: x + 8, y, w, h }, { x: x - w - 8, y: y - h, w, h }] // prettier-ignore
    if (Math.abs(b[0] - a[0]) > 40) return b[1] > a[1] ? corners : [...corners].reverse()
    return b[1] > a[1] ? [right, left] : [left, right]
  })
}

function longest(points: readonly Point[]): readonly [Point, Point] {
  const pieces = points.slice(1).map((p, i): readonly [Point, Point] => [points[i] as Point, p])
  const size = ([a, b]: readonly [Point, Point]) => Math.hypot(b[0] - a[0], b[1] - a[1])
  return pieces.reduce((best, piece) => (size(piece) > size(best) + 1 ? piece : best))
}

/** Small squares along a line: what words keep clear of. */
export function along(points: readonly Point[]): readonly Rect[] {
  return points.slice(1).flatMap((b, i) => {
    const a = points[i] as Point
    const n = Math.max(1, Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / 10))
    return Array.from({ length: n + 1 }, (_, k): Rect => ({ x: a[0] + ((b[0] - a[0]) * k) / n - 3, y: a[1] + ((b[1] - a[1]) * k) / n - 3, w: 6, h: 6 })) // prettier-ignore
  })
}
