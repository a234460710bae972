/** One question being answered: the draft, the keys, what is missing. The quiz and an inline check are asked with the same. */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Question, Response } from '../../model/quiz'
import type { OptionId } from '../../model/units'
import { emptyDraft, move, pick, responseOf, type Draft } from './draft'
import { feedbackOf } from './feedback'

export interface Asked {
  readonly question: ReadonlySignal<Question | undefined>
  /** Undefined until it is answered. */
  readonly response: ReadonlySignal<Response | undefined>
  /** The options in the order they are met. */
  readonly shown: ReadonlySignal<readonly OptionId[]>
  readonly answered: (question: Question, response: Response) => void
}

export type Answering = ReturnType<typeof createAnswering>

export function createAnswering({ question, response, shown, answered }: Asked) {
  const draft = signal<Draft>({ picked: [], pairs: {}, typed: '' })
  /** In an order or a match: the row a digit took up, from 0; where one types, 0 for the field. */
  const grabbed = signal<number | null>(null)
  /** The learner pressed Answer, and something is missing. */
  const incomplete = signal(false)
  const feedback = computed(() => (question.value && response.value ? feedbackOf(question.value, response.value, shown.value) : null))
  const change = (to: Draft): void =>
    batch(() => {
      draft.value = to
      incomplete.value = false
    })

  return {
    draft,
    grabbed,
    incomplete,
    question,
    response,
    shown,
    feedback,
    /** Another question, nothing picked. */
    begin(): void {
      grabbed.value = null
      incomplete.value = false
      const now = question.peek()
      if (now) draft.value = emptyDraft(now, shown.peek())
    },
    answer(): void {
      const now = question.value
      if (!now || response.value) return
      const given = responseOf(now, draft.value)
      if (given) answered(now, given)
      else incomplete.value = true
    },
    pick: (id: OptionId): void => void (question.value && !response.value && change(pick(question.value, draft.value, id))),
    pair: (source: OptionId, target: OptionId): void => change({ ...draft.value, pairs: { ...draft.value.pairs, [source]: target } }),
    type: (typed: string): void => change({ ...draft.value, typed }),
    move(from: number, to: number): void {
      change(move(draft.value, from, to))
      grabbed.value = null
    },
    /** A digit: picks an option; takes up an item and then its place; goes to a source; begins what is typed. */
    digit(n: number): void {
      const now = question.value
      if (!now || response.value) return
      if (now.kind === 'number' || now.kind === 'text') {
        this.type(draft.value.typed + n)
        grabbed.value = 0
      } else if (now.kind === 'order') {
        if (n > now.items.length) return
        if (grabbed.value === null) grabbed.value = n - 1
        else this.move(grabbed.value, n - 1)
      } else if (now.kind === 'match') grabbed.value = n <= now.sources.length ? n - 1 : grabbed.value
      else if (shown.value[n - 1] !== undefined) this.pick(shown.value[n - 1]!)
    },
  }
}
