/** Is a translation whole, and of the text as it stands? Ids, answers and what was translated are held against the source. */
import type { Files } from '../../files'
import type { ModuleText } from '../1-read/read'
import type { PlacedQuestion } from '../1-read/read-quiz'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'
import { translationOf, type Translated } from './in-language'
import { adds, lacks, noTranslation, notNoted, otherAnswers, outdated } from './messages'
import { hashesFile, hashesOf, noHashes, readHashes } from './source-hash'

interface Piece {
  readonly what: 'screen' | 'prediction' | 'check' | 'recall' | 'question'
  readonly at: At
  /** What an answer means: kind, options in their order, which of them are right. Never their texts. */
  readonly answers: string
}

/** `modules` are those of the translation, as they were read from `translated.files`; `folder` has the sources. */
/** Both read without an error: held against half a text, a translation would seem to have too much. */
export function checkTranslation(
  lang: string,
  modules: { readonly source: readonly ModuleText[]; readonly translation: readonly ModuleText[] },
  { folder, translated }: { readonly folder: Files; readonly translated: Translated },
  diagnostics: Diagnostics,
): void {
  for (const module of modules.translation) {
    const source = modules.source.find((one) => one.folder === module.folder)
    if (!source) continue
    const noted = notedOf(folder, module.folder, lang, diagnostics)
    const now = hashesOf(source)
    for (const sort of ['screens', 'questions'] as const) {
      const { name, start, pieces } = sorts[sort]
      const at = start(module)
      if (!at) continue
      if (translated.has(at.file)) compare(pieces(source), pieces(module), at, now[sort], noted[sort], diagnostics)
      else diagnostics.add(noTranslation({ ...at, line: 1, column: 1 }, translationOf(name, lang)))
    }
  }
}

interface Sort {
  readonly name: string
  /** Null where the module has none. */
  start(module: ModuleText): At | null
  pieces(module: ModuleText): ReadonlyMap<string, Piece>
}
const sorts: Readonly<Record<'screens' | 'questions', Sort>> = {
  screens: { name: 'screenplay.md', start: ({ screenplay }) => screenplay.at, pieces: screensOf },
  questions: { name: 'quiz.yaml', start: ({ quiz }) => quiz?.at ?? null, pieces: questionsOf },
}

type Noted = Readonly<Record<string, string>>

function compare(
  source: ReadonlyMap<string, Piece>,
  translation: ReadonlyMap<string, Piece>,
  start: At,
  now: Noted,
  noted: Noted,
  diagnostics: Diagnostics,
): void {
  for (const [id, { what, at }] of source) if (!translation.has(id)) diagnostics.add(lacks(start, what, id, at))
  for (const [id, { what, at, answers }] of translation) {
    const original = source.get(id)
    if (!original) diagnostics.add(adds(at, what, id))
    else if (answers !== original.answers) diagnostics.add(otherAnswers(at, what, id, answers, original.answers))
    // A prediction is noted with its screen.
    else if (now[id] === undefined) continue
    else if (noted[id] === undefined) diagnostics.add(notNoted(at, what, id))
    else if (noted[id] !== now[id]) diagnostics.add(outdated(at, what, id, original.at))
  }
}

function screensOf({ screenplay }: ModuleText): ReadonlyMap<string, Piece> {
  const pieces = screenplay.screens.flatMap(({ id, at, beats }): readonly (readonly [string, Piece])[] => [
    [id, { what: 'screen', at, answers: '' }],
    ...beats.flatMap(({ ask }): readonly (readonly [string, Piece])[] =>
      ask
        ? [
            [
              ask.id,
              {
                what: ask.kind === 'predict' ? 'prediction' : ask.kind,
                at: ask.at,
                answers: ask.kind === 'predict' ? answersOf(ask.options) : '',
              },
            ],
          ]
        : [],
    ),
  ])
  return new Map(pieces)
}

function questionsOf({ quiz }: ModuleText): ReadonlyMap<string, Piece> {
  const placed = [...(quiz?.questions ?? []), ...(quiz?.checks ?? [])]
  return new Map(placed.map((one) => [one.question.id, { what: 'question', at: one.at(), answers: answersTo(one) }]))
}

const answersOf = (options: readonly { readonly id: string; readonly right: boolean }[]): string =>
  options.map(({ id, right }) => (right ? `${id} right` : id)).join(', ')

function answersTo({ question }: PlacedQuestion): string {
  const { kind } = question
  const entries = <T>(record: Readonly<Record<string, T>>): readonly (readonly [string, T])[] => Object.entries(record)
  const rights = (record: Readonly<Record<string, { readonly right: boolean }>>): string =>
    `${kind}: ${answersOf(entries(record).map(([id, { right }]) => ({ id, right })))}`
  if ('options' in question) return rights(question.options)
  if ('places' in question) return rights(question.places)
  if ('lines' in question) return rights(question.lines)
  if ('items' in question) return `${kind}: ${Object.keys(question.items).join(', ')}`
  if ('sources' in question) return `${kind}: ${entries(question.sources).map(([id, { goes }]) => `${id} to ${goes}`).join(', ')}` // prettier-ignore
  // What is typed in words is typed in the learner's language.
  return kind === 'number' ? `${kind}: ${String(question.right)}` : kind
}

function notedOf(files: Files, folder: string, lang: string, diagnostics: Diagnostics) {
  const name = hashesFile(folder, lang)
  const bytes = files.get(name)
  return (bytes && readHashes(name, new TextDecoder().decode(bytes), diagnostics)) ?? noHashes
}
