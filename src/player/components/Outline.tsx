import { isSeen } from '../../model/progress'
import type { Screen } from '../../model/course'
import { usePlayer } from './context'
import { Dialog } from './Dialog'
import { CaptionsButton, SoundButton } from './Dock'
import { Icon } from './Icon'
import { minutes } from './time'

/** The map of the module with the state of every screen, the settings, and the way out. */
export function Outline() {
  const { player, t } = usePlayer()
  const { module, learning, page } = player
  const seen = module.screens.filter((screen) => isSeen(learning.mine.value, screen.id)).length
  return (
    <Dialog title={module.title} class="outline" t={t} close={player.closeDialog}>
      <p class="note">{t.screensSeen(seen, module.screens.length)}</p>
      <ol>
        {module.screens.map((screen, i) => (
          <ScreenItem key={screen.id} screen={screen} index={i} />
        ))}
        {module.quiz && (
          <li>
            <button
              type="button"
              aria-current={page.value === 'quiz' ? 'page' : undefined}
              autofocus={page.value === 'quiz'}
              onClick={() => player.openQuiz()}
            >
              <span class={`mark quiz${player.quiz.passed.value ? ' done' : ''}`} aria-hidden="true" />
              <span class="what">{t.quiz}</span>
            </button>
          </li>
        )}
      </ol>
      <Settings />
      <div class="dialog-foot">
        <button type="button" class="secondary" onClick={() => (player.dialog.value = 'keys')}>
          {t.keys} <kbd aria-hidden="true">?</kbd>
        </button>
        <button type="button" class="secondary" onClick={() => (player.dialog.value = 'find')}>
          {t.find} <kbd aria-hidden="true">/</kbd>
        </button>
        <button type="button" class="secondary" onClick={() => (player.dialog.value = 'print')}>
          {t.print}
        </button>
        <button type="button" class="secondary" onClick={() => void player.saveAndExit()}>
          {t.saveAndExit}
        </button>
      </div>
    </Dialog>
  )
}

function ScreenItem({ screen, index }: { readonly screen: Screen; readonly index: number }) {
  const { player, t } = usePlayer()
  const mine = player.learning.mine.value
  const here = player.page.value === 'screen' && player.playback.at.value.screen === index
  const state = isSeen(mine, screen.id) ? 'done' : mine.entered[screen.id] ? 'begun' : 'open'
  const said = { done: t.screenDone, begun: t.screenBegun, open: t.screenOpen }[state]
  return (
    <li>
      <button type="button" aria-current={here ? 'page' : undefined} autofocus={here} onClick={() => player.goTo(index)}>
        <span class={`mark ${state}`} aria-hidden="true">
          {state === 'done' && <Icon name="check" />}
        </span>
        <span class="what">{screen.title}</span>
        <span class="state">{here ? t.screenHere : said}</span>
        <span class="long">{minutes(screen.stage.wide.length)}</span>
      </button>
    </li>
  )
}

function Settings() {
  const { player, t } = usePlayer()
  const { prefs } = player
  return (
    <div class="settings" role="group" aria-label={t.settings}>
      <button type="button" class="word" aria-label={t.speed(String(prefs.speed.value))} onClick={() => prefs.nextSpeed()}>
        {prefs.speed.value}×
      </button>
      <CaptionsButton />
      <SoundButton />
      <label>
        {t.theme}{' '}
        <select value={prefs.theme.value} onChange={(event) => (prefs.theme.value = event.currentTarget.value as keyof typeof t.themes)}>
          {(['system', 'light', 'dark'] as const).map((theme) => (
            <option key={theme} value={theme}>
              {t.themes[theme]}
            </option>
          ))}
        </select>
      </label>
    </div>
  )
}
