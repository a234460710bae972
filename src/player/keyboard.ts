/**
 * Keys for all of it. Pure enough to test: an event and the player in, a verb called or not. A key that a focused control needs
 * for itself is never taken from it.
 */
import type { Player } from './models/player'

type Keys = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey' | 'target' | 'defaultPrevented' | 'repeat'>

/** True where the key was for the player: the event should then go no further. */
export function handleKey(player: Player, event: Keys): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return false
  if (player.dialog.value || player.closed.value) return false
  const { key } = event
  if (belongsToFocus(event.target, key)) return false
  return (
    general(player, key) ||
    (player.page.value !== 'screen' ? inQuiz(player, key) : player.reading.value ? inRead(player, event) : onScreen(player, event))
  )
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

function general(player: Player, key: string): boolean {
  const { prefs } = player
  switch (key) {
    case 'o':
    case 'O':
      player.dialog.value = 'outline'
      return true
    case 'd':
    case 'D':
      player.dialog.value = 'support'
      return true
    case '/':
      player.dialog.value = 'find'
      return true
    case 'r':
    case 'R':
      player.read(!player.reading.value)
      return player.page.value === 'screen'
    case '?':
      player.dialog.value = 'keys'
      return true
    case 'c':
    case 'C':
      // Without a voice captions stay on: they are the narration.
      if (player.speaking.value) prefs.captions.value = !prefs.captions.value
      return true
    case 's':
    case 'S':
      if (player.canSpeak.value) prefs.sound.value = !prefs.sound.value
      return true
    case '<':
      prefs.faster(-1)
      return true
    case '>':
      prefs.faster(1)
      return true
    default:
      return false
  }
}

function onScreen(player: Player, { key, shiftKey, repeat }: Keys): boolean {
  const { playback, state } = player
  const asking = playback.asking.value
  const trying = playback.trying.value
  const check = asking?.chosen === null && asking.prediction.check ? player.check : null
  switch (key) {
    case ' ':
    case 'k':
    case 'K':
      // Space is for pausing; while a guess is waited for there is nothing to pause, and nothing should be skipped by accident.
      if (!repeat && !trying && (!asking || asking.chosen)) player.toggle()
      return true
    case 'Enter':
      if (repeat || (!asking && !trying && state.value !== 'ready')) return false
      if (check) check.answer()
      else player.toggle()
      return true
    case 'ArrowRight':
      if (shiftKey) player.stepScreen(1)
      else player.step(1)
      return true
    case 'ArrowLeft':
      if (shiftKey) player.stepScreen(-1)
      else player.step(-1)
      return true
    case 'PageDown':
      player.stepScreen(1)
      return true
    case 'PageUp':
      player.stepScreen(-1)
      return true
    default: {
      const digit = /^[1-9]$/.test(key) ? Number(key) : 0
      if (digit && check) check.digit(digit)
      if (digit && trying) playback.choose(digit - 1)
      if (check || trying) return digit > 0
      const option = asking?.prediction.options[Number(key) - 1]
      if (option) playback.answer(option.id)
      return option !== undefined
    }
  }
}

/** An article scrolls by the keys of the browser; only another screen is ours. */
function inRead(player: Player, { key, shiftKey }: Keys): boolean {
  if (!shiftKey || (key !== 'ArrowRight' && key !== 'ArrowLeft')) return false
  player.stepScreen(key === 'ArrowRight' ? 1 : -1)
  return true
}

function inQuiz(player: Player, key: string): boolean {
  if (player.page.value !== 'quiz') return false
  const { quiz } = player
  if (key === 'Enter') {
    if (quiz.page.value !== 'result') quiz.goOn()
    else if (!quiz.passed.value && quiz.canTry.value) quiz.start()
    else player.showEnd()
    return true
  }
  if (!/^\d$/.test(key)) return false
  quiz.digit(Number(key))
  return true
}
