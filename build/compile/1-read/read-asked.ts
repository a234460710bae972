/** `::check[question]` and `::recall[module/prediction]`: questions that stand elsewhere. */
import type { LeafDirective } from 'mdast-util-directive'
import { badAsked } from './messages'
import type { Page } from './page'
import { reveal } from './placeholders'
import { readAttributes, readLabel } from './read-attributes'
import type { CheckText, RecallText } from './screenplay'

const name = '[a-z0-9][a-z0-9-]*'

export function readAsked(page: Page, node: LeafDirective): CheckText | RecallText | null {
  const at = page.at(node)
  const label = reveal(readLabel(page, node) ?? '').trim()
  if (node.name === 'check' && new RegExp(`^${name}$`).test(label)) return { kind: 'check', id: label, at }
  const [, module, prediction] = new RegExp(`^(${name})/(${name})$`).exec(label) ?? []
  const { id } = readAttributes(page, node)
  if (node.name === 'recall' && module && prediction)
    return { kind: 'recall', id: typeof id === 'string' && id ? id : `recall-${prediction}`, module, prediction, at }
  page.diagnostics.add(
    badAsked(at, `::${node.name}[${label}]`, node.name === 'check' ? '`::check[question-id]`' : '`::recall[module/prediction]`'),
  )
  return null
}
