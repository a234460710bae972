import type { Question } from '../../model/quiz'
import { usePlayer } from './context'
import { QuestionBody } from './quiz/Question'

/** A question of the quiz's kinds in the middle of a screen: unscored, skippable, remembered like a prediction. */
export function Check({ question }: { readonly question: Question }) {
  const { player, t } = usePlayer()
  const { check } = player
  return (
    <div class="asking check" data-kind={question.kind}>
      <QuestionBody key={question.id} question={question} quiz={check} submit={() => check.answer()} />
      {check.response.value ? (
        <button type="button" class="primary" id="quiz-go" onClick={() => player.toggle()}>
          {t.goOn} <kbd aria-hidden="true">{t.keyEnter}</kbd>
        </button>
      ) : (
        <div class="hint">
          <button type="button" class="primary" onClick={() => check.answer()}>
            {t.answer} <kbd aria-hidden="true">{t.keyEnter}</kbd>
          </button>
          <span>{t.notGradedCheck}</span>
          <button type="button" class="skip" onClick={() => player.toggle()}>
            <span>{t.skipCheck}</span>
          </button>
        </div>
      )}
    </div>
  )
}
