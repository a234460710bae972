/**
 * Screens that continue each other are drawn as one long scene and cut, and so are the cases of a switch: each of them with everything that any of
 * them does, only in its own order. So all agree on where things stand, and one begins exactly as the other ends.
 */
import type { Case, Stage } from '../../../src/model/course'
import { clip } from '../../stage/clip'
import { compose } from '../../stage/compose'
import type { Cue } from '../../stage/director'
import { directors } from '../../stage/registry'
import { durationOf, timeBeat, type TimedBeat } from '../../stage/timing'
import type { Call, Direction, LinkedScreen } from '../tree'
import { describe, spokenNames, tellerOf } from './describe'
import type { EmitContext } from './emit-module'

export interface DrawnScreen {
  /** In the screen's own time. */
  readonly beats: readonly TimedBeat[]
  readonly stage: Stage
  /** What the screens it continues have done. */
  readonly before: readonly Direction[]
}

/** A run of beats that stays together, whatever comes before it. */
interface Piece {
  readonly beats: readonly TimedBeat[]
  readonly length: number
}

export function chains(screens: readonly LinkedScreen[]): readonly (readonly LinkedScreen[])[] {
  const out: LinkedScreen[][] = []
  for (const screen of screens) {
    const last = out.at(-1)
    if (screen.continues !== null && last) last.push(screen)
    else out.push([screen])
  }
  return out
}

export function drawChain(screens: readonly LinkedScreen[], context: EmitContext): readonly DrawnScreen[] {
  const stages = screens.at(-1)?.stages ?? []
  for (const stage of stages) directors.get(stage.kind)?.check(stage, context.call, context.diagnostics)
  const pieces = screens.map((screen, i) => pieceOf(screen, screens[i - 1], context.call))
  const cases = screens.map((screen) =>
    screen.cases.map((one): Piece =>
      piece([
        timeBeat({ say: '', html: '', words: [], directions: one.directions, ask: null, at: one.at }, 0, lastingOn(screen, context.call)),
      ]),
    ),
  )
  const everyCase = cases.flat()
  const scene = (order: readonly Piece[], shape: 'wide' | 'tall') => {
    const { cues, cuts, length } = inTime(order)
    return compose({ stages, at: screens[0]!.at, cuts }, cues, length, context, shape)
  }
  const cut = (order: readonly Piece[], which: Piece, shape: 'wide' | 'tall') => {
    const whole = scene(order, shape)
    if (order.length === 1) return whole
    const before = order.slice(0, order.indexOf(which)).reduce((sum, { length }) => sum + length, 0)
    return clip(whole, before, before + which.length)
  }
  return screens.map((screen, i) => {
    const mine = pieces[i] as Piece
    const before = directionsOf(screens.slice(0, i))
    const told = [...before, ...directionsOf([screen])]
    const story = [...pieces, ...everyCase]
    return {
      beats: mine.beats,
      before,
      stage: {
        wide: cut(story, mine, 'wide'),
        tall: cut(story, mine, 'tall'),
        cases: screen.cases.map((one, c): Case => {
          const its = cases[i]?.[c] as Piece
          const order = [...pieces.slice(0, i + 1), its, ...pieces.slice(i + 1), ...everyCase.filter((other) => other !== its)]
          const { whatIf, label, option, hint } = one
          const teller = tellerOf(screen, context.call, told)
          const description = describe(one.directions, spokenNames(screen, context.call), teller)
          return { whatIf, label, option, hint, description, wide: cut(order, its, 'wide'), tall: cut(order, its, 'tall') }
        }),
      },
    }
  })
}

function piece(beats: readonly TimedBeat[]): Piece {
  const last = beats.at(-1)
  return { beats, length: last ? last.start + last.length : 0 }
}

const directionsOf = (screens: readonly LinkedScreen[]): readonly Direction[] =>
  screens.flatMap(({ beats }) => beats.flatMap(({ directions }) => directions))

/** A kind may know better how long a direction takes; `over` has the last word. */
const lastingOn =
  (screen: LinkedScreen, call: Call) =>
  (direction: Direction): number => {
    const stage = screen.stages.find((s) => s.name === direction.targets[0]?.stage)
    const own = stage && direction.args.over === undefined ? directors.get(stage.kind)?.duration?.(stage, direction, call) : undefined
    return own ?? durationOf(direction)
  }

function pieceOf(screen: LinkedScreen, before: LinkedScreen | undefined, call: Call): Piece {
  const beats: TimedBeat[] = []
  for (const beat of screen.beats) beats.push(timeBeat(beat, piece(beats).length, lastingOn(screen, call)))
  const [first, ...rest] = beats
  const coming = before && first ? entrances(screen, before) : []
  return piece(first && coming.length ? [{ ...first, cues: [...coming, ...first.cues] }, ...rest] : beats)
}

/** A stage that is new in a screen that continues another comes as it begins, unless a direction says when. */
function entrances(screen: LinkedScreen, before: LinkedScreen): TimedBeat['cues'] {
  const directions = screen.beats.flatMap((beat) => beat.directions)
  const told = (stage: string) =>
    directions.some(({ verb, targets }) => verb === 'enter' && targets.some((t) => t.stage === stage && !t.name))
  const fresh = screen.stages.filter(({ name }) => before.stages.every((stage) => stage.name !== name) && !told(name))
  return fresh.map(({ name, at }) => {
    const targets = [{ stage: name, name: '', part: '' }]
    const direction: Direction = { verb: 'enter', form: 'list', targets, args: {}, word: null, with: false, hold: 0, at }
    return { direction, start: 0, end: 400 }
  })
}

/** One piece after another: every cue with its time in the whole. */
function inTime(order: readonly Piece[]): { readonly cues: readonly Cue[]; readonly cuts: readonly number[]; readonly length: number } {
  const cues: Cue[] = []
  const cuts: number[] = []
  let [length, beat] = [0, 0]
  for (const { beats, length: long } of order) {
    for (const { start, length: own, cues: its } of beats) {
      const until = length + start + own
      for (const { direction, start: from, end } of its) cues.push({ direction, start: length + from, end: length + end, until, beat })
      beat++
    }
    length += long
    cuts.push(length)
  }
  return { cues, cuts, length }
}
