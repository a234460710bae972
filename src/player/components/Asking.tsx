import { useEffect, useRef } from 'preact/hooks'
import type { PredictionOption } from '../../model/course'
import type { Asking as AskingNow } from '../models/playback'
import { Check } from './Check'
import { usePlayer } from './context'
import { Icon } from './Icon'
import { Markup } from './Markup'

/** What stops the clock: a guess before it is told, or a check. */
export function Asking({ asking }: { readonly asking: AskingNow }) {
  const { check } = asking.prediction
  return check ? <Check question={check} /> : <Guess asking={asking} />
}

/** A prediction: asked before it is told, unscored, answered by one key. All options look alike until one is chosen. */
function Guess({ asking }: { readonly asking: AskingNow }) {
  const { player, t } = usePlayer()
  const { prediction, chosen } = asking
  const heading = useRef<HTMLHeadingElement>(null)
  const on = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const to = chosen ? on.current : heading.current
    to?.focus({ preventScroll: true })
    to?.scrollIntoView?.({ block: 'nearest' })
  }, [prediction, chosen])
  return (
    <section class="asking" aria-labelledby="asks" data-options={prediction.options.length}>
      {prediction.from && <p class="from">{t.recall(prediction.from)}</p>}
      <h2 id="asks" tabIndex={-1} ref={heading}>
        <Markup html={prediction.question} />
      </h2>
      <ol>
        {prediction.options.map((option, i) => (
          <li key={option.id}>{chosen ? <Told option={option} n={i + 1} chosen={chosen} /> : <Open option={option} n={i + 1} />}</li>
        ))}
      </ol>
      {chosen ? (
        <button type="button" class="primary" ref={on} onClick={() => player.toggle()}>
          {t.goOn} <kbd aria-hidden="true">{t.keyEnter}</kbd>
        </button>
      ) : (
        <div class="hint">
          <span>{t.notGraded}</span>
          <span class="hint-keys" aria-hidden="true">
            {prediction.options.map((option, i) => (
              <kbd key={option.id}>{i + 1}</kbd>
            ))}
            {t.keysAnswer}
          </span>
          <button type="button" class="skip" onClick={() => player.toggle()}>
            <kbd aria-hidden="true">{t.keyEnter}</kbd>
            <span>{t.keysSkip}</span>
          </button>
        </div>
      )}
    </section>
  )
}

interface OptionProps {
  readonly option: PredictionOption
  readonly n: number
}

function Open({ option, n }: OptionProps) {
  const { player } = usePlayer()
  return (
    <button type="button" class="option" onClick={() => player.playback.answer(option.id)}>
      <kbd aria-hidden="true">{n}</kbd>
      <Markup html={option.html} />
    </button>
  )
}

/** Feedback stands under what was chosen and what is right; shape and word say which is which. */
function Told({ option, n, chosen }: OptionProps & { readonly chosen: string }) {
  const { t } = usePlayer()
  const mine = option.id === chosen
  if (!mine && !option.right)
    return (
      <div class="option off">
        <kbd aria-hidden="true">{n}</kbd>
        <Markup html={option.html} />
      </div>
    )
  return (
    <div class={`option told${mine ? ' mine' : ''}${option.right ? '' : ' wrong'}`}>
      <kbd aria-hidden="true">{n}</kbd>
      <div>
        <Markup html={option.html} />
        <span class="verdict">
          <Icon name={option.right ? 'check' : 'cross'} />
          {option.right ? (mine ? t.yourAnswerRight : t.right) : t.yourAnswer}
        </span>
        <Markup as="p" html={option.feedback} />
      </div>
    </div>
  )
}
