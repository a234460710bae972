/** Where the mark of a machine is at any time, and the ways it takes. */
import type { Cue } from '../director'
import { wayBetween, type Machine, type Way } from './machine'

export interface Move {
  readonly cue: Cue
  readonly from: string
  readonly to: string
  /** Undefined: the machine has no such way. */
  readonly way: Way | undefined
  /** What stands at the way. */
  readonly why: string
  /** Why it was refused, or null: then the mark goes there. */
  readonly refused: string | null
}

const text = (v: string | true | undefined): string | undefined => (typeof v === 'string' ? v : undefined)

/** In order of time, whatever the order they were written in. */
export const inTime = (cues: readonly Cue[]): readonly Cue[] => [...cues].sort((a, b) => a.start - b.start)

export function movesOf(machine: Machine, stage: string, cues: readonly Cue[]): readonly Move[] {
  let at = machine.start
  return inTime(cues).flatMap((cue): Move[] => {
    if (cue.direction.verb !== 'goto') return []
    const to = cue.direction.targets.find((t) => t.stage === stage)?.name
    if (!to || !machine.states.includes(to)) return []
    const { args } = cue.direction
    const from = at
    const way = wayBetween(machine, from, to)
    const refused = args.refused === undefined ? null : (text(args.refused) ?? 'refused')
    if (refused === null) at = to
    return [{ cue, from, to, way, why: text(args.by) ?? text(args.text) ?? way?.why ?? '', refused }]
  })
}

/** The state at a time; a move counts from its end. */
export function stateAt(machine: Machine, moves: readonly Move[], time: number): string {
  return moves.filter((m) => m.refused === null && m.cue.end <= time).at(-1)?.to ?? machine.start
}
