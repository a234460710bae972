import type { Signal } from '@preact/signals'
import { SIZES, SPEEDS, THEMES } from '../models/preferences'
import { usePlayer } from './context'
import { Dialog } from './Dialog'

/** How it is told and what it looks like, as the learner likes it. Every change shows at once, and is kept on this device. */
export function Settings() {
  const { player, t } = usePlayer()
  const { prefs, canSpeak, speaking, fullScreen } = player
  return (
    <Dialog title={t.settings} class="settings" t={t} close={player.closeDialog}>
      <form method="dialog">
        <Choice of={prefs.speed} among={SPEEDS} label={t.speedOf} name={(times) => t.times(times)} />
        <Choice of={prefs.captionSize} among={SIZES} label={t.captionSize} name={(size) => t.sizeName(SIZES.indexOf(size))} />
        <Choice of={prefs.theme} among={THEMES} label={t.theme} name={t.themeName} />
        <Switch of={prefs.captions} label={t.captions} fixed={speaking.value ? null : true} note={t.captionsStay} />
        <Switch of={prefs.sound} label={t.sound} fixed={canSpeak.value ? null : false} note={t.noVoice} />
        <Switch of={prefs.autoplay} label={t.autoplay} />
        <Switch of={prefs.still} label={t.still} fixed={player.deviceStill.value ? true : null} note={t.stillDevice} />
      </form>
      <div class="dialog-foot">
        {fullScreen && (
          <button type="button" class="secondary" onClick={() => fullScreen.toggle()}>
            {fullScreen.on.value ? t.leaveFullScreen : t.fullScreen}
          </button>
        )}
        <button type="button" class="secondary" onClick={() => (player.dialog.value = 'keys')}>
          {t.keys}
        </button>
      </div>
    </Dialog>
  )
}

interface ChoiceProps<T> {
  readonly of: Signal<T>
  readonly among: readonly T[]
  readonly label: string
  readonly name: (one: T) => string
}

function Choice<T extends string | number>({ of, among, label, name }: ChoiceProps<T>) {
  return (
    <label>
      {label}
      <select value={among.indexOf(of.value)} onChange={(event) => (of.value = among[Number(event.currentTarget.value)] ?? of.value)}>
        {among.map((one, i) => (
          <option key={one} value={i}>
            {name(one)}
          </option>
        ))}
      </select>
    </label>
  )
}

interface SwitchProps {
  readonly of: Signal<boolean>
  readonly label: string
  /** What it is, where there is nothing to choose; the note says why. */
  readonly fixed?: boolean | null
  readonly note?: string
}

function Switch({ of, label, fixed = null, note }: SwitchProps) {
  return (
    <label>
      <span>
        {label}
        {fixed !== null && <small>{note}</small>}
      </span>
      <input
        type="checkbox"
        role="switch"
        checked={fixed ?? of.value}
        disabled={fixed !== null}
        onChange={(event) => (of.value = event.currentTarget.checked)}
      />
    </label>
  )
}
