/** The words of a caption with their marks: the build's markup, cut at the same white space as the words a narrator counts. */
import type { Beat } from '../../model/course'
import { wordsOf } from '../models/scene-time'

export interface Piece {
  readonly text: string
  /** The inline element around it, if any. */
  readonly mark: 'code' | 'em' | 'strong' | null
}
export type Word = readonly Piece[]

const cache = new WeakMap<Beat, readonly Word[]>()

export function captionWords(beat: Beat, parser: DOMParser): readonly Word[] {
  const known = cache.get(beat)
  if (known) return known
  const said = wordsOf(beat)
  const marked = cut(parser.parseFromString(beat.html, 'text/html').body)
  // Where the two disagree, what is said wins: the underline has to stand under the right word.
  const words = marked.length === said.length ? marked : said.map((text): Word => [{ text, mark: null }])
  cache.set(beat, words)
  return words
}

function cut(body: HTMLElement): readonly Word[] {
  const words: Piece[][] = []
  let open = false
  const walk = (node: Node, mark: Piece['mark']): void => {
    if (node.nodeType === 3) {
      for (const part of (node.textContent ?? '').split(/(\s+)/)) {
        if (!part) continue
        if (/^\s/.test(part)) open = false
        else {
          if (!open) words.push([])
          words.at(-1)!.push({ text: part, mark })
          open = true
        }
      }
    }
    const name = node.nodeName.toLowerCase()
    node.childNodes.forEach((child) => walk(child, name === 'code' || name === 'em' || name === 'strong' ? name : mark))
  }
  walk(body, null)
  return words
}
