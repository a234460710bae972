/** Phase 4: timing, scenes wide and tall, descriptions. Nothing is looked up here any more. */
import type { Beat, CallClock, Case, Module, Screen, Term } from '../../../src/model/course'
import type { Metrics } from '../../fonts/metrics'
import type { Html } from '../../../src/model/units'
import { compose } from '../../stage/compose'
import type { Cue } from '../../stage/director'
import { clockOf } from '../../stage/network/cast'
import { directors } from '../../stage/registry'
import { durationOf, timeBeat, type TimedBeat } from '../../stage/timing'
import { runningTime } from '../running-time'
import type { Diagnostics } from '../diagnostic'
import type { Call, Direction, LinkedCase, LinkedModule, LinkedScreen } from '../tree'
import { describe, spokenNames, tellerOf } from './describe'
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
  const screens = module.screens.map((screen) => {
    const emitted = emitScreen(screen, clock, context)
    clock = emitted.clock ? (emitted.clock.k.at(-1)?.to ?? emitted.clock.from) : clock
    return emitted
  })
  return {
    id: module.id,
    number: module.number,
    title: module.title,
    minutes: { narration: runningTime(module).minutes, quiz: module.quiz ? (module.quiz.draw * 30) / 60 : 0 },
    objectives: module.objectives,
    screens,
    quiz: module.quiz,
    slots: module.slots,
    glossary: termsUsed(screens, context.glossary),
  }
}

function emitScreen(screen: LinkedScreen, clockBefore: number | null, context: EmitContext): Screen {
  for (const stage of screen.stages) directors.get(stage.kind)?.check(stage, context.call, context.diagnostics)
  const lasts = lastingOn(screen, context.call)
  const beats: TimedBeat[] = []
  for (const beat of screen.beats) beats.push(timeBeat(beat, beats.length ? endOf(beats.at(-1) as TimedBeat) : 0, lasts))
  const length = beats.length ? endOf(beats.at(-1) as TimedBeat) : 0
  const cues = beats.flatMap((beat, i) => beat.cues.map((cue): Cue => ({ ...cue, until: beat.start + beat.length, beat: i })))
  const spoken = spokenNames(screen, context.call)
  const stills = stillsOf(screen.beats)
  const explain = explainer(context.glossary, `t-${screen.id}`)
  const teller = tellerOf(screen, context.call)
  return {
    id: screen.id,
    slot: screen.slot,
    title: screen.title,
    covers: screen.covers,
    stage: {
      wide: compose(screen, cues, length, context, 'wide'),
      tall: compose(screen, cues, length, context, 'tall'),
      cases: screen.cases.map((c) => emitCase(c, screen, cues, length, context)),
    },
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
    clock: clockFor(screen, cues, clockBefore),
    more: screen.more && explain(screen.more),
    lab: null,
  }
}

/** Twice in the page only where the two differ. */
function read(html: Html, explain: (html: Html) => Html): Pick<Beat, 'read'> {
  const explained = explain(html)
  return explained === html ? {} : { read: explained }
}

/** A kind may know better how long a direction takes; `over` has the last word. */
const lastingOn =
  (screen: LinkedScreen, call: Call) =>
  (direction: Direction): number => {
    const stage = screen.stages.find((s) => s.name === direction.targets[0]?.stage)
    const own = stage && direction.args.over === undefined ? directors.get(stage.kind)?.duration?.(stage, direction, call) : undefined
    return own ?? durationOf(direction)
  }

const endOf = (beat: TimedBeat): number => beat.start + beat.length

/** A case is the screen's last frame and one more beat: compiled ahead, so switching is seeking. */
function emitCase(one: LinkedCase, screen: LinkedScreen, cues: readonly Cue[], length: number, context: EmitContext): Case {
  const beat = timeBeat(
    { say: '', html: '', words: [], directions: one.directions, ask: null, at: one.at },
    length,
    lastingOn(screen, context.call),
  )
  const end = length + beat.length
  const more = beat.cues.map((cue): Cue => ({ ...cue, until: end, beat: screen.beats.length }))
  const scene = (shape: 'wide' | 'tall') => compose(screen, [...cues, ...more], end, context, shape)
  return {
    whatIf: one.whatIf,
    label: one.label,
    option: one.option,
    hint: one.hint,
    start: length,
    wide: scene('wide'),
    tall: scene('tall'),
  }
}

/** The call clock: from the block's own clock, the screen's `clock=`, or where the screen before left it. */
function clockFor(screen: LinkedScreen, cues: readonly Cue[], before: number | null): CallClock | null {
  const declared = screen.stages.map((stage) => ({ stage, clock: clockOf(stage) })).find((c) => c.clock !== null)
  const from = screen.clock ?? declared?.clock?.from ?? before
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
