/**
 * The device's own voice. Where it reports words, they are followed; where it does not, they are estimated by time. What the
 * scene shows chases what is said: never backwards, and never so fast that a move is jumped over.
 */
import type { Ms } from '../../../model/units'
import type { PlayerClock } from '../clock'
import { endOf, timeOfWord, WORD, wordsOf, type Spot } from '../scene-time'
import type { Narrator, Telling } from './narrator'
import type { Speaker } from './speaker'

/** No sound after this long: the voice is not coming. */
const SILENT_TOO_LONG: Ms = 3000
/** A voice may take this many times as long as estimated before it counts as stuck. */
const STUCK = 3
/** How much faster than natural the scene may run to catch up with the voice. */
const CHASE = 3

export function createSpeechNarrator(clock: PlayerClock, speaker: Speaker): Narrator {
  return {
    kind: 'speech',
    tell(telling) {
      const { beat, from, speed } = telling
      const words = wordsOf(beat)
      const first = Math.floor(from.word)
      // Before its first word a beat may be silent; a beat entered later has had that silence.
      const silence = from.word > 0 ? 0 : Math.max(0, beat.start + beat.lead - from.time) / speed
      const follow = followWords(telling, clock, words.length)
      const ways: (() => void)[] = []
      const stop = (): void => ways.forEach((way) => way())
      const fail = (): void => {
        stop()
        telling.failed()
      }
      const isStuck = (after: Ms, unless: () => boolean, then?: () => void): void =>
        void ways.push(clock.after(after, () => (unless() ? then?.() : fail())))
      const speak = (): void => {
        if (first >= words.length) return follow.ended()
        ways.push(
          speaker.speak(words.slice(first).join(' '), speed, {
            started: follow.started,
            reached: (character) => follow.reached(first + wordAt(words, first, character)),
            ended: follow.ended,
            failed: fail,
          }),
        )
        isStuck(SILENT_TOO_LONG, follow.isStarted, () => isStuck(((words.length - first) * WORD * STUCK) / speed, follow.isEnded))
      }
      ways.push(clock.after(silence, speak), chase(telling, clock, follow.heard, stop))
      return stop
    },
  }
}

/** Keeps account of how many words were said by now. */
function followWords({ from, speed }: Telling, clock: PlayerClock, count: number) {
  let word = from.word
  let since: Ms | null = null
  let tells = false
  let over = false
  return {
    started: () => void (since = clock.now()),
    isStarted: () => since !== null || over,
    isEnded: () => over,
    reached(at: number) {
      tells = true
      word = Math.max(word, at)
      since = clock.now()
    },
    ended() {
      over = true
    },
    /** Words said; `count` only when the voice has ended. */
    heard(): number {
      if (over) return count
      const guessed = since === null ? 0 : ((clock.now() - since) * speed) / WORD
      return Math.min(word + Math.min(guessed, tells ? 0.95 : Infinity), count - 0.05)
    },
  }
}

/** Runs the scene after the voice, and after the last word to the end of the beat. */
function chase({ beat, from, speed, report, done }: Telling, clock: PlayerClock, heard: () => number, stop: () => void): () => void {
  const end = endOf(beat)
  let spot: Spot = from
  let last = clock.now()
  return clock.onFrame(() => {
    const real = clock.now() - last
    last = clock.now()
    const word = Math.max(spot.word, heard())
    const said = word >= end.word
    const goal = said ? spot.time + real * speed : timeOfWord(beat, word)
    const behind = said && spot.time < timeOfWord(beat, end.word)
    const most = spot.time + real * speed * (behind || !said ? CHASE : 1)
    spot = { word, time: Math.min(end.time, Math.max(spot.time, behind ? most : Math.min(goal, most))) }
    report(spot)
    if (!said || spot.time < end.time) return
    stop()
    done()
  })
}

/** The word that a character of the spoken text lies in. */
function wordAt(words: readonly string[], first: number, character: number): number {
  let end = 0
  for (let i = first; i < words.length; i++) {
    end += words[i]!.length + 1
    if (character < end) return i - first
  }
  return words.length - first - 1
}
