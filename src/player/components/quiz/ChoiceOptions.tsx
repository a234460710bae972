import type { ChoiceQuestion, SeveralQuestion } from '../../../model/quiz'
import { usePlayer } from '../context'
import { Markup } from '../Markup'

/** Radio buttons or check boxes, with a digit for each. */
export function ChoiceOptions({ question }: { readonly question: ChoiceQuestion | SeveralQuestion }) {
  const { player, t } = usePlayer()
  const { quiz } = player
  const { picked } = quiz.draft.value
  const one = question.kind === 'choice'
  return (
    <fieldset>
      <legend>{one ? t.chooseOne : t.chooseSeveral}</legend>
      {quiz.shown.value.map((id, i) => {
        const option = question.options.find((o) => o.id === id)
        return (
          option && (
            <label key={id} class={`row pickable${picked.includes(id) ? ' picked' : ''}`}>
              <input
                type={one ? 'radio' : 'checkbox'}
                name={question.id}
                value={id}
                checked={picked.includes(id)}
                onChange={() => quiz.pick(id)}
              />
              <kbd aria-hidden="true">{i + 1}</kbd>
              <Markup html={option.html} />
              <span class={one ? 'tick round' : 'tick'} aria-hidden="true" />
            </label>
          )
        )
      })}
    </fieldset>
  )
}
