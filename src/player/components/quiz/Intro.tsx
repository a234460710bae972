import { isSeen } from '../../../model/progress'
import { usePlayer } from '../context'
import { percent } from '../time'

/** What is asked of the learner, before anything is. */
export function Intro() {
  const { player, t } = usePlayer()
  const { quiz, learning, module } = player
  const { open, best } = quiz.state.value
  const unseen = module.screens.filter((screen) => !isSeen(learning.mine.value, screen.id)).length
  const next = quiz.questions.value.findIndex((_, i) => quiz.marks.value[i] === 'open')
  const drawn = Math.min(module.quiz?.draw ?? 0, module.quiz?.questions.length ?? 0)
  return (
    <section class="quiz-intro">
      <p class="opening">{t.quizIntro(drawn, percent(learning.passing))}</p>
      {(quiz.left.value === null || quiz.left.value > 1) && <p>{t.quizAgain}</p>}
      {best !== null && <p>{t.bestSoFar(percent(best))}</p>}
      {quiz.left.value !== null && !open && <p>{quiz.left.value > 0 ? t.attemptsLeft(quiz.left.value) : t.noAttemptsLeft}</p>}
      {unseen > 0 && <p class="note">{t.screensFirst(unseen)}</p>}
      {quiz.canTry.value && (
        <button type="button" class="primary big" onClick={() => quiz.start()}>
          {open ? t.continueQuiz(Math.max(0, next) + 1, quiz.questions.value.length) : t.startQuiz}{' '}
          <kbd aria-hidden="true">{t.keyEnter}</kbd>
        </button>
      )}
    </section>
  )
}
