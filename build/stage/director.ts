/**
 * A director turns the stage block and the directions of one screen into nodes and tracks. One per stage kind.
 * It decides where everything stands and how it moves, never when: times come with the cues and are the same wide and tall.
 */
import type { Diagnostics } from '../compile/diagnostic'
import type { Call, Direction, StageBlock, StageKind, Verb } from '../compile/tree'
import type { Canvas } from './canvas'
import type { Rect } from './geometry'

/** A direction with its time, in scene milliseconds. `until` is when its beat ends: trails live that long. */
export interface Cue {
  readonly direction: Direction
  readonly start: number
  readonly end: number
  readonly until: number
  readonly beat: number
}

export interface Direct {
  readonly stage: StageBlock
  /** Only cues with a target on this stage, in time order. */
  readonly cues: readonly Cue[]
  readonly call: Call
  readonly canvas: Canvas
  readonly box: Rect
  /** The region everything is drawn in. */
  readonly parent: number
  readonly shape: 'wide' | 'tall'
  readonly diagnostics: Diagnostics
}

export interface Director {
  readonly kind: StageKind
  /** The verbs this kind takes; any other is a diagnostic with the cure. */
  readonly verbs: readonly Verb[]
  /** Everything a direction may name on this stage, without prefix, parts included (`ana`, `ana-nat.table`) → how a sentence says it (`Ana`). */
  names(stage: StageBlock, call: Call): ReadonlyMap<string, string>
  /** A sentence of this kind's own for what a direction does; null where the common one will do. `before`: the screen's directions so far. */
  tell?(direction: Direction, stage: StageBlock, before: readonly Direction[], call: Call): string | null
  /** Faults of the block itself. Run once, before drawing. */
  check(stage: StageBlock, call: Call, diagnostics: Diagnostics): void
  /** How much height it needs in a box of this width, scene units; the rest is shared out. */
  height(
    stage: StageBlock,
    cues: readonly Cue[],
    call: Call,
    width: number,
    shape: 'wide' | 'tall',
  ): { readonly min: number; readonly ideal: number }
  direct(job: Direct): void
  /** How long a direction takes here, where it depends on what the block holds; the same wide and tall. */
  duration?(stage: StageBlock, direction: Direction, call: Call): number | undefined
  /** What goes from one stage of this kind to another, once all of the screen are drawn. */
  between?(jobs: readonly Direct[], parent: number): void
  /** On a tall frame without room for both: a strip of this height that shows the one thing of the moment while another stage acts. */
  readonly strip?: { readonly height: number; direct(job: Direct): void }
}
