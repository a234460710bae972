/** Markdown as this course reads it: GFM, front matter, and directives that are blocks. */
import type { Paragraph, PhrasingContent, Root, Text } from 'mdast'
import type {} from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import remarkDirective from 'remark-directive'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified, type Processor } from 'unified'
import { SKIP, visit } from 'unist-util-visit'

interface Extension {
  text?: Record<number, unknown>
  flow?: Record<number, unknown>
}
const COLON = 58

/**
 * Text directives (`:name`) are no part of the grammar: they would eat `a=setup:actpass`, `stun:host` and `10:30`. Without their
 * construct the parser leaves such text exactly as it stands.
 */
function remarkNoTextDirectives(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: Extension[] }
  for (const extension of data.micromarkExtensions ?? []) {
    if (extension.flow?.[COLON] && extension.text) delete extension.text[COLON]
  }
}

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkFrontmatter, ['yaml'])
  .use(remarkDirective)
  .use(remarkNoTextDirectives)
  .freeze()

export function parseMarkdown(source: string): Root {
  const tree = processor.parse(source)
  unlinkLiterals(tree, source)
  return tree
}

/** GFM makes a link of every `http://…`, `www.…` and `a@b`. Here an address is a word; who wants a link writes `[text](https://…)`. */
function unlinkLiterals(tree: Root, source: string): void {
  visit(tree, 'link', (node, index, parent) => {
    const start = node.position?.start.offset
    const written = start === undefined ? toString(node) : source.slice(start, node.position?.end.offset)
    if (!parent || index === undefined || written.startsWith('[') || written.startsWith('<')) return undefined
    parent.children[index] = { type: 'text', value: written, ...(node.position && { position: node.position }) }
    return [SKIP, index + 1]
  })
  visit(tree, 'paragraph', (node: Paragraph) => {
    node.children = joinTexts(node.children)
  })
}

/** Neighbouring text nodes as one, so that what an author wrote in one go is one node. */
function joinTexts(nodes: readonly PhrasingContent[]): PhrasingContent[] {
  const out: PhrasingContent[] = []
  for (const node of nodes) {
    const last = out.at(-1)
    if (node.type === 'text' && last?.type === 'text') out[out.length - 1] = joined(last, node)
    else out.push(node)
  }
  return out
}

function joined(a: Text, b: Text): Text {
  const position = a.position && b.position && { start: a.position.start, end: b.position.end }
  return { type: 'text', value: a.value + b.value, ...(position && { position }) }
}
