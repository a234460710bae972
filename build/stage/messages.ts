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

export const codeTooWide = (at: At, line: string, columns: number, shape: string): Diagnostic =>
  error(
    'WSQD430',
    at,
    `“${line.trim()}” (${shape})`,
    `words of at most ${columns} characters a row`,
    'break the line in the text, shorten the name, or give the stage more room',
  )

export const codeTooTall = (at: At, what: string, rows: number, has: number, shape: string): Diagnostic =>
  error(
    'WSQD431',
    at,
    `${what}: ${rows} rows (${shape})`,
    `at most ${has} in sight at once`,
    'light fewer lines at once, or give the stage more room',
  )

export const codeBlock = (at: At, found: string, expected: string, cure: string): Diagnostic => error('WSQD432', at, found, expected, cure)

export const notOnStage = (at: At, found: string, has: string, cure: string): Diagnostic =>
  error('WSQD433', at, `${found} is not on the stage here`, has, cure)

export const timelineBlock = (at: At, found: string, expected: string, cure: string): Diagnostic =>
  error('WSQD434', at, found, expected, cure)

export const timelineFull = (at: At, what: string, needs: number, has: number): Diagnostic =>
  error('WSQD435', at, `${what} need ${Math.ceil(needs)} units`, `at most ${Math.floor(has)}`, 'fewer events, shorter texts, or more room')

export const chartBlock = (at: At, found: string, expected: string, cure: string): Diagnostic => error('WSQD436', at, found, expected, cure)

export const chartFull = (at: At, what: string, needs: number, has: number): Diagnostic =>
  error('WSQD437', at, `${what} needs ${Math.ceil(needs)} units`, `at most ${Math.floor(has)}`, 'shorter texts, fewer series, or more room')

export const morphAlone = (at: At, kind: string, stage: string): Diagnostic =>
  error(
    'WSQD240',
    at,
    `\`::morph\` from and to the ${kind} stage \`${stage}\``,
    'two stages of this screen, or two versions of a code stage',
    'name a thing on another stage',
  )
