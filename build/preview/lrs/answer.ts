/**
 * The preview's LRS (xAPI 1.0.3): what each resource answers, and what the record is afterwards. For preview and tests only: one learner, one package,
 * a file on disk, no attachments. Pure: `http.ts` brings the request here, and the answer away.
 */
import type { Learner } from '../learners'
import type { XapiPackage } from '../library'
import { actorOf, activityIdOf, settle, type Clerk } from '../xapi/open'
import { templateOf } from '../xapi/own-statements'
import { checkCmi5, type Session } from '../xapi/rules'
import { isVerb } from '../xapi/standing'
import { DATA, PREFERENCES } from '../xapi/vocabulary'
import { handleDocument } from './documents'
import { query } from './query'
import { Refusal, shown } from './refusal'
import { agentKey } from './same'
import { take } from './statements'
import type { Agent, Answer, Launch, LearningRecord, Registration, Statement } from './types'

export interface LrsRequest {
  readonly method: string
  /** Below the endpoint: `statements`, `activities/state`. */
  readonly resource: string
  /** From the root of the host. */
  readonly path: string
  readonly params: URLSearchParams
  /** '' where there is none. */
  readonly header: (name: string) => string
  readonly body: string
}
export interface Answered {
  readonly record: LearningRecord
  readonly answer: Answer
}

export const VERSION = '1.0.3'

/** Throws a `Refusal` where it takes nothing. */
export function answerLrs(record: LearningRecord, one: XapiPackage, learner: Learner, request: LrsRequest, clerk: Clerk): Answered {
  const { resource, method } = request
  if (resource === 'about' && method === 'GET') return { record, answer: { status: 200, body: { version: [VERSION] } } }
  checkVersion(request)
  const { launch, registration } = sessionOfToken(record, request.header('authorization'))
  const isCmi5 = one.structure.standard === 'cmi5'
  if (launch.ended?.how === 'abandoned') {
    throw new Refusal(403, `9.3.6.0-2: session ${launch.id} was abandoned: the unit was launched anew meanwhile.`, '9.3.6.0-2')
  }
  const seat: Seat = { record, one, learner, request, clerk, launch, registration, isCmi5 }
  if (resource === 'statements') return method === 'GET' ? read(seat) : store(seat)
  if (resource === 'activities/state' || resource === 'agents/profile' || resource === 'activities/profile') return document(seat, resource)
  if (resource === 'activities' && method === 'GET')
    return { record, answer: { status: 200, body: activity(record, request.params.get('activityId') ?? '') } }
  if (resource === 'agents' && method === 'GET') return { record, answer: { status: 200, body: person(actorOf(learner)) } }
  const known = 'about, statements, activities, activities/state, activities/profile, agents, agents/profile'
  throw new Refusal(404, `There is no ${method} ${resource || '/'} here; expected one of ${known}.`)
}

interface Seat {
  readonly record: LearningRecord
  readonly one: XapiPackage
  readonly learner: Learner
  readonly request: LrsRequest
  readonly clerk: Clerk
  readonly launch: Launch
  readonly registration: Registration
  readonly isCmi5: boolean
}

/** xAPI 1.0.3, part 3, §3.3. */
function checkVersion({ header }: LrsRequest): void {
  const version = header('x-experience-api-version')
  if (!/^1\.0(\.\d+)?$/.test(version)) {
    throw new Refusal(400, `X-Experience-API-Version is ${shown(version || undefined)}; expected 1.0.x, such as ${VERSION}.`)
  }
}

/** The credential of a session that the LMS launched, and of nobody else. */
export function sessionOfToken(
  record: LearningRecord,
  authorization: string,
): { readonly launch: Launch; readonly registration: Registration } {
  const token = /^Basic (.+)$/.exec(authorization)?.[1]?.trim()
  for (const registration of record.registrations) {
    const launch = registration.launches.find((each) => each.token === token)
    if (launch) return { launch, registration }
  }
  throw new Refusal(
    401,
    `Authorization is ${authorization === '' ? 'not there' : 'of no session that is known'}; expected the token of a launch.`,
  )
}

function read({ record, request }: Seat): Answered {
  const language = request.header('accept-language') || 'en'
  return { record, answer: query(record.statements, request.params, request.path, language) }
}

function store(seat: Seat): Answered {
  const { record, one, learner, request, clerk, launch, registration, isCmi5 } = seat
  const body = sentOf(request)
  const session = rulesOf(seat)
  const check = (statement: Statement, before: LearningRecord['statements']): void => {
    if (isCmi5) checkCmi5(statement, before, session)
  }
  const { kept, ids, fresh } = take(record.statements, body, { session: launch.id, now: clerk.now, newId: clerk.newId, check })
  const after: Launch = {
    ...launch,
    initialised: launch.initialised || fresh.some((each) => isVerb(each, 'initialized')),
    ended: launch.ended ?? (fresh.some((each) => isVerb(each, 'terminated')) ? { how: 'terminated', at: clerk.now } : null),
  }
  const next = changed({ ...record, statements: kept }, registration, launch, after, clerk.now)
  const answer: Answer = request.method === 'PUT' ? { status: 204 } : { status: 200, body: ids }
  return { record: isCmi5 && fresh.length > 0 ? settle(next, one, learner, launch.id, clerk) : next, answer }
}

function rulesOf({ one, learner, launch, registration }: Seat): Session {
  const unit = one.structure.units.find(({ key }) => key === launch.unit) ?? one.unit
  const activity = activityIdOf(one.home, one.structure, unit.key)
  return { launch, registration, actor: actorOf(learner), activity, mastery: unit.mastery, template: templateOf(unit, launch.id) }
}

function sentOf({ method, params, header, body }: LrsRequest): unknown {
  const type = header('content-type')
  if (!/^application\/json\b/.test(type)) {
    throw new Refusal(400, `Content-Type is ${shown(type || undefined)}; expected application/json. The preview takes no attachments.`)
  }
  let sent: unknown
  try {
    sent = JSON.parse(body)
  } catch {
    throw new Refusal(400, `The body is ${shown(body)}; expected a statement as JSON, or an array of them.`)
  }
  if (method === 'POST') return sent
  if (method !== 'PUT') throw new Refusal(405, `${method} statements; expected POST, PUT or GET.`)
  const id = params.get('statementId')
  const own = (sent as { readonly id?: unknown } | null)?.id
  if (id === null) throw new Refusal(400, 'PUT statements without statementId; expected the id of the statement in the address.')
  if (Array.isArray(sent)) throw new Refusal(400, 'PUT statements with an array; expected one statement. POST several.')
  if (own !== undefined && String(own).toLowerCase() !== id.toLowerCase()) {
    throw new Refusal(400, `The statement's id is ${shown(own)}; expected ${id}, as in the address.`)
  }
  return { ...(sent as object), id }
}

function document(seat: Seat, resource: 'activities/state' | 'agents/profile' | 'activities/profile'): Answered {
  const { record, request, clerk, launch, registration, learner, isCmi5 } = seat
  const { method, params } = request
  const id = params.get('stateId') ?? params.get('profileId')
  if (isCmi5 && id === DATA && method !== 'GET') throw new Refusal(403, `10.2.1.0-5: ${DATA} is the LMS's; a unit reads it.`, '10.2.1.0-5')
  const { documents, answer } = handleDocument(record.documents, {
    method,
    resource,
    params,
    header: request.header,
    body: request.body,
    now: clerk.now,
  })
  if (isCmi5 && resource !== 'activities/profile') checkAgent(params.get('agent') ?? '', actorOf(learner))
  const after: Launch = {
    ...launch,
    readData: launch.readData || (resource === 'activities/state' && id === DATA && method === 'GET'),
    readPreferences: launch.readPreferences || (resource === 'agents/profile' && id === PREFERENCES && method === 'GET'),
  }
  return { record: changed({ ...record, documents }, registration, launch, after, method === 'GET' ? null : clerk.now), answer }
}

function checkAgent(given: string, actor: Agent): void {
  if (agentKey(JSON.parse(given) as Agent) === agentKey(actor)) return
  throw new Refusal(403, `8.1.3.0-3: the agent is ${shown(given)}; expected the one that was launched.`, '8.1.3.0-3')
}

function changed(record: LearningRecord, registration: Registration, launch: Launch, after: Launch, now: string | null): LearningRecord {
  const next = {
    ...registration,
    ...(now ? { updated: now } : {}),
    launches: registration.launches.map((one) => (one === launch ? after : one)),
  }
  return { ...record, registrations: record.registrations.map((one) => (one === registration ? next : one)) }
}

function activity(record: LearningRecord, id: string): unknown {
  const told = record.statements.flatMap(({ statement }) =>
    statement.object.id === id && statement.object.definition ? [statement.object] : [],
  )
  return told.at(-1) ?? { objectType: 'Activity', id }
}

const person = ({ name, account }: Agent): unknown => ({ objectType: 'Person', name: [name], account: [account] })
