/** A learner in a package without a screen: the player's own learning model over a session with its journal, in any host. */
import type { Course, Module } from '../../src/model/course'
import { begin, type Progress } from '../../src/model/progress'
import type { Settings } from '../../src/model/settings'
import { decodeSuspend, encodeSuspend } from '../../src/model/suspend/codec'
import { createLearning, type Learning } from '../../src/player/models/learning'
import { journaled } from '../../src/session/journaled'
import type { DriverOptions } from '../../src/session/page'
import type { LmsAdapter, Session } from '../../src/session/port'
import type { FakePage } from '../hosts/fake-page'
import { rightAnswer, wrongAnswer } from '../model/learn'

export const SETTINGS: Settings = { pass: 0.8, completeOn: 'both', attempts: null, report: 'passed', lang: 'en', theme: 'system' }

export interface Attempt {
  readonly session: Session
  readonly learning: Learning
  readonly page: FakePage
  progress(): Progress
}

export interface Launch {
  readonly page: FakePage
  readonly course: Course
  readonly driver: (options: DriverOptions) => LmsAdapter
  /** Does anything get through? Where absent, the LMS is believed. */
  readonly probe?: () => Promise<boolean>
  readonly random: () => number
  readonly settings?: Settings
}

/** What src/start and src/player/mount.tsx do, without a page to render into. */
export const launch = async ({ page, course, driver, probe, random, settings = SETTINGS }: Launch): Promise<Attempt> => {
  const options: DriverOptions = { window: page, course, now: page.now, ...(probe ? { probe } : {}) }
  const made: { learning?: Learning } = {}
  const hide = (): void => made.learning?.keep()
  page.document.addEventListener('visibilitychange', () => page.document.visibilityState === 'hidden' && hide())
  page.addEventListener('pagehide', hide)
  const session = await journaled(driver(options), options).open()
  const decoded = session.resumed === undefined ? null : decodeSuspend(course, session.resumed)
  const progress = decoded?.ok ? decoded.progress : begin(course, random)
  const module = course.modules[0] as Module
  const learning = createLearning({ course, module, settings, session, progress, encode: (p) => encodeSuspend(course, p), random })
  made.learning = learning
  return { session, learning, page, progress: () => learning.progress.value }
}

/** What a learner does next. A screen is watched to its end, or only begun. */
export type Step =
  | { readonly do: 'watch'; readonly screen: number; readonly beats: number }
  | { readonly do: 'predict'; readonly screen: number }
  | { readonly do: 'start' }
  | { readonly do: 'answer'; readonly right: boolean }
  | { readonly do: 'finish' }

/** Beats and answers are deeds of their own: `done` is called after each, when it is finished. Numbers are taken modulo what there is. */
export const perform = async ({ learning, page }: Attempt, step: Step, done: () => void = () => undefined): Promise<void> => {
  const { module } = learning
  const { quiz } = learning.mine.value
  const screen = 'screen' in step ? module.screens[step.screen % module.screens.length] : undefined
  const deed = async (what: () => void, took: number): Promise<void> => {
    if (page.dead()) return
    what()
    done()
    await page.advance(took)
  }
  if (step.do === 'watch' && screen) {
    for (let beat = 0; beat < Math.min(step.beats, screen.beats.length); beat++) await deed(() => learning.enter(screen, beat), 4000)
    await deed(() => learning.visited(screen, 4000 * step.beats), 300)
  }
  if (step.do === 'predict' && screen) {
    const ask = screen.beats.find((beat) => beat.ask)?.ask
    if (ask) await deed(() => learning.predict(ask.id, 'wrong'), 3000)
  }
  if (step.do === 'start') await deed(() => learning.startAttempt(), 500)
  if (step.do === 'answer') {
    const next = quiz.open ? module.quiz?.questions.find((q) => quiz.drawn.includes(q.id) && !quiz.answers[q.id]) : undefined
    if (next) await deed(() => learning.answer(next, step.right ? rightAnswer(next) : wrongAnswer(next), 9000), 300)
  }
  if (step.do === 'finish' && quiz.open) await deed(() => learning.finishAttempt(), 300)
}

/** The straight road: every screen, then the quiz, all right or all wrong. */
export const road = (module: Module, right = true): readonly Step[] => [
  ...module.screens.map((screen, i) => ({ do: 'watch' as const, screen: i, beats: screen.beats.length })),
  { do: 'start' },
  ...(module.quiz?.questions ?? []).slice(0, module.quiz?.draw).map(() => ({ do: 'answer' as const, right })),
  { do: 'finish' },
]
