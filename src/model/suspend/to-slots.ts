/**
 * Progress by ids ⇄ progress by slots. Reading is where editions meet: the slots are of the edition that wrote, the module is today's.
 *
 * Nothing lost: a slot this edition has no screen (or question, or prediction) for is kept under the id `~slot`, counted nowhere, and written back.
 * Nothing false: an answer to another version of a question is dropped, a question that is gone from an open attempt is replaced by another of
 * the bank, and a best score stays what it was.
 */
import type { ModuleMap, QuestionMap } from '../course-map'
import { drawQuestions } from '../draw'
import { correctPattern } from '../grade'
import type { Response } from '../quiz'
import { beginModule, firstPlace, type ModuleProgress, type Place, type Predicted, type QuizProgress } from '../progress'
import type { QuestionId } from '../units'
import type { Slots } from './layout'

interface Slotted {
  readonly id: string
  readonly slot: number
}
const PREDICTED: readonly Predicted[] = ['right', 'wrong', 'skipped']

export const toSlots = (module: ModuleMap, progress: ModuleProgress): Slots => {
  const screen = slotOf(module.screens)
  const question = slotOf(questionsOf(module))
  const prediction = slotOf(predictionsOf(module))
  const predictions: number[] = []
  for (const [id, predicted] of Object.entries(progress.predictions))
    for (const slot of prediction(id)) predictions[slot] = PREDICTED.indexOf(predicted) + 1
  const { at, quiz } = progress
  return {
    place: 'quiz' in at ? 0 : (screen(at.screen)[0] ?? -1) + 1,
    beat: 'quiz' in at ? 0 : at.beat,
    seen: [...progress.seen].flatMap(screen),
    entered: Object.entries(progress.entered).flatMap(([id, beats]) => screen(id).map((slot) => [slot, beats] as const)),
    predictions: Array.from(predictions, (p) => p ?? 0),
    attempt: quiz.attempt,
    open: quiz.open,
    seed: quiz.seed,
    best: quiz.best === null ? null : fraction(quiz.best),
    drawn: questionsOf(module)
      .filter((q) => quiz.drawn.includes(q.id))
      .sort((a, b) => quiz.drawn.indexOf(a.id) - quiz.drawn.indexOf(b.id))
      .map((q) => ({ slot: q.slot, version: q.version, response: quiz.answers[q.id] ?? null })),
    used: [...quiz.used].flatMap(question),
  }
}

export const fromSlots = (module: ModuleMap, slots: Slots): ModuleProgress => {
  const screen = idOf(module.screens)
  const prediction = idOf(predictionsOf(module))
  const seen = new Set(slots.seen.map(screen))
  const entered = slots.entered.flatMap(([slot, beats]) => {
    const last = module.screens.find((s) => s.slot === slot)?.beats.length ?? Infinity
    const still = beats.filter((beat) => beat < last)
    return still.length && !seen.has(screen(slot)) ? [[screen(slot), still] as const] : []
  })
  const predictions = slots.predictions.flatMap((p, slot) => (PREDICTED[p - 1] ? [[prediction(slot), PREDICTED[p - 1]] as const] : []))
  const read = {
    ...beginModule(module),
    seen,
    entered: Object.fromEntries(entered),
    predictions: Object.fromEntries(predictions) as Record<string, Predicted>,
  }
  return { ...read, at: place(module, read, slots), quiz: quizFrom(module, slots) }
}

/** A screen that is gone is answered with the first one still to be seen. */
const place = (module: ModuleMap, progress: ModuleProgress, { place, beat }: Slots): Place => {
  if (!place) return module.quiz ? { quiz: true } : firstPlace(module)
  const screen = module.screens.find((s) => s.slot === place - 1)
  if (screen) return { screen: screen.id, beat: Math.max(0, Math.min(beat, screen.beats.length - 1)) }
  const next = module.screens.find((s) => !progress.seen.has(s.id))
  return next ? { screen: next.id, beat: 0 } : firstPlace(module)
}

const quizFrom = (module: ModuleMap, slots: Slots): QuizProgress => {
  const questions = questionsOf(module)
  const used = new Set(slots.used.map(idOf(questions)))
  const best = slots.best && slots.best[0] / slots.best[1]
  const found = slots.drawn.map((d) => ({ ...d, question: questions.find((q) => q.slot === d.slot) }))
  const answers: Record<QuestionId, Response> = {}
  for (const { question, version, response } of found)
    if (question && response && question.version === version && correctPattern(question).kind === response.kind)
      answers[question.id] = response

  const same = found.every((d) => d.question && d.question.version === d.version)
  const { attempt, open, seed } = slots
  const base = { attempt, open, seed, best, used }
  // A closed attempt whose questions are no longer the ones asked has nothing true to show; its score is kept.
  if (!open) return { ...base, drawn: same ? found.flatMap((d) => d.question?.id ?? []) : [], answers: same ? answers : {} }

  const drawn = found.map((d) => d.question?.id)
  const missing = drawn.filter((id) => !id).length
  const others = questions.filter((q) => !drawn.includes(q.id))
  const spare = missing && module.quiz ? [...drawQuestions({ ...module.quiz, questions: others, draw: missing }, seed, used)] : []
  const whole = drawn.flatMap((id) => id ?? spare.shift() ?? [])
  // Nothing left to ask: the attempt never happened, and does not count against a limit.
  return whole.length
    ? { ...base, drawn: whole, answers, used: new Set([...used, ...whole]) }
    : { ...base, open: false, attempt: attempt - 1, drawn: [], answers: {} }
}

/** Shares of up to 255 questions, exactly; anything else rounded down, so that a score never grows by being stored. */
const fraction = (best: number): readonly [number, number] => {
  for (let of = 1; of < 256; of++) if (Math.abs(best * of - Math.round(best * of)) < 1e-9) return [Math.round(best * of), of]
  return [Math.floor(best * 255), 255]
}

const questionsOf = (module: ModuleMap): readonly QuestionMap[] => module.quiz?.questions ?? []
const predictionsOf = (module: ModuleMap): readonly Slotted[] => module.screens.flatMap((s) => s.beats.flatMap((b) => b.ask ?? []))
const idOf =
  (all: readonly Slotted[]) =>
  (slot: number): string =>
    all.find((a) => a.slot === slot)?.id ?? `~${slot}`
/** No slot or one: what is of no known slot cannot be stored. */
const slotOf =
  (all: readonly Slotted[]) =>
  (id: string): readonly number[] =>
    id[0] === '~' ? [Number(id.slice(1))] : all.filter((a) => a.id === id).map((a) => a.slot)
