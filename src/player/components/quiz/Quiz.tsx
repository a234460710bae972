import { usePlayer } from '../context'
import { Header } from '../Header'
import { Saved } from '../Saved'
import { Intro } from './Intro'
import { Question } from './Question'
import { Result } from './Result'
import { Tally } from './Tally'

/** The quiz: intro, question after question, result. Every page has its own heading and its own one thing to press. */
export function Quiz() {
  const { player, t } = usePlayer()
  const { quiz, module } = player
  const page = quiz.page.value
  const question = quiz.question.value
  const kicker = page === 'question' ? t.questionOf(module.title, quiz.index.value + 1, quiz.questions.value.length) : module.title
  return (
    <>
      <Header title={page === 'result' ? t.result : t.quiz} own kicker={kicker} />
      {page === 'question' && question ? <Question key={question.id} question={question} /> : page === 'result' ? <Result /> : <Intro />}
      <footer class="dock">
        <Tally />
        <Saved />
        {page === 'question' && <Next />}
        {page === 'result' && <AfterResult />}
      </footer>
    </>
  )
}

/** The one button of a question: it answers, and then goes on. */
function Next() {
  const { player, t } = usePlayer()
  const { quiz } = player
  const answered = quiz.response.value !== undefined
  const last = quiz.index.value + 1 === quiz.questions.value.length
  return (
    <button type="submit" form="answering" class="primary" id="quiz-go">
      {answered ? (last ? t.toResult : t.nextQuestion) : t.answer} <kbd aria-hidden="true">{t.keyEnter}</kbd>
    </button>
  )
}

/** Until it is passed, trying again is what Enter does. */
function AfterResult() {
  const { player, t } = usePlayer()
  const { quiz } = player
  if (quiz.passed.value || !quiz.canTry.value)
    return (
      <button type="button" class="primary" onClick={() => player.showEnd()}>
        {t.finish} <kbd aria-hidden="true">{t.keyEnter}</kbd>
      </button>
    )
  return (
    <>
      <button type="button" class="secondary" onClick={() => player.showEnd()}>
        {t.finish}
      </button>
      <button type="button" class="primary" onClick={() => quiz.start()}>
        {t.anotherTry} <kbd aria-hidden="true">{t.keyEnter}</kbd>
      </button>
    </>
  )
}
