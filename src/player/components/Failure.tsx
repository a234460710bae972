import type { Messages } from '../messages/messages'
import { SupportLink } from './Support'

interface Props {
  readonly t: Messages
  /** What the session or the parser said: for whoever runs the LMS. Text, never markup. */
  readonly reason: string
  readonly report: () => string
  /** The report stands open. */
  readonly debug: boolean
  /** Absent where there is nothing to go on with. */
  readonly goOn?: () => void
}

/** When the player cannot start: what happened, what to do, and the way on that is left. */
export function Failure({ t, reason, report, debug, goOn }: Props) {
  return (
    <main class="plain-page">
      <h1 tabIndex={-1}>{goOn ? t.cannotOpen : t.broken}</h1>
      <p>{goOn ? t.cannotOpenWhy : t.brokenWhy}</p>
      {goOn && <p>{t.whatToDo}</p>}
      <pre>{reason}</pre>
      {goOn && (
        <button type="button" class="primary" onClick={goOn}>
          {t.withoutSaving}
        </button>
      )}
      <SupportLink t={t} report={report} debug={debug} />
    </main>
  )
}
