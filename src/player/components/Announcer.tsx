import { usePlayer } from './context'
import { stateWord } from './Saved'

/**
 * What a screen reader should hear without being asked: the beat one stepped to, each beat while no voice tells it, and saving that went
 * wrong.
 */
export function Announcer() {
  const { player, t, its } = usePlayer()
  const { playback, steps, delivery, learning } = player
  const trouble = delivery.value === 'retrying' || delivery.value === 'lost'
  const still = steps.value > 0 && !playback.playing.value
  const silent = playback.playing.value && !player.speaking.value
  const telling = player.page.value === 'screen' && !playback.asking.value && (still || silent)
  return (
    <>
      <p class="sr" aria-live="polite" {...its}>
        {telling && `${playback.beat.value.say} ${playback.beat.value.description}`}
      </p>
      <p class="sr" aria-live="polite">
        {trouble && t[`${stateWord(delivery.value, learning.session.keepsHere())}Long`]}
      </p>
    </>
  )
}
