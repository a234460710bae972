import { useMemo } from 'preact/hooks'
import { signal } from '@preact/signals'
import type { Question } from '../../../model/quiz'
import { lastMoment } from '../../models/scene-time'
import { usePlayer } from '../context'
import { Icon } from '../Icon'
import { Stage } from '../Stage'
import { minutes } from '../time'

/** The picture that answers the question, and the way to the screen that teaches it. One comes back to the question. */
export function Teach({ question }: { readonly question: Question }) {
  const { player, t, its } = usePlayer()
  const screen = player.module.screens.find(({ id }) => id === question.teaches.screen)
  const beat = screen?.beats[question.teaches.beat]
  const time = useMemo(() => signal(beat ? lastMoment(beat) : 0), [beat])
  if (!screen || !beat) return null
  return (
    <aside class="teach" aria-labelledby="teach-title">
      <h3 id="teach-title">{t.teaches}</h3>
      <button type="button" class="teaching" onClick={() => player.lookUp(screen.id, question.teaches.beat)}>
        <Stage stage={screen.stage} time={time} label={beat.description} shape="tall" />
        <span class="to">
          <Icon name="play" />
          <span {...its}>{screen.title}</span>
          <small>{t.fromTime(minutes(beat.start))}</small>
        </span>
      </button>
      <p>{t.youComeBack}</p>
    </aside>
  )
}
