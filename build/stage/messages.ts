/** What the stage says to an author. Codes WSQD4nn: one page each in docs/diagnostics. */
import type { Diagnostic } from '../compile/diagnostic'
import type { At } from '../compile/tree'

const error = (code: string, at: At, found: string, expected: string, cure: string): Diagnostic => ({
  code,
  severity: 'error',
  at,
  found,
  expected,
  cure,
})

export const textTooSmall = (at: At, size: number, least: number, text: string): Diagnostic =>
  error('WSQD401', at, `“${text}” at ${size} units`, `${least} units or more`, 'shorten the text, or give its stage more room')

export const glyphMissing = (at: At, missing: readonly string[], text: string, code: boolean): Diagnostic =>
  error(
    'WSQD402',
    at,
    `${missing.map((c) => `“${c}” (U+${(c.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`).join(', ')} in “${text}”`,
    `only characters that the shipped ${code ? 'code' : 'text'} font has`,
    code ? 'write it in words, or outside code type' : 'write it in words, or add the character to build/fonts/glyphs.ts',
  )

export const doesNotFit = (at: At, what: string, needs: number, has: number, cure: string): Diagnostic =>
  error('WSQD403', at, `${what} needs ${Math.ceil(needs)} units`, `at most ${Math.floor(has)} here`, cure)

export const badBlock = (at: At, found: string, expected: string, cure: string): Diagnostic => error('WSQD404', at, found, expected, cure)

export const badDirection = (at: At, found: string, expected: string, cure: string): Diagnostic =>
  error('WSQD405', at, found, expected, cure)

/** A comma in an unquoted text of `{ … }` ends it, and what follows becomes a key nobody asked for. */
export const unknownKey = (at: At, key: string, known: readonly string[]): Diagnostic =>
  error(
    'WSQD413',
    at,
    `the key \`${key}\``,
    `only ${known.join(', ')}`,
    'correct it; if it is part of a text with a comma, put the text in quotes',
  )
