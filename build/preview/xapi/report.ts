/** What there is to know of a learner's attempt at one unit: for the launch page, the catalogue and tests. */
import { brokenRules } from '../../../src/xapi/check'
import type { Statement as OurStatement } from '../../../src/xapi/statement'
import { PROFILE } from '../../../src/xapi/vocabulary'
import type { XapiPackage } from '../library'
import type { Asked, Document, Kept, Launch, LearningRecord, Registration, Statement } from '../lrs/types'
import type { State } from '../state'
import { PreviewError, type Mode } from '../types'
import { activityIdOf } from './open'
import { saidOf, sessionOf, stateOfUnit } from './standing'
import { nameOf, tell } from './story'
import type { XapiStandard } from './structure'

export interface Line {
  /** Its place among all statements of the record. */
  readonly n: number
  /** Null: the LMS said it. */
  readonly session: string | null
  readonly verb: string
  readonly words: string
  readonly more: string
  /** Rules of docs/xapi-profile.md that it breaks; null where it is not of this profile. */
  readonly broken: readonly string[] | null
  readonly voided: boolean
  readonly statement: Statement
}

export interface XapiReport {
  readonly learner: string
  readonly package: string
  readonly runtime: XapiStandard
  /** 0: never launched. */
  readonly attempt: number
  readonly state: State
  readonly registration: string | null
  readonly activityId: string
  /** Of the last session; null if there is none. */
  readonly mode: Mode | null
  readonly initialised: boolean
  /** The last session was ended by `terminated`. */
  readonly finished: boolean
  /** Publisher's ids of the course and the blocks that are satisfied. */
  readonly satisfied: readonly string[]
  readonly statements: readonly Line[]
  readonly documents: readonly Document[]
  readonly requests: readonly Asked[]
  readonly sessions: readonly Launch[]
  readonly attempts: readonly { readonly number: number; readonly started: string; readonly updated: string; readonly state: State }[]
}

/** What is known already is left out: from `statements` and `requests` on. */
export interface Since {
  readonly statements: number
  readonly requests: number
}

export function reportOf(
  record: LearningRecord,
  one: XapiPackage,
  learner: string,
  number: number | null,
  since: Since = { statements: 0, requests: 0 },
): XapiReport {
  const registration = number === null ? record.registrations.at(-1) : record.registrations.find((each) => each.number === number)
  if (number !== null && registration === undefined) {
    const there = record.registrations.map((each) => each.number).join(', ') || 'none'
    throw new PreviewError(`No attempt ${number} of ${learner} at ${one.id}: found ${there}. Leave "attempt" out for the last one.`, 404)
  }
  const sessions = registration?.launches.filter(({ unit }) => unit === one.unit.key) ?? []
  const ids = new Set<unknown>(sessions.map(({ id }) => id))
  const last = sessions.at(-1)
  const activityId = activityIdOf(one.home, one.structure, one.unit.key)
  return {
    ...{ learner, package: one.id, runtime: one.structure.standard, attempt: sessions.length === 0 ? 0 : (registration?.number ?? 0) },
    state: stateIn(record, one, registration),
    ...{ registration: registration?.id ?? null, activityId, mode: last?.mode ?? null },
    ...{ initialised: last?.initialised ?? false, finished: last?.ended?.how === 'terminated' },
    satisfied: registration?.satisfied ?? [],
    statements: record.statements.flatMap((kept, n) =>
      n >= since.statements && (ids.has(kept.session) || (kept.session === null && ids.has(sessionOf(kept.statement))))
        ? [lineOf(record.statements, kept, n)]
        : [],
    ),
    documents: record.documents.filter((each) => each.registration === (registration?.id ?? '') || each.resource !== 'activities/state'),
    requests: record.requests.filter(({ n, session }) => n >= since.requests && (session === '' || ids.has(session))),
    sessions,
    attempts: record.registrations.map((each) => ({
      ...{ number: each.number, started: each.started, updated: each.updated, state: stateIn(record, one, each) },
    })),
  }
}

export const stateIn = (record: LearningRecord, one: XapiPackage, registration: Registration | undefined): State => {
  const said = saidOf(record.statements, registration, activityIdOf(one.home, one.structure, one.unit.key))
  return stateOfUnit(said, record.statements, registration, one.unit)
}

function lineOf(all: readonly Kept[], { statement, session, voided }: Kept, n: number): Line {
  const ours = [statement.context?.contextActivities?.['category'] ?? []].flat().some(({ id }) => id?.startsWith(PROFILE) === true)
  const broken = session !== null && ours ? brokenRules(statement as unknown as OurStatement) : null
  return { n, session, verb: nameOf(statement), ...tell(all, n), broken, voided, statement }
}
