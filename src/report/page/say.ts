/** Numbers, times and lists as one says them. Days are UTC's, so that a report reads the same everywhere. */
import type { Ms, Scaled } from '../../model/units'
import type { Time } from '../facts'

/** No-break, so that a number keeps its unit. */
const NB = '\u00a0'
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

export const number = (n: number): string =>
  String(Math.round(n))
    .replace(/\B(?=(\d{3})+$)/g, ',')
    .replace('-', '−')
export const percent = (share: Scaled): string => `${number(share * 100)}${NB}%`
export const times = (pace: number): string => `${pace.toFixed(1)}${NB}×`
export const count = (n: number, one: string, many = `${one}s`): string => `${number(n)}${NB}${n === 1 ? one : many}`

export const day = (time: Time): string => `${dayOfYear(time)} ${new Date(time).getUTCFullYear()}`
export const dayOfYear = (time: Time): string => {
  const date = new Date(time)
  return `${date.getUTCDate()}${NB}${MONTHS[date.getUTCMonth()] ?? ''}`
}

/** To the precision that a trainer acts on: seconds below two minutes, minutes below two hours. */
export const duration = (ms: Ms): string => {
  if (ms < 120_000) return `${number(ms / 1000)}${NB}s`
  if (ms < 7_200_000) return `${number(ms / 60_000)}${NB}min`
  return `${number(ms / 3_600_000)}${NB}h`
}
export const minutes = (ms: Ms): string => `${number(ms / 60_000)}${NB}min`

export const listed = (words: readonly string[]): string =>
  words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words[words.length - 1] ?? ''}`

export const quoted = (text: string, most = 90): string => `“${shortened(text, most)}”`
export const shortened = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1).replace(/[\s,.;:]*\S*$/, '')} …` : text
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
