/** How a way runs from pill to pill: straight where nothing stands between, else round. */
import { centre, inset, type Point, type Rect } from '../geometry'

const OFFSET = 10
const AROUND = 30

/** `both`: there is a way back too, so each keeps to its left. */
export function routeWay(a: Rect, b: Rect, pills: readonly Rect[], both: boolean): readonly Point[] {
  const [ax, ay] = centre(a)
  const [bx, by] = centre(b)
  const length = Math.hypot(bx - ax, by - ay) || 1
  const shift = both ? -OFFSET : 0
  const [nx, ny] = [(-(by - ay) / length) * shift, ((bx - ax) / length) * shift]
  const upright = Math.abs(bx - ax) < Math.abs(by - ay) && overlap(a.x, a.w, b.x, b.w) > 60
  const flat = Math.abs(by - ay) < 1
  const others = pills.filter((p) => p !== a && p !== b)
  // Pills of a column may differ in width: a way between them stands upright all the same.
  const middle = upright ? (Math.max(a.x, b.x) + Math.min(a.x + a.w, b.x + b.w)) / 2 : 0
  const straight: readonly [Point, Point] = upright
    ? [
        [middle + nx, ay],
        [middle + nx, by],
      ]
    : [
        [ax + nx, ay + ny],
        [bx + nx, by + ny],
      ]
  const line: readonly Point[] = [leave(a, straight), leave(b, [straight[1], straight[0]])]
  if (!others.some((p) => crosses(line[0] as Point, line[1] as Point, inset(p, -10)))) return line
  if (flat) {
    const y = Math.min(a.y, b.y) - AROUND - (both && bx > ax ? 16 : 0)
    const end = bx > ax ? -20 : 20
    return [[ax - end, a.y], [ax - end, y], [bx + end, y], [bx + end, b.y]] // prettier-ignore
  }
  const x = Math.max(a.x + a.w, b.x + b.w) + AROUND + (both && by > ay ? 16 : 0)
  return [[a.x + a.w, ay], [x, ay], [x, by], [b.x + b.w, by]] // prettier-ignore
}

const overlap = (a: number, aw: number, b: number, bw: number): number => Math.min(a + aw, b + bw) - Math.max(a, b)

/** Where a line that begins inside a pill comes out of it. */
function leave(r: Rect, [from, to]: readonly [Point, Point]): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]]
  const tx = dx > 0 ? (r.x + r.w - from[0]) / dx : dx < 0 ? (r.x - from[0]) / dx : Infinity
  const ty = dy > 0 ? (r.y + r.h - from[1]) / dy : dy < 0 ? (r.y - from[1]) / dy : Infinity
  const t = Math.min(tx, ty)
  return [from[0] + dx * t, from[1] + dy * t]
}

function crosses(a: Point, b: Point, r: Rect): boolean {
  for (let i = 0; i <= 24; i++) {
    const [x, y] = [a[0] + ((b[0] - a[0]) * i) / 24, a[1] + ((b[1] - a[1]) * i) / 24]
    if (x > r.x && x < r.x + r.w && y > r.y && y < r.y + r.h) return true
  }
  return false
}
