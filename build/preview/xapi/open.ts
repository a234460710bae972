/** A learner launches a unit: what the LMS writes down before the page is opened, and the address it is opened by. Pure. */
import type { Learner } from '../learners'
import type { XapiPackage } from '../library'
import { written } from '../lrs/documents'
import { agentKey } from '../lrs/same'
import type { Agent, Document, Kept, Launch, LearningRecord, Registration } from '../lrs/types'
import type { Mode } from '../types'
import { sayAbandoned, sayLaunched, saySatisfied, templateOf, type Speaker } from './own-statements'
import { newlySatisfied, saidOf } from './standing'
import type { Structure } from './structure'
import { activityOf, DATA, LMS, MODES, PREFERENCES } from './vocabulary'

export interface Clerk {
  /** ISO 8601. */
  readonly now: string
  readonly newId: () => string
  /** `http://127.0.0.1:8765` */
  readonly origin: string
}

/** What is wrong with the launch on purpose. */
export type Breakage = 'no-fetch' | 'used-token' | 'no-data' | 'wrong-endpoint'

export interface Opened {
  readonly record: LearningRecord
  readonly launch: Launch
  readonly registration: Registration
  /** On this server, with everything that the unit needs in its query. */
  readonly href: string
}

export const actorOf = ({ id, name }: Learner): Agent => ({ objectType: 'Agent', name, account: { homePage: LMS, name: id } })
/** What a unit is called in statements. */
export const activityIdOf = (home: string, structure: Structure, key: string): string =>
  structure.standard === 'cmi5' ? activityOf(home, key) : (structure.units.find((unit) => unit.key === key)?.id ?? '')

export function openLaunch(
  before: LearningRecord,
  one: XapiPackage,
  learner: Learner,
  mode: Mode,
  clerk: Clerk,
  broken: readonly Breakage[] = [],
): Opened {
  const { home, unit, structure, revision } = one
  const isCmi5 = structure.standard === 'cmi5'
  const speaker: Speaker = { home, actor: actorOf(learner), now: clerk.now, newId: clerk.newId }
  const begun = before.registrations.length > 0 ? before : register(before, one, learner, clerk)
  const { record, registration } = isCmi5 ? abandon(begun, structure, speaker) : { record: begun, registration: lastOf(begun) }
  const launch: Launch = {
    ...{ id: clerk.newId(), unit: unit.key, token: Buffer.from(`preview:${clerk.newId()}`).toString('base64'), mode, revision },
    ...{
      started: clerk.now,
      fetched: broken.includes('used-token'),
      readData: false,
      readPreferences: false,
      initialised: false,
      ended: null,
    },
  }
  const next: Registration = { ...registration, updated: clerk.now, launches: [...registration.launches, launch] }
  const base = `${clerk.origin}/content/${revision}/${unit.href}`
  const documents = isCmi5 ? launchDocuments(record.documents, one, learner, launch, next, clerk) : record.documents
  const statements = isCmi5 ? [...record.statements, sayLaunched(speaker, next.id, launch, unit, base)] : record.statements
  const query = launchQuery(one, learner, launch, next, clerk, broken)
  return {
    record: {
      ...record,
      registrations: record.registrations.map((other) => (other === registration ? next : other)),
      documents: broken.includes('no-data') ? documents.filter(({ id }) => id !== DATA) : documents,
      statements,
    },
    launch,
    registration: next,
    href: `/content/${revision}/${unit.href}?${[unit.query, query.toString()].filter((part) => part !== '').join('&')}`,
  }
}

/** A registration begins: blocks that ask for nothing are satisfied at once (cmi5 §9.6.1). */
export function register(
  record: LearningRecord,
  { home, structure }: XapiPackage,
  learner: Learner,
  { now, newId }: Clerk,
): LearningRecord {
  const number = record.registrations.length + 1
  const fresh: Registration = { number, id: newId(), started: now, updated: now, launches: [], satisfied: [] }
  const speaker: Speaker = { home, actor: actorOf(learner), now, newId }
  const blocks = newlySatisfied(structure, [], () => [])
  const said = blocks.map((block) => saySatisfied(speaker, fresh, newId(), block, structure.blocks.indexOf(block)))
  const next = { ...fresh, satisfied: blocks.map(({ id }) => id) }
  return { ...record, registrations: [...record.registrations, next], statements: [...record.statements, ...said] }
}

/** A session that is open when another begins was abandoned (cmi5 §9.3.6); of one that never spoke there is nothing to say. */
function abandon(
  record: LearningRecord,
  { units }: Structure,
  speaker: Speaker,
): { readonly record: LearningRecord; readonly registration: Registration } {
  const registration = lastOf(record)
  const said = registration.launches.flatMap((launch): readonly Kept[] => {
    const unit = units.find(({ key }) => key === launch.unit)
    return launch.ended === null && launch.initialised && unit
      ? [sayAbandoned(speaker, registration.id, launch, unit, record.statements)]
      : []
  })
  const launches = registration.launches.map((launch) => ({
    ...launch,
    ended: launch.ended ?? ({ how: 'abandoned', at: speaker.now } as const),
  }))
  const next = { ...registration, launches }
  const registrations = record.registrations.map((one) => (one === registration ? next : one))
  return { record: { ...record, registrations, statements: [...record.statements, ...said] }, registration: next }
}

function launchDocuments(
  documents: readonly Document[],
  { home, unit }: XapiPackage,
  learner: Learner,
  launch: Launch,
  registration: Registration,
  { now, origin }: Clerk,
): readonly Document[] {
  const data = {
    contextTemplate: templateOf(unit, launch.id),
    launchMode: MODES[launch.mode],
    launchMethod: unit.method,
    moveOn: unit.moveOn,
    returnURL: `${origin}/returned`,
    ...(unit.mastery === null ? {} : { masteryScore: unit.mastery }),
    ...(unit.parameters === '' ? {} : { launchParameters: unit.parameters }),
    ...(unit.entitlement === '' ? {} : { entitlementKey: { courseStructure: unit.entitlement } }),
  }
  const agent = agentKey(actorOf(learner))
  const json = (body: unknown) => ({ method: 'PUT', header: () => 'application/json', body: JSON.stringify(body), now })
  const state = { resource: 'activities/state', activityId: activityOf(home, unit.key), agent, registration: registration.id } as const
  const profile = { resource: 'agents/profile', activityId: '', agent, registration: '' } as const
  const isData = (one: Document): boolean => one.id === DATA && one.activityId === state.activityId && one.registration === registration.id
  return [
    ...documents.filter((one) => !isData(one)),
    written(json(data), state, DATA),
    // A unit may write the preferences, and then they are the learner's.
    ...(documents.some(({ id }) => id === PREFERENCES) ? [] : [written(json(learner.preferences), profile, PREFERENCES)]),
  ]
}

function launchQuery(
  { home, unit, structure }: XapiPackage,
  learner: Learner,
  launch: Launch,
  registration: Registration,
  { origin }: Clerk,
  broken: readonly Breakage[],
): URLSearchParams {
  const place = `${encodeURIComponent(learner.id)}/${encodeURIComponent(home)}`
  const endpoint = `${origin}/lrs/${place}/${broken.includes('wrong-endpoint') ? 'nowhere/' : ''}`
  const who = { actor: JSON.stringify(actorOf(learner)), registration: registration.id }
  if (structure.standard === 'tincan') {
    return new URLSearchParams({ endpoint, auth: `Basic ${launch.token}`, ...who, activity_id: unit.id })
  }
  const params = new URLSearchParams({
    endpoint,
    fetch: `${origin}/fetch/${place}/${launch.id}`,
    ...who,
    activityId: activityOf(home, unit.key),
  })
  if (broken.includes('no-fetch')) params.delete('fetch')
  return params
}

export function lastOf({ registrations }: LearningRecord): Registration {
  const last = registrations.at(-1)
  if (last === undefined) throw new Error('A launch needs a registration.')
  return last
}

/** After a unit has spoken: what is satisfied now is said once. */
export function settle(
  record: LearningRecord,
  { home, structure }: XapiPackage,
  learner: Learner,
  session: string,
  clerk: Clerk,
): LearningRecord {
  const registration = lastOf(record)
  const said = (key: string) => saidOf(record.statements, registration, activityIdOf(home, structure, key))
  const blocks = newlySatisfied(structure, registration.satisfied, said)
  if (blocks.length === 0) return record
  const speaker: Speaker = { home, actor: actorOf(learner), now: clerk.now, newId: clerk.newId }
  const statements = blocks.map((block) => saySatisfied(speaker, registration, session, block, structure.blocks.indexOf(block)))
  const next = { ...registration, satisfied: [...registration.satisfied, ...blocks.map(({ id }) => id)] }
  return {
    ...record,
    registrations: record.registrations.map((one) => (one === registration ? next : one)),
    statements: [...record.statements, ...statements],
  }
}
