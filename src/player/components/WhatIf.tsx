import { useEffect, useRef } from 'preact/hooks'
import { usePlayer } from './context'

/** The switches of a screen: what would have happened if. Each position plays its own scene; nothing is asked, nothing is required. */
export function WhatIf() {
  const { player, t } = usePlayer()
  const { playback } = player
  const { cases } = playback.screen.value.stage
  const chosen = playback.trying.value?.chosen ?? null
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const now = chosen === null ? undefined : cases[chosen]
  return (
    <section class="asking what-if" aria-label={t.whatIf('')}>
      {[...new Set(cases.map(({ whatIf }) => whatIf))].map((id, nth) => (
        <fieldset key={id}>
          <legend>
            <h2 tabIndex={-1} ref={nth ? null : heading}>
              {t.whatIf(cases.find(({ whatIf }) => whatIf === id)!.label)}
            </h2>
          </legend>
          {cases.map(
            (one, i) =>
              one.whatIf === id && (
                <label key={one.option} class={`option pickable${i === chosen ? ' mine' : ''}`}>
                  {/* A click, not a change: what is chosen may be played again. */}
                  <input type="radio" name="what-if" checked={i === chosen} onClick={() => playback.choose(i)} />
                  <kbd aria-hidden="true">{i + 1}</kbd>
                  <span>{one.option}</span>
                </label>
              ),
          )}
        </fieldset>
      ))}
      <p class="told-case" aria-live="polite">
        {now && [now.hint, now.description].filter(Boolean).join(': ')}
      </p>
      <button type="button" class="primary" onClick={() => player.toggle()}>
        {t.goOn} <kbd aria-hidden="true">{t.keyEnter}</kbd>
      </button>
    </section>
  )
}
