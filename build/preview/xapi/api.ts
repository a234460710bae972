/** The preview's own interface for cmi5 and Tin Can packages: docs/preview.md says what each address takes and gives. */
import type { Standing } from '../catalogue'
import { learners, type Learner } from '../learners'
import { isXapi, type Library, type XapiPackage } from '../library'
import type { Records } from '../lrs/records'
import type { Answer, LearningRecord } from '../lrs/types'
import { PreviewError, type Mode } from '../types'
import { openLaunch, register, type Breakage, type Clerk } from './open'
import { reportOf, stateIn, type Since, type XapiReport } from './report'
import type { XapiStandard } from './structure'

/** What the launch page needs to open the unit. */
export interface XapiLaunching {
  readonly package: string
  readonly revision: string
  readonly runtime: XapiStandard
  readonly learner: string
  readonly attempt: number
  readonly session: string
  readonly registration: string
  readonly mode: Mode
  readonly href: string
  /** The course asks for a window of its own. */
  readonly own: boolean
  /** The number of its first request: the inspector shows no earlier one. */
  readonly requests: number
}

export interface XapiParts {
  readonly library: Library
  readonly records: Records
  readonly clerk: (origin: string) => Clerk
}

export function createXapiApi({ library, records, clerk }: XapiParts) {
  return {
    launch(one: XapiPackage, learner: Learner, mode: Mode, broken: readonly Breakage[], origin: string): XapiLaunching {
      const before = records.read(learner.id, one.home)
      const { record, launch, registration, href } = openLaunch(before, one, learner, mode, clerk(origin), broken)
      records.write(learner.id, one.home, record)
      return {
        ...{ package: one.id, revision: one.revision, runtime: one.structure.standard, learner: learner.id, attempt: registration.number },
        ...{ session: launch.id, registration: registration.id, mode, href, own: one.unit.method === 'OwnWindow' },
        requests: (before.requests.at(-1)?.n ?? -1) + 1,
      }
    },
    report: (one: XapiPackage, learner: Learner, number: number | null, since?: Since): XapiReport =>
      reportOf(records.read(learner.id, one.home), one, learner.id, number, since),
    /** A new registration; none while the last one is still empty. Whatever was open is over. */
    restart(one: XapiPackage, learner: Learner): void {
      const before = records.read(learner.id, one.home)
      const last = before.registrations.at(-1)
      if (last === undefined || last.launches.length === 0) return
      const at = clerk('').now
      const ended = {
        ...last,
        launches: last.launches.map((launch) => ({ ...launch, ended: launch.ended ?? ({ how: 'abandoned', at } as const) })),
      }
      const registrations = before.registrations.map((each) => (each === last ? ended : each))
      records.write(learner.id, one.home, register({ ...before, registrations }, one, learner, clerk('')))
    },
    /** cmi5 §8.2: once a session, by POST; then error 1. */
    token(learner: Learner, home: string, session: string, method: string): Answer {
      const record = records.read(learner.id, home)
      const registration = record.registrations.find(({ launches }) => launches.some(({ id }) => id === session))
      const launch = registration?.launches.find(({ id }) => id === session)
      const refuse = (code: string, text: string): Answer => ({ status: 200, body: { 'error-code': code, 'error-text': text } })
      if (method !== 'POST') return refuse('3', `Asked by ${method}; expected POST (cmi5 §8.2.1).`)
      if (registration === undefined || launch === undefined) return refuse('3', `There is no session ${session}.`)
      if (launch.fetched || launch.ended !== null) return refuse('1', 'The token of this session was given out already.')
      const launches = registration.launches.map((one) => (one === launch ? { ...one, fetched: true } : one))
      const registrations = record.registrations.map((one) => (one === registration ? { ...one, launches } : one))
      records.write(learner.id, home, { ...record, registrations })
      return { status: 200, body: { 'auth-token': launch.token } }
    },
    standings: (one: XapiPackage): readonly Standing[] => learners.map((learner) => standing(records, one, learner)),
    /** Any unit of the package: they have the learner, and one structure. */
    home(id: string): XapiPackage {
      const found = library.scan().find((one): one is XapiPackage => !('error' in one) && isXapi(one) && one.home === id)
      if (found !== undefined) return found
      throw new PreviewError(`No cmi5 or Tin Can package "${id}": it is gone from the folder. Launch another from the catalogue.`, 404)
    },
  }
}

function standing(records: Records, one: XapiPackage, { id: learner, name }: Learner): Standing {
  const blank = { learner, name, attempt: 0, over: false, updated: null }
  let record: LearningRecord
  try {
    record = records.read(learner, one.home)
  } catch (error) {
    if (!(error instanceof PreviewError)) throw error
    return { ...blank, state: { kind: 'not attempted', percent: null, label: 'not attempted' }, error: error.message }
  }
  const registration = record.registrations.at(-1)
  const begun = registration?.launches.some(({ unit }) => unit === one.unit.key) === true
  const at = begun && registration ? { attempt: registration.number, updated: registration.updated } : {}
  return { ...blank, ...at, state: stateIn(record, one, registration), error: null }
}
