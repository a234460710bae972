/** The quiz of a module: intro, one question after another, the result. Drawing, shuffling and grading are the model's (src/model). */
import { batch, computed, signal } from '@preact/signals'
import { shuffleOptions } from '../../model/draw'
import { grade } from '../../model/grade'
import { attemptScore, isPassed } from '../../model/progress'
import type { Question } from '../../model/quiz'
import type { OptionId } from '../../model/units'
import type { PlayerClock } from './clock'
import { emptyDraft, move, pick, responseOf, type Draft } from './draft'
import { feedbackOf } from './feedback'
import type { Learning } from './learning'

export type QuizPage = 'intro' | 'question' | 'result'
export type QuizModel = ReturnType<typeof createQuizModel>

export function createQuizModel(learning: Learning, clock: PlayerClock) {
  const bank = learning.module.quiz?.questions ?? []
  const page = signal<QuizPage>('intro')
  const index = signal(0)
  const draft = signal<Draft>({ picked: [], pairs: {}, typed: '' })
  /** In an order or a match: the row a digit took up, from 0; in a number, 0 for its field. */
  const grabbed = signal<number | null>(null)
  /** The learner pressed Answer, and something is missing. */
  const incomplete = signal(false)
  let shownAt = clock.now()

  const state = computed(() => learning.mine.value.quiz)
  const questions = computed(() => state.value.drawn.flatMap((id) => bank.find((q) => q.id === id) ?? []))
  const question = computed((): Question | undefined => questions.value[index.value])
  const response = computed(() => (question.value ? state.value.answers[question.value.id] : undefined))
  const shown = computed((): readonly OptionId[] => (question.value ? shuffleOptions(question.value, state.value.seed) : []))
  const feedback = computed(() => (question.value && response.value ? feedbackOf(question.value, response.value, shown.value) : null))
  const marks = computed(() =>
    questions.value.map((q) => {
      const given = state.value.answers[q.id]
      return given ? (grade(q, given) ? 'right' : 'wrong') : 'open'
    }),
  )
  const score = computed(() => attemptScore(learning.module, learning.mine.value))
  const passed = computed(() => isPassed(learning.mine.value, learning.passing))
  const left = computed(() => (learning.settings.attempts === null ? null : learning.settings.attempts - state.value.attempt))
  const canTry = computed(() => state.value.open || left.value === null || left.value > 0)

  function show(at: number): void {
    batch(() => {
      index.value = at
      page.value = 'question'
      grabbed.value = null
      incomplete.value = false
      if (question.value) draft.value = emptyDraft(question.value, shown.value)
    })
    shownAt = clock.now()
  }
  const change = (to: Draft): void =>
    batch(() => {
      draft.value = to
      incomplete.value = false
    })

  return {
    page,
    index,
    draft,
    grabbed,
    incomplete,
    state,
    questions,
    question,
    response,
    shown,
    feedback,
    marks,
    score,
    passed,
    left,
    canTry,
    /** Begins an attempt, or goes on with the open one where it was left. */
    start(): void {
      if (!canTry.value) return
      if (!state.value.open) learning.startAttempt()
      const next = questions.value.findIndex((q) => !state.value.answers[q.id])
      if (next < 0) finish()
      else show(next)
    },
    answer(): void {
      const now = question.value
      if (!now || response.value) return
      const given = responseOf(now, draft.value)
      if (given) learning.answer(now, given, clock.now() - shownAt)
      else incomplete.value = true
    },
    next(): void {
      if (index.value + 1 < questions.value.length) show(index.value + 1)
      else finish()
    },
    /** Enter: answers, and when answered goes on. */
    goOn(): void {
      if (page.value === 'intro') this.start()
      else if (page.value === 'question') (response.value ? this.next : this.answer)()
    },
    pick: (id: OptionId): void => void (question.value && !response.value && change(pick(question.value, draft.value, id))),
    pair: (source: OptionId, target: OptionId): void => change({ ...draft.value, pairs: { ...draft.value.pairs, [source]: target } }),
    type: (typed: string): void => change({ ...draft.value, typed }),
    move(from: number, to: number): void {
      change(move(draft.value, from, to))
      grabbed.value = null
    },
    /** A digit: picks an option; takes up an item and then its place; goes to a source; begins a number. */
    digit(n: number): void {
      const now = question.value
      if (!now || response.value || page.value !== 'question') return
      if (now.kind === 'number') {
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

  function finish(): void {
    learning.finishAttempt()
    page.value = 'result'
  }
}
