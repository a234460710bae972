/** What a quiz owes the course: checks that somebody asks, and answers that fit into what an LMS keeps. */
import type { QuizText } from '../1-read/read-quiz'
import type { ScreenText } from '../1-read/screenplay'
import type { Diagnostics } from '../diagnostic'
import { checkNeverAsked, manyTexts } from './messages'

/** Two typed answers a module at the most, or the suspend data of the programme outgrow their budget (test/model/suspend.test.ts). */
const TEXTS = 2

export function checkQuiz({ questions, checks }: QuizText, screens: readonly ScreenText[], diagnostics: Diagnostics): void {
  const asked = new Set(screens.flatMap(({ beats }) => beats.flatMap(({ ask }) => (ask?.kind === 'check' ? [ask.id] : []))))
  for (const { question, at } of checks) if (!asked.has(question.id)) diagnostics.add(checkNeverAsked(at('id'), question.id))
  const texts = questions.filter(({ question }) => question.kind === 'text')
  const over = texts[TEXTS]
  if (over) diagnostics.add(manyTexts(over.at('kind'), texts.length, TEXTS))
}
