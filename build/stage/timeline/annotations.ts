/** What directions write under an event: notes and states. One at a time. */
import type { Run } from '../../../src/model/scene'
import type { Call } from '../../compile/tree'
import type { Cue } from '../director'
import { runsOf } from '../text'
import { STATES } from '../vocabulary'

export interface Annotation {
  readonly cue: Cue
  readonly text: string
  readonly runs: readonly Run[]
  readonly sign: 'tick' | 'cross' | null
  /** When the next one replaces it. */
  readonly until: number
}

/** By the name of what they stand at, in order of time. */
export function annotationsOf(cues: readonly Cue[], stage: string, call: Call): ReadonlyMap<string, readonly Annotation[]> {
  const out = new Map<string, Annotation[]>()
  for (const cue of cues) {
    const { verb, args, targets } = cue.direction
    if (verb !== 'label' && verb !== 'set') continue
    for (const { name } of targets.filter((t) => t.stage === stage)) {
      const state = typeof args.state === 'string' ? args.state : ''
      const text = typeof args.text === 'string' ? args.text : state && `\`${state}\``
      const before = out.get(name) ?? []
      const last = before.at(-1)
      if (last) before[before.length - 1] = { ...last, until: Math.min(last.until, cue.start) }
      const sign = STATES.get(state)?.sign ?? null
      out.set(name, [...before, { cue, text, runs: runsOf(text, call), sign, until: Infinity }])
    }
  }
  return out
}
