/**
 * Bits as characters of the base64url alphabet: the only ones every host stores unharmed, in a URL, a form and a database (lms-hosts §0 rule 8).
 *
 * One `Code` function describes a layout for both directions: writing, it takes the value and gives it back; reading, it ignores what it is
 * given and returns what it read. So a layout is written once, and the two directions cannot drift apart.
 */
export type Code = (width: number, value: number) => number

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

export const bitWriter =
  (bits: number[]): Code =>
  (width, value) => {
    // Division, not shifts: values have up to 32 bits, unsigned.
    for (let i = width - 1; i >= 0; i--) bits.push(Math.floor(value / 2 ** i) & 1)
    return value
  }

/** Throws where the bits end early; the codec's one `try` turns that into a result. */
export const bitReader = (bits: readonly number[]): Code => {
  let at = 0
  return (width) => {
    if (at + width > bits.length) throw new RangeError('end of data')
    let value = 0
    while (width--) value = value * 2 + (bits[at++] ?? 0)
    return value
  }
}

/** A whole number from 0 in groups of four bits, each after a bit that says whether another follows: 5 bits to 15, 10 to 255. */
export const codeNumber = (code: Code, value: number): number => {
  const low = value % 16
  const high = Math.floor(value / 16)
  return code(1, high ? 1 : 0) ? code(4, low) + 16 * codeNumber(code, high) : code(4, low)
}

/** A list, its length first. `item` gets undefined when reading. */
export const codeList = <T>(code: Code, list: readonly T[], item: (value: T | undefined) => T): T[] =>
  Array.from({ length: codeNumber(code, list.length) }, (_, i) => item(list[i]))

/** A set of small numbers, as one bit each up to the highest. */
export const codeSet = (code: Code, members: readonly number[]): number[] => {
  const width = codeNumber(code, Math.max(-1, ...members) + 1)
  const read: number[] = []
  for (let i = 0; i < width; i++) if (code(1, members.includes(i) ? 1 : 0)) read.push(i)
  return read
}

export const bitsToText = (bits: readonly number[]): string => {
  let text = ''
  for (let i = 0; i < bits.length; i += 6) {
    text += ALPHABET[bits.slice(i, i + 6).reduce((value, bit, j) => value + bit * (32 >> j), 0)]
  }
  return text
}

/** Throws on a character that is none of the alphabet's. */
export const textToBits = (text: string): number[] => {
  const bits: number[] = []
  const write = bitWriter(bits)
  for (const char of text) {
    const value = ALPHABET.indexOf(char)
    if (value < 0) throw new RangeError('not base64url')
    write(6, value)
  }
  return bits
}

/** The place of a character in the alphabet, and back: for nonces, which are made of it. */
export const codeChar = (code: Code, char: string | undefined): string => ALPHABET[code(6, ALPHABET.indexOf(char ?? 'A') & 63)] ?? ''
