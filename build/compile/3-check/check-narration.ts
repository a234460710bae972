/** How it is told: the length of beats and sentences, and the voice. */
import type { Diagnostics } from '../diagnostic'
import type { LinkedModule } from '../tree'
import { beatLength, exclamation, sentenceLength } from './messages'

export function checkNarration(module: LinkedModule, diagnostics: Diagnostics): void {
  for (const { say, words, at } of module.screens.flatMap((screen) => screen.beats)) {
    if (words.length < 2 || words.length > 45) diagnostics.add(beatLength(at, words.length))
    for (const sentence of sentences(words)) {
      if (sentence.length > 32) diagnostics.add(sentenceLength(at, sentence.length, sentence.slice(0, 5).join(' ')))
    }
    // `!==` and `!important` are code, said inside a paragraph; an exclamation ends a word.
    const shout = /\S*\p{L}!(?=[\s”"’)]|$)/u.exec(say)
    if (shout) diagnostics.add(exclamation(at, shout[0]))
  }
}

/** Words up to the one that ends a sentence. */
function sentences(words: readonly string[]): readonly (readonly string[])[] {
  const out: string[][] = [[]]
  for (const word of words) {
    out.at(-1)?.push(word)
    if (/[.?!…:;][”"’)]*$/.test(word) && !/[:;][”"’)]*$/.test(word)) out.push([])
  }
  return out.filter((sentence) => sentence.length > 0)
}
