import { usePlayer } from './context'
import { stateWord } from './Saved'

/** What a screen reader should hear without being asked: the beat one stepped to, and saving that went wrong. */
export function Announcer() {
  const { player, t } = usePlayer()
  const { playback, steps, delivery, learning } = player
  const trouble = delivery.value === 'retrying' || delivery.value === 'lost'
  const stepped = steps.value > 0 && player.page.value === 'screen' && !playback.playing.value && !playback.asking.value
  return (
    <>
      <p class="sr" aria-live="polite">
        {stepped && `${playback.beat.value.say} ${playback.beat.value.description}`}
      </p>
      <p class="sr" aria-live="polite">
        {trouble && t[`${stateWord(delivery.value, learning.session.keepsHere())}Long`]}
      </p>
    </>
  )
}
