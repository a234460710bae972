/** A manifest's text: declaration, tree, and line breaks between elements, so that an admin can read it. */
import type { Element, ElementContent } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

export function manifestText(tree: Element): string {
  const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const
  const root = x(null, indented(tree, 0))
  return toXml([declaration, { type: 'text', value: '\n' }, ...root.children, { type: 'text', value: '\n' }], { closeEmptyElements: true })
}

/** White space only where there are elements alone: text content stays untouched. */
function indented(element: Element, depth: number): Element {
  if (element.children.length === 0 || element.children.some((child) => child.type === 'text')) return element
  const pad = (level: number): ElementContent => ({ type: 'text', value: `\n${'  '.repeat(level)}` })
  const children = element.children.flatMap((child) => [pad(depth + 1), child.type === 'element' ? indented(child, depth + 1) : child])
  return { ...element, children: [...children, pad(depth)] }
}
