/** Whether a statement is one (xAPI 1.0.3, part 2, §2): the first thing wrong with it is told, with where, found and expected. */
import { Refusal, shown } from './refusal'

type Bag = Readonly<Record<string, unknown>>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const DURATION = /^P(?:\d+W|(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?)$/
const TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d(?::?\d\d)?)?)?$/
const KEYS = ['id', 'actor', 'verb', 'object', 'result', 'context', 'timestamp', 'stored', 'authority', 'version', 'attachments']

export const isUuid = (value: unknown): boolean => typeof value === 'string' && UUID.test(value)
export const isIri = (value: unknown): boolean => typeof value === 'string' && IRI.test(value)
export const isTime = (value: unknown): boolean =>
  typeof value === 'string' && TIME.test(value) && !/-00(:?00)?$/.test(value.slice(10)) && !Number.isNaN(Date.parse(value))
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** `where` is its place in the request: `statements[2]`. */
export function validate(statement: unknown, where: string): void {
  const bag = need(statement, where, isBag, 'an object', '§2.2') as Bag
  const strange = Object.keys(bag).find((key) => !KEYS.includes(key))
  if (strange !== undefined) fail(`${where}.${strange}`, bag[strange], `one of ${KEYS.join(', ')}`, '§2.2')
  noNulls(bag, where)
  may(bag['id'], `${where}.id`, isUuid, 'a UUID', '§2.4.1')
  agent(bag['actor'], `${where}.actor`)
  const verb = need(bag['verb'], `${where}.verb`, isBag, 'an object', '§2.4.3') as Bag
  need(verb['id'], `${where}.verb.id`, isIri, 'an IRI', '§2.4.3')
  object(bag['object'], `${where}.object`)
  if (bag['result'] !== undefined) result(bag['result'], `${where}.result`)
  if (bag['context'] !== undefined) context(bag['context'], `${where}.context`)
  may(bag['timestamp'], `${where}.timestamp`, isTime, 'a time of ISO 8601', '§2.4.7')
  may(bag['version'], `${where}.version`, (value) => /^1\.0(\.\d+)?$/.test(String(value)), '1.0.x', '§2.4.10')
}

/** Throws unless it is an agent or a group with one identifier, or a group of members. */
export function agent(value: unknown, where: string): void {
  const bag = need(value, where, isBag, 'an agent', '§2.4.2') as Bag
  const given = ['mbox', 'mbox_sha1sum', 'openid', 'account'].filter((key) => bag[key] !== undefined)
  const anonymous = bag['objectType'] === 'Group' && Array.isArray(bag['member'])
  if (given.length !== 1 && !(given.length === 0 && anonymous)) {
    fail(where, given, 'exactly one of mbox, mbox_sha1sum, openid, account', '§2.4.2.3')
  }
  may(bag['objectType'], `${where}.objectType`, (one) => one === 'Agent' || one === 'Group', 'Agent or Group', '§2.4.2')
  may(bag['mbox'], `${where}.mbox`, (one) => /^mailto:[^@\s]+@[^@\s]+$/.test(String(one)), 'mailto: and an address', '§2.4.2.3')
  const account = bag['account']
  if (account === undefined) return
  need(account, `${where}.account`, isBag, 'an object', '§2.4.2.4')
  need((account as Bag)['homePage'], `${where}.account.homePage`, isIri, 'an IRL', '§2.4.2.4')
  need((account as Bag)['name'], `${where}.account.name`, (one) => typeof one === 'string' && one !== '', 'a name', '§2.4.2.4')
}

function object(value: unknown, where: string): void {
  const bag = need(value, where, isBag, 'an object', '§2.4.4') as Bag
  const kind = bag['objectType'] ?? 'Activity'
  if (kind === 'Agent' || kind === 'Group') return agent(bag, where)
  if (kind === 'SubStatement') return void need(bag['verb'], `${where}.verb`, isBag, 'an object', '§2.4.4.3')
  if (kind === 'StatementRef') return void need(bag['id'], `${where}.id`, isUuid, 'a UUID', '§2.4.4.3')
  need(kind, `${where}.objectType`, (one) => one === 'Activity', 'Activity, Agent, Group, StatementRef or SubStatement', '§2.4.4')
  need(bag['id'], `${where}.id`, isIri, 'an IRI', '§2.4.4.1')
  may(bag['definition'], `${where}.definition`, isBag, 'an object', '§2.4.4.1')
}

function result(value: unknown, where: string): void {
  const bag = need(value, where, isBag, 'an object', '§2.4.5') as Bag
  for (const key of ['success', 'completion'])
    may(bag[key], `${where}.${key}`, (one) => typeof one === 'boolean', 'true or false', '§2.4.5')
  may(bag['response'], `${where}.response`, (one) => typeof one === 'string', 'a text', '§2.4.5')
  may(bag['duration'], `${where}.duration`, (one) => DURATION.test(String(one)), 'a duration of ISO 8601', '§4.6')
  const score = bag['score']
  if (score !== undefined) {
    need(score, `${where}.score`, isBag, 'an object', '§2.4.5.1')
    const between = (one: unknown): boolean => typeof one === 'number' && one >= -1 && one <= 1
    may((score as Bag)['scaled'], `${where}.score.scaled`, between, 'a number from -1 to 1', '§2.4.5.1')
  }
  extensions(bag['extensions'], `${where}.extensions`)
}

function context(value: unknown, where: string): void {
  const bag = need(value, where, isBag, 'an object', '§2.4.6') as Bag
  may(bag['registration'], `${where}.registration`, isUuid, 'a UUID', '§2.4.6')
  const activities = bag['contextActivities']
  if (activities !== undefined) {
    need(activities, `${where}.contextActivities`, isBag, 'an object', '§2.4.6.2')
    for (const [key, list] of Object.entries(activities as Bag)) {
      need(key, `${where}.contextActivities`, (one) => /^(parent|grouping|category|other)$/.test(String(one)), 'parent, grouping, category, other', '§2.4.6.2') // prettier-ignore
      ;[list].flat().forEach((one, at) => object(one, `${where}.contextActivities.${key}[${at}]`))
    }
  }
  extensions(bag['extensions'], `${where}.extensions`)
}

function extensions(value: unknown, where: string): void {
  if (value === undefined) return
  const bag = need(value, where, isBag, 'an object', '§4.1') as Bag
  for (const key of Object.keys(bag)) need(key, where, isIri, 'keys that are IRIs', '§4.1')
}

/** xAPI 1.0.3, part 2, §2.2: no null, but below extensions. */
function noNulls(bag: Bag, where: string): void {
  for (const [key, value] of Object.entries(bag)) {
    if (key === 'extensions') continue
    if (value === null) fail(`${where}.${key}`, value, 'a value, or no such key', '§2.2')
    for (const one of [value].flat()) if (isBag(one)) noNulls(one, `${where}.${key}`)
  }
}

function need(value: unknown, where: string, holds: (value: unknown) => boolean, expected: string, source: string): unknown {
  return holds(value) ? value : fail(where, value, expected, source)
}
function may(value: unknown, where: string, holds: (value: unknown) => boolean, expected: string, source: string): void {
  if (value !== undefined) need(value, where, holds, expected, source)
}
function fail(where: string, found: unknown, expected: string, source: string): never {
  throw new Refusal(400, `${where} is ${shown(found)}; expected ${expected} (xAPI 1.0.3, part 2, ${source}).`)
}
