/** How SCORM writes things. Each format is the strictest that every known host accepts (lms-hosts §3). */
import type { Response } from '../model/quiz'
import type { Ms, OptionId } from '../model/units'
import { oneLine } from './quirks/one-line'
import { twoDecimals } from './quirks/two-decimals'

/** CMITimespan of SCORM 1.2, `HHHH:MM:SS.SS`. */
export const timespan12 = (ms: Ms): string => {
  const [h, m, s] = parts(ms)
  return `${pad(Math.min(h, 9999), 4)}:${pad(m)}:${twoDecimals(s).padStart(5, '0')}`
}

/** timeinterval(second,10,2) of SCORM 2004, `PT#H#M#S`: no days, which Moodle loses. */
export const timespan2004 = (ms: Ms): string => {
  const [h, m, s] = parts(ms)
  return `PT${h}H${m}M${decimal(s, 2)}S`
}

/** CMITime of SCORM 1.2, the local time of day. */
export const time12 = (now: Ms): string => time2004(now).slice(11)

/** time(second,10,0) of SCORM 2004: local, without zone, because a zone is only valid after a fraction and Moodle refuses it elsewhere. */
export const time2004 = (now: Ms): string => {
  const at = new Date(now)
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}:${pad(at.getSeconds())}`
}

/** Plain digits: no exponent, no trailing zeros, no bare point, no minus zero. */
export const decimal = (value: number, digits: number): string =>
  value
    .toFixed(digits)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
    .replace(/^-0$/, '0')

/** 0–100, never rounded up: an LMS with a mastery score must not see a pass that was none. */
export const percent = (score: number): string => String(Math.floor(score * 100 + 1e-9))

/** An id every host takes: `^[A-Za-z0-9_]+$` (lms-hosts §0 rule 9). */
export const ident = (...words: readonly (string | number)[]): string => words.join('_').replace(/[^A-Za-z0-9_]/g, '_')

/** The separators of a standard's responses: between answers, between the two of a pair, and around a set all of which is meant. */
export interface Separators {
  readonly and: string
  readonly pair: string
  readonly set: readonly [string, string]
}

/** A learner's response, or the pattern of a right one: the same text for the same answer, so that reports can compare. */
export const written = (response: Response, { and, pair, set: [open, close] }: Separators): string => {
  const set = (ids: readonly OptionId[]) => open + [...ids].sort().join(and) + close
  switch (response.kind) {
    case 'choice':
      return response.option
    case 'several':
      return set(response.options)
    case 'order':
      return response.items.join(and)
    case 'match':
      return set(response.pairs.map((p) => p.join(pair)))
    case 'number':
      return decimal(response.value, 7)
    case 'text':
      return plainWords(response.text)
  }
}

/** The standards' names for our kinds of questions; the same in both. */
export const TYPES = {
  choice: 'choice',
  several: 'choice',
  order: 'sequencing',
  match: 'matching',
  number: 'numeric',
  text: 'fill-in',
} as const

/** Words a host can't take for a separator, or for a property at the front of them (RTE 2004 §4.1.1.6). */
export const plainWords = (text: string): string => oneLine(text).replace(/\[([,.:])\]/g, '($1)')

const pad = (n: number, width = 2) => String(n).padStart(width, '0')
const parts = (ms: Ms): readonly [number, number, number] => {
  // In hundredths first: 59.996 s is the next minute, not 60.00 seconds.
  const hundredths = Math.max(0, Math.round(ms / 10))
  return [Math.floor(hundredths / 360000), Math.floor(hundredths / 6000) % 60, (hundredths % 6000) / 100]
}
