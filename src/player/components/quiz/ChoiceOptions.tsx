import type { ChoiceQuestion, HotspotQuestion, SeveralQuestion } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'
import { Markup } from '../Markup'
import { Pickable } from './Pickable'

interface Props {
  readonly question: ChoiceQuestion | SeveralQuestion | HotspotQuestion
  readonly quiz: Answering
}

/** Radio buttons or check boxes, with a digit for each. */
export function ChoiceOptions({ question, quiz }: Props) {
  const { t } = usePlayer()
  const one = question.kind !== 'several'
  return (
    <fieldset>
      <legend>{question.kind === 'hotspot' ? t.choosePlace : one ? t.chooseOne : t.chooseSeveral}</legend>
      {quiz.shown.value.map((id, i) => {
        const option = question.options.find((o) => o.id === id)
        return (
          option && (
            <Pickable key={id} quiz={quiz} name={question.id} id={id} n={i + 1} one={one}>
              <Markup html={option.html} />
            </Pickable>
          )
        )
      })}
    </fieldset>
  )
}
