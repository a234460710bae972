/**
 * Suspend data: `w`, the version, six characters of CRC-32, then bits. At most 3,500 ASCII characters for the whole programme (design §7),
 * because 4,000 is the least a 2004 2nd edition host must keep, and several hosts cut silently (lms-hosts §0 rule 7). Not compressed:
 * packed bits are noise to lz-string, which makes them longer (test/model/suspend.test.ts prints both).
 *
 *     nonce (list of 6), counter, number of the module the learner is in, list of blocks
 *     block = module number, length in bits, bits of layout.ts
 */
import type { CourseMap, ModuleMap } from '../course-map'
import { begin, firstPlace, type ModuleProgress, type Progress } from '../progress'
import { bitReader, bitsToText, bitWriter, codeChar, codeList, codeNumber, textToBits, type Code } from './bits'
import { crc32 } from './crc'
import { codeSlots, NOTHING } from './layout'
import { fromSlots, toSlots } from './to-slots'

const VERSION = '1'
/** 5 bits of length, eight times 6. */
const NONCE_CHARS = 9

/**
 * `empty`: there was none. `damaged`: cut, changed, or not ours. `newer`: written by a later player than this.
 * `other`: whole, but of modules this course does not have.
 */
export type Decoded =
  { readonly ok: true; readonly progress: Progress } | { readonly ok: false; readonly reason: 'empty' | 'damaged' | 'newer' | 'other' }

interface Block {
  readonly number: number
  readonly bits: readonly number[]
}
interface Body {
  readonly nonce: readonly string[]
  readonly counter: number
  readonly module: number
  readonly blocks: readonly Block[]
}

/** Modules not begun take no room. */
export const encodeSuspend = (course: CourseMap, progress: Progress): string => {
  const blocks = course.modules.flatMap((module) => {
    const of = progress.modules[module.id]
    if (!of || !isBegun(module, of)) return []
    const bits: number[] = []
    codeSlots(bitWriter(bits), toSlots(module, of))
    return [{ number: module.number, bits }]
  })
  const module = course.modules.find((m) => m.id === progress.module)?.number ?? 0
  const bits: number[] = []
  codeBody(bitWriter(bits), { nonce: [...progress.nonce], counter: progress.counter, module, blocks })
  const text = bitsToText(bits)
  return 'w' + VERSION + checksum(text) + text
}

/** Never throws, whatever a host gives back. White space and %-encoding added on the way are taken off first. */
export const decodeSuspend = (course: CourseMap, stored: string): Decoded => {
  const text = plain(stored)
  if (!text) return { ok: false, reason: 'empty' }
  if (text[0] !== 'w') return { ok: false, reason: 'damaged' }
  if (text[1] !== VERSION) return { ok: false, reason: 'newer' }
  const body = text.slice(8)
  if (text.slice(2, 8) !== checksum(body)) return { ok: false, reason: 'damaged' }
  try {
    const read = codeBody(bitReader(textToBits(body)), { nonce: [], counter: 0, module: 0, blocks: [] })
    return fromBody(course, read)
  } catch {
    return { ok: false, reason: 'damaged' }
  }
}

/** Which attempt a text belongs to, without reading the rest; '' where it is none of ours. */
export const nonceOf = (text: string): string => {
  try {
    const code = bitReader(textToBits(text.slice(8, 8 + NONCE_CHARS)))
    return text.startsWith('w' + VERSION) ? codeList<string>(code, [], (char) => codeChar(code, char)).join('') : ''
  } catch {
    return ''
  }
}

const fromBody = (course: CourseMap, { nonce, counter, module, blocks }: Body): Decoded => {
  const of = (number: number) => course.modules.find((m) => m.number === number)
  if (!of(module) && !blocks.some((b) => of(b.number))) return { ok: false, reason: 'other' }
  const read = blocks.flatMap(({ number, bits }) => {
    const known = of(number)
    return known ? [[known.id, fromSlots(known, codeSlots(bitReader(bits), NOTHING))] as const] : []
  })
  const fresh = begin(course, () => 0)
  const modules = { ...fresh.modules, ...Object.fromEntries(read) }
  return { ok: true, progress: { nonce: nonce.join(''), counter, module: of(module)?.id ?? fresh.module, modules } }
}

const codeBody = (code: Code, body: Body): Body => ({
  nonce: codeList(code, body.nonce, (char) => codeChar(code, char)),
  counter: codeNumber(code, body.counter),
  module: codeNumber(code, body.module),
  blocks: codeList(code, body.blocks, (block) => ({
    number: codeNumber(code, block?.number ?? 0),
    bits: codeList(code, block?.bits ?? [], (bit) => code(1, bit ?? 0)),
  })),
})

const isBegun = (module: ModuleMap, { at, seen, entered, predictions, quiz }: ModuleProgress): boolean => {
  const first = firstPlace(module)
  const moved = 'quiz' in at || 'quiz' in first ? 'quiz' in at !== 'quiz' in first : at.screen !== first.screen || at.beat !== 0
  return moved || seen.size + quiz.attempt + quiz.used.size + Object.keys(entered).length + Object.keys(predictions).length > 0
}

const checksum = (text: string): string => {
  const bits: number[] = []
  bitWriter(bits)(36, crc32(VERSION + text))
  return bitsToText(bits)
}

/** A host may encode more than once (Open edX, a proxy before it). */
const plain = (stored: string): string => {
  let text = stored
  try {
    for (let i = 0; i < 3 && text.includes('%'); i++) text = decodeURIComponent(text)
  } catch {
    // A stray % is damage; the checksum says so.
  }
  return text.replace(/\s/g, '')
}
