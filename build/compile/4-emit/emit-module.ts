/** Phase 4: timing, scenes wide and tall, descriptions. Nothing is looked up here any more. */
import type { Beat, CallClock, Module, Screen, Term } from '../../../src/model/course'
import type { Question } from '../../../src/model/quiz'
import type { Html } from '../../../src/model/units'
import type { Metrics } from '../../fonts/metrics'
import { clockOf } from '../../stage/network/cast'
import type { TimedBeat } from '../../stage/timing'
import { told } from '../2-link/told'
import { runningTime } from '../running-time'
import type { Diagnostics } from '../diagnostic'
import type { Call, LinkedModule, LinkedScreen } from '../tree'
import { describe, spokenNames, tellerOf } from './describe'
import { chains, drawChain, type DrawnScreen } from './draw-chain'
import { drawPicture } from './draw-picture'
import { explainer } from './explain'
import { stillsOf } from './stills'
import { termsUsed } from './terms-used'

export interface EmitContext {
  readonly call: Call
  /** Of the whole programme. */
  readonly glossary: readonly Term[]
  readonly diagnostics: Diagnostics
  readonly metrics: Metrics
}

export function emitModule(module: LinkedModule, context: EmitContext): Module {
  let clock: number | null = null
  const drawn = chains(module.screens).flatMap((chain) => drawChain(chain, context))
  const plain = module.screens.map((screen, i) => {
    const emitted = emitScreen(screen, drawn[i] as DrawnScreen, clock, context)
    clock = emitted.clock ? (emitted.clock.k.at(-1)?.to ?? emitted.clock.from) : clock
    return emitted
  })
  const pictures = module.pictures.map((picture) => drawPicture(picture, plain, context))
  const pictured = (question: Question): Question => pictures.find(({ id }) => id === question.id)?.fill(question) ?? question
  const screens = plain.map((screen) => ({
    ...screen,
    beats: screen.beats.map((beat) => {
      const check = beat.ask?.check && pictured(beat.ask.check)
      return check && beat.ask ? { ...beat, ask: { ...beat.ask, check, options: told(check) } } : beat
    }),
  }))
  return {
    id: module.id,
    number: module.number,
    title: module.title,
    minutes: { narration: runningTime(module).minutes, quiz: module.quiz ? (module.quiz.draw * 30) / 60 : 0 },
    objectives: module.objectives,
    screens,
    quiz: module.quiz && { ...module.quiz, questions: module.quiz.questions.map(pictured) },
    slots: module.slots,
    glossary: termsUsed(screens, context.glossary),
  }
}

function emitScreen(screen: LinkedScreen, { beats, stage, before }: DrawnScreen, clockBefore: number | null, context: EmitContext): Screen {
  const spoken = spokenNames(screen, context.call)
  const stills = stillsOf(screen.beats)
  const explain = explainer(context.glossary, `t-${screen.id}`)
  const teller = tellerOf(screen, context.call, before)
  return {
    id: screen.id,
    slot: screen.slot,
    title: screen.title,
    covers: screen.covers,
    stage,
    beats: screen.beats.map((beat, i): Beat => ({
      say: beat.say,
      html: beat.html,
      ...read(beat.html, explain),
      ...(stills.has(i) && { still: true }),
      description: describe(beat.directions, spoken, teller),
      start: beats[i]?.start ?? 0,
      lead: beats[i]?.lead ?? 0,
      length: beats[i]?.length ?? 0,
      moves: beats[i]?.moves ?? [],
      audio: null,
      ask: beat.ask,
    })),
    clock: clockFor(
      screen,
      beats.flatMap(({ cues }) => cues),
      clockBefore,
    ),
    more: screen.more && explain(screen.more),
    lab: null,
  }
}

/** Twice in the page only where the two differ. */
function read(html: Html, explain: (html: Html) => Html): Pick<Beat, 'read'> {
  const explained = explain(html)
  return explained === html ? {} : { read: explained }
}

/** The call clock: from the screen's `clock=`, where the screen before left it if this one goes on from there, or the block's own clock. */
function clockFor(screen: LinkedScreen, cues: TimedBeat['cues'], before: number | null): CallClock | null {
  const declared = screen.stages.map((stage) => ({ stage, clock: clockOf(stage) })).find((c) => c.clock !== null)
  const own = declared?.clock?.from ?? null
  const from = screen.clock ?? (screen.continues === null ? (own ?? before) : (before ?? own))
  if (from === null) return null
  const k = cues
    .filter(
      (c) =>
        c.direction.verb === 'count' && c.direction.targets.some((t) => t.stage === declared?.stage.name && t.name === declared.clock?.id),
    )
    .flatMap((c) =>
      Number.isFinite(Number(c.direction.args.to)) ? [{ at: c.start, over: c.end - c.start, to: Number(c.direction.args.to) }] : [],
    )
  return { from, k }
}
