/** What a `bytes` stage says to an author. */
import { error } from '../../compile/fault'
import type { At } from '../../compile/tree'

export const longerText = (at: At, text: string, old: string) =>
  error('WSQD411', at, `“${text}” in place of “${old}”`, `no more than ${old.length === 1 ? 'one character' : `${old.length} characters`}`, 'more stands behind it on its line: shorten it, or write the line twice') // prettier-ignore

export const noField = (at: At, found: string, expected: string, cure: string) => error('WSQD412', at, found, expected, cure)
