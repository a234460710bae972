import { usePlayer } from './context'
import { Icon } from './Icon'
import { Markup } from './Markup'

/** What one can do now, and what was missed under the screens that teach it. What was missed in a first guess stays missed: it is where to look. */
export function Summary() {
  const { player, t } = usePlayer()
  const { module, learning, quiz } = player
  const { predictions } = learning.mine.value
  const wrong = quiz.state.value.open ? [] : quiz.questions.value.filter((_, i) => quiz.marks.value[i] === 'wrong')
  const look = module.screens.flatMap((screen) => {
    const asked = wrong
      .filter(({ teaches }) => teaches.screen === screen.id)
      .map(({ prompt, teaches: { beat } }) => ({ html: prompt, beat }))
    const guessed = screen.beats.flatMap(({ ask }, beat) => (ask && predictions[ask.id] === 'wrong' ? [{ html: ask.question, beat }] : []))
    const missed = [...guessed, ...asked]
    return missed.length ? [{ screen, missed }] : []
  })
  return (
    <>
      {learning.result.value?.complete && module.objectives.length > 0 && (
        <>
          <h2>{t.canNow}</h2>
          <ul class="can">
            {module.objectives.map((html) => (
              <li key={html}>
                <Icon name="check" />
                <Markup html={html} />
              </li>
            ))}
          </ul>
        </>
      )}
      {look.length > 0 && (
        <>
          <h2>{t.lookAgain}</h2>
          <ul class="missed look-again">
            {look.map(({ screen, missed }) => (
              <li key={screen.id}>
                <button type="button" class="link" onClick={() => player.lookUp(screen.id, Math.min(...missed.map(({ beat }) => beat)))}>
                  <Icon name="play" />
                  {screen.title}
                </button>
                {missed.map(({ html }) => (
                  <Markup key={html} as="p" html={html} />
                ))}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
