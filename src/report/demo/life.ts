/** One person's way through the course: sessions, screens, predictions, quizzes, until the course or the patience ends. */
import type { Course, Module, Screen } from '../../model/course'
import { drawQuestions, shuffleOptions } from '../../model/draw'
import type { LearningEvent } from '../../model/event'
import { correctPattern, grade } from '../../model/grade'
import { answer, misleadingQuestion, rightAnswer } from './answer'
import { nextSession } from './calendar'
import type { DemoPerson } from './people'
import { dice, seedOf, type Dice } from './random'

export interface Moment {
  readonly at: number
  readonly module: Module
  /** Counts the launches of the module. */
  readonly session: number
  readonly what:
    LearningEvent | { readonly kind: 'initialized' } | { readonly kind: 'terminated' } | { readonly kind: 'failed'; readonly score: number }
}

const MINUTE = 60_000
/** The screen that takes too long: in the longest module, two thirds of the way. */
export const slowScreen = (course: Course): string | undefined => {
  const longest = [...course.modules].sort((a, b) => b.screens.length - a.screens.length)[0]
  return longest?.screens[Math.floor(longest.screens.length * 0.6)]?.id
}

export function* life(course: Course, person: DemoPerson, seed: number, asOf: number): Generator<Moment> {
  if (person.never) return
  const luck = dice(seedOf(person.actor, seed))
  const slow = slowScreen(course)
  const misleads = misleadingQuestion(course)
  let at = nextSession(person.from, luck.roll() * 9, luck)
  let left = sessionLength(luck)
  /** Ends the session where there is no time left, and begins the next. */
  for (const module of course.modules) {
    let session = 1
    const say = (what: Moment['what']): Moment => ({ at: Math.round(at), module, session, what })
    const isOver = (): boolean => at > asOf
    if (left < 3 * MINUTE) {
      at = nextSession(at, gapOf(person, luck), luck)
      left = sessionLength(luck)
    }
    if (isOver()) return
    yield say({ kind: 'initialized' })
    const seen = new Set<string>()
    for (const screen of module.screens) {
      const visits = person.stuck && screen.id === slow ? 4 + Math.floor(luck.roll() * 3) : 1
      for (let visit = 1; visit <= visits; visit++) {
        if (left <= 0 || visit > 1) {
          yield say({ kind: 'terminated' })
          at = nextSession(at, gapOf(person, luck), luck)
          left = sessionLength(luck)
          session++
          if (isOver()) return
          yield say({ kind: 'initialized' })
        }
        for (const moment of predictions(screen, person, seed, luck)) {
          at += moment.took
          if (visit === 1) yield say(moment)
        }
        const spent = visible(screen, person, slow, luck)
        at += spent
        left -= spent
        if (isOver()) return
        seen.add(screen.id)
        yield say({ kind: 'visited', screen: screen.id, for: Math.round(spent), progress: seen.size / module.screens.length })
        // Somebody looks up something again.
        if (luck.chance(0.06) && seen.size > 2) {
          at += 20_000
          const back = luck.pick([...seen])
          yield say({ kind: 'visited', screen: back, for: 20_000, progress: seen.size / module.screens.length })
        }
      }
      const leaves =
        0.016 * (1.4 - person.will) + (screen.id === slow ? 0.11 * (1.3 - person.will) : 0) + (person.stuck && screen.id === slow ? 1 : 0)
      if (luck.chance(leaves)) return yield say({ kind: 'terminated' })
    }
    let best = module.quiz ? 0 : 1
    for (let attempt = 1; module.quiz && best < course.passing && attempt <= 6; attempt++) {
      const { quiz } = module
      const draw = seedOf(`${person.actor} ${module.id} ${attempt}`, seed)
      let right = 0
      for (const id of drawQuestions(quiz, draw)) {
        const question = quiz.questions.find((one) => one.id === id)
        if (!question) continue
        const better = person.ability + 0.55 * (attempt - 1)
        const response = answer(question, better, seed, question.id === misleads, luck)
        const took = Math.max(5000, (12 + Math.min(40, question.plain.length / 5)) * 1000 * person.pace * Math.exp(luck.normal(0, 0.45)))
        at += took
        right += grade(question, response)
        yield say({
          kind: 'answered',
          quiz: quiz.id,
          question: id,
          version: question.version,
          attempt,
          order: shuffleOptions(question, draw).join(''),
          asked: question.plain,
          response,
          grade: grade(question, response),
          correct: correctPattern(question),
          took: Math.round(took),
        })
      }
      const score = right / quiz.draw
      best = Math.max(best, score)
      yield say({ kind: 'scored', quiz: quiz.id, attempt, score })
      left -= 4 * MINUTE
      if (best >= course.passing) break
      // Not everybody tries again, and not at once.
      if (luck.chance(0.13 * (1.5 - person.will) * attempt)) {
        yield say({ kind: 'failed', score: best })
        return yield say({ kind: 'terminated' })
      }
      if (luck.chance(0.35)) {
        yield say({ kind: 'terminated' })
        at = nextSession(at, gapOf(person, luck), luck)
        session++
        if (isOver()) return
        yield say({ kind: 'initialized' })
      }
    }
    const passed = best >= course.passing
    if (passed)
      yield say({ kind: 'outcome', unit: module.id, complete: true, passed: module.quiz ? true : null, score: module.quiz ? best : null })
    yield say({ kind: 'terminated' })
    if (!passed) return
  }
}

const sessionLength = ({ roll }: Dice): number => (10 + roll() * 28) * MINUTE
const gapOf = ({ gap }: DemoPerson, { roll }: Dice): number => -gap * Math.log(1 - roll())

const visible = ({ id, beats }: Screen, { pace }: DemoPerson, slow: string | undefined, { normal }: Dice): number =>
  beats.reduce((all, { length }) => all + length, 0) * pace * Math.exp(normal(0, 0.2)) * (id === slow ? 2.6 : 1)

/** A prediction is a guess: half of it is what one understands. */
function* predictions(
  screen: Screen,
  { ability, will }: DemoPerson,
  seed: number,
  luck: Dice,
): Generator<Extract<LearningEvent, { kind: 'predicted' }>> {
  for (const { ask } of screen.beats) {
    if (!ask || (!ask.check && !ask.options.length)) continue
    const took = Math.round((4 + luck.roll() * 14) * 1000)
    if (luck.chance(0.22 - 0.14 * will)) {
      yield { kind: 'predicted', prediction: ask.id, response: null, right: false, took: 0 }
    } else if (ask.check) {
      const response = luck.chance(0.25) ? answer(ask.check, ability, seed, false, luck) : rightAnswer(ask.check)
      yield { kind: 'predicted', prediction: ask.id, response, right: grade(ask.check, response) === 1, took }
    } else {
      const hard = dice(seedOf(ask.id, seed))
      const knows = 1 / (1 + Math.exp(-0.8 * (ability - hard.normal(-0.3, 1.1))))
      const right = luck.chance(knows)
      const some = ask.options.filter((one) => one.right === right)
      const option = luck.pick(some.length ? some : ask.options, () => 0.15 + hard.roll())
      yield { kind: 'predicted', prediction: ask.id, response: { kind: 'choice', option: option.id }, right: option.right, took }
    }
  }
}
