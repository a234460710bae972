/** `quiz.yaml` → the quiz the player asks. */
import type { Area, Option, Question, Quiz } from '../../../src/model/quiz'
import type { PlacedQuestion, QuestionText, QuizText } from '../1-read/read-quiz'
import type { ScreenText } from '../1-read/screenplay'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { At } from '../tree'
import { fill } from '../1-read/placeholders'
import type { Html } from '../../../src/model/units'
import { badQuestion, bankTooSmall, noSuchLine, teachesUnknown } from './messages'
import { captionOf, readerOf } from './to-html'

export interface QuizContext {
  readonly module: string
  readonly screens: readonly ScreenText[]
  readonly values: ReadonlyMap<string, string>
  readonly diagnostics: Diagnostics
  slot(sort: 'questions' | 'predictions', id: string, at: At): number
}

export function linkQuiz(text: QuizText, context: QuizContext): Quiz {
  const { draw, size, questions, at } = text
  if (size < 2 * draw) context.diagnostics.add(bankTooSmall(at, size, draw))
  return { id: context.module, draw, questions: questions.map((placed) => linkQuestion(placed, 'questions', context)) }
}

/** The inline checks by id. They are remembered like predictions, so they have the slots of such. */
export const linkChecks = (text: QuizText, asked: ReadonlySet<string>, context: QuizContext): ReadonlyMap<string, Question> =>
  new Map(
    text.checks
      .filter(({ question }) => asked.has(question.id))
      .map((placed) => [placed.question.id, linkQuestion(placed, 'predictions', context)]),
  )

/** Filled in when the picture is drawn. */
const NOWHERE: Area = [0, 0, 0, 0]
const NO_SCENE = { width: 1, height: 1, length: 0, nodes: [], tracks: [] }

function linkQuestion(placed: PlacedQuestion, sort: 'questions' | 'predictions', context: QuizContext): Question {
  const { question: text, at } = placed
  const { values } = context
  const prompt = captionOf(text.asks, values)
  const base = {
    id: text.id,
    slot: context.slot(sort, text.id, at('id')),
    version: text.version,
    prompt: prompt.html,
    plain: shortened(prompt.plain),
    figure: text.figure === undefined ? null : readerOf(text.figure, values),
    teaches: linkTeaches(placed, context),
  }
  const options = <T>(given: { readonly [id: string]: T }, say: (one: T) => string, because: (one: T) => string): readonly Option[] =>
    Object.entries(given).map(([id, one]) => ({
      id,
      html: captionOf(say(one), values).html,
      feedback: captionOf(because(one), values).html,
    }))
  checkKeys(placed, context.diagnostics)
  switch (text.kind) {
    case 'choice': {
      const [right = ''] = rightOf(text.options)
      return { ...base, kind: 'choice', options: options(text.options, (o) => o.text, (o) => o.because), right } // prettier-ignore
    }
    case 'several':
      return { ...base, kind: 'several', options: options(text.options, (o) => o.text, (o) => o.because), right: rightOf(text.options) } // prettier-ignore
    case 'order':
      return { ...base, kind: 'order', items: options(text.items, (o) => o.step, (o) => o.because) } // prettier-ignore
    case 'match':
      return {
        ...base,
        kind: 'match',
        sources: options(text.sources, (o) => o.text, (o) => o.because),
        targets: Object.entries(text.targets).map(([id, says]) => ({ id, html: captionOf(says, values).html })),
        right: Object.entries(text.sources).map(([id, { goes }]) => [id, goes] as const),
      } // prettier-ignore
    case 'number': {
      const [min, max] = typeof text.right === 'number' ? [text.right, text.right] : text.right
      const feedback = text.feedback.map(({ from, to, because }) => ({
        ...(from !== undefined && { min: from }),
        ...(to !== undefined && { max: to }),
        html: captionOf(because, values).html,
      }))
      return { ...base, kind: 'number', min, max, unit: text.unit === undefined ? '' : captionOf(text.unit, values).plain, feedback }
    }
    case 'text': {
      const accept = [text.right].flat().map((one) => fill(one, values))
      const feedback = text.feedback.map(({ says, because }) => ({
        ...(says !== undefined && { says: [says].flat().map((one) => fill(one, values)) }),
        html: captionOf(because, values).html,
      }))
      const right = { says: accept, html: captionOf(text.because, values).html }
      return { ...base, kind: 'text', accept, exact: text.exact, feedback: [right, ...feedback] }
    }
    case 'hotspot': {
      const [screen = '', beat = '1'] = text.picture.split('/')
      const picture = placed.picture ? { wide: NO_SCENE, tall: NO_SCENE, description: '' } : { screen, beat: Number(beat) - 1 }
      const places = options(
        text.places,
        (o) => o.called ?? '',
        (o) => o.because,
      ).map((o) => ({ ...o, wide: NOWHERE, tall: NOWHERE }))
      const [right = ''] = rightOf(text.places)
      return { ...base, kind: 'hotspot', picture, options: places, right }
    }
    case 'line': {
      const code = fill(text.code, values).split('\n').map(codeHtml)
      const given = Object.entries(text.lines).sort(([, a], [, b]) => a.line - b.line)
      const lines = given.map(([id, { line, because }]) => ({
        id,
        line: line - 1,
        html: code[line - 1] ?? '',
        feedback: captionOf(because, values).html,
      }))
      const [right = ''] = rightOf(text.lines)
      return { ...base, kind: 'line', code, options: lines, right }
    }
  }
}

/** A line of code as it stands, its indentation kept by the style sheet. */
const codeHtml = (line: string): Html => `<code>${line.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</code>`

type Keyed = { readonly [id: string]: { readonly right: boolean } }
const rightOf = (options: Keyed): readonly string[] => Object.keys(options).filter((id) => options[id]?.right)

/** SCORM 2004 keeps 250 characters of a description. */
const shortened = (plain: string): string => (plain.length > 250 ? `${plain.slice(0, 249).trimEnd()}…` : plain)

/** What a schema cannot say: how many are right, and that every answer finds its target and its feedback. */
function checkKeys({ question, at }: PlacedQuestion, diagnostics: Diagnostics): void {
  const wrong = (place: At, found: string, expected: string, cure: string) => diagnostics.add(badQuestion(place, found, expected, cure))
  if (question.kind === 'choice' || question.kind === 'several') {
    const right = rightOf(question.options).length
    const all = Object.keys(question.options).length
    if (question.kind === 'choice' && right !== 1)
      wrong(at('options'), `${right} right options`, 'exactly one in a choice', 'mark one `right:`, or make it `several`')
    if (question.kind === 'several' && (right === 0 || right === all))
      wrong(at('options'), `${right} of ${all} options right`, 'at least one right and one wrong', 'add the one that is missing')
  }
  if (question.kind === 'order' && Object.keys(question.items).length < 3)
    wrong(at('items'), `${Object.keys(question.items).length} items`, 'three or more to put in order', 'add a step, or ask a choice')
  if (question.kind === 'hotspot' && rightOf(question.places).length !== 1)
    wrong(at('places'), `${rightOf(question.places).length} right places`, 'exactly one', 'mark one `right:`')
  if (question.kind === 'text' && (question.feedback.at(-1)?.says !== undefined || question.feedback.slice(0, -1).some((f) => !f.says)))
    wrong(
      at('feedback'),
      'feedback that does not end with one for everything else',
      'one without `says:`, the last',
      'add `- { because: … }` at the end',
    )
  if (question.kind === 'line') checkLines(question, at, diagnostics, wrong)
  if (question.kind === 'match') checkMatch(question, at, wrong)
  if (question.kind === 'number') checkNumber(question, at, wrong)
}

type Wrong = (place: At, found: string, expected: string, cure: string) => void
type Of<K extends QuestionText['kind']> = Extract<QuestionText, { kind: K }>

function checkLines({ code, lines }: Of<'line'>, at: PlacedQuestion['at'], diagnostics: Diagnostics, wrong: Wrong): void {
  const right = rightOf(lines).length
  if (right !== 1) wrong(at('lines'), `${right} right lines`, 'exactly one', 'mark one `right:`')
  const written = code.split('\n')
  for (const [id, { line }] of Object.entries(lines)) {
    const twice = Object.entries(lines).some(([other, o]) => other < id && o.line === line)
    if (twice || !written[line - 1]?.trim()) diagnostics.add(noSuchLine(at('lines', id), line, written.length, twice))
  }
}

function checkMatch({ sources, targets }: Of<'match'>, at: PlacedQuestion['at'], wrong: Wrong): void {
  const known = Object.keys(targets)
  for (const [id, { goes }] of Object.entries(sources)) {
    if (!known.includes(goes))
      wrong(at('sources', id, 'goes'), `goes: ${goes}`, `one of ${known.join(', ')}`, 'name a target of this question')
  }
  if (Object.keys(sources).length < 2 || known.length < 2)
    wrong(at('sources'), 'too little to match', 'two sources and two targets, or more', 'add some')
}

function checkNumber({ right, feedback }: Of<'number'>, at: PlacedQuestion['at'], wrong: Wrong): void {
  if (typeof right !== 'number' && right[0] > right[1])
    wrong(at('right'), `[${right.join(', ')}]`, '[smallest, largest]', 'turn them round')
  const last = feedback.at(-1)
  if (last?.from !== undefined || last?.to !== undefined)
    wrong(
      at('feedback', feedback.length - 1),
      'a range on the last feedback',
      'none: it answers everything else',
      'add `- { because: … }` at the end',
    )
}

function linkTeaches({ question, at }: PlacedQuestion, { screens, diagnostics }: QuizContext): Question['teaches'] {
  const [id = '', beat = '1'] = question.teaches.split('/')
  const screen = screens.find((one) => one.id === id)
  if (!screen) {
    const ids = screens.map((one) => one.id)
    diagnostics.add(teachesUnknown(at('teaches'), `teaches: ${question.teaches}`, 'a screen of this module', nearest(id, ids)))
  } else if (Number(beat) > Math.max(screen.beats.length, 1)) {
    diagnostics.add(teachesUnknown(at('teaches'), `teaches: ${question.teaches}`, `a beat from 1 to ${screen.beats.length}`, []))
  }
  return { screen: id, beat: Number(beat) - 1 }
}
