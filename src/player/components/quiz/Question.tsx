import { useEffect, useRef } from 'preact/hooks'
import type { Question as Asked } from '../../../model/quiz'
import { usePlayer } from '../context'
import { Markup } from '../Markup'
import { ChoiceOptions } from './ChoiceOptions'
import { FeedbackLines } from './FeedbackLines'
import { MatchOptions } from './MatchOptions'
import { NumberInput } from './NumberInput'
import { OrderOptions } from './OrderOptions'
import { Teach } from './Teach'

/** One question, and after it is answered its feedback and the screen that teaches it. */
export function Question({ question }: { readonly question: Asked }) {
  const { player, t } = usePlayer()
  const { quiz } = player
  const heading = useRef<HTMLHeadingElement>(null)
  const feedback = quiz.feedback.value
  useEffect(() => heading.current?.focus({ preventScroll: true }), [question])
  // What had focus is gone with the options; the button to go on is what comes next.
  useEffect(() => {
    if (feedback) heading.current?.ownerDocument.getElementById('quiz-go')?.focus({ preventScroll: true })
  }, [feedback])
  const told = feedback ? (feedback.right ? t.answeredRight : t.answeredWrong) : ''
  return (
    <div class={`question${feedback ? ' answered' : ''}`} data-kind={question.kind}>
      <section class="q" aria-labelledby="q-prompt">
        <h2 id="q-prompt" tabIndex={-1} ref={heading}>
          <Markup html={question.prompt} />
        </h2>
        {question.figure && (
          <div class="figure" role="group" aria-label={t.evidence} tabIndex={0}>
            <Markup as="div" html={question.figure} />
          </div>
        )}
        {feedback ? <FeedbackLines question={question} feedback={feedback} /> : <Options question={question} />}
        <p class="missing" role="alert">
          {quiz.incomplete.value && t.incomplete[question.kind]}
        </p>
        <p class="sr" aria-live="polite">
          {told}
        </p>
      </section>
      {feedback && <Teach question={question} />}
    </div>
  )
}

function Options({ question }: { readonly question: Asked }) {
  switch (question.kind) {
    case 'choice':
    case 'several':
      return <ChoiceOptions question={question} />
    case 'order':
      return <OrderOptions question={question} />
    case 'match':
      return <MatchOptions question={question} />
    case 'number':
      return <NumberInput question={question} />
  }
}
