import type { Messages } from '../messages/messages'
import { SupportLink } from './Support'

interface Props {
  readonly t: Messages
  /** Of a `SessionError`. */
  readonly code?: string
  readonly report: () => string
  /** The report stands open. */
  readonly debug: boolean
  /** Absent where there is nothing to go on with. */
  readonly goOn?: () => void
}

/** When the player cannot start: what happened, what to do, and the way on that is left. */
export function Failure({ t, code = '', report, debug, goOn }: Props) {
  return (
    <main class="plain-page">
      <h1 tabIndex={-1}>{goOn ? t.cannotOpen(code) : t.broken}</h1>
      <p>{goOn ? t.cannotOpenWhy(code) : t.brokenWhy}</p>
      {goOn && <p>{t.whatToDo(code)}</p>}
      {code === 'noAnswer' && (
        <button type="button" class="primary" onClick={() => location.reload()}>
          {t.tryAgain}
        </button>
      )}
      {goOn && (
        <button type="button" class="secondary" onClick={goOn}>
          {t.withoutSaving}
        </button>
      )}
      <SupportLink t={t} report={report} debug={debug} />
    </main>
  )
}
