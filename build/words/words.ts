/** The player's words in every language there is (`src/player/messages/*.json`), compiled. */
import { join } from 'node:path'
import { takes } from '../../src/model/takes'
import type { Words } from '../../src/model/words'
import { Failure } from '../commands/failure'
import { type Files, readFolder } from '../files'
import { compileMessage } from './compile-message'
import { isPseudo, PSEUDO, pseudoWords } from './pseudo'

const FOLDER = 'src/player/messages'

/** The source of a language: ICU messages by key. */
export type Sources = ReadonlyMap<string, Readonly<Record<string, string>>>

/** `root` is the folder of the project. Languages in alphabetical order. */
export async function readSources(root: string): Promise<Sources> {
  const files = [...(await readFolder(join(root, FOLDER)))].filter(([name]) => name.endsWith('.json'))
  return new Map(
    files.map(([name, bytes]) => [name.replace(/\.json$/, ''), JSON.parse(new TextDecoder().decode(bytes)) as Record<string, string>]),
  )
}

/** Throws, naming file and key, where a message is not ICU MessageFormat. */
export function compileWords(source: Readonly<Record<string, string>>, lang: string): Words {
  const say = Object.entries(source).map(([key, text]) => {
    try {
      return [key, compileMessage(text, lang)] as const
    } catch (error) {
      throw new Error(`${FOLDER}/${lang}.json: "${key}" cannot be read. ${error instanceof Error ? error.message : String(error)}`)
    }
  })
  return { lang, dir: RTL.has(lang) ? 'rtl' : 'ltr', takes, say: Object.fromEntries(say) }
}
/** Scripts from right to left, by language, as far as a player has them at all. */
const RTL = new Set(['ar', 'fa', 'he', 'ur'])

export const wordsFile = (lang: string): string => `messages-${lang.toLowerCase()}.json`

/** `messages-de.json` … as they lie in every zip; a pseudo-language only where it is asked for. */
export async function buildWords(root: string, lang?: string): Promise<Files> {
  const sources = await readSources(root)
  const known = [...sources].map(([name, source]) => compileWords(source, name))
  const english = known.find((words) => words.lang === 'en')
  if (english && lang && isPseudo(lang)) known.push(pseudoWords(english, lang))
  if (lang && !known.some((words) => words.lang === lang || words.lang === lang.split('-')[0])) {
    throw new Failure(
      `The player does not speak "${lang}". It speaks ${[...sources.keys()].join(', ')}, and for looking at layouts ${PSEUDO.join(', ')}. ` +
        `Choose one of these, or write ${FOLDER}/${lang}.json.`,
    )
  }
  return new Map(known.map((words) => [wordsFile(words.lang), new TextEncoder().encode(JSON.stringify(words))]))
}

/** The language the player speaks beside a course in `lang`: that, else the language without its region, else English. */
export function spokenOf(lang: string, words: Files): string {
  return [lang, lang.split('-')[0] ?? ''].find((one) => words.has(wordsFile(one))) ?? 'en'
}
