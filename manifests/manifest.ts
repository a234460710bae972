/** A manifest's text: declaration, tree, and line breaks between elements, so that an admin can read it. */
import type { Element, ElementContent } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'

export function manifestText(tree: Element): string {
  const declaration = { type: 'instruction', name: 'xml', value: 'version="1.0" encoding="UTF-8"' } as const
  const root = x(null, indented(tree, 0))
  const text = toXml([declaration, { type: 'text', value: '\n' }, ...root.children, { type: 'text', value: '\n' }], {
    closeEmptyElements: true,
  })
  // `]]>` may not stand in character data (XML 1.0 §2.4), and xast-util-to-xml lets it.
  return text.replace(/&#x(26|3C|3E|22|27);/g, (reference, code: string) => named[code] ?? reference).replaceAll(']]>', ']]&gt;')
}

/**
 * Named references, not the numeric ones of xast-util-to-xml: Moodle and its kin "repair" every ampersand that /&(?!\w{2,6};)/ finds
 * before they parse, and a title with `&#x26;` would read "Tea &#x26; cake" (mod_scorm scormlib.php, scorm_parse_scorm).
 */
const named: Readonly<Record<string, string>> = { 26: '&amp;', '3C': '&lt;', '3E': '&gt;', 22: '&quot;', 27: '&apos;' }

/** White space only where there are elements alone: text content stays untouched. */
function indented(element: Element, depth: number): Element {
  if (element.children.length === 0 || element.children.some((child) => child.type === 'text')) return element
  const pad = (level: number): ElementContent => ({ type: 'text', value: `\n${'  '.repeat(level)}` })
  const children = element.children.flatMap((child) => [pad(depth + 1), child.type === 'element' ? indented(child, depth + 1) : child])
  return { ...element, children: [...children, pad(depth)] }
}
