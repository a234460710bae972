/** Grading: all or nothing, of equal weight (design §6). */
import type { QuestionMap } from './course-map'
import type { Pattern, Response } from './quiz'
import { normalText } from './text'

/** 1 where the response is exactly right, else 0. A response of another kind is wrong, never an error. */
export const grade = (question: QuestionMap, response: Response): 0 | 1 => (isRight(question, response) ? 1 : 0)

/** What would have been right, in the shape of a response; a number has a range, a text all that is accepted. */
export const correctPattern = (question: QuestionMap): Pattern => {
  switch (question.kind) {
    case 'choice':
    case 'hotspot':
    case 'line':
      return { kind: 'choice', option: question.right }
    case 'several':
      return { kind: 'several', options: question.right }
    case 'order':
      return { kind: 'order', items: question.items.map((item) => item.id) }
    case 'match':
      return { kind: 'match', pairs: question.right }
    case 'number':
      return { kind: 'number', min: question.min, max: question.max }
    case 'text':
      return { kind: 'text', accept: question.accept, exact: question.exact }
  }
}

const isRight = (question: QuestionMap, response: Response): boolean => {
  const right = correctPattern(question)
  if (right.kind === 'number') return response.kind === 'number' && response.value >= right.min && response.value <= right.max
  if (right.kind === 'text')
    return response.kind === 'text' && right.accept.some((one) => normalText(one, right.exact) === normalText(response.text, right.exact))
  if (response.kind === 'choice') return right.kind === 'choice' && right.option === response.option
  if (response.kind === 'several') return right.kind === 'several' && sameSet(right.options, response.options)
  if (response.kind === 'order') return right.kind === 'order' && right.items.join() === response.items.join()
  return response.kind === 'match' && right.kind === 'match' && sameSet(right.pairs.map(String), response.pairs.map(String))
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => {
  const set = new Set(b)
  return a.length === b.length && set.size === b.length && a.every((id) => set.has(id))
}
