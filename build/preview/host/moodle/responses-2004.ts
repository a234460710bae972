/**
 * What a response or a pattern of a 2004 interaction may look like, by the type that was set before: mod/scorm/datamodels/scorm_13.js,
 * `learner_response`, `correct_responses` and `CRcheckValueNodes`. Both return the error code, `0` where all is well.
 */
import { DECIMAL, LANG_250, LANG_4000, SHORT_ID } from './elements-2004'

interface Shape {
  readonly one: RegExp
  /** Of the second half, where an answer is a pair. */
  readonly two?: RegExp
  readonly most: number
  readonly and?: string
  readonly unique?: true
}
const OR_NOTHING = /^$|^[\w.]{1,250}$/
const STEP = /^-?([0-9]{1,5})(\.[0-9]{1,18})?$|^$|^[\w.]{1,250}$/
const ANYTHING_4000 = /^[\u0000-\uFFFF]{0,4000}$/
const LANG_250_OPEN = /^((\{lang=([a-zA-Z]{2,3}|i|x)?(-[a-zA-Z0-9-]{2,8})?\})?(.{0,250})?)?$/

const RESPONSES: Readonly<Record<string, Shape>> = {
  'true-false': { one: /^true$|^false$/, most: 1 },
  choice: { one: SHORT_ID, most: 36, and: '[,]', unique: true },
  'fill-in': { one: LANG_250, most: 10, and: '[,]' },
  'long-fill-in': { one: LANG_4000, most: 1 },
  matching: { one: SHORT_ID, two: SHORT_ID, most: 36, and: '[,]' },
  performance: { one: OR_NOTHING, two: STEP, most: 250, and: '[,]' },
  sequencing: { one: SHORT_ID, most: 36, and: '[,]' },
  likert: { one: SHORT_ID, most: 1 },
  numeric: { one: DECIMAL, most: 1 },
  other: { one: ANYTHING_4000, most: 1 },
}
const PATTERNS: Readonly<Record<string, Shape>> = {
  ...RESPONSES,
  'fill-in': { one: LANG_250_OPEN, most: 10, and: '[,]' },
  numeric: { one: DECIMAL, most: 2, and: '[:]' },
}
/** How many patterns a type may have, where that is limited. */
export const LIMITS: Readonly<Record<string, number>> = { 'true-false': 1, likert: 1, numeric: 1, other: 1 }

export function responseError(type: string, value: string): string {
  const shape = RESPONSES[type]
  if (shape === undefined) return '408'
  const parts = split(shape, value)
  if (parts.length > shape.most) return '351'
  return parts.every((part, n) => fits(shape, part) && !(shape.unique && part !== '' && parts.indexOf(part) < n)) ? '0' : '406'
}

export function patternError(type: string, value: string): string {
  const shape = PATTERNS[type]
  if (shape === undefined) return '408'
  const prefixed = /^(fill-in|long-fill-in|matching|performance|sequencing)$/.test(type)
  const parts = split(shape, value).map((part) => (prefixed ? part.replace(/^(\{(lang|case_matters|order_matters)=[^}]+\})+/, '') : part))
  if (parts.length > shape.most) return '351'
  // An empty pattern is taken for every type but true-false.
  if (value === '' && shape.two === undefined && type !== 'true-false') return '0'
  const [from = '', to = ''] = parts
  if (type === 'numeric' && parts.length > 1 && Number.parseFloat(from) > Number.parseFloat(to)) return '406'
  return parts.every((part, n) => fits(shape, part) && !(shape.unique && part !== '' && parts.indexOf(part) < n)) ? '0' : '406'
}

const split = ({ and }: Shape, value: string): readonly string[] => (and === undefined ? [value] : value.split(and))

function fits({ one, two }: Shape, part: string): boolean {
  if (two === undefined) return one.test(part)
  const halves = part.split('[.]')
  const [first = '', second = ''] = halves
  return halves.length === 2 && one.test(first) && two.test(second)
}
