/** The LMSs that the preview can be: which one a launch meets. Each is a folder beside this file. */
import { PreviewError, type Personality } from '../types'

export const personalities: readonly { readonly id: Personality; readonly label: string }[] = [
  { id: 'plain', label: 'by the book' },
  { id: 'moodle', label: 'Moodle' },
  { id: 'openedx', label: 'Open edX' },
]

export function personalityOf(text: string): Personality {
  const found = personalities.find(({ id }) => id === text)
  if (found !== undefined) return found.id
  throw new PreviewError(`No host "${text}": expected ${personalities.map(({ id }) => id).join(', ')}.`)
}

export const labelOf = (host: Personality): string => personalities.find(({ id }) => id === host)?.label ?? host
