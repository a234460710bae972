/** Markdown trees → the markup that ships: values filled in, sanitised, nothing but what the style sheet knows. */
import type { Root as HastRoot } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Definition, PhrasingContent, Root, RootContent } from 'mdast'
import { toString } from 'mdast-util-to-string'
import rehypeSanitize, { type Options as Schema } from 'rehype-sanitize'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import type { Html } from '../../../src/model/units'
import { parseMarkdown } from '../1-read/markdown'
import { fill } from '../1-read/placeholders'

type Values = ReadonlyMap<string, string>

const inline = ['code', 'em', 'strong']
const caption: Schema = { tagNames: inline, attributes: {}, strip: ['script', 'style'] }
const reader: Schema = {
  tagNames: [
    ...inline, 'p', 'a', 'pre', 'del', 'ul', 'ol', 'li', 'blockquote', 'br', 'h3', 'h4', 'table', 'thead', 'tbody', 'tr', 'th', 'td',
  ], // prettier-ignore
  attributes: { a: ['href'], code: [['className', /^language-[\w-]+$/]], th: ['align'], td: ['align'], ol: ['start'] },
  protocols: { href: ['https'] },
  required: {},
  strip: ['script', 'style'],
}

/** A link never takes the place of the course: inside an LMS there is no way back. */
function rehypeLinksInNewTab() {
  return (tree: HastRoot) => {
    visit(tree, 'element', (node) => {
      if (node.tagName === 'a') node.properties = { ...node.properties, target: '_blank', rel: ['noopener'] }
    })
  }
}

const forCaption = unified().use(remarkRehype).use(rehypeSanitize, caption).freeze()
const forReader = unified().use(remarkRehype).use(rehypeSanitize, reader).use(rehypeLinksInNewTab).freeze()

/** Words with `code`, *emphasis* and **strong**: captions, questions, answers. */
export function captionHtml(nodes: readonly PhrasingContent[], values: Values): Html {
  // In a paragraph, because between the children of a root remark-rehype puts line ends; the schema then drops its <p>.
  const tree: Root = { type: 'root', children: [{ type: 'paragraph', children: filled(nodes, values) }] }
  visit(tree, 'text', (node) => {
    node.value = node.value.replace(/\s+/g, ' ')
  })
  return toHtml(forCaption.runSync(tree)).replace(/\s+/g, ' ').trim()
}

/** The same without markup: what is said. */
export const plainText = (nodes: readonly PhrasingContent[], values: Values): string =>
  filled(nodes, values)
    .map((node) => (node.type === 'break' ? ' ' : toString(node, { includeHtml: false, includeImageAlt: false })))
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

/** Tables, code, lists and links: what is read. */
export function readerHtml(nodes: readonly RootContent[], definitions: readonly Definition[], values: Values): Html {
  const tree: Root = { type: 'root', children: filled([...nodes, ...definitions], values) }
  return toHtml(forReader.runSync(tree)).trim()
}

/** One line of Markdown from a YAML file, placeholders still in it. */
export function captionOf(markdown: string, values: Values): { readonly html: Html; readonly plain: string } {
  const nodes = parseMarkdown(markdown).children.flatMap((node): readonly PhrasingContent[] =>
    node.type === 'paragraph' ? node.children : [{ type: 'text', value: toString(node) }],
  )
  return { html: captionHtml(nodes, values), plain: plainText(nodes, values) }
}

export const readerOf = (markdown: string, values: Values): Html => readerHtml(parseMarkdown(markdown).children, [], values)

/** A copy with every value in place: the trees of the read phase stay as they were read. */
function filled<T extends RootContent>(nodes: readonly T[], values: Values): T[] {
  const copies = structuredClone(nodes) as T[]
  for (const copy of copies) {
    visit(copy as RootContent, (node) => {
      if ('value' in node) node.value = fill(node.value, values)
      if ('url' in node) node.url = fill(node.url, values)
    })
  }
  return copies
}
