/** The little of XML that manifests need. Elements go by their local names, as importers have it, in lower case. */
import { fromXml } from 'xast-util-from-xml'

type Root = ReturnType<typeof fromXml>
export type Element = Extract<Root['children'][number], { type: 'element' }>

/** The root element, or what is wrong with the text. */
export function rootOf(xml: string): Element | string {
  try {
    const root = fromXml(xml).children.find((node): node is Element => node.type === 'element')
    return root ?? 'no element'
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

export const local = (name: string): string => name.slice(name.indexOf(':') + 1).toLowerCase()

function* descend(element: Element): Generator<Element> {
  for (const node of element.children) {
    if (node.type !== 'element') continue
    yield node
    yield* descend(node)
  }
}
export const all = (element: Element, name: string): readonly Element[] => [...descend(element)].filter((one) => local(one.name) === name)
export const find = (element: Element, name: string): Element | null => all(element, name)[0] ?? null
export const childrenOf = (element: Element): readonly Element[] =>
  element.children.filter((node): node is Element => node.type === 'element')
export const child = (element: Element, name: string): Element | null =>
  childrenOf(element).find((node) => local(node.name) === name) ?? null

export function attribute(element: Element, name: string): string {
  const found = Object.entries(element.attributes).find(([key]) => local(key) === name.toLowerCase())
  return (found?.[1] ?? '').trim()
}

export function text(element: Element | null): string {
  const parts = element?.children.map((node) => (node.type === 'text' || node.type === 'cdata' ? node.value : '')) ?? []
  return parts.join('').trim()
}
