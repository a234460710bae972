/**
 * Two copies of one attempt become one, with nothing lost that either has: the LMS's and the journal's, or those of two devices. Of what
 * can only be one way (the place, an answer given on both) the copy with the higher counter says how.
 */
import type { CourseMap, ModuleMap } from './course-map'
import { beginModule, type ModuleProgress, type Progress, type QuizProgress } from './progress'

/**
 * For copies with the same nonce; of different attempts there is no join, and this throws. Joining a copy with itself, or with one it came from,
 * gives that copy again; anything new raises the counter above both.
 */
export const joinProgress = (course: CourseMap, a: Progress, b: Progress): Progress => {
  if (a.nonce !== b.nonce) throw new Error(`Attempts ${a.nonce} and ${b.nonce} are two: expected copies of one to join.`)
  const [late, early] = later(a, b)
  const modules = Object.fromEntries(
    course.modules.map((module) => {
      const [l, e] = [late, early].map((copy) => copy.modules[module.id] ?? beginModule(module)) as [ModuleProgress, ModuleProgress]
      return [module.id, joinModule(module, l, e)]
    }),
  )
  const joined = { ...late, modules }
  return same(joined, late) ? late : { ...joined, counter: late.counter + 1 }
}

/** Counters may be equal where two devices went on from the same state: then any rule will do that is the same on both. */
const later = (a: Progress, b: Progress): readonly [Progress, Progress] =>
  a.counter > b.counter || (a.counter === b.counter && text(a) >= text(b)) ? [a, b] : [b, a]

const joinModule = (module: ModuleMap, late: ModuleProgress, early: ModuleProgress): ModuleProgress => {
  const beats = (screen: string): readonly number[] =>
    [...new Set([...(early.entered[screen] ?? []), ...(late.entered[screen] ?? [])])].sort((a, b) => a - b)
  // One device saw the first half of a screen, the other the second: it was seen.
  const whole = module.screens.filter((screen) => beats(screen.id).length === screen.beats.length).map((screen) => screen.id)
  const seen = new Set([...early.seen, ...late.seen, ...whole])
  const begun = Object.keys({ ...early.entered, ...late.entered }).filter((screen) => !seen.has(screen))
  return {
    at: late.at,
    seen,
    entered: Object.fromEntries(begun.map((screen) => [screen, beats(screen)])),
    predictions: { ...early.predictions, ...late.predictions },
    quiz: joinQuiz(late.quiz, early.quiz),
  }
}

/** An attempt is known by its seed: with one number and two seeds the devices drew for themselves, and the later copy's is the one that goes on. */
const joinQuiz = (late: QuizProgress, early: QuizProgress): QuizProgress => {
  const one = late.attempt === early.attempt && late.seed === early.seed
  const ahead = late.attempt >= early.attempt ? late : early
  const best = Math.max(late.best ?? -1, early.best ?? -1)
  return {
    ...ahead,
    open: ahead.open && (!one || early.open),
    answers: one ? { ...early.answers, ...late.answers } : ahead.answers,
    best: best < 0 ? null : best,
    // A further attempt may have begun a new round through the bank: its own memory of that counts.
    used: late.attempt === early.attempt ? new Set([...early.used, ...late.used]) : ahead.used,
  }
}

const same = (a: Progress, b: Progress): boolean => text({ ...a, counter: 0 }) === text({ ...b, counter: 0 })

/** Equal for equal progress, in whatever order it came about. */
const text = (progress: Progress): string =>
  JSON.stringify(progress, (_, value: unknown) => {
    if (value instanceof Set) return [...value].sort()
    if (value && typeof value === 'object' && !Array.isArray(value)) return Object.fromEntries(Object.entries(value).sort(byKey))
    return value
  })
const byKey = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1)
