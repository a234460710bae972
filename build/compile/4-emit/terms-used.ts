/** Which terms of the programme a module uses: only these travel with it. */
import type { Screen, Term } from '../../../src/model/course'
import { findTerms } from './find-terms'

export function termsUsed(screens: readonly Screen[], glossary: readonly Term[]): readonly Term[] {
  const texts = screens.flatMap(({ title, beats, more }) => [title, ...beats.map(({ say }) => say), plain(more ?? '')])
  const used = new Set(texts.flatMap((text) => findTerms(text, glossary).map(({ term }) => term)))
  return glossary.filter((term) => used.has(term))
}

const plain = (html: string): string => html.replace(/<[^>]+>/g, ' ')
