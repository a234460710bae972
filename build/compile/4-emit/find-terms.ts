/** Where the terms of a glossary stand in a text. */
import type { Term } from '../../../src/model/course'

export interface Found {
  readonly term: Term
  /** Of the word as it stands there, plural and capital included. */
  readonly from: number
  readonly to: number
}

/**
 * Every use of every term, in order. The longest wins: “ICE restart” is no use of “ICE”. A plural is a use, and so is a capital at
 * the start of a sentence; inside another word there is none.
 */
export function findTerms(text: string, terms: readonly Term[]): readonly Found[] {
  const longest = [...terms].sort((a, b) => b.term.length - a.term.length)
  if (!longest.length) return []
  const words = longest.map(({ term }) => `(${spelled(term)})`).join('|')
  const pattern = new RegExp(`(^|[^\\p{L}\\p{N}-])((?:${words})(?:e?s)?)(?![\\p{L}\\p{N}-])`, 'gu')
  return [...text.matchAll(pattern)].map((match) => {
    const [, before = '', word = '', ...groups] = match
    const from = match.index + before.length
    return { term: longest[groups.findIndex((group) => group !== undefined)]!, from, to: from + word.length }
  })
}

const spelled = (term: string): string => {
  const safe = term.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  return safe.replace(/^\p{Ll}(?=\p{Ll})/u, (first) => `[${first}${first.toUpperCase()}]`)
}
