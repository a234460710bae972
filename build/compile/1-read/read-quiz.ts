/** `quiz.yaml`: the bank, how many of it an attempt draws, and the inline checks. docs/questions.md shows every kind. */
import { z } from 'zod'
import { TEXT_CHARS, tidyText } from '../../../src/model/text'
import type { Diagnostics } from '../diagnostic'
import type { At } from '../tree'
import { readPicture } from './read-picture'
import type { ScreenText } from './screenplay'
import { protect } from './placeholders'
import { readYaml, type YamlText } from './read-yaml'
import { readShape, shape, text } from './shape'

/** `screen/beat`, as in `teaches`. */
export const REFERENCE = /^[a-z0-9-]+(\/[1-9]\d*)?$/
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens')
const letter = z.string().regex(/^[a-z]$/, 'a single letter, a–z')
const base = {
  id,
  version: z.int().min(1).default(1),
  teaches: z.string().regex(REFERENCE, 'a screen, or screen/beat'),
  asks: text,
  figure: text.optional(),
}
const option = shape({ right: text.optional(), wrong: text.optional(), because: text })
  .refine(({ right, wrong }) => (right === undefined) !== (wrong === undefined), 'either `right:` or `wrong:` with its text')
  .transform(({ right, wrong, because }) => ({ right: right !== undefined, text: right ?? wrong ?? '', because }))
const options = z.record(letter, option).refine((given) => Object.keys(given).length >= 2, 'two options or more')
/** What is stored of a typed answer is a byte a character (src/model/suspend/layout.ts). */
const words = text.refine((given) => tidyText(given) === given && /^[\u0020-\u00ff]+$/.test(given), {
  error: `text of at most ${TEXT_CHARS} Latin characters, without a full stop at its end`,
})
/** A part of the picture as a direction would name it; `called` where the list should call it otherwise. */
const place = shape({ right: text.optional(), wrong: text.optional(), called: text.optional(), because: text })
  .refine(({ right, wrong }) => (right === undefined) !== (wrong === undefined), 'either `right:` or `wrong:` with a part of the picture')
  .transform(({ right, wrong, called, because }) => ({ right: right !== undefined, part: right ?? wrong ?? '', called, because }))
const lineNumber = z.int().min(1).optional()
const line = shape({ right: lineNumber, wrong: lineNumber, because: text })
  .refine(({ right, wrong }) => (right === undefined) !== (wrong === undefined), 'either `right:` or `wrong:` with the number of a line')
  .transform(({ right, wrong, because }) => ({ right: right !== undefined, line: right ?? wrong ?? 0, because }))
const range = shape({ from: z.number().optional(), to: z.number().optional(), because: text })

const kinds = {
  choice: shape({ ...base, kind: z.literal('choice'), options }),
  several: shape({ ...base, kind: z.literal('several'), options }),
  order: shape({ ...base, kind: z.literal('order'), items: z.record(letter, shape({ step: text, because: text })) }),
  match: shape({
    ...base,
    kind: z.literal('match'),
    targets: z.record(letter, text),
    sources: z.record(letter, shape({ text, goes: letter, because: text })),
  }),
  number: shape({
    ...base,
    kind: z.literal('number'),
    right: z.union([z.number(), z.tuple([z.number(), z.number()])], { error: 'a number, or [smallest, largest]' }),
    unit: text.optional(),
    feedback: z.array(range).min(1),
  }),
  text: shape({
    ...base,
    kind: z.literal('text'),
    right: z.union([words, z.array(words).min(1).max(5)], {
      error: `text of at most ${TEXT_CHARS} Latin characters, or a list of up to five`,
    }),
    exact: z.boolean().default(false),
    because: text,
    feedback: z.array(shape({ says: z.union([text, z.array(text)]).optional(), because: text })).min(1),
  }),
  hotspot: shape({
    ...base,
    kind: z.literal('hotspot'),
    picture: text,
    places: z.record(letter, place).refine((given) => Object.keys(given).length >= 2, 'two places or more'),
  }),
  line: shape({
    ...base,
    kind: z.literal('line'),
    code: z.string().trim().min(1),
    lines: z.record(letter, line).refine((given) => Object.keys(given).length >= 2, 'two lines or more'),
  }),
}
type Kinds = typeof kinds
export type QuestionText = { [K in keyof Kinds]: z.infer<Kinds[K]> }[keyof Kinds]

export interface PlacedQuestion {
  readonly question: QuestionText
  at(...path: readonly PropertyKey[]): At
  /** Of a hotspot that brings its own: what its picture shows. */
  readonly picture: ScreenText | null
}
export interface QuizText {
  /** 0 where there are only checks. */
  readonly draw: number
  /** How many the bank has, those included that could not be read. */
  readonly size: number
  readonly questions: readonly PlacedQuestion[]
  readonly checks: readonly PlacedQuestion[]
  readonly at: At
}

/** A module without a quiz may have checks: then `draw` and `questions` are left out, together. */
const quiz = shape({
  draw: z.int().min(1).default(0),
  questions: z.array(z.unknown()).default([]),
  checks: z.array(z.unknown()).default([]),
}).refine(({ draw, questions }) => draw > 0 === questions.length > 0, '`draw:` and `questions:`, or neither where there are only `checks:`')

export function readQuiz(file: string, source: string, diagnostics: Diagnostics): QuizText | null {
  const yaml = readYaml(file, protect(source), 0, diagnostics)
  const read = yaml && readShape(quiz, yaml, diagnostics)
  if (!yaml || !read) return null
  const all = (list: 'questions' | 'checks') =>
    read[list].flatMap((data, index) => {
      const question = readQuestion(yaml, data, [list, index], diagnostics)
      if (!question) return []
      const at = (...path: readonly PropertyKey[]) => yaml.at([list, index, ...path])
      const own = question.kind === 'hotspot' && !REFERENCE.test(question.picture)
      const picture = own ? readPicture(file, question.picture, at('picture'), diagnostics) : null
      return own && !picture ? [] : [{ question, at, picture }]
    })
  return { draw: read.draw, size: read.questions.length, questions: all('questions'), checks: all('checks'), at: yaml.at(['draw']) }
}

const kindOf = z.looseObject({ kind: z.string() })
const isKind = (kind: string): kind is keyof Kinds => Object.hasOwn(kinds, kind)

function readQuestion(yaml: YamlText, data: unknown, path: readonly PropertyKey[], diagnostics: Diagnostics): QuestionText | null {
  const kind = readShape(kindOf, yaml, diagnostics, data, path)?.kind
  if (kind === undefined) return null
  if (isKind(kind)) return readShape<QuestionText>(kinds[kind], yaml, diagnostics, data, path)
  readShape(z.object({ kind: z.enum(Object.keys(kinds)) }), yaml, diagnostics, data, path)
  return null
}
