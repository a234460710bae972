/**
 * `#screen=<id>&beat=<n>&end&theme=dark`: a moment to look at, for the contact sheet and the visual lint. Beats count from 0;
 * with `end` it is the beat's last frame, else its first. Always paused.
 */
import type { Player } from './models/player'

export function followDeepLink(player: Player, hash: string): boolean {
  const wanted = new URLSearchParams(hash.replace(/^#/, ''))
  const theme = wanted.get('theme')
  if (theme === 'dark' || theme === 'light') player.prefs.theme.value = theme
  const screen = player.module.screens.findIndex(({ id }) => id === wanted.get('screen'))
  if (screen < 0) return false
  const last = player.module.screens[screen]!.beats.length - 1
  const beat = Math.min(Math.max(0, Number(wanted.get('beat')) || 0), last)
  player.showMoment(screen, beat, wanted.has('end') ? 'end' : 'start')
  return true
}
