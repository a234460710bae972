import { useComputed } from '@preact/signals'
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { clockAt } from '../../scene/clock-at'
import { usePlayer } from './context'
import { Icon } from './Icon'

interface Props {
  readonly title: string
  readonly kicker?: string
  /** The title is the player's word, not the course's. */
  readonly own?: boolean
  readonly children?: ComponentChildren
}

/** The title of where one is. Focus comes here when the learner went somewhere else. */
export function Header({ title, kicker, own, children }: Props) {
  const { player, t, its } = usePlayer()
  const heading = useRef<HTMLHeadingElement>(null)
  const moves = player.moves.value
  useEffect(() => {
    if (moves) heading.current?.focus({ preventScroll: true })
  }, [moves])
  useEffect(() => {
    document.title = title === player.module.title ? title : `${title} · ${player.module.title}`
  }, [title])
  return (
    <header>
      <button
        type="button"
        class="icon menu"
        aria-label={t.openOutline}
        aria-haspopup="dialog"
        onClick={() => (player.dialog.value = 'outline')}
      >
        <Icon name="menu" />
      </button>
      <h1 tabIndex={-1} ref={heading} {...(own ? {} : its)}>
        {title}
      </h1>
      {kicker && <span class="kick">{kicker}</span>}
      {children}
    </header>
  )
}

/** The call clock: where in the one call of this course the picture stands. */
export function CallClock() {
  const { player, t } = usePlayer()
  const { playback } = player
  const clock = playback.screen.value.clock
  const now = useComputed(() => {
    const running = playback.screen.value.clock
    return running ? `${(clockAt(running, playback.time.value) / 1000).toFixed(3)} s` : ''
  })
  if (!clock) return null
  const stopped = playback.asking.value !== null
  return (
    <span class="clock">
      <span class="clock-label">{stopped ? t.callStopped : t.callAt}</span>
      <b>{now}</b>
      {stopped && (
        <span class="stopped" aria-hidden="true">
          <i />
          <i />
        </span>
      )}
    </span>
  )
}
