/** `::::what-if` with its `:::case` blocks: a switch, each position a scene of its own. */
import type { LeafDirective, ContainerDirective } from 'mdast-util-directive'
import { badWhatIf, notClosed } from './messages'
import type { Page } from './page'
import { reveal } from './placeholders'
import { labelParagraph, readAttributes, readLabel } from './read-attributes'
import type { CaseText, DirectionText } from './screenplay'

/** `direction` reads a leaf directive, or says what is wrong with it. */
export function readWhatIf(
  page: Page,
  node: ContainerDirective,
  direction: (leaf: LeafDirective) => DirectionText | null,
): readonly CaseText[] {
  const at = page.at(node)
  const { id, label } = readAttributes(page, node)
  const fault = (found: string, expected: string, cure: string, where = at): readonly CaseText[] => {
    page.diagnostics.add(badWhatIf(where, found, expected, cure))
    return []
  }
  if (typeof id !== 'string' || typeof label !== 'string' || id === '' || label === '')
    return fault(
      'a what-if without id or label',
      '`::::what-if{#its-id label="Ben’s router lets in"}`',
      'name it, and say what the switch changes',
    )
  const cases: CaseText[] = []
  for (const child of node.children) {
    const where = page.at(child)
    if (child.type !== 'containerDirective' || child.name !== 'case')
      return fault('something else than a case', 'only `:::case[name]` blocks', 'an outer fence has four colons, an inner one three', where)
    if (!page.closed(child, /^\s*:{3,}\s*$/)) page.diagnostics.add(notClosed(where, '`:::case`', '`:::`'))
    const option = reveal(readLabel(page, child) ?? '').trim()
    if (option === '') return fault('a case without a name', '`:::case[anyone]`', 'name the position of the switch', where)
    const directions: DirectionText[] = []
    for (const inner of child.children) {
      if (inner === labelParagraph(child)) continue
      if (inner.type !== 'leafDirective')
        return fault('text in a case', 'only directions: a case is not narrated', 'take it away', page.at(inner))
      const read = direction(inner)
      if (read) directions.push(read)
    }
    const { hint } = readAttributes(page, child)
    cases.push({ whatIf: id, label, option, hint: typeof hint === 'string' ? hint : '', directions, at: where })
  }
  if (cases.length < 2) return fault(`${cases.length} cases`, 'two or more', 'a switch has at least two positions')
  return cases
}
