import type { StageKind } from '../compile/tree'
import type { Director } from './director'
import { bytes } from './bytes/bytes'
import { chart } from './chart/chart'
import { code } from './code/code'
import { network } from './network/network'
import { sequence } from './sequence/sequence'
import { stack } from './stack/stack'
import { states } from './states/states'
import { table } from './table/table'
import { timeline } from './timeline/timeline'

/** Every stage kind. A new kind is a director and a line here; it costs the player no byte. */
export const directors: ReadonlyMap<StageKind, Director> = new Map(
  [network, sequence, stack, states, code, timeline, table, bytes, chart].map((d) => [d.kind, d]),
)
