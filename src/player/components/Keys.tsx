import { keys, type Binding } from '../keys'
import { usePlayer } from './context'
import { Dialog } from './Dialog'

/** The list of keys, on `?`: each once, whatever page it is for. */
export function Keys() {
  const { player, t } = usePlayer()
  const listed = keys.filter((key, i) => keys.findIndex(({ what }) => what === key.what) === i)
  return (
    <Dialog title={t.keys} class="keys" t={t} close={player.closeDialog}>
      <dl>
        {listed.map(
          ({ shown, what }) =>
            (what !== 'keyFullScreen' || player.fullScreen) && (
              <div key={what}>
                <dt>
                  {shown
                    .split(' ')
                    .map((key) => (key === '–' ? ' – ' : <kbd key={key}>{key.startsWith('key') ? t[key as Binding['what']] : key}</kbd>))}
                </dt>
                <dd>{t[what]}</dd>
              </div>
            ),
        )}
      </dl>
      <div class="dialog-foot">
        <button type="button" class="link" onClick={() => (player.dialog.value = 'support')}>
          {t.support}
        </button>
      </div>
    </Dialog>
  )
}
