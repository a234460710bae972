/**
 * What the page is made of: hast, with attributes named as in HTML. The build writes it out with hast-util-to-html, the page's script makes elements of it, so
 * that both show the same. A string is always text.
 */
import type { Element, ElementContent } from 'hast'

export type Child = ElementContent | string | number | null | false | undefined | readonly Child[]
export type Attributes = Readonly<Record<string, string | number | true | null | undefined>>

export const el = (tagName: string, attributes: Attributes = {}, ...children: readonly Child[]): Element => ({
  type: 'element',
  tagName,
  properties: Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => value !== null && value !== undefined),
  ) as Element['properties'],
  children: merged(flat(children)),
})

const flat = (children: readonly Child[]): ElementContent[] =>
  children.flatMap((child): ElementContent[] => {
    if (child === null || child === undefined || child === false) return []
    if (typeof child === 'string' || typeof child === 'number') return [{ type: 'text', value: String(child) }]
    return isList(child) ? flat(child) : [child]
  })
/** As a parser would have them: what the script makes equals what the build wrote. */
const merged = (children: readonly ElementContent[]): ElementContent[] => {
  const out: ElementContent[] = []
  for (const child of children) {
    const before = out[out.length - 1]
    if (child.type === 'text' && child.value === '') continue
    if (child.type === 'text' && before?.type === 'text') out[out.length - 1] = { type: 'text', value: before.value + child.value }
    else out.push(child)
  }
  return out
}
const isList = (child: Child): child is readonly Child[] => Array.isArray(child)
