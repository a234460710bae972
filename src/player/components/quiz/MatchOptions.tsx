import { useLayoutEffect, useRef } from 'preact/hooks'
import type { MatchQuestion } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'
import { Markup } from '../Markup'
import { plainText } from './plain-text'

/** A native list for every source: it works with every keyboard, reader and thumb. A digit goes to its source. */
export function MatchOptions({ question, quiz }: { readonly question: MatchQuestion; readonly quiz: Answering }) {
  const { t, its } = usePlayer()
  const { pairs } = quiz.draft.value
  const list = useRef<HTMLFieldSetElement>(null)
  const grabbed = quiz.grabbed.value
  useLayoutEffect(() => {
    if (grabbed === null) return
    list.current?.querySelectorAll('select')[grabbed]?.focus()
    quiz.grabbed.value = null
  }, [grabbed])
  return (
    <fieldset ref={list}>
      <legend>{t.matchEach}</legend>
      {question.sources.map((source, i) => (
        <label key={source.id} class={`row matching${pairs[source.id] ? ' picked' : ''}`}>
          <kbd aria-hidden="true">{i + 1}</kbd>
          <Markup html={source.html} />
          <select value={pairs[source.id] ?? ''} onChange={(event) => quiz.pair(source.id, event.currentTarget.value)}>
            <option value="" disabled>
              {t.chooseMatch}
            </option>
            {quiz.shown.value.map((id) => (
              <option key={id} value={id} {...its}>
                {plainText(question.targets.find((target) => target.id === id)?.html ?? '')}
              </option>
            ))}
          </select>
        </label>
      ))}
    </fieldset>
  )
}
