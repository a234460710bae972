/** A statement of whatever origin to a row of the fact table, or the reason why not. Nothing here throws, and nothing is believed. */
import { uuidOf } from '../xapi/uuid'
import { PROFILE, extensions, verbs, type VerbName } from '../xapi/vocabulary'
import type { Fact, ObjectKind, Time } from './facts'
import { readDuration } from './read-duration'
import type { Rejection } from './rejections'

export type Flat =
  | { readonly kind: 'fact'; readonly fact: Fact }
  /** Takes back the statement of this id. */
  | { readonly kind: 'voids'; readonly id: string }
  /** `key` is what it is counted by: its id, or what it looks like. */
  | { readonly kind: 'rejected'; readonly reason: Rejection; readonly key: string; readonly example: string }

export interface FlattenTerms {
  /** Of the course whose statements count. */
  readonly iri: string
  readonly now: Time
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const VOIDED = 'http://adlnet.gov/expapi/verbs/voided'
const EARLIEST = Date.UTC(2010, 0)
const DAY = 86_400_000
const LONGEST_ID = 400
const LONGEST_RESPONSE = 4000
const LONGEST_LABEL = 120
const names = new Map(Object.entries(verbs).map(([name, { id }]) => [id, name as VerbName]))
const UNIT: readonly VerbName[] = ['initialized', 'terminated', 'completed', 'passed', 'failed']
const KINDS: Readonly<Record<string, ObjectKind>> = { s: 'screen', q: 'question', p: 'prediction', g: 'goal' }
/** What each verb is about; a statement about anything else is not of the profile. */
const ABOUT: Readonly<Record<string, readonly ObjectKind[]>> = {
  experienced: ['screen'],
  // A package of the programme tells of the course.
  progressed: ['module', 'unit'],
  answered: ['question', 'prediction'],
  skipped: ['prediction'],
  scored: ['quiz'],
  achieved: ['goal'],
}

export const flatten = (raw: unknown, { iri, now }: FlattenTerms): Flat => {
  const it = record(raw)
  if (!it) return rejected('not-a-statement', raw)
  const no = (reason: Rejection): Flat => rejected(reason, raw)
  const id = text(it['id'])
  if (!UUID.test(id)) return no('no-id')
  const verbId = text(record(it['verb'])?.['id'])
  const object = record(it['object'])
  if (verbId === VOIDED) {
    const voided = text(object?.['id'])
    return UUID.test(voided) ? { kind: 'voids', id: voided.toLowerCase() } : no('wrong-type')
  }
  const context = record(it['context'])
  const activities = record(context?.['contextActivities'])
  const categories = ids(activities?.['category'])
  if (!categories.some((one) => one.startsWith(`${PROFILE}/`))) return no('not-ours')
  if (!categories.some((one) => one.startsWith(`${PROFILE}/v1.`))) return no('other-profile')
  const verb = names.get(verbId)
  if (!verb) return no('unknown-verb')
  const actor = actorOf(it['actor'])
  if (!actor) return no('no-actor')
  const stored = moment(it['stored'])
  const time = it['timestamp'] === undefined ? stored : moment(it['timestamp'])
  if (time === null || time < EARLIEST || time > now + DAY) return no('bad-time')

  const objectId = text(object?.['id'])
  const groups = ids(activities?.['grouping'])
  const parents = ids(activities?.['parent'])
  if (![objectId, ...groups, ...parents].every((one) => one.length <= LONGEST_ID) || actor.key.length > LONGEST_ID) return no('too-long')
  const about = aboutOf(iri, verb, objectId, groups)
  if (!about) return no('other-course')
  if (!(ABOUT[verb]?.includes(about.object) ?? about.object === 'unit')) return no('wrong-type')

  const result = record(it['result']) ?? {}
  const told = record(result['extensions']) ?? {}
  const said = record(context?.['extensions']) ?? {}
  const response = optional(result['response'], isText)
  const shown = optional(said[extensions.order], isText)
  const revision = optional(said[extensions.revision], isText)
  const lang = optional(context?.['language'], isText)
  const registration = optional(context?.['registration'], isText)
  if ([response, shown].some((one) => (one?.length ?? 0) > LONGEST_RESPONSE)) return no('too-long')
  if ([revision, lang, registration].some((one) => (one?.length ?? 0) > LONGEST_ID)) return no('too-long')
  const success = optional(result['success'], isBoolean)
  const score = optional(record(result['score'])?.['scaled'], within(0, 1))
  const duration = result['duration'] === undefined ? null : readDuration(result['duration'])
  const visible = optional(told[extensions.visible], within(0, 10 * 365 * DAY))
  const attempt = optional(told[extensions.attempt], whole(1, 10_000))
  const version = optional(told[extensions.version], whole(1, 10_000))
  const progress = optional(told[extensions.progress], whole(0, 100))
  const interaction = optional(record(object?.['definition'])?.['interactionType'], isText)
  const parts = [response, shown, revision, lang, registration, success, score, duration, visible, attempt, version, progress, interaction]
  const isWhole =
    parts.every((part) => part !== undefined) &&
    (verb !== 'answered' || (response !== null && success !== null && version !== null && attempt !== null)) &&
    (verb !== 'experienced' || visible !== null || duration !== null) &&
    (verb !== 'scored' || (score !== null && attempt !== null)) &&
    (verb !== 'progressed' || progress !== null) &&
    (interaction?.length ?? 0) < 40
  if (!isWhole) return no('wrong-type')
  return {
    kind: 'fact',
    fact: {
      id: id.toLowerCase(),
      time,
      stored,
      actor: actor.key,
      label: actor.label,
      registration: registration ?? '',
      verb,
      ...about,
      version: version ?? null,
      attempt: attempt ?? null,
      interaction: verb === 'answered' ? (interaction ?? null) : null,
      response: response ?? null,
      success: success ?? null,
      score: score ?? null,
      duration: duration ?? null,
      visible: visible === null || visible === undefined ? null : Math.round(visible),
      shown: shown ?? null,
      progress: progress ?? null,
      lang: lang ?? '',
      revision: revision ?? '',
    },
  }
}

/** Never more of what was said than fits a line. */
export const rejected = (reason: Rejection, what: unknown): Flat => {
  const told = record(what)
  const id = text(told?.['id'])
  const key = id && id.length <= LONGEST_ID ? id.toLowerCase() : uuidOf(beginning(what))
  return { kind: 'rejected', reason, key, example: (id || (typeof what === 'string' ? what : told ? '' : String(what))).slice(0, 80) }
}
const beginning = (what: unknown): string => (typeof what === 'string' ? what : JSON.stringify(what) || '').slice(0, 2000)

type About = Pick<Fact, 'object' | 'module' | 'item'>
const aboutOf = (iri: string, verb: VerbName, object: string, groups: readonly string[]): About | null => {
  const parts = (one: string): RegExpExecArray | null =>
    one.startsWith(`${iri}/`) ? /^\/m(\d\d)(?:\/(?:([sqpg])\/(.+)|(quiz)))?$/s.exec(one.slice(iri.length)) : null
  if (UNIT.includes(verb)) {
    const modules = [object, ...groups].flatMap((one) => {
      const found = parts(one)
      return found && !found[2] && !found[4] ? [Number(found[1])] : []
    })
    const single = new Set(modules).size === 1
    if (!single && object !== iri && !groups.includes(iri)) return null
    return { object: 'unit', module: single ? (modules[0] ?? 0) : 0, item: '' }
  }
  if (object === iri && verb === 'progressed') return { object: 'unit', module: 0, item: '' }
  const found = parts(object)
  if (!found) return null
  const [, number, kind, item, quiz] = found
  return { object: quiz ? 'quiz' : kind ? (KINDS[kind] ?? 'module') : 'module', module: Number(number), item: item ?? '' }
}

const actorOf = (raw: unknown): { readonly key: string; readonly label: string } | null => {
  const it = record(raw)
  if (!it || (it['objectType'] !== undefined && it['objectType'] !== 'Agent')) return null
  const account = record(it['account'])
  const [home, name] = [text(account?.['homePage']), text(account?.['name'])]
  const mail = text(it['mbox'])
  const key = (home && name && `${home} ${name}`) || mail || text(it['mbox_sha1sum']) || text(it['openid'])
  if (!key) return null
  const label = text(it['name']) || name || mail.replace(/^mailto:/, '')
  return { key, label: label.slice(0, LONGEST_LABEL) }
}

const record = (value: unknown): Readonly<Record<string, unknown>> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : null
const text = (value: unknown): string => (typeof value === 'string' ? value : '')
/** A single activity may stand in the place of a list (xAPI 1.0.3, part 2, §2.4.6.2). */
const ids = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? (value as readonly unknown[]) : [value]).map((one) => text(record(one)?.['id'])).filter((one) => one !== '')
/** xAPI 1.0.3 asks for RFC 3339; without a zone it is taken as UTC. */
const moment = (value: unknown): Time | null => {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z|[+-]\d\d(?::?\d\d)?)?$/i.exec(text(value))
  const zone = found?.[2] ?? 'Z'
  const time = found
    ? Date.parse(`${found[1] ?? ''}${/^[+-]\d\d$/.test(zone) ? `${zone}:00` : zone.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`)
    : NaN
  return Number.isNaN(time) ? null : time
}
/** Null where it is not there, undefined where it is wrong. */
const optional = <T>(value: unknown, is: (value: unknown) => value is T): T | null | undefined =>
  value === undefined || value === null ? null : is(value) ? value : undefined
const isText = (value: unknown): value is string => typeof value === 'string'
const isBoolean = (value: unknown): value is boolean => typeof value === 'boolean'
const within =
  (low: number, high: number) =>
  (value: unknown): value is number =>
    typeof value === 'number' && value >= low && value <= high
const whole =
  (low: number, high: number) =>
  (value: unknown): value is number =>
    Number.isInteger(value) && (value as number) >= low && (value as number) <= high
