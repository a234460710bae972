import type { ComponentChildren } from 'preact'
import type { OptionId, QuestionId } from '../../../model/units'
import type { Answering } from '../../models/answering'

interface Props {
  readonly quiz: Answering
  readonly name: QuestionId
  readonly id: OptionId
  /** The digit that picks it. */
  readonly n: number
  readonly one: boolean
  readonly children: ComponentChildren
}

/** A radio button or check box over its whole row. */
export function Pickable({ quiz, name, id, n, one, children }: Props) {
  const picked = quiz.draft.value.picked.includes(id)
  return (
    <label class={`row pickable${picked ? ' picked' : ''}`}>
      <input type={one ? 'radio' : 'checkbox'} name={name} value={id} checked={picked} onChange={() => quiz.pick(id)} />
      <kbd aria-hidden="true">{n}</kbd>
      {children}
      <span class={one ? 'tick round' : 'tick'} aria-hidden="true" />
    </label>
  )
}
