import { useComputed } from '@preact/signals'
import { usePlayer } from './context'
import { toPercent, useFollow } from './use-follow'

/** The beats of this screen by length; a diamond is a prediction. For the eye and the mouse: the keyboard steps. */
export function Beats() {
  const { player, t } = usePlayer()
  const { playback, learning } = player
  const { beats } = playback.screen.value
  const here = playback.at.value.beat
  const asking = playback.asking.value ?? playback.trying.value
  const { predictions } = learning.mine.value
  return (
    <div class="beats" aria-hidden="true" title={t.timeline}>
      {beats.map((beat, i) => (
        <>
          <i
            class={i < here || (i === here && asking) ? 'done' : i === here ? 'here' : ''}
            style={{ '--w': Math.max(1, Math.round(beat.length / 100)) }}
            onClick={() => player.goTo(playback.at.value.screen, i, player.lookup.value)}
          >
            {i === here && !asking && <Played />}
          </i>
          {beat.ask && <u class={i === here && playback.asking.value ? 'ask' : predictions[beat.ask.id] ? 'done' : ''} />}
        </>
      ))}
    </div>
  )
}

function Played() {
  const { playback } = usePlayer().player
  const share = useComputed(() => toPercent((playback.spot.value.time - playback.beat.value.start) / playback.beat.value.length))
  return <b ref={useFollow<HTMLElement>('--p', share)} />
}
