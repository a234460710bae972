/** What an answered question shows: a line for each option, what it was worth, and why. Pure; the page only lays it out. */
import { grade } from '../../model/grade'
import { normalText } from '../../model/text'
import type { Option, Question, Response } from '../../model/quiz'
import type { Html, OptionId } from '../../model/units'

/** `missed` would have been right and was not chosen; `off` was rightly left alone. */
export type Verdict = 'right' | 'wrong' | 'missed' | 'off'

export interface Line {
  /** The key it had, from 1; 0 for lines that had none. */
  readonly key: number
  readonly html: Html
  readonly verdict: Verdict
  readonly feedback: Html | null
  /** In an order, the place it was given, from 1. */
  readonly place?: number
  /** In a match, the target it was given and the one it belongs to. */
  readonly given?: Html
  readonly belongs?: Html
}

export interface Feedback {
  readonly right: boolean
  readonly lines: readonly Line[]
  /** For a number or a text: what answers it. */
  readonly note: Html | null
}

/** `shown` is the order in which the options were met (model/draw.ts). */
export function feedbackOf(question: Question, response: Response, shown: readonly OptionId[]): Feedback {
  const right = grade(question, response) === 1
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'several': {
      const rightOnes = question.kind === 'several' ? question.right : [question.right]
      return { right, note: null, lines: optionLines(question.options, shown, rightOnes, chosenIn(response)) }
    }
    case 'line': {
      const told = optionLines(question.options, shown, [question.right], chosenIn(response))
      // The code stays whole: what was no option stands between, without a key.
      const lines = question.code.map((html, i): Line => {
        const at = question.options.findIndex(({ line }) => line === i)
        return told[at] ?? { key: 0, html, verdict: 'off', feedback: null }
      })
      return { right, note: null, lines }
    }
    case 'order': {
      const given = response.kind === 'order' ? response.items : []
      const lines = question.items.map((item, i): Line => {
        const place = given.indexOf(item.id) + 1
        const fits = place === i + 1
        return { key: i + 1, html: item.html, verdict: fits ? 'right' : 'wrong', feedback: fits ? null : item.feedback, place }
      })
      return { right, note: null, lines }
    }
    case 'match': {
      const given = new Map(response.kind === 'match' ? response.pairs : [])
      const target = (id: OptionId | undefined): Html => question.targets.find((t) => t.id === id)?.html ?? ''
      const lines = question.sources.map((source, i): Line => {
        const belongs = question.right.find(([from]) => from === source.id)?.[1]
        const fits = given.get(source.id) === belongs
        return {
          key: i + 1,
          html: source.html,
          verdict: fits ? 'right' : 'wrong',
          feedback: source.feedback,
          given: target(given.get(source.id)),
          belongs: target(belongs),
        }
      })
      return { right, note: null, lines }
    }
    case 'number': {
      const value = response.kind === 'number' ? response.value : Number.NaN
      const said = question.feedback.find(({ min = -Infinity, max = Infinity }) => value >= min && value <= max)
      return { right, note: (said ?? question.feedback.at(-1))?.html ?? null, lines: [] }
    }
    case 'text': {
      const normal = (text: string): string => normalText(text, question.exact)
      const typed = response.kind === 'text' ? normal(response.text) : ''
      const said = question.feedback.find(({ says }) => says?.some((one) => normal(one) === typed))
      return { right, note: (said ?? question.feedback.at(-1))?.html ?? null, lines: [] }
    }
  }
}

const chosenIn = (response: Response): readonly OptionId[] =>
  response.kind === 'choice' ? [response.option] : response.kind === 'several' ? response.options : []

/** Feedback stands under what was chosen and under what is right; the others go quiet. */
function optionLines(
  options: readonly Option[],
  shown: readonly OptionId[],
  right: readonly OptionId[],
  chosen: readonly OptionId[],
): readonly Line[] {
  return shown.flatMap((id, i) => {
    const option = options.find((o) => o.id === id)
    if (!option) return []
    const verdict = right.includes(id) ? (chosen.includes(id) ? 'right' : 'missed') : chosen.includes(id) ? 'wrong' : 'off'
    return [{ key: i + 1, html: option.html, verdict, feedback: verdict === 'off' ? null : option.feedback }]
  })
}
