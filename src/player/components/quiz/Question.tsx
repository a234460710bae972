import { useLayoutEffect, useRef } from 'preact/hooks'
import type { Question as Asked } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'
import { Markup } from '../Markup'
import { ChoiceOptions } from './ChoiceOptions'
import { FeedbackLines } from './FeedbackLines'
import { HotspotPicture } from './HotspotPicture'
import { LineOptions } from './LineOptions'
import { MatchOptions } from './MatchOptions'
import { OrderOptions } from './OrderOptions'
import { Teach } from './Teach'
import { TypedInput } from './TypedInput'

/** One question of the quiz, and after it is answered its feedback and the screen that teaches it. */
export function Question({ question }: { readonly question: Asked }) {
  const { quiz } = usePlayer().player
  const answered = quiz.feedback.value !== null
  return (
    <div class={`question${answered ? ' answered' : ''}`} data-kind={question.kind}>
      <QuestionBody question={question} quiz={quiz} submit={() => quiz.goOn()} />
      {answered && <Teach question={question} />}
    </div>
  )
}

interface BodyProps {
  readonly question: Asked
  readonly quiz: Answering
  readonly submit: () => void
}

/** What is asked, its evidence, and the way to answer it; then its feedback. The element `#quiz-go` is what comes after. */
export function QuestionBody({ question, quiz, submit }: BodyProps) {
  const { t } = usePlayer()
  const heading = useRef<HTMLHeadingElement>(null)
  const feedback = quiz.feedback.value
  const response = quiz.response.value
  const focus = (id: string): void => (heading.current?.ownerDocument.getElementById(id) ?? heading.current)?.focus({ preventScroll: true })
  // Before the next key can arrive: focus that comes after the page is painted takes the place that a quick key has just chosen.
  // Letters are keys of the player: where words are wanted, they go into the field at once.
  useLayoutEffect(() => focus(question.kind === 'text' ? 'q-typed' : 'q-prompt'), [question])
  // What had focus is gone with the options; the button to go on is what comes next.
  useLayoutEffect(() => void (feedback && focus('quiz-go')), [feedback])
  const told = feedback ? (feedback.right ? t.answeredRight : t.answeredWrong) : ''
  return (
    <section class="q" aria-labelledby="q-prompt">
      <h2 id="q-prompt" tabIndex={-1} ref={heading}>
        <Markup html={question.prompt} />
      </h2>
      {question.figure && (
        <div class="figure" role="group" aria-label={t.evidence} tabIndex={0}>
          <Markup as="div" html={question.figure} />
        </div>
      )}
      {question.kind === 'hotspot' && <HotspotPicture question={question} quiz={quiz} />}
      {/* Answers, and goes on. One form for both: a button that turned into another one while it is pressed would be pressed twice. */}
      <form id="answering" onSubmit={(event) => (event.preventDefault(), submit())}>
        {feedback && response ? <FeedbackLines {...{ question, response, feedback }} /> : <Options question={question} quiz={quiz} />}
      </form>
      <p class="missing" role="alert">
        {quiz.incomplete.value && t.incomplete(question.kind)}
      </p>
      <p class="sr" aria-live="polite">
        {told}
      </p>
    </section>
  )
}

function Options({ question, quiz }: { readonly question: Asked; readonly quiz: Answering }) {
  switch (question.kind) {
    case 'choice':
    case 'several':
    case 'hotspot':
      return <ChoiceOptions question={question} quiz={quiz} />
    case 'line':
      return <LineOptions question={question} quiz={quiz} />
    case 'order':
      return <OrderOptions question={question} quiz={quiz} />
    case 'match':
      return <MatchOptions question={question} quiz={quiz} />
    case 'number':
    case 'text':
      return <TypedInput question={question} quiz={quiz} />
  }
}
