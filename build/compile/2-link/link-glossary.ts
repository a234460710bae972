/** The glossary with its values filled in, by alphabet. */
import type { Term } from '../../../src/model/course'
import type { TermText } from '../1-read/read-glossary'
import { placeholders, reveal } from '../1-read/placeholders'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { Call } from '../tree'
import { unknownValue } from './messages'
import { captionOf } from './to-html'

export function linkGlossary(terms: readonly TermText[], call: Call, diagnostics: Diagnostics): readonly Term[] {
  return terms
    .map(({ term, meaning, at }): Term => {
      for (const { name } of placeholders(reveal(meaning))) {
        if (!call.values.has(name)) diagnostics.add(unknownValue(at, name, nearest(name, call.values.keys())))
      }
      return { term, html: captionOf(meaning, call.values).html }
    })
    .sort((a, b) => a.term.localeCompare(b.term, 'en'))
}
