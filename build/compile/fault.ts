/** Makes diagnostics; the messages of every phase are functions over these two. */
import type { Diagnostic } from './diagnostic'
import type { At } from './tree'

type Fault = (code: string, at: At, found: string, expected: string, cure: string) => Diagnostic

export const error: Fault = (code, at, found, expected, cure) => ({ code, severity: 'error', at, found, expected, cure })
export const warning: Fault = (code, at, found, expected, cure) => ({ code, severity: 'warning', at, found, expected, cure })

/** `a`, `b` and `c`, as a sentence lists them. */
export function listed(words: readonly string[], joint = 'or'): string {
  if (words.length < 2) return words.join('')
  return `${words.slice(0, -1).join(', ')} ${joint} ${words.at(-1)}`
}
