import type { StageKind } from '../compile/tree'
import type { Director } from './director'
import { bytes } from './bytes/bytes'
import { network } from './network/network'
import { sequence } from './sequence/sequence'
import { stack } from './stack/stack'
import { states } from './states/states'
import { table } from './table/table'

/** Every stage kind this edition draws. A new kind is a director and a line here; it costs the player no byte. */
export const directors: ReadonlyMap<StageKind, Director> = new Map([network, sequence, table, stack, states, bytes].map((d) => [d.kind, d]))
