/** One `##` and everything below it, up to the next. */
import type { Code, Heading, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { nearest } from '../nearest'
import {
  badWhatIf,
  linkNotHttps,
  looseDirections, notBuilt, notClosed, notSpoken, predictionAlone, rawHtml, screenAttribute, screenWithoutId, secondScreen, unknownDirective,
  unreadableDirective,
} from './messages' // prettier-ignore
import type { At } from '../tree'
import type { Page } from './page'
import { reveal } from './placeholders'
import { labelParagraph, readAttributes, type Attributes } from './read-attributes'
import { readAsked } from './read-asked'
import { readDirection } from './read-direction'
import { readPrediction } from './read-prediction'
import { readStage } from './read-stage'
import { readWhatIf } from './read-what-if'
import type { AskText, BeatText, CaseText, DirectionText, ScreenText, StageText } from './screenplay'
import { isVerb, verbs } from './verbs'

const blocks = ['screen', 'predict', 'more', 'what-if', 'case', 'check', 'recall', 'lab']
/** What the parser left in a paragraph because it could not read it as a directive; `::1` and `::ffff:192.0.2.1` are addresses. */
const unread = /^\s*(:{3,}|::[a-z][a-z-]*(?=[[{\s]|$))/i
/** Comments are an author's notes; an end tag has been spoken of at its start. */
const opens = (html: string): boolean => !html.startsWith('<!--') && !html.startsWith('</')
const instead = 'text that is read, not heard, goes into `:::more`'

class ScreenReader {
  readonly #stages: StageText[] = []
  readonly #lost: string[] = []
  readonly #beats: BeatText[] = []
  readonly #cases: CaseText[] = []
  readonly #more: RootContent[] = []
  #attributes: Attributes | null = null
  /** Directions that wait for their paragraph. */
  #pending: DirectionText[] = []

  constructor(
    readonly page: Page,
    readonly heading: Heading,
  ) {}

  read(nodes: readonly RootContent[]): ScreenText | null {
    for (const node of nodes) this.#node(node)
    this.#flush('after the last paragraph')
    const { page, heading } = this
    const title = toString(heading).trim()
    const id = this.#attributes?.id
    if (typeof id !== 'string' || !/^[a-z0-9][a-z0-9-]*$/.test(id)) {
      if (!this.#attributes) page.diagnostics.add(screenWithoutId(page.at(heading), reveal(title)))
      else
        page.diagnostics.add(
          screenAttribute(page.at(heading), id ? `the id \`${String(id)}\`` : 'no id', '`{#its-id}` of small letters, digits and hyphens'),
        )
      return null
    }
    const attribute = (name: string): string | null => {
      const value = this.#attributes?.[name]
      return typeof value === 'string' && value !== '' ? value : null
    }
    return {
      id,
      title,
      covers: (attribute('covers') ?? '').split(/[\s,]+/).filter(Boolean),
      continues: attribute('continues'),
      clock: attribute('clock'),
      stages: this.#stages,
      lost: this.#lost,
      beats: this.#beats,
      cases: this.#cases,
      more: this.#more,
      at: page.at(heading),
    }
  }

  #node(node: RootContent): void {
    const { page } = this
    const refuse = (what: string, cure = instead) => page.diagnostics.add(notSpoken(page.at(node), what, cure))
    switch (node.type) {
      case 'paragraph':
        return this.#beat(node)
      case 'leafDirective':
        return this.#leaf(node)
      case 'containerDirective':
        return this.#container(node)
      case 'code':
        if (node.lang !== 'stage') return refuse('a code block')
        return this.#stage(node)
      case 'html':
        if (opens(node.value)) page.diagnostics.add(rawHtml(page.at(node), reveal(node.value.split('\n', 1)[0] ?? '')))
        return
      case 'heading':
        return refuse(`a heading of level ${node.depth}`, 'a screen begins with `##`; there are no other headings')
      case 'definition':
        return
      default:
        return refuse(`a ${names[node.type] ?? node.type}`)
    }
  }

  #stage(node: Code): void {
    const stage = readStage(this.page, node, this.#stages.length + this.#lost.length === 0)
    if (stage) this.#stages.push(stage)
    else this.#lost.push(node.meta?.split(/\s+/)[1] ?? '')
  }

  #beat(paragraph: Paragraph): void {
    const { page } = this
    const lines = page.slice(paragraph).split('\n')
    const broken = lines.findIndex((line) => unread.test(line))
    if (broken >= 0) {
      const at = page.at(paragraph)
      const line = lines[broken] ?? ''
      page.diagnostics.add(
        unreadableDirective({ ...at, line: at.line + broken, column: broken === 0 ? at.column : 1 }, reveal(line.trim())),
      )
    }
    visit(paragraph, (node) => {
      if (node.type === 'html' && opens(node.value)) page.diagnostics.add(rawHtml(page.at(node), reveal(node.value)))
      if (node.type === 'link' || node.type === 'image' || node.type === 'footnoteReference')
        page.diagnostics.add(notSpoken(page.at(node), `a ${names[node.type] ?? node.type} in a spoken paragraph`, instead))
    })
    this.#beats.push({ paragraph, directions: this.#pending, ask: null, at: page.at(paragraph) })
    this.#pending = []
  }

  #leaf(node: LeafDirective): void {
    const { page } = this
    if (node.name === 'screen') {
      if (this.#attributes) page.diagnostics.add(secondScreen(page.at(node)))
      else this.#attributes = this.#screenAttributes(node)
    } else if (node.name === 'check' || node.name === 'recall') {
      this.#flush('before a question, with no paragraph between them')
      this.#ask(readAsked(page, node), page.at(node))
    } else if (node.name === 'lab') {
      page.diagnostics.add(notBuilt(page.at(node), `\`::${node.name}\``, 'what this edition has: directions, predictions and the quiz'))
    } else {
      const direction = this.#direction(node)
      if (direction) this.#pending.push(direction)
    }
  }

  #screenAttributes(node: LeafDirective): Attributes {
    const known = ['id', 'covers', 'continues', 'clock']
    const attributes = readAttributes(this.page, node)
    for (const name of Object.keys(attributes)) {
      if (known.includes(name)) continue
      const [near] = nearest(name, known)
      this.page.diagnostics.add(
        screenAttribute(this.page.at(node), `\`${name}\``, near ? `\`${near}\`` : '`#id`, `covers`, `continues` or `clock`'),
      )
    }
    return attributes
  }

  #direction(node: LeafDirective): DirectionText | null {
    if (isVerb(node.name)) return readDirection(this.page, node, node.name)
    const known = [...Object.keys(verbs), ...blocks]
    this.page.diagnostics.add(unknownDirective(this.page.at(node), `::${node.name}`, nearest(node.name, known)))
    return null
  }

  #container(node: ContainerDirective): void {
    const { page } = this
    const at = page.at(node)
    if (!page.closed(node, /^\s*:{3,}\s*$/)) page.diagnostics.add(notClosed(at, `\`:::${node.name}\``, '`:::`'))
    if (node.name === 'more') {
      this.#readMore(node)
    } else if (node.name === 'what-if') {
      this.#cases.push(...readWhatIf(page, node, (leaf) => this.#direction(leaf)))
    } else if (node.name === 'predict') {
      this.#flush('before a prediction, with no paragraph between them')
      this.#ask(readPrediction(page, node), at)
    } else if (node.name === 'case') {
      page.diagnostics.add(
        badWhatIf(at, 'a case by itself', 'cases inside a `::::what-if`', 'give the what-if four colons and its cases three'),
      )
    } else {
      page.diagnostics.add(unknownDirective(at, `:::${node.name}`, nearest(node.name, ['predict', 'more', 'what-if'])))
    }
  }

  #readMore(node: ContainerDirective): void {
    const { page } = this
    this.#more.push(...node.children.filter((child) => child !== labelParagraph(node)))
    visit(node, (inner) => {
      const at = page.at(inner)
      if (inner.type === 'html' && opens(inner.value)) page.diagnostics.add(rawHtml(at, reveal(inner.value.split('\n', 1)[0] ?? '')))
      if ((inner.type === 'link' || inner.type === 'definition') && !inner.url.startsWith('https://'))
        page.diagnostics.add(linkNotHttps(at, reveal(inner.url)))
      if (inner.type === 'image') page.diagnostics.add(notSpoken(at, 'a picture', 'pictures are stages: draw it, or say it in words'))
    })
  }

  #ask(ask: AskText | null, at: At): void {
    const last = this.#beats.at(-1)
    if (!last) this.page.diagnostics.add(predictionAlone(at, 'a prediction with no paragraph above it'))
    else if (last.ask) this.page.diagnostics.add(predictionAlone(at, 'a second prediction after the same paragraph'))
    else this.#beats[this.#beats.length - 1] = { ...last, ask }
  }

  #flush(where: string): void {
    for (const { at, verb } of this.#pending) this.page.diagnostics.add(looseDirections(at, verb, where))
    this.#pending = []
  }
}

const names: Readonly<Record<string, string>> = {
  list: 'list', blockquote: 'quotation', table: 'table', thematicBreak: 'rule', link: 'link', image: 'picture', footnoteReference: 'footnote',
  footnoteDefinition: 'footnote', yaml: 'second front matter',
} // prettier-ignore

export const readScreen = (page: Page, heading: Heading, nodes: readonly RootContent[]): ScreenText | null =>
  new ScreenReader(page, heading).read(nodes)
