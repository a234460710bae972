import { useComputed } from '@preact/signals'
import { Beats } from './Beats'
import { usePlayer } from './context'
import { Icon } from './Icon'
import { Saved } from './Saved'
import { minutes } from './time'

/** Play, step, where in the screen, and how it is told. */
export function Dock() {
  const { player, t } = usePlayer()
  const { playback, prefs } = player
  const { length } = playback.screen.value.stage.wide
  const second = useComputed(() => minutes(playback.spot.value.time))
  const asking = playback.asking.value
  const waits = !playback.playing.value && playback.over.value && playback.at.value.beat + 1 === playback.screen.value.beats.length
  const label = playback.trying.value
    ? t.goOn
    : asking
      ? asking.chosen
        ? t.goOn
        : t.guessFirst
      : playback.playing.value
        ? t.pause
        : waits
          ? t.playNext
          : t.play
  const last = playback.screen.value.beats.length
  return (
    <footer class="dock">
      <button type="button" class="go" aria-label={label} onClick={() => player.toggle()}>
        <Icon
          name={playback.trying.value ? 'play' : asking ? (asking.chosen ? 'play' : 'ask') : playback.playing.value ? 'pause' : 'play'}
        />
      </button>
      <button type="button" class="icon" aria-label={t.previousBeat} onClick={() => player.step(-1)}>
        <Icon name="prev" />
      </button>
      <Beats />
      <span class="sr">{t.beatOf(playback.at.value.beat + 1, last)}</span>
      <span class="t">
        {second}
        <span class="of"> / {minutes(length)}</span>
      </span>
      <button type="button" class="icon" aria-label={t.nextBeat} onClick={() => player.step(1)}>
        <Icon name="next" />
      </button>
      <span class="more">
        <button type="button" class="word" aria-label={t.speed(prefs.speed.value)} onClick={() => prefs.nextSpeed()}>
          {t.times(prefs.speed.value)}
        </button>
        <CaptionsButton />
        <SoundButton />
        <button
          type="button"
          class="icon"
          aria-label={t.settings}
          aria-haspopup="dialog"
          onClick={() => (player.dialog.value = 'settings')}
        >
          <Icon name="settings" />
        </button>
        {player.fullScreen && (
          <button
            type="button"
            class="icon"
            aria-label={player.fullScreen.on.value ? t.leaveFullScreen : t.fullScreen}
            onClick={() => player.fullScreen?.toggle()}
          >
            <Icon name={player.fullScreen.on.value ? 'shrink' : 'grow'} />
          </button>
        )}
      </span>
      <Modes />
      <Saved />
    </footer>
  )
}

/** Watch or Read: the one that is open is underlined. Where there is little room, only the other one stands. */
export function Modes() {
  const { player, t } = usePlayer()
  const mode = (read: boolean) => (
    <button type="button" class="word" aria-pressed={player.reading.value === read} onClick={() => player.read(read)}>
      {read ? t.read : t.watch}
    </button>
  )
  return (
    <span class="modes" role="group" aria-label={t.watchOrRead}>
      {mode(false)}
      {mode(true)}
    </span>
  )
}

function CaptionsButton() {
  const { player, t } = usePlayer()
  const on = player.captioned.value
  const stays = !player.speaking.value
  return (
    <button
      type="button"
      class="word"
      aria-pressed={on}
      aria-disabled={stays}
      aria-label={`${t.captionsShort} ${t.captions}`}
      title={stays ? t.captionsStay : t.captions}
      onClick={() => stays || (player.prefs.captions.value = !on)}
    >
      {t.captionsShort}
    </button>
  )
}

function SoundButton() {
  const { player, t } = usePlayer()
  const on = player.speaking.value
  const can = player.canSpeak.value
  return (
    <button
      type="button"
      class="icon"
      aria-pressed={on}
      aria-disabled={!can}
      aria-label={t.sound}
      title={can ? t.sound : t.noVoice}
      onClick={() => can && (player.prefs.sound.value = !on)}
    >
      <Icon name={on ? 'sound' : 'mute'} />
    </button>
  )
}
