/** GET statements: one by its id, or a list by filters, a page at a time (xAPI 1.0.3, part 3, §2.1.3). */
import { formatted, type Format } from './format'
import { Refusal, shown } from './refusal'
import { agentKey } from './same'
import type { Agent, Answer, Context, Kept, Statement, Thing } from './types'
import { agent, isIri, isTime, isUuid } from './validate'

const FILTERS = [
  'agent',
  'verb',
  'activity',
  'registration',
  'related_activities',
  'related_agents',
  'since',
  'until',
  'limit',
  'ascending',
]
const BESIDE = ['statementId', 'voidedStatementId', 'format', 'attachments', 'cursor']
/** An LRS sets its own largest page; clients must not count on another. */
const MOST = 100

/** `path`: of this resource, relative to the root of the host, as real LRSs give `more`. */
export function query(kept: readonly Kept[], params: URLSearchParams, path: string, language: string): Answer {
  const strange = [...params.keys()].find((key) => ![...FILTERS, ...BESIDE].includes(key))
  if (strange !== undefined) refuse(strange, 'no such parameter', [...FILTERS, ...BESIDE].slice(0, -1).join(', '))
  const format = formatOf(params.get('format'))
  const [id, voided] = [params.get('statementId'), params.get('voidedStatementId')]
  if (id === null && voided === null) return list(kept, params, path, format, language)
  const other = id !== null && voided !== null ? 'voidedStatementId' : [...params.keys()].find((key) => FILTERS.includes(key))
  if (other !== undefined) refuse(other, 'beside an id', 'only format and attachments there')
  const wanted = (id ?? voided ?? '').toLowerCase()
  if (!isUuid(wanted)) refuse(id === null ? 'voidedStatementId' : 'statementId', wanted, 'a UUID')
  const found = kept.find((one) => one.statement.id === wanted && one.voided === (voided !== null))
  if (found === undefined) throw new Refusal(404, `There is no ${voided === null ? '' : 'voided '}statement ${wanted}.`)
  return { status: 200, body: formatted(found.statement, format, language), headers: { 'Last-Modified': httpDate(found.statement.stored) } }
}

function list(kept: readonly Kept[], params: URLSearchParams, path: string, format: Format, language: string): Answer {
  const ascending = flag(params, 'ascending')
  const passes = filter(params)
  const cursor = params.get('cursor')
  const limit = params.get('limit') ?? '0'
  if (!/^\d+$/.test(limit)) refuse('limit', limit, 'a whole number')
  const page = Math.min(Number(limit) || MOST, MOST)
  const all = kept.map((one, at) => ({ ...one, at })).filter((one) => !one.voided && passes(one.statement))
  const ordered = ascending ? all : [...all].reverse()
  const rest = cursor === null ? ordered : ordered.filter(({ at }) => (ascending ? at > Number(cursor) : at < Number(cursor)))
  const shownNow = rest.slice(0, page)
  const next = new URLSearchParams(params)
  next.set('cursor', String(shownNow.at(-1)?.at ?? ''))
  return {
    status: 200,
    body: {
      statements: shownNow.map(({ statement }) => formatted(statement, format, language)),
      more: rest.length > page ? `${path}?${next.toString()}` : '',
    },
  }
}

function filter(params: URLSearchParams): (statement: Statement) => boolean {
  const given = (name: string, holds: (value: unknown) => boolean, expected: string): string | null => {
    const value = params.get(name)
    if (value !== null && !holds(value)) refuse(name, value, expected)
    return value
  }
  const who = params.get('agent')
  const wanted = who === null ? null : agentKey(readAgent(who))
  const verb = given('verb', isIri, 'an IRI')
  const activity = given('activity', isIri, 'an IRI')
  const registration = given('registration', isUuid, 'a UUID')
  const since = given('since', isTime, 'a time of ISO 8601')
  const until = given('until', isTime, 'a time of ISO 8601')
  const [wide, wider] = [flag(params, 'related_activities'), flag(params, 'related_agents')]
  return (one) =>
    (wanted === null || agentsOf(one, wider).some((each) => agentKey(each) === wanted)) &&
    (verb === null || one.verb.id === verb) &&
    (activity === null || activitiesOf(one, wide).some(({ id }) => id === activity)) &&
    (registration === null || one.context?.registration === registration) &&
    (since === null || Date.parse(one.stored) > Date.parse(since)) &&
    (until === null || Date.parse(one.stored) <= Date.parse(until))
}

const isActivity = ({ objectType }: Thing): boolean => (objectType ?? 'Activity') === 'Activity'
const around = (context: Context | undefined): readonly Thing[] => Object.values(context?.contextActivities ?? {}).flat()
const activitiesOf = ({ object, context }: Statement, related: boolean): readonly Thing[] =>
  [object, ...(related ? around(context) : [])].filter(isActivity)
const agentsOf = ({ actor, object, context, authority }: Statement, related: boolean): readonly Agent[] =>
  [actor, ...(isActivity(object) ? [] : [object]), ...(related ? [context?.instructor, context?.team, authority] : [])].flatMap((one) =>
    one === undefined ? [] : [one, ...(one.member ?? [])],
  )

export function readAgent(text: string): Agent {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return refuse('agent', text, 'an agent as JSON')
  }
  agent(value, 'agent')
  return value as Agent
}

function formatOf(value: string | null): Format {
  if (value === null || value === 'exact' || value === 'ids' || value === 'canonical') return value ?? 'exact'
  return refuse('format', value, 'ids, exact or canonical')
}

function flag(params: URLSearchParams, name: string): boolean {
  const value = params.get(name)
  if (value === null || value === 'true' || value === 'false') return value === 'true'
  return refuse(name, value, 'true or false')
}

function refuse(name: string, found: string, expected: string): never {
  throw new Refusal(400, `The parameter "${name}" is ${shown(found)}; expected ${expected} (xAPI 1.0.3, part 3, §2.1.3).`)
}

export const httpDate = (iso: string): string => new Date(iso).toUTCString()
