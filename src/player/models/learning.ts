/**
 * The learner's progress, and what the LMS is told of it. Every other model changes progress through here, so that nothing is
 * recorded that is not kept, and nothing final is said twice.
 */
import { computed, signal } from '@preact/signals'
import type { Module, Screen } from '../../model/course'
import type { CourseMap } from '../../model/course-map'
import { shuffleOptions } from '../../model/draw'
import { correctPattern, grade } from '../../model/grade'
import { outcome, programmeOutcome, type Outcome } from '../../model/outcome'
import * as verbs from '../../model/progress'
import type { Predicted, Progress } from '../../model/progress'
import type { Question, Response } from '../../model/quiz'
import type { Settings } from '../../model/settings'
import type { Ms, PredictionId } from '../../model/units'
import type { Session } from '../../session/port'

export interface LearningDeps {
  readonly course: CourseMap
  readonly module: Module
  readonly settings: Settings
  readonly session: Session
  readonly progress: Progress
  readonly encode: (progress: Progress) => string
  readonly random: () => number
}

export type Learning = ReturnType<typeof createLearning>

export function createLearning({ course, module, settings, session, progress: first, encode, random }: LearningDeps) {
  const progress = signal(first)
  const mine = computed(() => progress.value.modules[module.id] ?? verbs.beginModule(module))
  const passing = session.terms.passing ?? settings.pass
  const result = computed(() => outcome(module, mine.value, settings, passing))
  const isProgramme = course.modules.length > 1
  const said: Record<string, string> = {}

  const keep = (): void => session.save(encode(progress.value))
  const commit = (): void => {
    keep()
    sayOutcome()
    void session.flush()
  }
  function sayOutcome(): void {
    for (const [unit, now] of [
      [module.id, result.value] as const,
      ...(isProgramme ? [['programme', programmeOutcome(course, progress.value, settings, passing)] as const] : []),
    ]) {
      const outcome = told(now, settings.report)
      if (!outcome || said[unit] === JSON.stringify(outcome)) continue
      said[unit] = JSON.stringify(outcome)
      session.record({ kind: 'outcome', unit, ...outcome })
      keep()
    }
  }
  const share = (): number => (isProgramme ? verbs.courseShare(course, progress.value) : verbs.seenShare(module, mine.value))

  /** What the LMS reads back lower than it is, it lost since the last launch, or never had: it is told again. */
  function sayAgain(): void {
    sayOutcome()
    const { best, attempt } = mine.value.quiz
    // Whole per cents are all that SCORM 1.2 can read back.
    if (said[module.id] || best === null || !module.quiz || best - (session.known.score ?? -1) < 0.01) return
    session.record({ kind: 'scored', quiz: module.quiz.id, attempt, score: best })
  }
  if (session.mode === 'normal') sayAgain()

  return {
    module,
    settings,
    session,
    progress,
    mine,
    passing,
    result,
    /** Asked at every beat, and silent: no LMS call belongs into a playing scene. What this device keeps is written. */
    enter(screen: Screen, beat: number): void {
      const before = progress.value
      progress.value = verbs.enter(before, module, screen, beat)
      if (progress.value !== before) keep()
    },
    /** True where it was not seen before. */
    readAll(screen: Screen): boolean {
      const before = progress.value
      progress.value = verbs.readAll(before, module, screen)
      return progress.value !== before
    },
    restart(): void {
      progress.value = verbs.restart(course, random)
      for (const unit of Object.keys(said)) delete said[unit]
      keep()
    },
    /** `response` is null where it was skipped. The first time counts, and is told. */
    predict(prediction: PredictionId, how: Predicted, response: Response | null = null, took: Ms = 0): void {
      const before = progress.value
      progress.value = verbs.predict(before, module, prediction, how)
      if (progress.value === before) return
      session.record({ kind: 'predicted', prediction, response, right: how === 'right', took: Math.round(took) })
    },
    enterQuiz: (): void => void (progress.value = verbs.enterQuiz(progress.value, module)),
    keep,
    /** A screen was done or left; `closing` sends it with what the session says last. */
    visited(screen: Screen, time: Ms, closing?: boolean): void {
      session.record({ kind: 'visited', screen: screen.id, for: Math.round(time), progress: share() })
      if (!closing) commit()
    },
    startAttempt(): void {
      progress.value = verbs.startAttempt(progress.value, module, Math.floor(random() * 2 ** 32))
      keep()
    },
    answer(question: Question, response: Response, took: Ms): void {
      const before = progress.value
      progress.value = verbs.answer(before, module, question.id, response)
      if (progress.value === before || !module.quiz) return
      const { attempt, seed } = mine.value.quiz
      session.record({
        kind: 'answered',
        quiz: module.quiz.id,
        question: question.id,
        version: question.version,
        attempt,
        order: shuffleOptions(question, seed).join(''),
        asked: question.plain,
        response,
        grade: grade(question, response),
        correct: correctPattern(question),
        took: Math.round(took),
      })
      commit()
    },
    finishAttempt(): void {
      const score = verbs.attemptScore(module, mine.value)
      const { attempt, open } = mine.value.quiz
      if (!open || score === null || !module.quiz) return
      progress.value = verbs.finishAttempt(progress.value, module)
      session.record({ kind: 'scored', quiz: module.quiz.id, attempt, score })
      commit()
    },
    course,
  }
}

/** What of an outcome the LMS hears. Where it is to hear of completion alone, a failed attempt is no news. */
function told(final: Outcome | null, report: Settings['report']): Outcome | null {
  if (report !== 'completed' || !final) return final
  return final.complete ? { ...final, passed: null } : null
}
