import type { Call } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Cue } from '../director'
import type { Member } from './cast'
import type { Layout } from './layout'
import type { Layers } from './packet'
import type { Scenery } from './scenery'

/** What every part of the network stage draws with. */
export interface Context {
  readonly canvas: Canvas
  readonly call: Call
  readonly layout: Layout
  readonly members: ReadonlyMap<string, Member>
  readonly layers: Layers
  readonly cues: readonly Cue[]
  readonly scenery: Scenery
}
