import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileWords } from '../../build/words/words'
import { messagesOf, type Messages } from '../../src/player/messages/messages'
import type { Words } from '../../src/model/words'

const folder = join(__dirname, '../../src/player/messages')

/** The ICU messages of a language. */
export const sourceOf = (lang: string): Readonly<Record<string, string>> =>
  JSON.parse(readFileSync(join(folder, `${lang}.json`), 'utf8')) as Record<string, string>
export const wordsOf = (lang: string): Words => compileWords(sourceOf(lang), lang)
export const messagesIn = (lang: string): Messages => messagesOf(wordsOf(lang))
