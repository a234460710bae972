import type { Delivery, Session } from '../../session/port'
import type { Messages } from '../messages/messages'
import { Icon } from './Icon'
import { usePlayer } from './context'

/** Whether the LMS has what the learner did. In words; in narrow frames it shows only when something is wrong. */
export function Saved() {
  const { player, t } = usePlayer()
  return <SavedState {...{ t }} session={player.learning.session} state={player.delivery.value} />
}

interface Props {
  readonly t: Messages
  readonly session: Session
  readonly state: Delivery
}
export function SavedState({ t, session, state }: Props) {
  if (session.mode === 'review') return null
  const word = stateWord(state, session.keepsHere())
  return (
    <span class="saved" data-delivery={state} title={t[`${word}Long`]}>
      <Icon name={state === 'saved' ? 'check' : state === 'saving' ? 'up' : 'cross'} />
      {t[word]}
    </span>
  )
}

/** What is called failed is told with what became of it. */
export const stateWord = (state: Delivery, kept: boolean): 'saved' | 'saving' | 'keptHere' | 'notSaved' =>
  state === 'saved' || state === 'saving' ? state : kept ? 'keptHere' : 'notSaved'
