import { useComputed, type ReadonlySignal } from '@preact/signals'
import { isSeen } from '../../model/progress'
import { usePlayer } from './context'
import { Icon } from './Icon'
import { toPercent, useFollow } from './use-follow'

/**
 * The module at a glance: its screens by length, the quiz a diamond. For the eye and the mouse; the outline says the same to
 * keyboard and screen reader.
 */
export function Rail() {
  const { player, t, of } = usePlayer()
  const { module, learning, playback, page } = player
  const here = page.value === 'screen' ? playback.at.value.screen : -1
  const share = useComputed(() => playback.time.value / playback.screen.value.stage.wide.length)
  return (
    <nav class="rail" aria-label={t.outline}>
      <button
        type="button"
        class="icon"
        aria-label={t.openOutline}
        aria-haspopup="dialog"
        onClick={() => (player.dialog.value = 'outline')}
      >
        <Icon name="menu" />
      </button>
      <button type="button" class="icon" aria-label={t.find} aria-haspopup="dialog" onClick={() => (player.dialog.value = 'find')}>
        <Icon name="find" />
      </button>
      <ol aria-hidden="true">
        {module.screens.map((screen, i) => (
          <li
            key={screen.id}
            class={i === here ? 'here' : isSeen(learning.mine.value, screen.id) ? 'done' : ''}
            style={{ '--w': Math.round(screen.stage.wide.length / 1000) }}
            title={screen.title}
            onClick={() => player.goTo(i)}
          >
            {i === here ? <Filled share={share} /> : <span />}
          </li>
        ))}
        {module.quiz && <li class={`quiz${page.value === 'quiz' ? ' here' : ''}`} title={t.quiz} onClick={() => player.openQuiz()} />}
      </ol>
      <span class="no">
        {module.number}/{of}
      </span>
    </nav>
  )
}

/** Grows with the screen. */
function Filled({ share }: { readonly share: ReadonlySignal<number> }) {
  const height = useComputed(() => toPercent(share.value))
  return <span class="fill" ref={useFollow<HTMLSpanElement>('--p', height)} />
}
