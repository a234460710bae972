/** State, agent profile and activity profile documents, with their ETags (xAPI 1.0.3, part 3, §2.2–2.7 and §3.1). Pure. */
import { createHash } from 'node:crypto'
import { httpDate, readAgent } from './query'
import { Refusal, shown } from './refusal'
import { agentKey } from './same'
import type { Answer, Document } from './types'
import { isIri, isTime, isUuid } from './validate'

export interface DocumentRequest {
  readonly method: string
  readonly resource: Document['resource']
  readonly params: URLSearchParams
  readonly header: (name: string) => string
  readonly body: string
  /** ISO 8601. */
  readonly now: string
}
type Place = Pick<Document, 'resource' | 'activityId' | 'agent' | 'registration'>

export interface Handled {
  readonly documents: readonly Document[]
  readonly answer: Answer
}

export function handleDocument(documents: readonly Document[], request: DocumentRequest): Handled {
  const { method, resource, params } = request
  const place = placeOf(resource, params)
  const name = resource === 'activities/state' ? 'stateId' : 'profileId'
  const id = params.get(name)
  const here = documents.filter((one) => isAt(one, place))
  if (id === null) {
    if (method === 'GET') return { documents, answer: { status: 200, body: idsOf(here, params.get('since')) } }
    // Only state is deleted wholesale (§2.3); a profile goes by its id.
    if (method !== 'DELETE' || resource !== 'activities/state') missing(name, method)
    return { documents: documents.filter((one) => !here.includes(one)), answer: { status: 204 } }
  }
  const found = here.find((one) => one.id === id)
  if (method === 'GET') {
    if (found === undefined) throw new Refusal(404, `There is no document "${id}" in ${resource} at ${where(place)}.`)
    const headers = { ETag: found.etag, 'Last-Modified': httpDate(found.updated) }
    return { documents, answer: { status: 200, body: found.text, type: found.type, headers } }
  }
  match(request, found)
  const others = documents.filter((one) => one !== found)
  if (method === 'DELETE') return { documents: others, answer: { status: 204 } }
  if (method !== 'PUT' && method !== 'POST') throw new Refusal(405, `${method} ${resource}; expected GET, PUT, POST or DELETE.`)
  const next = written(request, place, id, found)
  return { documents: [...others, next], answer: { status: 204, headers: { ETag: next.etag } } }
}

export function written(
  request: Pick<DocumentRequest, 'method' | 'header' | 'body' | 'now'>,
  place: Place,
  id: string,
  found?: Document,
): Document {
  const { method, body, now } = request
  const type = request.header('content-type') || 'application/octet-stream'
  const text = method === 'POST' && found !== undefined ? merged(found, type, body) : body
  const etag = `"${createHash('sha1').update(text).digest('hex')}"`
  return { ...place, id, type, text, etag, updated: now }
}

/** §2.2: a POST joins two JSON objects, the new one's keys over the old one's. */
function merged(found: Document, type: string, body: string): string {
  const objectOf = (text: string, kind: string, what: string): object => {
    try {
      const value: unknown = kind.startsWith('application/json') ? JSON.parse(text) : null
      if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value
    } catch {
      // Told below.
    }
    throw new Refusal(400, `POST joins two JSON objects; ${what} is ${kind} ${shown(text)}. PUT it, to replace what is there.`)
  }
  return JSON.stringify({ ...objectOf(found.text, found.type, 'what is there'), ...objectOf(body, type, 'the body') })
}

function match({ method, resource, header }: DocumentRequest, found: Document | undefined): void {
  const [ifMatch, ifNone] = [header('if-match'), header('if-none-match')]
  const there = found === undefined ? 'no document' : found.etag
  const tags = ifMatch.split(',').map((tag) => tag.trim())
  if (ifMatch !== '' && !(found !== undefined && (tags.includes('*') || tags.includes(found.etag)))) {
    throw new Refusal(412, `If-Match is ${ifMatch}; there is ${there}. Read it again, and write over that.`)
  }
  if (ifNone !== '' && found !== undefined && (ifNone === '*' || ifNone.includes(found.etag))) {
    throw new Refusal(412, `If-None-Match is ${ifNone}; there is ${there}. Read it, and write over that.`)
  }
  if (method === 'PUT' && resource !== 'activities/state' && found !== undefined && ifMatch === '' && ifNone === '') {
    throw new Refusal(409, `The profile is there (${there}); expected If-Match or If-None-Match (xAPI 1.0.3, part 3, §3.1).`)
  }
}

function placeOf(resource: Document['resource'], params: URLSearchParams): Place {
  const activityId = params.get('activityId') ?? ''
  if (resource !== 'agents/profile' && !isIri(activityId)) wrong('activityId', activityId, 'an IRI')
  const agent = params.get('agent')
  if (resource !== 'activities/profile' && agent === null) wrong('agent', '', 'an agent as JSON')
  const registration = params.get('registration') ?? ''
  if (registration !== '' && !isUuid(registration)) wrong('registration', registration, 'a UUID')
  return {
    resource,
    activityId: resource === 'agents/profile' ? '' : activityId,
    agent: resource === 'activities/profile' ? '' : agentKey(readAgent(agent ?? '')),
    registration: resource === 'activities/state' ? registration : '',
  }
}

const isAt = (one: Document, { resource, activityId, agent, registration }: Place): boolean =>
  one.resource === resource && one.activityId === activityId && one.agent === agent && one.registration === registration

function idsOf(here: readonly Document[], since: string | null): readonly string[] {
  if (since !== null && !isTime(since)) wrong('since', since, 'a time of ISO 8601')
  return here.filter(({ updated }) => since === null || Date.parse(updated) > Date.parse(since)).map(({ id }) => id)
}

const where = ({ activityId, registration }: Place): string =>
  [activityId, registration].filter((one) => one !== '').join(', ') || 'the agent'
const missing = (name: string, method: string): never => wrong(name, '', `an id, to ${method} a document`)
function wrong(name: string, found: string, expected: string): never {
  throw new Refusal(400, `The parameter "${name}" is ${shown(found)}; expected ${expected} (xAPI 1.0.3, part 3, §2).`)
}
