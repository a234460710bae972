/** `screenplay.md` → front matter and screens. */
import type { Definition, Heading, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import { parseMarkdown } from './markdown'
import { noFrontMatter, outsideScreen } from './messages'
import { Page } from './page'
import { protect } from './placeholders'
import { readScreen } from './read-screen'
import { readYaml } from './read-yaml'
import type { Front, ScreenText, Screenplay } from './screenplay'
import { readShape, shape, text } from './shape'

const front = shape({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  number: z.int().min(1).max(99),
  title: text,
  objectives: z.array(text),
})

export function readScreenplay(file: string, source: string, diagnostics: Diagnostics): Screenplay | null {
  const page = new Page(file, protect(source), diagnostics)
  const [first, ...rest] = parseMarkdown(page.source).children
  const at = { file, line: 1, column: 1 }
  const yaml = first?.type === 'yaml' ? readYaml(file, first.value, 1, diagnostics) : null
  if (first?.type !== 'yaml') diagnostics.add(noFrontMatter(at))
  const nodes = first && first.type !== 'yaml' ? [first, ...rest] : rest
  const matter: Front | null = yaml && readShape(front, yaml, diagnostics)
  const screens = readScreens(page, nodes)
  return matter && { file, front: matter, screens, definitions: definitionsOf(nodes), at }
}

function readScreens(page: Page, nodes: readonly RootContent[]): readonly ScreenText[] {
  const starts = nodes.flatMap((node, index) => (isScreen(node) ? [{ heading: node, index }] : []))
  for (const node of nodes.slice(0, starts[0]?.index ?? nodes.length)) {
    if (node.type === 'definition' || (node.type === 'html' && node.value.startsWith('<!--'))) continue
    page.diagnostics.add(outsideScreen(page.at(node), node.type === 'heading' ? `a heading of level ${node.depth}` : 'text'))
  }
  return starts.flatMap(({ heading, index }, nth) => {
    const screen = readScreen(page, heading, nodes.slice(index + 1, starts[nth + 1]?.index ?? nodes.length))
    return screen ? [screen] : []
  })
}

const isScreen = (node: RootContent): node is Heading => node.type === 'heading' && node.depth === 2

function definitionsOf(nodes: readonly RootContent[]): readonly Definition[] {
  const found: Definition[] = []
  for (const node of nodes) visit(node, 'definition', (definition) => void found.push(definition))
  return found
}
