/** Chance that can be stored: the same seed draws the same questions and shows the same order, in this session and the next. */
import type { QuizMap } from './course-map'
import type { Question } from './quiz'
import type { OptionId, QuestionId } from './units'

/** mulberry32: 32 bits of state, so a seed costs 32 bits of suspend data. */
export const prng = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Fisher–Yates over a copy. */
export const shuffled = <T>(items: readonly T[], random: () => number): readonly T[] => {
  const out = [...items]
  for (let i = out.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = out[i] as T
    out[i] = out[j] as T
    out[j] = held
  }
  return out
}

/**
 * The questions of one attempt, at most `quiz.draw` of them: unused ones first, then used ones (design §6), then shuffled,
 * so that where a question stands does not tell whether it is new.
 */
export const drawQuestions = (quiz: QuizMap, seed: number, used: ReadonlySet<QuestionId> = new Set()): readonly QuestionId[] => {
  const random = prng(seed)
  const ids = shuffled(
    quiz.questions.map((q) => q.id),
    random,
  )
  const fresh = ids.filter((id) => !used.has(id))
  const rest = ids.filter((id) => used.has(id))
  return shuffled([...fresh, ...rest].slice(0, quiz.draw), random)
}

/**
 * The order in which options are shown: options of a choice, items to be ordered, targets of a match (its sources stay as written);
 * none for a number or a text. Places and lines keep their order, which the picture or the code gives. Depends on the attempt's seed and the question's slot only, so a resumed attempt looks as it was left.
 */
export const shuffleOptions = (question: Question, seed: number): readonly OptionId[] => {
  const random = prng(seed ^ Math.imul(question.slot + 1, 0x9e3779b1))
  switch (question.kind) {
    case 'number':
    case 'text':
      return []
    case 'hotspot':
    case 'line':
      return question.options.map((o) => o.id)
    case 'match':
      return ids(question.targets, random)
    case 'order': {
      const shown = ids(question.items, random)
      // Shown in the right order, nothing would be left to do.
      return shown.every((id, i) => id === question.items[i]?.id) ? [...shown.slice(1), ...shown.slice(0, 1)] : shown
    }
    default:
      return ids(question.options, random)
  }
}

const ids = (options: readonly { readonly id: OptionId }[], random: () => number): readonly OptionId[] =>
  shuffled(
    options.map((o) => o.id),
    random,
  )
