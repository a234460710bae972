import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Messages } from '../messages/messages'
import { Icon } from './Icon'

interface Props {
  readonly title: string
  readonly class: string
  readonly t: Messages
  readonly close: () => void
  readonly children: ComponentChildren
}

/** A native dialog: it traps focus, closes on Esc and gives focus back by itself. A click beside it closes it too. */
export function Dialog({ title, class: name, t, close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const element = dialog.current
    if (element && !element.open) element.showModal?.()
    return () => element?.close?.()
  }, [])
  return (
    <dialog
      ref={dialog}
      class={name}
      aria-labelledby="dialog-title"
      // One that made room for another is closed too, a moment later, and must not take the other with it.
      onClose={(event) => event.currentTarget.isConnected && close()}
      onClick={(event) => event.target === dialog.current && close()}
    >
      <div class="dialog-body">
        <div class="dialog-head">
          <h2 id="dialog-title">{title}</h2>
          <button type="button" class="icon" aria-label={t.close} onClick={close}>
            <Icon name="cross" />
          </button>
        </div>
        {children}
      </div>
    </dialog>
  )
}
