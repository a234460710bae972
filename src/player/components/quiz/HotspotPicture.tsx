import { signal } from '@preact/signals'
import { useMemo } from 'preact/hooks'
import type { HotspotQuestion } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { lastMoment } from '../../models/scene-time'
import { usePlayer } from '../context'
import { Stage } from '../Stage'

/**
 * The picture one points into, wide or tall by the room (quiz-options.css). The places answer mouse and finger; the list below it says the same to
 * keyboard and screen reader, by the same digits.
 */
export function HotspotPicture({ question, quiz }: { readonly question: HotspotQuestion; readonly quiz: Answering }) {
  const { module } = usePlayer().player
  const { picture } = question
  const from = 'screen' in picture ? module.screens.find(({ id }) => id === picture.screen) : undefined
  const beat = 'screen' in picture ? from?.beats[picture.beat] : undefined
  const time = useMemo(() => signal(beat ? lastMoment(beat) : 0), [beat])
  const stage = 'wide' in picture ? picture : from?.stage
  if (!stage) return null
  const { picked } = quiz.draft.value
  const told = quiz.feedback.value
  return (
    <>
      {(['wide', 'tall'] as const).map((shape) => {
        const { width, height } = stage[shape]
        const share = (n: number, of: number) => `${(n / of) * 100}%`
        return (
          <div key={shape} class={`spots ${shape}`} style={{ aspectRatio: `${width} / ${height}` }}>
            <Stage stage={stage} time={time} label={'wide' in picture ? picture.description : (beat?.description ?? '')} shape={shape} />
            {question.options.map(({ id, [shape]: [x, y, w, h] }, i) => (
              <span
                key={id}
                aria-hidden="true"
                class={`spot ${told ? (told.lines[i]?.verdict ?? '') : picked.includes(id) ? 'picked' : ''}`}
                style={{ left: share(x, width), top: share(y, height), width: share(w, width), height: share(h, height) }}
                onClick={() => quiz.pick(id)}
              >
                <kbd>{i + 1}</kbd>
              </span>
            ))}
          </div>
        )
      })}
    </>
  )
}
