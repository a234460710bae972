/** When a module, or the programme, is over (design §6). Nothing is said before: a final status makes many LMSs reopen in review. */
import type { CourseMap, ModuleMap } from './course-map'
import { isPassed, seenShare, type ModuleProgress, type Progress } from './progress'
import type { Settings } from './settings'
import type { Scaled } from './units'

/** `passed` is null where there is no quiz, and where completion does not wait for one that can still be passed. */
export interface Outcome {
  readonly complete: boolean
  readonly passed: boolean | null
  readonly score: Scaled | null
}
type Rules = Pick<Settings, 'completeOn' | 'attempts'>

/**
 * Null until final. Complete = every screen seen and the quiz passed (`both`), every screen seen (`screens`), or the quiz passed (`quiz`);
 * without a quiz, every screen seen. Failed is final only when no attempt is left, and then only if nothing else is awaited.
 */
export const outcome = (module: ModuleMap, progress: ModuleProgress, rules: Rules, passing: Scaled): Outcome | null => {
  const seen = seenShare(module, progress) === 1
  if (!module.quiz) return seen ? { complete: true, passed: null, score: null } : null
  const { attempt, open, best } = progress.quiz
  const passed = isPassed(progress, passing)
  const failed = !passed && !open && rules.attempts !== null && attempt >= rules.attempts
  const complete = (seen || rules.completeOn === 'quiz') && (passed || rules.completeOn === 'screens')
  if (!complete && !(failed && rules.completeOn !== 'screens')) return null
  return { complete, passed: passed || (failed ? false : null), score: best }
}

/** Complete = all modules complete; passed = every quiz passed; score = mean of the quizzes. Null until every module is final. */
export const programmeOutcome = (course: CourseMap, progress: Progress, rules: Rules, passing: Scaled): Outcome | null => {
  const all = course.modules.map((module) => {
    const of = progress.modules[module.id]
    return of ? outcome(module, of, rules, passing) : null
  })
  const quizzes = all.filter((_, i) => course.modules[i]?.quiz)
  if (!all.length || !all.every((o) => o !== null)) return null
  const passes = quizzes.map((o) => o?.passed)
  return {
    complete: all.every((o) => o.complete),
    passed: !quizzes.length || (passes.includes(null) && !passes.includes(false)) ? null : !passes.includes(false),
    score: quizzes.length ? quizzes.reduce((sum, o) => sum + (o?.score ?? 0), 0) / quizzes.length : null,
  }
}
