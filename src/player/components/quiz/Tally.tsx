import { usePlayer } from '../context'
import { Icon } from '../Icon'

/** A dot for every question: full is right, a ring with a cross is wrong. */
export function Tally() {
  const { player, t } = usePlayer()
  const { marks, page } = player.quiz
  if (page.value === 'intro') return <div class="tally" />
  const right = marks.value.filter((mark) => mark === 'right').length
  const answered = marks.value.filter((mark) => mark !== 'open').length
  return (
    <div class="tally">
      <ol>
        {marks.value.map((mark, i) => (
          <li key={i} class={mark}>
            {mark !== 'open' && <Icon name={mark === 'right' ? 'check' : 'cross'} />}
            <span class="sr">{t.tallyMark(i + 1, mark)}</span>
          </li>
        ))}
      </ol>
      {answered > 0 && <span class="t">{t.tally(right, answered)}</span>}
    </div>
  )
}
