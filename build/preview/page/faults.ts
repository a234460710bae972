/** The switches of the launch page: what goes wrong from now on, and the end of the tab. */
import { COOKIE, faults, type Fault } from '../faults'
import { byId } from './dom'

export interface Faults {
  on(): readonly Fault[]
  /** The content has come and calls: from now on its own files meet the faults too. Before, it could not even load. */
  begun(): void
  /** What to do when the tab is to die. */
  onKill(kill: () => void): void
}

/** `folder`: where the files of the package lie on this server. */
export function createFaults(folder: string): Faults {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('#faults input')]
  const said = byId('faults-said')
  const state = { begun: false }
  const on = (): readonly Fault[] => faults.flatMap(({ id }) => (inputs.some((one) => one.checked && one.value === id) ? [id] : []))
  const tell = (): void => {
    const now = on()
    // Files of a package are asked for by the package; a cookie for its folder is all that goes with them.
    const value = state.begun ? now.join('.') : ''
    document.cookie = `${COOKIE}=${value}; path=${folder}; SameSite=Strict${value === '' ? '; max-age=0' : ''}`
    byId('faults').classList.toggle('on', now.length > 0)
    said.textContent = faults
      .filter(({ id }) => now.includes(id))
      .map(({ what }) => what)
      .join(' ')
  }
  const change = (): void => {
    tell()
    const url = new URL(location.href)
    const text = on().join(',')
    if (text === '') url.searchParams.delete('fault')
    else url.searchParams.set('fault', text)
    history.replaceState(null, '', url)
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name=fault]')) input.value = text
  }
  for (const input of inputs) input.addEventListener('change', change)
  tell()
  return {
    on,
    begun() {
      if (state.begun) return
      state.begun = true
      tell()
    },
    onKill: (kill) => byId('kill').addEventListener('click', kill),
  }
}
