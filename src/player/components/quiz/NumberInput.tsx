import { useEffect, useRef } from 'preact/hooks'
import type { NumberQuestion } from '../../../model/quiz'
import { usePlayer } from '../context'

/** A number with its unit. Point and comma both part the decimals. */
export function NumberInput({ question }: { readonly question: NumberQuestion }) {
  const { player, t } = usePlayer()
  const { quiz } = player
  const input = useRef<HTMLInputElement>(null)
  const wanted = quiz.incomplete.value || quiz.grabbed.value !== null
  useEffect(() => {
    const field = input.current
    if (!wanted || !field) return
    field.focus()
    field.setSelectionRange(field.value.length, field.value.length)
    quiz.grabbed.value = null
  }, [wanted])
  return (
    <fieldset>
      <legend>{t.giveNumber}</legend>
      <label class="numbering">
        <span class="sr">{t.number}</span>
        <input
          ref={input}
          type="text"
          inputMode="decimal"
          autoComplete="off"
          size={8}
          value={quiz.draft.value.typed}
          aria-invalid={quiz.incomplete.value}
          onInput={(event) => quiz.type(event.currentTarget.value)}
        />
        <span>{question.unit}</span>
      </label>
    </fieldset>
  )
}
