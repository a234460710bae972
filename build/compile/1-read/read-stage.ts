/** A ```stage KIND NAME PLACE block. */
import type { Code } from 'mdast'
import { nearest } from '../nearest'
import type { StageKind, StagePlace } from '../tree'
import { notClosed, stageHead, unknownKind, wrongShape } from './messages'
import type { Page } from './page'
import { readYaml } from './read-yaml'
import type { StageText } from './screenplay'

export const stageKinds: readonly StageKind[] = ['network', 'sequence', 'table', 'stack', 'states', 'code', 'timeline', 'bytes', 'chart']
const places: readonly StagePlace[] = ['main', 'left', 'right', 'below', 'overlay']
const isKind = (word: string): word is StageKind => stageKinds.some((kind) => kind === word)
const isPlace = (word: string): word is StagePlace => places.some((place) => place === word)

/** `first`: whether it is the first stage of its screen, which needs no place. */
export function readStage(page: Page, node: Code, first: boolean): StageText | null {
  const at = page.at(node)
  const [kind = '', name = '', place = first ? 'main' : '', ...rest] = (node.meta ?? '').split(/\s+/).filter(Boolean)
  const fault = (found: string, expected: string, cure: string): null => {
    page.diagnostics.add(stageHead(at, found, expected, cure))
    return null
  }
  if (!page.closed(node, /^\s*(`{3,}|~{3,})\s*$/)) {
    page.diagnostics.add(notClosed(at, 'a `stage` block', 'three backticks'))
    return null
  }
  if (!isKind(kind)) {
    page.diagnostics.add(unknownKind(at, kind, stageKinds, nearest(kind, stageKinds)))
    return null
  }
  if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(name))
    return fault(name ? `the name \`${name}\`` : 'no name', 'a name of letters, digits and hyphens', `\`\`\`stage ${kind} NAME`)
  if (place === '') return fault(`no place for \`${name}\``, 'left, right, below or overlay', `\`\`\`stage ${kind} ${name} below`)
  if (!isPlace(place)) return fault(`the place \`${place}\``, 'left, right, below or overlay', `\`\`\`stage ${kind} ${name} below`)
  if (rest.length > 0) return fault(`\`${rest.join(' ')}\` after the place`, 'KIND NAME PLACE', 'settings go inside the block')
  const yaml = readYaml(page.file, node.value, at.line, page.diagnostics)
  if (!yaml) return null
  if (yaml.data !== null && (typeof yaml.data !== 'object' || Array.isArray(yaml.data))) {
    page.diagnostics.add(wrongShape(yaml.at([]), 'the block is no map', '`key: value` lines'))
    return null
  }
  return { kind, name, place, yaml, at }
}
