/**
 * Places in the address, after `#`. For people and other pages: `ice-checks`, `ice-checks/4` (beats count from 1, as the player counts
 * them), `read/ice-checks`, `read/ice-checks/4`. For the contact sheet and the visual lint: `screen=<id>&beat=<n>&end`, where beats count
 * from 0 and `end` is the beat's last frame, else its first; `case=<n>` is a position of the screen's switches. `&theme=dark` may follow any of
 * them. Watch stands still there.
 */
import type { Player } from './models/player'
import { THEMES } from './models/preferences'

export function followDeepLink(player: Player, hash: string): boolean {
  const [, place = '', rest = ''] = /^#?([^=&]*)(?:&(.*))?$/.exec(hash) ?? []
  const wanted = new URLSearchParams(place ? rest : hash.replace(/^#/, ''))
  const theme = THEMES.find((one) => one === wanted.get('theme'))
  if (theme) player.prefs.theme.value = theme
  const [, read, id = wanted.get('screen'), nth] = /^(read\/)?([^/]+)(?:\/(\d+))?$/.exec(place) ?? []
  const screen = player.module.screens.findIndex((one) => one.id === id)
  if (screen < 0) return false
  const last = player.module.screens[screen]!.beats.length - 1
  const beat = Math.min(Math.max(0, (nth ? Number(nth) - 1 : Number(wanted.get('beat'))) || 0), last)
  if (read) player.readMoment(screen, beat)
  else player.showMoment(screen, beat, wanted.has('end') ? 'end' : 'start')
  if (wanted.has('case')) player.playback.choose(Number(wanted.get('case')))
  return true
}
