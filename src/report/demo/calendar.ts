/** When people learn: on workdays, in the morning or after work, seldom at the weekend. */
import type { Dice } from './random'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** From Sunday on. */
const DAYS = [0.25, 1.1, 1.3, 1.2, 1, 0.55, 0.2]
const HOURS = [8, 9, 10, 11, 13, 14, 16, 17, 19, 20, 21]

/** A moment some days after another. */
export const nextSession = (after: number, days: number, { roll, pick }: Dice): number => {
  const around = after + days * DAY
  const midnight = Math.floor(around / DAY) * DAY
  const day = pick([0, 1, 2, 3, 4, 5, 6], (i) => (DAYS[new Date(midnight + i * DAY).getUTCDay()] ?? 1) / (i + 1))
  const at = midnight + day * DAY + pick(HOURS) * HOUR + Math.floor(roll() * HOUR)
  return at > after ? at : at + DAY
}
