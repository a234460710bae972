/**
 * What one module's progress looks like by slots, and its bits. A slot number is permanent (slots.lock.json), so these bits mean the same to every
 * edition of the module. Sets carry their own width: one more than the highest slot in them, so a new slot costs nothing until it is used.
 *
 *     place        0 quiz | slot+1, beat
 *     seen         set
 *     entered      list of (slot, set of beats)
 *     predictions  list of 2 bits by slot: 0 none 1 right 2 wrong 3 skipped
 *     attempt      0: nothing more but `used`
 *       open 1, best 1 (+8 right, +8 of), seed 32
 *       drawn      list of (slot, version, response)
 *     used         set
 *
 * A reader stops where it knows no more: what a later edition appends is skipped by the block's length (codec.ts).
 */
import type { Response } from '../quiz'
import { TEXT_CHARS } from '../text'
import { codeList, codeNumber, codeSet, type Code } from './bits'

export interface Slots {
  /** Slot of the screen plus 1; 0 is the quiz. */
  readonly place: number
  readonly beat: number
  readonly seen: readonly number[]
  readonly entered: readonly (readonly [slot: number, beats: readonly number[]])[]
  readonly predictions: readonly number[]
  readonly attempt: number
  readonly open: boolean
  readonly seed: number
  readonly best: readonly [right: number, of: number] | null
  readonly drawn: readonly Drawn[]
  readonly used: readonly number[]
}
export interface Drawn {
  readonly slot: number
  readonly version: number
  readonly response: Response | null
}

export const NOTHING: Slots = {
  place: 0,
  beat: 0,
  seen: [],
  entered: [],
  predictions: [],
  attempt: 0,
  open: false,
  seed: 0,
  best: null,
  drawn: [],
  used: [],
}

/** Writes `slots`, or reads and returns them, whichever `code` does. The order of the lines is the layout. */
export const codeSlots = (code: Code, slots: Slots): Slots => {
  const number = (value: number) => codeNumber(code, value)
  const place = number(slots.place)
  const beat = place ? number(slots.beat) : 0
  const seen = codeSet(code, slots.seen)
  const entered = codeList(code, slots.entered, (e) => [number(e?.[0] ?? 0), codeSet(code, e?.[1] ?? [])] as const)
  const predictions = codeList(code, slots.predictions, (p) => code(2, p ?? 0))
  const attempt = number(slots.attempt)
  const quiz = attempt ? codeAttempt(code, slots) : { open: false, best: null, seed: 0, drawn: [] }
  return { place, beat, seen, entered, predictions, attempt, ...quiz, used: codeSet(code, slots.used) }
}

const codeAttempt = (code: Code, slots: Slots): Pick<Slots, 'open' | 'best' | 'seed' | 'drawn'> => {
  const open = code(1, slots.open ? 1 : 0) === 1
  const best = code(1, slots.best ? 1 : 0) ? ([code(8, slots.best?.[0] ?? 0), code(8, slots.best?.[1] ?? 1)] as const) : null
  const seed = code(32, slots.seed)
  const drawn = codeList(code, slots.drawn, (d) => ({
    slot: codeNumber(code, d?.slot ?? 0),
    version: codeNumber(code, d?.version ?? 0),
    response: codeResponse(code, d?.response ?? null),
  }))
  return { open, best, seed, drawn }
}

/** Three bits: a kind is added at the end, and there is room for one more. */
const KINDS = [undefined, 'choice', 'several', 'order', 'match', 'number', 'text'] as const
const DIGITS = '0123456789.-e+'
const END = 15

const codeResponse = (code: Code, response: Response | null): Response | null => {
  const option = (id: string | undefined) => code(6, parseInt(id ?? '0', 36)).toString(36)
  const at = code(3, KINDS.indexOf(response?.kind))
  // Of a kind it does not know the length either: reading on would make up answers.
  if (at >= KINDS.length) throw new RangeError('a later kind')
  const kind = KINDS[at]
  switch (kind) {
    case undefined:
      return null
    case 'choice':
      return { kind, option: option(response?.kind === kind ? response.option : undefined) }
    case 'several':
      return { kind, options: codeList(code, response?.kind === kind ? response.options : [], option) }
    case 'order':
      return { kind, items: codeList(code, response?.kind === kind ? response.items : [], option) }
    case 'match':
      return {
        kind,
        pairs: codeList(code, response?.kind === kind ? response.pairs : [], (p) => [option(p?.[0]), option(p?.[1])] as const),
      }
    case 'number': {
      const value = codeDecimal(code, response?.kind === kind ? response.value : 0)
      return Number.isFinite(value) ? { kind, value } : null
    }
    case 'text':
      return { kind, text: codeText(code, response?.kind === kind ? response.text : '') }
  }
}

/** Latin-1, a byte a character. What lies beyond is in no accepted answer (build/compile), so it is stored as wrong as it was. */
const codeText = (code: Code, text: string): string =>
  codeList(code, [...text].slice(0, TEXT_CHARS), (char) => {
    const point = char?.codePointAt(0) ?? 0
    return String.fromCharCode(code(8, point < 256 ? point : 0) || 0xfffd)
  }).join('')

/** A number as its shortest decimal text, four bits a character: exact, and 12 bits for what learners type. */
const codeDecimal = (code: Code, value: number): number => {
  const text = Number.isFinite(value) ? String(value) : ''
  let read = ''
  for (let i = 0; ; i++) {
    const digit = code(4, i < text.length ? DIGITS.indexOf(text[i] ?? '') : END)
    if (digit === END) return read ? Number(read) : NaN
    read += DIGITS[digit] ?? ''
  }
}
