import { usePlayer } from './context'
import { Dialog } from './Dialog'

/** The list of keys, on `?`. */
export function Keys() {
  const { t } = usePlayer()
  return (
    <Dialog title={t.keys} class="keys">
      <dl>
        {Object.entries(t.keyList).map(([keys, what]) => (
          <div key={keys}>
            <dt>{keys.split(' ').map((key) => (key === '–' ? ' – ' : <kbd key={key}>{key}</kbd>))}</dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
