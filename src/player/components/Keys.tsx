import { usePlayer } from './context'
import { Dialog } from './Dialog'

/** The list of keys, on `?`. */
export function Keys() {
  const { player, t } = usePlayer()
  return (
    <Dialog title={t.keys} class="keys" t={t} close={player.closeDialog}>
      <dl>
        {Object.entries(t.keyList).map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys.split(' ').map((key) => (key === '–' ? ' – ' : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div class="dialog-foot">
        <button type="button" class="link" onClick={() => (player.dialog.value = 'support')}>
          {t.support}
        </button>
      </div>
    </Dialog>
  )
}
