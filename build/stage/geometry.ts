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
