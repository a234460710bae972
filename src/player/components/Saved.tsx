import { Icon } from './Icon'
import { usePlayer } from './context'

/** Whether the LMS has what the learner did. In words; in narrow frames it shows only when something is wrong. */
export function Saved() {
  const { player, t } = usePlayer()
  const state = player.delivery.value
  if (player.learning.session.mode === 'review') return null
  return (
    <span class="saved" data-delivery={state} title={t[`${state}Long`]}>
      <Icon name={state === 'saved' ? 'check' : state === 'lost' ? 'cross' : 'up'} />
      {t[state]}
    </span>
  )
}
