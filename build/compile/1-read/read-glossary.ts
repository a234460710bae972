/** `glossary.yaml`: what the terms of the course mean, `term: meaning`. The programme has one; each module takes what it uses. */
import { z } from 'zod'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'
import { longMeaning, openMeaning, oddTerm, termTwice } from './messages'
import { protect } from './placeholders'
import { readYaml } from './read-yaml'
import { readShape, text } from './shape'

export interface TermText {
  readonly term: string
  /** Markdown, placeholders still in it. */
  readonly meaning: string
  readonly at: At
}

/** It is read where a word of the course stands: more than this covers the sentence one came from. */
const MOST_WORDS = 35

const glossary = z.record(text, text)

export function readGlossary(file: string, source: string, diagnostics: Diagnostics): readonly TermText[] | null {
  const yaml = readYaml(file, protect(source), 0, diagnostics)
  const entries = yaml && readShape(glossary, yaml, diagnostics)
  if (!entries) return null
  const met = new Map<string, TermText>()
  return Object.entries(entries).map(([term, meaning]) => {
    const entry = { term, meaning, at: yaml.at([term]) }
    judge(entry, diagnostics)
    const same = term.toLowerCase().replace(/s$/, '')
    const first = met.get(same)
    if (first) diagnostics.add(termTwice(entry.at, term, first.term, first.at.line))
    else met.set(same, entry)
    return entry
  })
}

function judge({ term, meaning, at }: TermText, diagnostics: Diagnostics): void {
  const words = meaning.split(/\s+/).length
  // It is looked for as it stands, between other words: what begins or ends with a sign is never found.
  if (!/^[\p{L}\p{N}](.*[\p{L}\p{N}])?$/u.test(term)) diagnostics.add(oddTerm(at, term))
  if (words > MOST_WORDS) diagnostics.add(longMeaning(at, term, words, MOST_WORDS))
  if (!/[.?][”’)]*$/.test(meaning)) diagnostics.add(openMeaning(at, term, meaning.slice(-24)))
}
