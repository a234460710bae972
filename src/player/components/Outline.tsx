import { isSeen } from '../../model/progress'
import type { Screen } from '../../model/course'
import { usePlayer } from './context'
import { Dialog } from './Dialog'
import { Icon } from './Icon'
import { minutes } from './time'

/** The map of the module with the state of every screen, and the way to the settings and out. */
export function Outline() {
  const { player, t, programme } = usePlayer()
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
      <div class="dialog-foot">
        {programme && (
          <button type="button" class="link" onClick={programme.toMenu}>
            {t.allModules}
          </button>
        )}
        {(['find', 'print', 'settings', 'keys'] as const).map((name) => (
          <button key={name} type="button" class="link" onClick={() => (player.dialog.value = name)}>
            {t[name]}
          </button>
        ))}
        <button type="button" class="secondary" onClick={() => void player.saveAndExit()}>
          {t.saveAndExit}
        </button>
      </div>
    </Dialog>
  )
}

function ScreenItem({ screen, index }: { readonly screen: Screen; readonly index: number }) {
  const { player, t, its } = usePlayer()
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
        <span class="what" {...its}>
          {screen.title}
        </span>
        <span class="state">{here ? t.screenHere : said}</span>
        <span class="long">{minutes(screen.stage.wide.length)}</span>
      </button>
    </li>
  )
}
