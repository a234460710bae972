/** Chance from a seed, in the shapes that people come in. */
import { prng } from '../../model/draw'

export interface Dice {
  /** From 0 to below 1. */
  readonly roll: () => number
  readonly chance: (share: number) => boolean
  readonly normal: (mean: number, deviation: number) => number
  readonly pick: <T>(from: readonly T[], weight?: (one: T, i: number) => number) => T
}

export const dice = (seed: number): Dice => {
  const roll = prng(seed)
  const normal = (mean: number, deviation: number): number =>
    mean + deviation * Math.sqrt(-2 * Math.log(1 - roll())) * Math.cos(2 * Math.PI * roll())
  const pick = <T>(from: readonly T[], weight: (one: T, i: number) => number = () => 1): T => {
    const weights = from.map(weight)
    let left = roll() * weights.reduce((a, b) => a + b, 0)
    return from[weights.findIndex((one) => (left -= one) < 0)] ?? from[from.length - 1]!
  }
  return { roll, chance: (share) => roll() < share, normal, pick }
}

/** A text to a seed (FNV-1a). */
export const seedOf = (text: string, seed: number): number =>
  [...text].reduce((hash, letter) => Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5 ^ seed) >>> 0
