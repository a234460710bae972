/** A learner who does things in order, for tests that need progress somewhere in the middle. */
import type { Module } from '../../src/model/course'
import { correctPattern } from '../../src/model/grade'
import { answer, enter, enterQuiz, finishAttempt, predict, readAll, startAttempt, type Progress } from '../../src/model/progress'
import type { Question, Response } from '../../src/model/quiz'

export const rightAnswer = (question: Question): Response => {
  const right = correctPattern(question)
  if (right.kind === 'number') return { kind: 'number', value: right.min }
  return right.kind === 'text' ? { kind: 'text', text: right.accept[0] ?? '' } : right
}
export const wrongAnswer = (question: Question): Response => {
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return { kind: 'choice', option: 'd' }
    case 'several':
      return { kind: 'several', options: ['a', 'b', 'e'] }
    case 'order':
      return { kind: 'order', items: [...question.items].reverse().map((i) => i.id) }
    case 'match':
      return { kind: 'match', pairs: question.sources.map((s) => [s.id, '1'] as const) }
    case 'number':
      return { kind: 'number', value: -1464.25 }
    case 'text':
      return { kind: 'text', text: 'createOffer(), as ever in a call' }
  }
}

export type Deed =
  | { readonly do: 'enter'; readonly screen: number; readonly beat: number }
  | { readonly do: 'read'; readonly screen: number }
  | { readonly do: 'predict'; readonly screen: number; readonly as: 'right' | 'wrong' | 'skipped' }
  | { readonly do: 'quiz' }
  | { readonly do: 'start'; readonly seed: number }
  | { readonly do: 'answer'; readonly nth: number; readonly right: boolean }
  | { readonly do: 'finish' }

/** Numbers are taken modulo what the module has, so any deed fits any module. */
export const live = (progress: Progress, module: Module, deeds: readonly Deed[]): Progress =>
  deeds.reduce((now, deed) => {
    const screen = 'screen' in deed ? module.screens[deed.screen % module.screens.length] : undefined
    const drawn = now.modules[module.id]?.quiz.drawn ?? []
    switch (deed.do) {
      case 'enter':
        return screen ? enter(now, module, screen, deed.beat % screen.beats.length) : now
      case 'read':
        return screen ? readAll(now, module, screen) : now
      case 'predict': {
        const ask = screen?.beats.find((b) => b.ask)?.ask
        return ask ? predict(now, module, ask.id, deed.as) : now
      }
      case 'quiz':
        return enterQuiz(now, module)
      case 'start':
        return startAttempt(now, module, deed.seed)
      case 'answer': {
        const question = module.quiz?.questions.find((q) => q.id === drawn[deed.nth % drawn.length])
        return question ? answer(now, module, question.id, deed.right ? rightAnswer(question) : wrongAnswer(question)) : now
      }
      case 'finish':
        return finishAttempt(now, module)
    }
  }, progress)
