/** The whole player without a page: who narrates, what is open, where the learner is. Components only read it and call its verbs. */
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals'
import { shuffleOptions } from '../../model/draw'
import { grade } from '../../model/grade'
import type { Response } from '../../model/quiz'
import type { Delivery } from '../../session/port'
import { createAnswering } from './answering'
import type { PlayerClock } from './clock'
import { cuesOf, type Measure } from './cues'
import type { FullScreen } from './full-screen'
import { createLearning, type LearningDeps } from './learning'
import { createSilentNarrator } from './narrators/silent'
import type { Speaker } from './narrators/speaker'
import { createSpeechNarrator } from './narrators/speech'
import { createPlayback } from './playback'
import { createPreferences, type Keeper } from './preferences'
import { createQuizModel } from './quiz'
import { wordsOf } from './scene-time'

export type Page = 'screen' | 'quiz' | 'end'
export type State = 'ready' | 'playing' | 'paused' | 'asking' | 'trying' | 'reading' | 'quiz' | 'done'
export type DialogName = 'outline' | 'keys' | 'settings' | 'find' | 'print' | 'support'
/** What is printed: words and pictures, or words and what the pictures show. */
export type Paper = 'handout' | 'transcript'

export interface PlayerDeps extends LearningDeps {
  readonly clock: PlayerClock
  readonly keeper: Keeper
  /** The voice of this device for the course's language; null while there is none. */
  readonly speaker: ReadonlySignal<Speaker | null>
  /** What the device asks for. */
  readonly reducedMotion: ReadonlySignal<boolean>
  /** Null where the player may not fill the screen. */
  readonly fullScreen?: FullScreen | null
  /** The learner has been here before. */
  readonly resumed: boolean
  /** The LMS did not answer, and the learner chose to go on: nothing is kept. */
  readonly unsaved: boolean
  /** Opens the print dialog of the browser. */
  readonly print: () => void
}

export type Player = ReturnType<typeof createPlayer>

export function createPlayer(deps: PlayerDeps) {
  const { module, session, clock, speaker } = deps
  const learning = createLearning(deps)
  const prefs = createPreferences(deps.keeper, deps.settings)
  const reducedMotion = computed(() => deps.reducedMotion.value || prefs.still.value)
  const quiz = createQuizModel(learning, clock)

  const page = signal<Page>('screen')
  const started = signal(false)
  const dialog = signal<DialogName | null>(null)
  const closed = signal<Delivery | 'closing' | null>(null)
  const delivery = signal<Delivery>('saved')
  /** The quiz question (or result) a looked-up screen goes back to. */
  const lookup = signal(false)
  let lookedFrom: Page = 'quiz'
  /** Counts the learner's own moves to another screen or page: focus follows these, never the flow. */
  const moves = signal(0)
  /** Counts steps within a screen: what is stepped to is said aloud by a screen reader. */
  const steps = signal(0)
  const measure = signal<Measure | null>(null)
  /** A screen is read instead of watched. */
  const reading = signal(false)
  /** The beat at the reader's eye: where Watch goes on. One past the last is what is only read. */
  const eye = signal(0)
  /** What is laid out for the printer at this moment. */
  const paper = signal<Paper | null>(null)
  let wanted: Paper = 'handout'

  const voiceLost = signal(false)
  const canSpeak = computed(() => speaker.value !== null && !voiceLost.value)
  const speaking = computed(() => prefs.sound.value && canSpeak.value)
  const silent = createSilentNarrator(clock)
  const narrator = computed(() => (speaking.value && speaker.value ? createSpeechNarrator(clock, speaker.value) : silent))

  const playback = createPlayback({
    learning,
    clock,
    narrator,
    speed: prefs.speed,
    reducedMotion,
    autoplay: prefs.autoplay,
    breaks: () => (captioned.value ? cues.value.slice(1).map(({ from }) => from) : []),
    voiceFailed: () => void (voiceLost.value = true),
    ended: () => showAfterScreens(),
  })
  /** What an inline check is answered with. It is not kept: progress remembers whether it was right. */
  const given = signal<Response | undefined>(undefined)
  const asked = computed(() => playback.asking.value?.prediction.check)
  const check = createAnswering({
    question: asked,
    response: given,
    shown: computed(() => (asked.value ? shuffleOptions(asked.value, 0) : [])),
    answered(question, response) {
      given.value = response
      playback.answerCheck(grade(question, response) === 1, response)
    },
  })
  effect(() => {
    if (!asked.value) return
    given.value = undefined
    check.begin()
  })
  /** Captions may be off only while there is a voice: without one they are the narration. */
  const captioned = computed(() => prefs.captions.value || !speaking.value)
  const cues = computed(() => cuesOf(wordsOf(playback.beat.value), measure.value))
  /** The page as a whole asks no more than this of the state, and is not drawn anew by what plays. */
  const ready = computed(() => page.value === 'screen' && !started.value)
  const state = computed((): State => {
    if (page.value === 'end') return 'done'
    if (page.value === 'quiz') return 'quiz'
    if (ready.value) return 'ready'
    if (reading.value) return 'reading'
    if (playback.asking.value) return 'asking'
    if (playback.trying.value) return 'trying'
    return playback.playing.value ? 'playing' : 'paused'
  })

  function showAfterScreens(): void {
    if (module.quiz) openQuiz()
    else page.value = 'end'
    moves.value++
  }
  function openQuiz(): void {
    if (page.value === 'screen') playback.leaveScreens()
    batch(() => {
      page.value = 'quiz'
      started.value = true
      lookup.value = false
      playback.lookingUp.value = false
      learning.enterQuiz()
    })
    learning.keep()
  }
  /** To a screen of this module, by the learner's own will. */
  function goTo(index: number, beat = 0, looking = false): void {
    if (!module.screens[index]) return
    const away = page.value !== 'screen'
    const elsewhere = away || index !== playback.at.value.screen
    batch(() => {
      page.value = 'screen'
      started.value = true
      lookup.value = looking
      playback.lookingUp.value = looking
      dialog.value = null
      if (reading.value) readAt(index, beat)
      else playback.goTo(index, beat)
      if (elsewhere || reading.value) moves.value++
    })
    if (away) playback.arrived()
  }

  function readAt(screen: number, beat: number): void {
    const last = module.screens[screen]!.beats.length - 1
    playback.pause()
    reading.value = true
    eye.value = beat
    playback.stand({ screen, beat: Math.min(beat, last) })
  }

  // A learner who was here before finds the same screen and beat, standing still.
  const place = learning.mine.value.at
  if ('quiz' in place && module.quiz) page.value = 'quiz'
  else if ('screen' in place) {
    const index = module.screens.findIndex((screen) => screen.id === place.screen)
    const last = (module.screens[index]?.beats.length ?? 1) - 1
    if (index >= 0) playback.wakeAt({ screen: index, beat: Math.min(place.beat, last) })
  }
  if (page.value === 'quiz' && learning.result.value && quiz.passed.value) page.value = 'end'
  session.onDelivery((now) => void (delivery.value = now))

  const retell = (): void => playback.retell()
  let first = true
  effect(() => {
    // Read so that a change of any of them hands the beat over.
    void [prefs.speed.value, narrator.value, measure.value, prefs.captions.value]
    if (!first) soon(retell)
    first = false
  })

  return {
    module,
    learning,
    prefs,
    quiz,
    playback,
    check,
    page,
    state,
    ready,
    started,
    dialog,
    closed,
    delivery,
    lookup,
    moves,
    steps,
    measure,
    reading,
    eye,
    paper,
    canSpeak,
    speaking,
    voiceLost,
    reducedMotion,
    /** The device asks for stillness, whatever the learner chose here. */
    deviceStill: deps.reducedMotion,
    fullScreen: deps.fullScreen ?? null,
    resumed: deps.resumed,
    unsaved: deps.unsaved,
    captioned,
    cues,
    goTo,
    openQuiz(): void {
      openQuiz()
      if (quiz.page.value === 'result') quiz.page.value = 'intro'
      moves.value++
      dialog.value = null
    },
    showEnd(): void {
      if (page.value === 'screen') playback.leaveScreens()
      batch(() => {
        page.value = 'end'
        lookup.value = false
        playback.lookingUp.value = false
      })
      moves.value++
    },
    /** The learner's first gesture: from here on things may play. */
    start(): void {
      started.value = true
      playback.play()
    },
    /** Exactly this moment, standing still. */
    showMoment(screen: number, beat: number, edge: 'start' | 'end'): void {
      playback.pause()
      batch(() => {
        page.value = 'screen'
        started.value = true
        reading.value = false
        playback.stand({ screen, beat }, edge)
      })
    },
    closeDialog: (): void => void (dialog.value = null),
    /** From Watch to Read and back, at the same place. */
    read(on: boolean): void {
      if (page.value !== 'screen' || on === reading.value) return
      const { screen, beat } = playback.at.value
      batch(() => {
        started.value = true
        moves.value++
        reading.value = on
        if (on) readAt(screen, beat)
        else playback.goTo(screen, Math.min(eye.value, playback.screen.value.beats.length - 1))
      })
    },
    /** To a place in a screen; what is only read is past its last beat. */
    goToPlace(screen: number, beat: number): void {
      if (beat >= (module.screens[screen]?.beats.length ?? 0)) reading.value = true
      goTo(screen, beat)
    },
    print(what: Paper): void {
      wanted = what
      dialog.value = null
      deps.print()
    },
    /** However it was asked for: the whole module is what one wants on paper. A quiz is printed as it stands. */
    beforePrint: (): void => void (paper.value = page.value === 'quiz' ? null : wanted),
    afterPrint(): void {
      paper.value = null
      wanted = 'handout'
    },
    readMoment(screen: number, beat: number): void {
      reading.value = true
      goTo(screen, beat)
    },
    fromTheBeginning: (): void => goTo(0),
    /** What this device had kept is not wanted: another attempt, from nothing. */
    startAgain(): void {
      learning.restart()
      goTo(0)
    },
    toggle(): void {
      if (page.value !== 'screen') return
      if (!started.value) started.value = true
      playback.toggle()
    },
    step(by: 1 | -1): void {
      if (page.value !== 'screen') return
      const { screen } = playback.at.value
      started.value = true
      playback.step(by)
      if (playback.at.value.screen === screen) steps.value++
      else moves.value++
    },
    /** To the next screen or the one before. From the last one forwards: the quiz, or the end. */
    stepScreen(by: 1 | -1): void {
      const to = (page.value === 'screen' ? playback.at.value.screen : module.screens.length) + by
      if (lookup.value || to < 0) return
      if (module.screens[to]) goTo(to)
      else if (page.value === 'screen') {
        playback.leaveScreens()
        showAfterScreens()
      }
    },
    /** Opens the screen that teaches a question; `comeBack` returns to the question. */
    lookUp(screenId: string, beat: number): void {
      const index = module.screens.findIndex((screen) => screen.id === screenId)
      if (index < 0) return
      lookedFrom = page.value
      goTo(index, beat, true)
    },
    lookedFromEnd: (): boolean => lookedFrom === 'end',
    comeBack(): void {
      if (lookedFrom === 'end') return this.showEnd()
      openQuiz()
      moves.value++
    },
    /** The frame was hidden: nothing plays that nobody sees. `closing`: it goes, and where the learner was is told. */
    hide(closing?: boolean): void {
      if (closing && started.value && page.value === 'screen') playback.leaveScreens(true)
      playback.pause()
      learning.keep()
    },
    async saveAndExit(): Promise<void> {
      this.hide(true)
      closed.value = 'closing'
      closed.value = await session.close()
    },
  }
}

/** An effect only listens; what it starts runs right after it. */
const soon = (then: () => void): void => void Promise.resolve().then(then)
