import { useEffect, useRef } from 'preact/hooks'
import type { Delivery, Session } from '../../session/port'
import type { Messages } from '../messages/messages'
import { SupportLink } from './Support'

interface Props {
  readonly title: string
  readonly t: Messages
  readonly state: Delivery | 'closing'
  readonly session: Session
  readonly report: () => string
}

/** After Save and exit: nothing is left to do here but to close the window, which a page may not do itself. */
export function Closed({ title, t, state, session, report }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <main class="plain-page">
      <h1 tabIndex={-1} ref={heading}>
        {title}
      </h1>
      <p role="status">
        {state === 'closing' ? t.closing : state === 'saved' ? t.closedSaved : session.keepsHere() ? t.closedKept : t.closedLost}
      </p>
      {state !== 'closing' && state !== 'saved' && <SupportLink t={t} report={report} />}
    </main>
  )
}
