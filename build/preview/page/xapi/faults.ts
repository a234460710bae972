/** The switches of the launch page: what the LRS does from now on. The server holds them, for the content's requests carry no cookie. */
import { lrsFaults, type LrsFault } from '../../faults'
import { byId } from '../dom'

export interface LrsFaults {
  /** The server knows what is on. */
  ready(): Promise<void>
  /** What to do when the tab is to die. */
  onKill(kill: () => void): void
}

export function createLrsFaults(address: string): LrsFaults {
  const inputs = [...document.querySelectorAll<HTMLInputElement>('#faults input')]
  const said = byId('faults-said')
  const on = (): readonly LrsFault[] => lrsFaults.flatMap(({ id }) => (inputs.some((one) => one.checked && one.value === id) ? [id] : []))
  const tell = async (): Promise<void> => {
    const now = on()
    byId('faults').classList.toggle('on', now.length > 0)
    said.textContent = lrsFaults
      .filter(({ id }) => now.includes(id))
      .map(({ what }) => what)
      .join(' ')
    await fetch(address, { method: 'POST', body: JSON.stringify({ on: now.join(',') }) })
  }
  const change = (): void => {
    const url = new URL(location.href)
    const text = on().join(',')
    if (text === '') url.searchParams.delete('fault')
    else url.searchParams.set('fault', text)
    history.replaceState(null, '', url)
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name=fault]')) input.value = text
    void tell()
  }
  for (const input of inputs) input.addEventListener('change', change)
  return { ready: tell, onKill: (kill) => byId('kill').addEventListener('click', kill) }
}
