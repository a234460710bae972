export interface Rect {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
}
export type Point = readonly [number, number]

/** One decimal is finer than a device pixel, and keeps the page small. */
export const round = (n: number): number => Math.round(n * 10) / 10
export const overlaps = (a: Rect, b: Rect, gap = 0): boolean =>
  a.x < b.x + b.w + gap && b.x < a.x + a.w + gap && a.y < b.y + b.h + gap && b.y < a.y + a.h + gap
export const inset = (r: Rect, by: number): Rect => ({ x: r.x + by, y: r.y + by, w: r.w - 2 * by, h: r.h - 2 * by })
export const centre = (r: Rect): Point => [r.x + r.w / 2, r.y + r.h / 2]

export const lengthsOf = (points: readonly Point[]): readonly number[] =>
  points.slice(1).map(([x, y], i) => Math.hypot(x - (points[i] as Point)[0], y - (points[i] as Point)[1]))
export const lengthOf = (points: readonly Point[]): number => lengthsOf(points).reduce((sum, l) => sum + l, 0)
/** The point at this share of a line's length. */
export function pointAt(points: readonly Point[], share: number): Point {
  let left = lengthOf(points) * share
  for (const [i, leg] of lengthsOf(points).entries()) {
    const [[ax, ay], [bx, by]] = [points[i] as Point, points[i + 1] as Point]
    if (left <= leg) return [ax + ((bx - ax) * left) / (leg || 1), ay + ((by - ay) * left) / (leg || 1)]
    left -= leg
  }
  return points.at(-1) as Point
}
/** The line up to this share of its length. */
export function partOf(points: readonly Point[], share: number): readonly Point[] {
  const total = lengthOf(points) * share
  let gone = 0
  const kept = points.filter((_, i) => {
    if (i) gone += lengthsOf(points)[i - 1] as number
    return i === 0 || gone < total
  })
  return [...kept, pointAt(points, share)]
}
