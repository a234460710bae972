/** What every browser that plays module 4 does, and what the LMS must then hold. */
import type { Given } from './interactions'
import type { Learner } from './learner'

/** The two standards' names for the same. */
export const names = {
  scorm12: { status: 'cmi.core.lesson_status', raw: 'cmi.core.score.raw', time: 'cmi.core.total_time', place: 'cmi.core.lesson_location' },
  scorm2004: { status: 'cmi.success_status', raw: 'cmi.score.raw', time: 'cmi.total_time', place: 'cmi.location' },
} as const

/** On through every screen, to before the quiz. */
export async function toTheQuiz(learner: Learner): Promise<void> {
  await learner.press('Enter')
  await learner.stepUntil((sight) => sight.screen === '')
  await learner.frame.waitForSelector('.quiz-intro')
}

/** One attempt from its first question to its result: the first `right` are answered rightly. */
export async function takeQuiz(learner: Learner, attempt: number, right: number): Promise<readonly Given[]> {
  const given: Given[] = []
  await learner.press('Enter')
  for (let n = 0; n < (learner.module.quiz?.draw ?? 0); n++) {
    given.push({ ...(await learner.answer(await learner.question(), n < right)), attempt })
  }
  await learner.frame.waitForSelector('.result')
  return given
}

/** The record of a passed module, at the least. */
export const passed = (modern: boolean): Readonly<Record<string, string>> =>
  modern
    ? { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.max': '100' }
    : { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.min': '0', 'cmi.core.score.max': '100' }

export const saidLast = (calls: readonly { readonly method: string; readonly element: string; readonly value: string }[]) =>
  Object.fromEntries(calls.filter((call) => call.method.endsWith('SetValue')).map(({ element, value }) => [element, value]))
