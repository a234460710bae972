/** The quiz of a module: intro, one question after another, the result. Drawing, shuffling and grading are the model's (src/model). */
import { batch, computed, signal } from '@preact/signals'
import { shuffleOptions } from '../../model/draw'
import { grade } from '../../model/grade'
import { attemptScore, isPassed } from '../../model/progress'
import type { Question } from '../../model/quiz'
import type { OptionId } from '../../model/units'
import { createAnswering } from './answering'
import type { PlayerClock } from './clock'
import type { Learning } from './learning'

export type QuizPage = 'intro' | 'question' | 'result'
export type QuizModel = ReturnType<typeof createQuizModel>

export function createQuizModel(learning: Learning, clock: PlayerClock) {
  const bank = learning.module.quiz?.questions ?? []
  const page = signal<QuizPage>('intro')
  const index = signal(0)
  let shownAt = clock.now()

  const state = computed(() => learning.mine.value.quiz)
  const questions = computed(() => state.value.drawn.flatMap((id) => bank.find((q) => q.id === id) ?? []))
  const question = computed((): Question | undefined => questions.value[index.value])
  const response = computed(() => (question.value ? state.value.answers[question.value.id] : undefined))
  const shown = computed((): readonly OptionId[] => (question.value ? shuffleOptions(question.value, state.value.seed) : []))
  const answering = createAnswering({
    question,
    response,
    shown,
    answered: (now, given) => learning.answer(now, given, clock.now() - shownAt),
  })
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
      answering.begin()
    })
    shownAt = clock.now()
  }

  return {
    ...answering,
    page,
    index,
    state,
    questions,
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
    next(): void {
      if (index.value + 1 < questions.value.length) show(index.value + 1)
      else finish()
    },
    /** Enter: answers, and when answered goes on. */
    goOn(): void {
      if (page.value === 'intro') this.start()
      else if (page.value === 'question') (response.value ? this.next : this.answer)()
    },
    digit: (n: number): void => void (page.value === 'question' && answering.digit(n)),
  }

  function finish(): void {
    learning.finishAttempt()
    page.value = 'result'
  }
}
