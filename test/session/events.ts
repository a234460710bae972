/** One event of every kind, and an answer to every kind of question. */
import { correctPattern, grade } from '../../src/model/grade'
import type { LearningEvent } from '../../src/model/event'
import type { Question, Response } from '../../src/model/quiz'
import { rightAnswer, wrongAnswer } from '../model/learn'

export const visited = (screen = 's-1', progress = 1 / 3): LearningEvent => ({ kind: 'visited', screen, for: 42_000, progress })

export const answered = (question: Question, right = true, attempt = 1, quiz = 'media-flows'): LearningEvent => {
  const response = right ? rightAnswer(question) : wrongAnswer(question)
  return {
    kind: 'answered',
    quiz,
    question: question.id,
    version: question.version,
    attempt,
    order: 'dbca',
    asked: question.plain,
    response,
    grade: grade(question, response),
    correct: correctPattern(question),
    took: 12_345,
  }
}
export const predicted = (
  response: Response | null = { kind: 'choice', option: 'b' },
  right = true,
  prediction = 'p-0',
): LearningEvent => ({
  kind: 'predicted',
  prediction,
  response,
  right,
  took: response ? 6_500 : 0,
})
export const achieved = (goal = 'two-relayed'): LearningEvent => ({ kind: 'achieved', goal, took: 90_000 })
export const scored = (score: number, attempt = 1): LearningEvent => ({ kind: 'scored', quiz: 'media-flows', attempt, score })
export const outcome = (passed: boolean | null, score: number | null = 1, complete = true, unit = 'm04'): LearningEvent => ({
  kind: 'outcome',
  unit,
  complete,
  passed,
  score,
})
