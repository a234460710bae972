/** Finding words in a module. The lines are made when somebody looks for the first time; a look goes through all of them. */
import type { Module } from '../../model/course'
import type { Html } from '../../model/units'

export interface Line {
  readonly screen: number
  /** Where it stands; the number of beats where it is in what is only read. */
  readonly beat: number
  readonly text: string
}
export interface Hit extends Line {
  /** The text in pieces: every other one, from the second, was looked for. */
  readonly parts: readonly string[]
}

/** More than these nobody reads: another word helps more. */
export const MOST_HITS = 40
/** What is shown of a long line before its first hit, and in all. */
const BEFORE = 60
const SHOWN = 200

/** `textsOf` cuts markup into the plain texts of its paragraphs, rows and code. */
export const linesOf = ({ screens }: Module, textsOf: (html: Html) => readonly string[]): readonly Line[] =>
  screens.flatMap(({ title, beats, more }, screen) => [
    { screen, beat: 0, text: title },
    ...beats.flatMap(({ say, ask }, beat) => [say, ...(ask ? textsOf(ask.question) : [])].map((text) => ({ screen, beat, text }))),
    ...textsOf(more ?? '').map((text) => ({ screen, beat: beats.length, text })),
  ])

/** Lines that hold all the words, each at the beginning of a word; a word may stand in the title of the screen instead. */
export function find(lines: readonly Line[], query: string, titles: readonly string[]): readonly Hit[] {
  const words = wordsOf(query)
  if (!words.length) return []
  return lines.flatMap((line) => {
    const found = words.map((word) => placesOf(line.text, word))
    const all = found.every((places, i) => places.length || placesOf(titles[line.screen] ?? '', words[i]!).length)
    const places = found.flat()
    return all && places.length ? [{ ...line, parts: partsOf(line.text, places) }] : []
  })
}

export const holds = (text: string, query: string): boolean => wordsOf(query).every((word) => placesOf(text, word).length)

const wordsOf = (query: string): readonly string[] => folded(query.normalize('NFC')).split(/\s+/).filter(Boolean)

/** Without capitals and accents, and as long as before: a place in it is a place in the text. */
const folded = (text: string): string => text.replace(/[^\0-\x7f]/g, (c) => (c === '’' ? "'" : c.normalize('NFD')[0]!)).toLowerCase()

function placesOf(text: string, word: string): readonly (readonly [number, number])[] {
  const places: [number, number][] = []
  const all = folded(text)
  for (let at = all.indexOf(word); at >= 0; at = all.indexOf(word, at + 1))
    if (!/[\p{L}\p{N}]/u.test(all[at - 1] ?? '')) places.push([at, at + word.length])
  return places
}

function partsOf(text: string, places: readonly (readonly [number, number])[]): readonly string[] {
  const ordered = [...places].sort(([a], [b]) => a - b)
  const first = ordered[0]![0]
  const from = text.length > SHOWN && first > BEFORE ? text.lastIndexOf(' ', first - BEFORE) + 1 : 0
  const to = text.length - from > SHOWN ? text.lastIndexOf(' ', from + SHOWN) : text.length
  const parts = []
  let done = from
  for (const [start, end] of ordered) {
    if (start < done || end > to) continue
    parts.push(text.slice(done, start), text.slice(start, end))
    done = end
  }
  parts.push(text.slice(done, to) + (to < text.length ? ' …' : ''))
  return from ? [`… ${parts[0]}`, ...parts.slice(1)] : parts
}
