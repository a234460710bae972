import { usePlayer } from './context'
import { Icon } from './Icon'
import { Markup } from './Markup'

/** Before anything plays: what this module is, and one big Start. Nothing runs before the learner's first gesture. */
export function Cover() {
  const { player, t, of, its } = usePlayer()
  const { module } = player
  return (
    <section class="cover">
      <p class="cover-no">{t.moduleOf(module.number, of)}</p>
      <h1 tabIndex={-1} {...its}>
        {module.title}
      </h1>
      <p class="cover-about">{t.about(Math.max(1, Math.round(module.minutes.narration)), module.quiz !== null)}</p>
      {module.objectives.length > 0 && (
        <div class="cover-goals">
          <h2>{t.objectives}</h2>
          <ul>
            {module.objectives.map((html) => (
              <li key={html}>
                <Markup html={html} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <div class="cover-go">
        <button type="button" class="primary big" onClick={() => player.start()}>
          <Icon name="play" />
          {t.start} <kbd aria-hidden="true">{t.keyEnter}</kbd>
        </button>
        <button type="button" class="link" onClick={() => player.read(true)}>
          {t.readInstead}
        </button>
        <SoundChoice />
      </div>
    </section>
  )
}

/** In place of the caption, where the learner stopped last time. */
export function Resume() {
  const { player, t } = usePlayer()
  const { restored } = player.learning.session
  return (
    <section class="resume" aria-label={t.stoppedHere}>
      <button type="button" class="primary" onClick={() => player.start()}>
        <Icon name="play" />
        {t.continue} <kbd aria-hidden="true">{t.keyEnter}</kbd>
      </button>
      {restored ? (
        <p>
          <span>{t.restored}</span>{' '}
          <button type="button" class="link" onClick={() => player.startAgain()}>
            {t.startAgain}
          </button>
        </p>
      ) : (
        <p>
          <span>{t.stoppedHere}</span>{' '}
          <button type="button" class="link" onClick={() => player.fromTheBeginning()}>
            {t.fromTheBeginning}
          </button>
        </p>
      )}
    </section>
  )
}

function SoundChoice() {
  const { player, t } = usePlayer()
  if (!player.canSpeak.value) return <p class="note">{t.noVoice}</p>
  const on = player.prefs.sound.value
  return (
    <button type="button" class="link sound" onClick={() => (player.prefs.sound.value = !on)}>
      <Icon name={on ? 'sound' : 'mute'} />
      {on ? t.withSound : t.withoutSound}
    </button>
  )
}
