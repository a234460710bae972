import type { Cue } from '../director'
import type { Rect } from '../geometry'

/** One thing on the stage that a direction may name. */
export interface Part {
  readonly id: string
  /** How the line at the foot calls it. */
  readonly label: string
  readonly says: string
  readonly hidden: boolean
  /** What comes, goes and falls quiet with it. */
  readonly regions: readonly number[]
  /** What `mark` underlines, or draws an edge around. */
  readonly rects: readonly Rect[]
  readonly marked: 'edge' | 'line'
  /** `set`: what it holds, or how it is judged. */
  set(cue: Cue): void
  count?(cue: Cue): void
}
export interface Picture {
  readonly root: number
  readonly parts: readonly Part[]
  /** What belongs to no part, and falls quiet whenever one is brought forward. */
  readonly rest: readonly number[]
  /** By how much it is too high for its box. */
  readonly short: number
  /** `count` and `lines` on the whole stage. */
  whole?(cue: Cue): void
}
