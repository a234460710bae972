/** What `GET /api/catalogue` and the catalogue page tell: every zip, and where each learner stands in it. */
import { isOver } from './host/entry'
import { learners } from './learners'
import { isBroken, isXapi, type BrokenPackage, type Library, type Package, type XapiPackage } from './library'
import type { Store } from './store'
import { stateOf, type State } from './state'
import type { Reader } from './suspended'
import { PreviewError, type Attempt, type Cmi, type Runtime } from './types'
import type { XapiStandard } from './xapi/structure'

export interface Standing {
  readonly learner: string
  readonly name: string
  /** 0 while there is none. */
  readonly attempt: number
  readonly state: State
  /** Whether a normal launch would open in review. */
  readonly over: boolean
  readonly updated: string | null
  readonly error: string | null
}
export interface Entry {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly standard: string
  readonly runtime: Runtime | XapiStandard | null
  readonly bytes: number
  readonly sha256: string
  readonly revision: string
  readonly scos: number
  readonly error: string | null
  readonly learners: readonly Standing[]
}

export type Standings = (one: XapiPackage) => readonly Standing[]

export function catalogue(library: Library, store: Store, reader: Reader, standings: Standings): readonly Entry[] {
  return library.scan().map((one) => (isBroken(one) ? broken(one) : isXapi(one) ? unit(one, standings) : whole(one, store, reader)))
}

function broken({ id, file, bytes, error }: BrokenPackage): Entry {
  return { id, file, title: file, standard: '', runtime: null, bytes, sha256: '', revision: '', scos: 0, error, learners: [] }
}

function whole(one: Package, store: Store, reader: Reader): Entry {
  const { id, file, bytes, sha256, revision, manifest } = one
  const { title, standard, runtime, scos } = manifest
  const standings = learners.map(({ id: learner, name }) => standing(one, store, reader, learner, name))
  return { id, file, title, standard, runtime, bytes, sha256, revision, scos, error: null, learners: standings }
}

export const standardNames = { cmi5: 'cmi5', tincan: 'xAPI (Tin Can)' } as const

function unit(one: XapiPackage, standings: Standings): Entry {
  const { id, file, bytes, sha256, revision, structure } = one
  const { standard: runtime, units, title } = structure
  const standard = standardNames[runtime] + (units.length > 1 ? `: ${one.unit.title}` : '')
  return { id, file, title, standard, runtime, bytes, sha256, revision, scos: 1, error: null, learners: standings(one) }
}

function standing(one: Package, store: Store, reader: Reader, learner: string, name: string): Standing {
  const { runtime } = one.manifest
  try {
    const last = store.read(learner, one.id).at(-1)
    const cmi = last?.cmi ?? {}
    const over = Object.keys(cmi).length > 0 && isOver(runtime, cmi)
    const state = attemptState(one, reader, last)
    return { learner, name, attempt: last?.number ?? 0, state, over, updated: last?.updated ?? null, error: null }
  } catch (error) {
    if (!(error instanceof PreviewError)) throw error
    return { learner, name, attempt: 0, state: stateOf(runtime, {}, null), over: false, updated: null, error: error.message }
  }
}

export function attemptState(one: Package, reader: Reader, attempt: Attempt | undefined): State {
  const cmi = attempt?.cmi ?? {}
  return stateOf(one.manifest.runtime, cmi, reader.read(one, suspendData(cmi)).progress)
}

/** The same name in both run-times. */
export const suspendData = (cmi: Cmi): string => cmi['cmi.suspend_data'] ?? ''
