/**
 * Keys for all of it. Pure enough to test: an event and the player in, a verb called or not. A key that a focused control needs
 * for itself is never taken from it.
 */
import { keys } from './keys'
import type { Player } from './models/player'

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'target' | 'defaultPrevented' | 'repeat'>

/** True where the key was for the player: the event should then go no further. */
export function handleKey(player: Player, event: Keys): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false
  if (player.dialog.value || player.closed.value) return false
  if (belongsToFocus(event.target, event.key)) return false
  const key = event.key.toLowerCase()
  const pressed = event.shiftKey && key.startsWith('arrow') ? `shift+${key}` : key
  const page = player.page.value === 'screen' && player.reading.value ? 'read' : player.page.value
  const found = keys.find((one) => one.on.includes(pressed) && (!one.page || one.page === page))
  return found?.run !== undefined && found.run(player, pressed, event.repeat) !== false
}

/** Buttons and links need Space and Enter, fields what is typed, radio buttons their arrows. */
function belongsToFocus(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false
  const press = key === 'Enter' || key === ' '
  if (target.closest('button, a, summary')) return press
  const field = target.closest('input, select, textarea')
  if (!field) return false
  const type = field instanceof HTMLInputElement ? field.type : 'select'
  if (type === 'radio' || type === 'checkbox') return key === ' ' || key.startsWith('Arrow')
  return type !== 'text' || key !== 'Enter'
}
