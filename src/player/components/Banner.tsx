import { usePlayer } from './context'
import { Icon } from './Icon'

/** One line above everything, only when there is something the learner must know: review, not saving, a way back. */
export function Banner() {
  const { player, t } = usePlayer()
  const { learning, lookup, quiz } = player
  if (lookup.value)
    return (
      <div class="banner" role="region" aria-label={t.notice}>
        <span>{player.lookedFromEnd() ? t.lookingAgain : t.lookingUp}</span>
        <button type="button" class="secondary" onClick={() => player.comeBack()}>
          <Icon name="back" />
          {player.lookedFromEnd() ? t.comeBackEnd : quiz.page.value === 'question' ? t.comeBack : t.comeBackResult}
        </button>
      </div>
    )
  const text = learning.session.mode === 'review' ? t.review : player.unsaved ? t.notSavedHere : player.voiceLost.value ? t.voiceLost : ''
  return text ? (
    <div class="banner" role="region" aria-label={t.notice}>
      <span>{text}</span>
    </div>
  ) : null
}
