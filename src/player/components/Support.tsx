import { useSignal } from '@preact/signals'
import { useMemo, useRef } from 'preact/hooks'
import type { Messages } from '../messages/messages'
import { Dialog } from './Dialog'

interface Props {
  readonly t: Messages
  readonly report: () => string
  readonly close: () => void
}

/** The report as it is copied, so that whoever passes it on can read what that is. */
export function Support({ t, report, close }: Props) {
  const field = useRef<HTMLTextAreaElement>(null)
  const text = useMemo(report, [])
  const said = useSignal('')
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      said.value = t.copied
    } catch {
      // Refused in frames without permission, and absent without TLS.
      field.current?.focus()
      field.current?.select()
      said.value = t.copyRefused
    }
  }
  return (
    <Dialog title={t.support} class="keys" t={t} close={close}>
      <p class="note">{t.supportWhy}</p>
      <textarea ref={field} readOnly rows={14} aria-label={t.support} value={text} />
      <div class="dialog-foot">
        <button type="button" class="primary" autofocus onClick={() => void copy()}>
          {t.copy}
        </button>
        <span role="status">{said}</span>
      </div>
    </Dialog>
  )
}

/** Where nothing else of the player stands. */
export function SupportLink({ t, report, debug = false }: Omit<Props, 'close'> & { readonly debug?: boolean }) {
  const open = useSignal(debug)
  return (
    <>
      <button type="button" class="link" onClick={() => (open.value = true)}>
        {t.support}
      </button>
      {open.value && <Support t={t} report={report} close={() => void (open.value = false)} />}
    </>
  )
}
