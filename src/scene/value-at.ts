/** What a list of keys says at a moment: the one place where time becomes a value. */
import type { Ms } from '../model/units'

/** A key of a track or of the call clock: from `at`, in `over` ms, to the value. */
export interface Step<Value> {
  readonly at: Ms
  readonly over?: Ms
  readonly to: Value
  readonly lin?: 1
}

/** In and out, cubic: nothing starts or stops with a jerk, and nothing bounces. */
export const ease = (x: number): number => (x < 0.5 ? 4 * x * x * x : 1 - (2 - 2 * x) ** 3 / 2)

/** Numbers run: each key starts from where the one before it arrived. */
export function numberAt(base: number, keys: readonly Step<number>[], time: Ms): number {
  let value = base
  for (const { at, over = 0, to, lin } of keys) {
    if (time < at) break
    const share = over > 0 ? Math.min(1, (time - at) / over) : 1
    value = share === 1 ? to : value + (to - value) * (lin ? share : ease(share))
  }
  return value
}

/** Classes and texts switch: the last key that has begun holds. */
export function switchAt(base: string, keys: readonly Step<string>[], time: Ms): string {
  let value = base
  for (const { at, to } of keys) {
    if (time < at) break
    value = to
  }
  return value
}
