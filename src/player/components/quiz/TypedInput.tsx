import { useEffect, useRef } from 'preact/hooks'
import type { NumberQuestion, TextQuestion } from '../../../model/quiz'
import { TEXT_CHARS } from '../../../model/text'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'

interface Props {
  readonly question: NumberQuestion | TextQuestion
  readonly quiz: Answering
}

/** A number with its unit, where point and comma both part the decimals; or a few words. */
export function TypedInput({ question, quiz }: Props) {
  const { t } = usePlayer()
  const input = useRef<HTMLInputElement>(null)
  const words = question.kind === 'text'
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
      <legend>{words ? t.giveText : t.giveNumber}</legend>
      <label class="numbering">
        <span class="sr">{t.number}</span>
        <input
          ref={input}
          id="q-typed"
          type="text"
          inputMode={words ? 'text' : 'decimal'}
          autoComplete="off"
          autoCapitalize="off"
          spellcheck={false}
          maxLength={TEXT_CHARS}
          size={words ? 24 : 8}
          aria-describedby="q-prompt"
          value={quiz.draft.value.typed}
          aria-invalid={quiz.incomplete.value}
          onInput={(event) => quiz.type(event.currentTarget.value)}
        />
        {!words && <span>{question.unit}</span>}
      </label>
    </fieldset>
  )
}
