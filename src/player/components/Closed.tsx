import { useEffect, useRef } from 'preact/hooks'
import { usePlayer } from './context'
import { SupportLink } from './Support'

/** After Save and exit: nothing is left to do here but to close the window, which a page may not do itself. */
export function Closed() {
  const { player, t, report } = usePlayer()
  const heading = useRef<HTMLHeadingElement>(null)
  const state = player.closed.value
  useEffect(() => heading.current?.focus(), [])
  return (
    <main class="plain-page">
      <h1 tabIndex={-1} ref={heading}>
        {player.module.title}
      </h1>
      <p role="status">
        {state === 'closing'
          ? t.closing
          : state === 'saved'
            ? t.closedSaved
            : player.learning.session.keepsHere()
              ? t.closedKept
              : t.closedLost}
      </p>
      {state !== 'closing' && state !== 'saved' && <SupportLink t={t} report={report} />}
    </main>
  )
}
