/**
 * How far one learner is: a value, and the verbs that make the next one. A verb that changes nothing returns what it was given;
 * any other raises `counter`, so that of two copies of one attempt (same `nonce`) the later is known.
 */
import type { CourseMap, ModuleMap, ScreenMap } from './course-map'
import { drawQuestions } from './draw'
import { grade } from './grade'
import type { Response } from './quiz'
import type { ModuleId, PredictionId, QuestionId, Scaled, ScreenId } from './units'

export interface Progress {
  /** Eight characters of the base64url alphabet, new with every fresh start. */
  readonly nonce: string
  readonly counter: number
  /** The module the learner is in. */
  readonly module: ModuleId
  /** One for each module of the course, begun or not. */
  readonly modules: Readonly<Record<ModuleId, ModuleProgress>>
}

export type Place = { readonly screen: ScreenId; readonly beat: number } | { readonly quiz: true }
export type Predicted = 'right' | 'wrong' | 'skipped'

export interface ModuleProgress {
  readonly at: Place
  readonly seen: ReadonlySet<ScreenId>
  /** Beats entered, ascending, of screens not yet seen. */
  readonly entered: Readonly<Record<ScreenId, readonly number[]>>
  readonly predictions: Readonly<Record<PredictionId, Predicted>>
  readonly quiz: QuizProgress
}

export interface QuizProgress {
  /** From 1; 0 is none begun. */
  readonly attempt: number
  readonly open: boolean
  /** Unsigned, 32 bits; draws the questions and orders their options. */
  readonly seed: number
  /** Of the open attempt, or of the last one until the next begins; likewise `answers`. */
  readonly drawn: readonly QuestionId[]
  readonly answers: Readonly<Record<QuestionId, Response>>
  readonly best: Scaled | null
  /** Questions met since the bank was last exhausted. */
  readonly used: ReadonlySet<QuestionId>
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** A fresh start. `random` gives numbers from 0 to below 1, as `Math.random` does. */
export const begin = (course: CourseMap, random: () => number): Progress => ({
  nonce: Array.from({ length: 8 }, () => ALPHABET[Math.floor(random() * 64)]).join(''),
  counter: 0,
  module: course.modules[0]?.id ?? '',
  modules: Object.fromEntries(course.modules.map((module) => [module.id, beginModule(module)])),
})

export const beginModule = (module: ModuleMap): ModuleProgress => ({
  at: firstPlace(module),
  seen: new Set(),
  entered: {},
  predictions: {},
  quiz: { attempt: 0, open: false, seed: 0, drawn: [], answers: {}, best: null, used: new Set() },
})

/** Throws the attempt away: a new nonce, so that no older copy is ever joined with it. */
export const restart = begin

/** The learner stands at the beginning of a beat. When the last missing beat is entered, the screen is seen (design §6). */
export const enter = (progress: Progress, module: ModuleMap, screen: ScreenMap, beat: number): Progress =>
  inModule(progress, module, (was) => {
    const here = 'screen' in was.at && was.at.screen === screen.id && was.at.beat === beat
    const at = here ? was.at : { screen: screen.id, beat }
    const before = was.entered[screen.id] ?? []
    if (was.seen.has(screen.id) || before.includes(beat)) return here ? was : { ...was, at }
    const now = [...before, beat].sort((a, b) => a - b)
    const all = screen.beats.every((_, i) => now.includes(i))
    return all ? seen({ ...was, at }, screen) : { ...was, at, entered: { ...was.entered, [screen.id]: now } }
  })

/** The end of the screen was reached in Read, which counts as seeing it (design §6). */
export const readAll = (progress: Progress, module: ModuleMap, screen: ScreenMap): Progress =>
  inModule(progress, module, (was) => (was.seen.has(screen.id) ? was : seen(was, screen)))

/** A prediction was made or skipped. The first answer stays: it is the one made before the telling. Not scored, never required. */
export const predict = (progress: Progress, module: ModuleMap, prediction: PredictionId, predicted: Predicted): Progress =>
  inModule(progress, module, (was) =>
    was.predictions[prediction] ? was : { ...was, predictions: { ...was.predictions, [prediction]: predicted } },
  )

/** The learner stands before the quiz, or in it. */
export const enterQuiz = (progress: Progress, module: ModuleMap): Progress =>
  inModule(progress, module, (was) => ('quiz' in was.at || !module.quiz ? was : { ...was, at: { quiz: true } }))

/** Draws the next attempt from its seed, preferring unused questions. An open attempt stays open: leaving is no way to other questions. */
export const startAttempt = (progress: Progress, module: ModuleMap, seed: number): Progress =>
  inModule(progress, module, (was) => {
    const { quiz } = module
    if (!quiz || was.quiz.open) return was
    const drawn = drawQuestions(quiz, seed, was.quiz.used)
    const met = [...was.quiz.used, ...drawn]
    // Once every question was met a new round begins, with only this attempt's counted as used.
    const used = new Set(quiz.questions.every((q) => met.includes(q.id)) ? drawn : met)
    const { attempt, best } = was.quiz
    return { ...was, at: { quiz: true }, quiz: { attempt: attempt + 1, open: true, seed: seed >>> 0, drawn, answers: {}, best, used } }
  })

/** Answers a drawn question of the open attempt, once: its feedback has been seen then. */
export const answer = (progress: Progress, module: ModuleMap, question: QuestionId, response: Response): Progress =>
  inModule(progress, module, (was) =>
    was.quiz.open && was.quiz.drawn.includes(question) && !was.quiz.answers[question]
      ? { ...was, quiz: { ...was.quiz, answers: { ...was.quiz.answers, [question]: response } } }
      : was,
  )

/** Closes the open attempt; questions left out are wrong. The best score never goes down. */
export const finishAttempt = (progress: Progress, module: ModuleMap): Progress =>
  inModule(progress, module, (was) => {
    if (!was.quiz.open) return was
    const best = Math.max(was.quiz.best ?? 0, attemptScore(module, was) ?? 0)
    return { ...was, quiz: { ...was.quiz, open: false, best } }
  })

export const isSeen = (progress: ModuleProgress, screen: ScreenId): boolean => progress.seen.has(screen)

/** The share of the module's screens that were seen. */
export const seenShare = (module: ModuleMap, progress: ModuleProgress): Scaled => {
  const { screens } = module
  return screens.length ? screens.filter((screen) => progress.seen.has(screen.id)).length / screens.length : 1
}

/** The share of all screens of the course that were seen. */
export const courseShare = (course: CourseMap, progress: Progress): Scaled => {
  const all = course.modules.reduce((sum, module) => sum + module.screens.length, 0)
  const seen = course.modules.reduce((sum, module) => {
    const of = progress.modules[module.id]
    return sum + (of ? seenShare(module, of) * module.screens.length : 0)
  }, 0)
  return all ? seen / all : 1
}

/** The score of the open or last attempt: what is not answered counts as wrong. Null where none was begun. */
export const attemptScore = (module: ModuleMap, progress: ModuleProgress): Scaled | null => {
  const { drawn, answers } = progress.quiz
  if (!drawn.length) return null
  const right = module.quiz?.questions.filter((q) => {
    const response = answers[q.id]
    return response && drawn.includes(q.id) && grade(q, response)
  })
  return (right?.length ?? 0) / drawn.length
}

/** Passed = best attempt ≥ pass mark (design §6), forgiving what floating point adds. */
export const isPassed = (progress: ModuleProgress, passing: Scaled): boolean =>
  progress.quiz.best !== null && progress.quiz.best >= passing - 1e-9

/** Where a module opens that was never begun. */
export const firstPlace = (module: ModuleMap): Place => (module.screens[0] ? { screen: module.screens[0].id, beat: 0 } : { quiz: true })

const seen = (was: ModuleProgress, screen: ScreenMap): ModuleProgress => {
  const { [screen.id]: _, ...entered } = was.entered
  return { ...was, seen: new Set([...was.seen, screen.id]), entered }
}

const inModule = (progress: Progress, module: ModuleMap, change: (was: ModuleProgress) => ModuleProgress): Progress => {
  const was = progress.modules[module.id] ?? beginModule(module)
  const now = change(was)
  if (now === was && progress.module === module.id) return progress
  return { ...progress, counter: progress.counter + 1, module: module.id, modules: { ...progress.modules, [module.id]: now } }
}
