import type { Question, Response } from '../../../model/quiz'
import type { Feedback, Line } from '../../models/feedback'
import { usePlayer } from '../context'
import { Icon } from '../Icon'
import { Markup } from '../Markup'

interface Props {
  readonly question: Question
  readonly response: Response
  readonly feedback: Feedback
}

/** Each option with what it was worth, by shape and word, and why. */
export function FeedbackLines({ question, response, feedback }: Props) {
  if (question.kind === 'number' || question.kind === 'text') return <TypedFeedback {...{ question, response, feedback }} />
  return (
    <ol class="lines">
      {feedback.lines.map((line, i) => (
        <li key={i} class={`row told ${line.verdict}`}>
          {line.key > 0 && <kbd aria-hidden="true">{line.key}</kbd>}
          <Markup html={line.html} />
          <Verdict line={line} kind={question.kind} />
          {line.given !== undefined && <Pair line={line} />}
          {line.feedback && <Markup as="p" html={line.feedback} />}
        </li>
      ))}
    </ol>
  )
}

function Verdict({ line, kind }: { readonly line: Line; readonly kind: Question['kind'] }) {
  const { t } = usePlayer()
  if (line.verdict === 'off') return null
  const ordered = kind === 'order' && line.place
  const words = {
    right: kind === 'order' || kind === 'match' ? t.right : t.yourAnswerRight,
    missed: kind === 'several' ? t.alsoRight : t.right,
    wrong: ordered ? t.youPut(line.place) : t.yourAnswer,
  }
  return (
    <span class="verdict">
      <Icon name={line.verdict === 'wrong' ? 'cross' : 'check'} />
      {words[line.verdict]}
    </span>
  )
}

/** In a match: what was given, and where it belongs. */
function Pair({ line }: { readonly line: Line }) {
  const { t } = usePlayer()
  return (
    <span class="pair">
      {line.verdict === 'wrong' && line.given && (
        <span>
          <i>{t.youGave}</i> <Markup html={line.given} />
        </span>
      )}
      <span>
        <i>{t.belongsTo}</i> <Markup html={line.belongs ?? ''} />
      </span>
    </span>
  )
}

function TypedFeedback({ question, response, feedback }: Props) {
  const { t } = usePlayer()
  const unit = question.kind === 'number' && question.unit ? ` ${question.unit}` : ''
  return (
    <ol class="lines">
      <li class={`row told unkeyed ${feedback.right ? 'right' : 'wrong'}`}>
        <span>
          {response.kind === 'number' && t.yourNumber(response.value, unit)}
          {response.kind === 'text' && t.yourText(response.text)}
        </span>
        <span class="verdict">
          <Icon name={feedback.right ? 'check' : 'cross'} />
          {feedback.right ? t.yourAnswerRight : t.yourAnswer}
        </span>
        {feedback.note && <Markup as="p" html={feedback.note} />}
        {!feedback.right && question.kind === 'number' && (
          <p>{t.rightRange(question.min === question.max, question.min, question.max, unit)}</p>
        )}
        {!feedback.right && question.kind === 'text' && <p>{t.rightText(question.accept[0] ?? '')}</p>}
      </li>
    </ol>
  )
}
