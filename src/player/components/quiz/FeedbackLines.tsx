import type { Question } from '../../../model/quiz'
import type { Feedback, Line } from '../../models/feedback'
import { usePlayer } from '../context'
import { Icon } from '../Icon'
import { Markup } from '../Markup'

/** Each option with what it was worth, by shape and word, and why. */
export function FeedbackLines({ question, feedback }: { readonly question: Question; readonly feedback: Feedback }) {
  if (question.kind === 'number') return <NumberFeedback question={question} feedback={feedback} />
  return (
    <ol class="lines">
      {feedback.lines.map((line) => (
        <li key={line.key} class={`row told ${line.verdict}`}>
          <kbd aria-hidden="true">{line.key}</kbd>
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
    right: kind === 'choice' || kind === 'several' ? t.yourAnswerRight : t.right,
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

function NumberFeedback({ question, feedback }: { readonly question: Extract<Question, { kind: 'number' }>; readonly feedback: Feedback }) {
  const { player, t } = usePlayer()
  const given = player.quiz.response.value
  return (
    <ol class="lines">
      <li class={`row told unkeyed ${feedback.right ? 'right' : 'wrong'}`}>
        <span>{given?.kind === 'number' && t.yourNumber(given.value, question.unit)}</span>
        <span class="verdict">
          <Icon name={feedback.right ? 'check' : 'cross'} />
          {feedback.right ? t.yourAnswerRight : t.yourAnswer}
        </span>
        {feedback.note && <Markup as="p" html={feedback.note} />}
        {!feedback.right && <p>{t.rightRange(question.min, question.max, question.unit)}</p>}
      </li>
    </ol>
  )
}
