import { usePlayer } from '../context'
import { Icon } from '../Icon'
import { Markup } from '../Markup'
import { percent } from '../time'

/** The score, what it takes, and what was missed with the way to learn it. */
export function Result() {
  const { player, t, its } = usePlayer()
  const { quiz, learning, module } = player
  const score = percent(quiz.score.value ?? 0)
  const passedNow = (quiz.score.value ?? 0) >= learning.passing - 1e-9
  const missed = quiz.questions.value.filter((_, i) => quiz.marks.value[i] !== 'right')
  const best = quiz.state.value.best
  return (
    <section class="result">
      <p class="score">
        <Icon name={passedNow ? 'check' : 'cross'} />
        {passedNow ? t.passedWith(score) : t.notPassed(score)}
      </p>
      {!passedNow && <p>{t.passMark(percent(learning.passing))}</p>}
      {best !== null && percent(best) > score && <p>{t.bestSoFar(percent(best))}</p>}
      {missed.length === 0 ? (
        <p>{t.allRight}</p>
      ) : (
        <>
          <h2>{t.whatWasMissed}</h2>
          <ul class="missed">
            {missed.map((question) => (
              <li key={question.id}>
                <Markup html={question.prompt} />
                <button type="button" class="link" onClick={() => player.lookUp(question.teaches.screen, question.teaches.beat)}>
                  <Icon name="play" />
                  <span {...its}>{module.screens.find(({ id }) => id === question.teaches.screen)?.title}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      {!quiz.passed.value && quiz.left.value !== null && <p>{quiz.left.value > 0 ? t.attemptsLeft(quiz.left.value) : t.noAttemptsLeft}</p>}
    </section>
  )
}
