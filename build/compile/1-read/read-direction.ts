/** `::send[ana > ben]{text="offer"}` → a verb, names and arguments. */
import type { LeafDirective } from 'mdast-util-directive'
import { milliseconds } from '../../stage/timing'
import type { Direction, Verb } from '../tree'
import { badHold, badLabel } from './messages'
import type { Page } from './page'
import { reveal } from './placeholders'
import { readAttributes, readLabel } from './read-attributes'
import type { DirectionText } from './screenplay'
import { verbs, wanted } from './verbs'

const name = /^[\p{L}\p{N}_-]+(\.[\p{L}\p{N}_-]+)*$/u

export function readDirection(page: Page, node: LeafDirective, verb: Verb): DirectionText | null {
  const label = readLabel(page, node)
  const at = page.at(node)
  const found = label === null ? '' : `[${reveal(label)}]`
  const args = readAttributes(page, node)
  if (verb === 'hold') {
    const hold = milliseconds(label ?? '')
    if (hold !== undefined) return { verb, form: 'list', names: [], args, hold, at }
    page.diagnostics.add(badHold(at, found))
    return null
  }
  const read = readNames(label ?? '')
  if (read && fits(verb, read)) return { verb, ...read, args, hold: 0, at }
  page.diagnostics.add(badLabel(at, verb, found, wanted[verbs[verb]]))
  return null
}

interface Names {
  readonly form: Direction['form']
  readonly names: readonly string[]
}

function readNames(label: string): Names | null {
  const form = label.includes('>') ? 'way' : /\s-\s/.test(label) ? 'pair' : 'list'
  const joint = form === 'way' ? /\s*>\s*/ : form === 'pair' ? /\s+-\s+/ : /\s+/
  const names = label.trim().split(joint)
  return names.every((part) => name.test(part)) ? { form, names } : null
}

function fits(verb: Verb, { form, names }: Names): boolean {
  const shape = verbs[verb]
  if (shape === 'two') return form === 'way' && names.length === 2
  return form === shape
}
