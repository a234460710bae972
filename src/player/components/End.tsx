import { isSeen } from '../../model/progress'
import { usePlayer } from './context'
import { Header } from './Header'
import { Icon } from './Icon'
import { Saved } from './Saved'
import { Summary } from './Summary'
import { percent } from './time'

/** The end of the module: what its status is, and what is still to do where it is not final. */
export function End() {
  const { player, t, its, programme } = usePlayer()
  const { module, learning, quiz } = player
  const result = learning.result.value
  const unseen = module.screens.flatMap((screen, index) => (isSeen(learning.mine.value, screen.id) ? [] : [{ screen, index }]))
  const score = percent(result?.score ?? 0)
  const status = !result
    ? t.notFinished
    : result.passed === null
      ? t.finishedSeen
      : result.passed
        ? t.finishedPassed(score)
        : t.finishedFailed(score)
  return (
    <>
      <Header title={result ? t.finished : t.notFinished} own kicker={module.title} />
      <section class="end-page">
        <p class="score">
          {result && result.passed !== false && <Icon name="check" />}
          {status}
        </p>
        {result && !programme && <p>{t.mayClose}</p>}
        {unseen.length > 0 && (
          <>
            <h2>{t.stillToSee}</h2>
            <ul class="missed">
              {unseen.map(({ screen, index }) => (
                <li key={screen.id}>
                  <button type="button" class="link" onClick={() => player.goTo(index)}>
                    <Icon name="play" />
                    <span {...its}>{screen.title}</span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        )}
        {module.quiz && !quiz.passed.value && quiz.canTry.value && <p>{t.stillToPass}</p>}
        <Summary />
        <div class="choices">
          {module.quiz && !quiz.passed.value && quiz.canTry.value && (
            <button type="button" class="primary" onClick={() => player.openQuiz()}>
              {t.toTheQuiz}
            </button>
          )}
          {programme?.next && (
            <button type="button" class={result ? 'primary' : 'secondary'} onClick={programme.toNext}>
              {t.nextModule(programme.next)}
            </button>
          )}
          {programme && (
            <button type="button" class="secondary" onClick={programme.toMenu}>
              {t.allModules}
            </button>
          )}
          <button type="button" class="secondary" onClick={() => player.fromTheBeginning()}>
            {t.watchAgain}
          </button>
          <button type="button" class="secondary" onClick={() => void player.saveAndExit()}>
            {t.saveAndExit}
          </button>
        </div>
      </section>
      <footer class="dock">
        <span class="tally" />
        <Saved />
      </footer>
    </>
  )
}
