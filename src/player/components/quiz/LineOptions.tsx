import type { LineQuestion } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'
import { Markup } from '../Markup'
import { Pickable } from './Pickable'

/** The code, whole; the lines one may choose are radio buttons with a digit each. */
export function LineOptions({ question, quiz }: { readonly question: LineQuestion; readonly quiz: Answering }) {
  const { t } = usePlayer()
  return (
    <fieldset>
      <legend>{t.chooseLine}</legend>
      {question.code.map((html, line) => {
        const i = question.options.findIndex((option) => option.line === line)
        const code = <Markup html={html} />
        return i < 0 ? (
          <div key={line} class="row off">
            {code}
          </div>
        ) : (
          <Pickable key={line} quiz={quiz} name={question.id} id={question.options[i]!.id} n={i + 1} one>
            {code}
          </Pickable>
        )
      })}
    </fieldset>
  )
}
