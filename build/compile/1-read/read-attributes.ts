/** The `{#id name="value" word}` of a directive, and its `[label]` as it was written. */
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { Page } from './page'

export type Attributes = { readonly [name: string]: string | true }

export function readAttributes(page: Page, node: LeafDirective | ContainerDirective): Attributes {
  const head = page.slice(node).split('\n', 1)[0] ?? ''
  const entries = Object.entries(node.attributes ?? {}).map(([name, value]): [string, string | true] => {
    if (value !== '' && value !== null && value !== undefined) return [name, value]
    // The parser gives '' for `with` and for `text=""`: only the source tells a bare word from an empty text.
    return [name, new RegExp(`[\\s{]${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}\\s*=`).test(head) ? '' : true]
  })
  return Object.fromEntries(entries)
}

/** `::send[ana > ben]{…}` → `ana > ben`; null without brackets. */
export function readLabel(page: Page, node: LeafDirective | ContainerDirective): string | null {
  const label = node.type === 'leafDirective' ? node.children : (labelParagraph(node)?.children ?? [])
  const head = page.slice(node).split('\n', 1)[0] ?? ''
  const open = head.indexOf('[')
  if (open < 0 || (head.indexOf('{') >= 0 && head.indexOf('{') < open)) return null
  const first = label[0]?.position?.start.offset
  const last = label.at(-1)?.position?.end.offset
  return first === undefined || last === undefined ? '' : page.source.slice(first, last)
}

/** remark-directive keeps the label of a container as its first paragraph. */
export function labelParagraph(node: ContainerDirective) {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
}
