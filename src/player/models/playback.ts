/**
 * One screen after another, beat by beat: where the learner stands, what plays, what is asked. Everything that moves a learner
 * goes through `stand`, everything that plays through `run`.
 */
import { batch, computed, signal, type ReadonlySignal } from '@preact/signals'
import type { Prediction } from '../../model/course'
import type { Response } from '../../model/quiz'
import type { Ms, OptionId } from '../../model/units'
import type { PlayerClock } from './clock'
import type { Learning } from './learning'
import type { Narrator } from './narrators/narrator'
import { endOf, lastMoment, startOf, type Spot } from './scene-time'

/** Between two screens nothing moves for a moment, and the LMS is told. */
const BETWEEN: Ms = 1100
/** Going back within this much of a beat's start goes to the beat before. */
const JUST_BEGUN: Ms = 1500

export interface Asking {
  readonly prediction: Prediction
  /** Null until answered; a check has no single option, and says `check`. */
  readonly chosen: OptionId | null
}

export interface PlaybackDeps {
  readonly learning: Learning
  readonly clock: PlayerClock
  /** Who tells the next beat. */
  readonly narrator: ReadonlySignal<Narrator>
  readonly speed: ReadonlySignal<number>
  readonly reducedMotion: ReadonlySignal<boolean>
  /** False where a screen's end waits for the learner. */
  readonly autoplay: ReadonlySignal<boolean>
  /** Where the caption of the beat being told turns its page. */
  readonly breaks: () => readonly number[]
  /** The voice died: from now on somebody else is the narrator. */
  readonly voiceFailed: () => void
  /** The last screen was done, or left forwards. */
  readonly ended: () => void
}

export type Playback = ReturnType<typeof createPlayback>

export function createPlayback({ learning, clock, narrator, speed, reducedMotion, autoplay, breaks, voiceFailed, ended }: PlaybackDeps) {
  const { screens } = learning.module
  const at = signal({ screen: 0, beat: 0 })
  const spot = signal<Spot>({ word: 0, time: 0 })
  const playing = signal(false)
  const asking = signal<Asking | null>(null)
  /** The switches of the screen are offered; `chosen` is the case that plays, null before one was. */
  const trying = signal<{ readonly chosen: number | null } | null>(null)
  const caseTime = signal<Ms>(0)
  /** While true a screen's end is an end: the learner only came to look something up. */
  const lookingUp = signal(false)
  const screen = computed(() => screens[at.value.screen]!)
  const beat = computed(() => screen.value.beats[at.value.beat]!)
  /** The moment to paint. Without motion a beat is its last frame from the start. */
  const time = computed(() => (reducedMotion.value ? lastMoment(beat.value) : spot.value.time))
  let stop = (): void => undefined
  let arrived = clock.now()
  let visitSaid = false
  let asked: Ms = 0

  /** The word being said. Changes a few times a second, where `spot` changes with every frame. */
  const word = computed(() => Math.floor(spot.value.word))
  const over = computed(() => spot.value.time >= lastMoment(beat.value))
  function halt(): void {
    stop()
    stop = () => undefined
  }
  function stand(to: { readonly screen: number; readonly beat: number }, edge: 'start' | 'end' = 'start'): void {
    halt()
    const target = screens[to.screen]
    const there = target?.beats[to.beat]
    if (!target || !there) return
    if (to.screen !== at.value.screen) leave()
    batch(() => {
      at.value = to
      spot.value = edge === 'start' ? startOf(there) : endOf(there)
      asking.value = null
      trying.value = null
      learning.enter(target, to.beat)
    })
  }
  /** Says that a screen was visited, once a visit. */
  function leave(closing?: boolean): void {
    if (!visitSaid) learning.visited(screen.value, clock.now() - arrived, closing)
    arrived = clock.now()
    visitSaid = false
  }
  function run(): void {
    halt()
    playing.value = true
    learning.enter(screen.value, at.value.beat)
    const telling = beat.value
    stop = narrator.value.tell({
      beat: telling,
      from: spot.value,
      breaks: breaks(),
      speed: speed.value,
      report: (now) => void (spot.value = now),
      done: beatDone,
      failed() {
        voiceFailed()
        run()
      },
    })
  }
  function beatDone(): void {
    spot.value = endOf(beat.value)
    if (!ask()) goOn()
  }
  /** Asks what this beat asks, unless that was answered before. */
  function ask(): boolean {
    const prediction = beat.value.ask
    if (!prediction || learning.mine.value.predictions[prediction.id]) return false
    halt()
    asked = clock.now()
    asking.value = { prediction, chosen: null }
    return true
  }
  /** At the end of a screen that has switches one may try them, once each time it ends. */
  function offer(): boolean {
    if (trying.value || lookingUp.value || !screen.value.stage.cases.length) return false
    halt()
    trying.value = { chosen: null }
    return true
  }
  function choose(index: number): void {
    const one = screen.value.stage.cases[index]
    if (!one) return
    halt()
    const end = one.wide.length - 1
    let last = clock.now()
    trying.value = { chosen: index }
    caseTime.value = reducedMotion.value ? end : 0
    stop = clock.onFrame(() => {
      const now = clock.now()
      caseTime.value = Math.min(end, caseTime.value + (now - last) * speed.value)
      last = now
      if (caseTime.value === end) halt()
    })
  }
  /** From the end of a beat, playing, to whatever is next. At the end of a screen that may need a word of the learner's. */
  function goOn(asked = false): void {
    const { screen: s, beat: b } = at.value
    if (b + 1 < screen.value.beats.length) {
      stand({ screen: s, beat: b + 1 })
      return run()
    }
    if (lookingUp.value) return pause()
    if (offer()) return
    halt()
    trying.value = null
    leave()
    visitSaid = true
    if (!autoplay.value && !asked) return pause()
    stop = clock.after(asked ? 0 : BETWEEN, () => {
      if (s + 1 < screens.length) {
        stand({ screen: s + 1, beat: 0 })
        return run()
      }
      playing.value = false
      ended()
    })
  }
  function pause(): void {
    halt()
    if (playing.value) learning.keep()
    playing.value = false
  }
  function play(): void {
    if (asking.value || trying.value) return skip()
    if (!over.value) return run()
    playing.value = true
    if (!ask()) goOn(true)
  }
  /** Goes on after a prediction, or after trying; a prediction that was not answered counts as skipped. The reveal plays. */
  function skip(): void {
    const now = asking.value
    if (!now && !trying.value) return
    if (now && !now.chosen) learning.predict(now.prediction.id, 'skipped')
    asking.value = null
    playing.value = true
    goOn(trying.value !== null)
  }
  function forward(): void {
    const { screen: s, beat: b } = at.value
    const now = asking.value
    // Standing in the middle of a beat, the next step is to its end: nothing is stepped over.
    if (!now && !playing.value && !over.value) return stand(at.value, 'end')
    if (now && !now.chosen) learning.predict(now.prediction.id, 'skipped')
    else if (!now && ask()) return void (spot.value = endOf(beat.value))
    if (b + 1 < screen.value.beats.length) return arrive({ screen: s, beat: b + 1 })
    if (lookingUp.value || offer()) return
    if (s + 1 < screens.length) return arrive({ screen: s + 1, beat: 0 })
    pause()
    leave()
    visitSaid = true
    ended()
  }
  function back(): void {
    const { screen: s, beat: b } = at.value
    const restart = playing.value && !asking.value && spot.value.time - beat.value.start > JUST_BEGUN
    if (restart || trying.value) return arrive({ screen: s, beat: b })
    if (b > 0) return arrive({ screen: s, beat: b - 1 })
    const before = screens[s - 1]
    arrive(before ? { screen: s - 1, beat: before.beats.length - 1 } : { screen: s, beat: 0 })
  }
  function answered(right: boolean, chosen: OptionId, response: Response): void {
    const now = asking.value
    if (!now || now.chosen) return
    learning.predict(now.prediction.id, right ? 'right' : 'wrong', response, clock.now() - asked)
    learning.keep()
    asking.value = { ...now, chosen }
  }
  /** Stepping while it plays goes on playing there; stepping while it stands shows what the beat comes to. */
  function arrive(to: { readonly screen: number; readonly beat: number }): void {
    const on = playing.value
    stand(to, on ? 'start' : 'end')
    if (on) run()
  }

  return {
    /** Where the learner stopped last time. Nothing is entered by opening a module. */
    wakeAt(to: { readonly screen: number; readonly beat: number }): void {
      const there = screens[to.screen]?.beats[to.beat]
      if (!there) return
      at.value = to
      spot.value = startOf(there)
    },
    at,
    screen,
    beat,
    spot,
    time,
    playing,
    asking,
    lookingUp,
    trying,
    caseTime,
    choose,
    word,
    over,
    stand,
    play,
    pause,
    skip,
    toggle: (): void => (asking.value || trying.value ? skip() : playing.value ? pause() : play()),
    step: (by: 1 | -1): void => (by > 0 ? forward() : back()),
    /** To the start of another screen of the module, playing. */
    goTo(index: number, beatIndex = 0): void {
      stand({ screen: index, beat: beatIndex })
      run()
    },
    /** A new narrator, speed or caption size takes over from where the old one stood. */
    retell: (): void => void (playing.value && !asking.value && !over.value && run()),
    answer(option: OptionId): void {
      const chosen = asking.value?.prediction.options.find(({ id }) => id === option)
      if (chosen) answered(chosen.right, option, { kind: 'choice', option })
    },
    /** The end of the screen was reached in Read: it is seen, and the visit said, as at the end of the last beat. */
    readToEnd(): void {
      if (learning.readAll(screen.value)) visitSaid = false
      leave()
      visitSaid = true
    },
    /** A check was answered, by whatever its kind takes. */
    answerCheck: (right: boolean, response: Response): void => answered(right, 'check', response),
    /** The learner goes to the quiz or the end, or closes the page: the screen was left. */
    leaveScreens(closing?: boolean): void {
      pause()
      asking.value = null
      trying.value = null
      leave(closing)
      visitSaid = true
    },
    /** Comes back to the screens from elsewhere. */
    arrived(): void {
      arrived = clock.now()
      visitSaid = false
    },
  }
}
