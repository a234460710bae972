import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import { useSignal } from '@preact/signals'
import type { OrderQuestion } from '../../../model/quiz'
import type { Answering } from '../../models/answering'
import { usePlayer } from '../context'
import { Icon } from '../Icon'
import { Markup } from '../Markup'
import { plainText } from './plain-text'

/** Items with buttons up and down; by digits, one takes an item up and the next says where it goes. Nothing needs dragging. */
export function OrderOptions({ question, quiz }: { readonly question: OrderQuestion; readonly quiz: Answering }) {
  const { t } = usePlayer()
  const { picked } = quiz.draft.value
  const list = useRef<HTMLOListElement>(null)
  const announced = useSignal('')
  const grabbed = quiz.grabbed.value
  useEffect(() => {
    if (grabbed !== null) announced.value = t.takenUp(grabbed + 1)
  }, [grabbed])

  // Moving an item takes its button out of the page for a moment, and focus with it: it is given back, to be pressed again.
  const moved = useRef<{ readonly to: number; readonly by: -1 | 1 } | null>(null)
  useLayoutEffect(() => {
    if (!moved.current) return
    const { to, by } = moved.current
    moved.current = null
    const buttons = [...(list.current?.children[to]?.querySelectorAll('button') ?? [])]
    const wanted = buttons.find((button) => button.classList.contains(by < 0 ? 'up' : 'down') && !button.disabled)
    ;(wanted ?? buttons.find((button) => !button.disabled))?.focus()
  }, [picked])
  const move = (from: number, by: -1 | 1): void => {
    moved.current = { to: from + by, by }
    quiz.move(from, from + by)
    announced.value = t.movedTo(from + by + 1)
  }
  return (
    <fieldset>
      <legend>{t.putInOrder}</legend>
      <ol class="ordering" ref={list}>
        {picked.map((id, i) => {
          const item = question.items.find((o) => o.id === id)
          const name = plainText(item?.html ?? '')
          return (
            item && (
              <li key={id} class={`row${grabbed === i ? ' picked' : ''}`}>
                <kbd aria-hidden="true">{i + 1}</kbd>
                <Markup html={item.html} />
                <span class="updown">
                  <button type="button" class="icon up" disabled={i === 0} aria-label={t.moveUp(name)} onClick={() => move(i, -1)}>
                    <Icon name="up" />
                  </button>
                  <button
                    type="button"
                    class="icon down"
                    disabled={i === picked.length - 1}
                    aria-label={t.moveDown(name)}
                    onClick={() => move(i, 1)}
                  >
                    <Icon name="down" />
                  </button>
                </span>
              </li>
            )
          )
        })}
      </ol>
      <p class="sr" aria-live="polite">
        {announced}
      </p>
    </fieldset>
  )
}
