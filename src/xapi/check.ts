/** Whether a statement keeps docs/xapi-profile.md: the rules it breaks, by number (docs/conformance.md, XAP-*). For tests, and for whoever receives. */
import type { Activity, Statement } from './statement'
import { category, extensions, PROFILE, types, verbs, type VerbName } from './vocabulary'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const IRI = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i
const DURATION = /^PT\d+(\.\d{1,2})?S$/
const PATTERNED = ['choice', 'sequencing', 'matching', 'numeric', 'fill-in']
const UNIT: readonly string[] = ['initialized', 'terminated', 'completed', 'passed', 'failed']

export const brokenRules = (statement: Statement): readonly string[] => {
  const { id, actor, object, result, context, timestamp } = statement
  const verb = Object.entries(verbs).find(([, known]) => known.id === statement.verb.id)?.[0] as VerbName | undefined
  const activities = context.contextActivities ?? {}
  const definition = object.definition
  const identifiers = [actor.account, actor.mbox, actor.mbox_sha1sum, actor.openid].filter((one) => one !== undefined)
  const has = (list: readonly Activity[] | undefined, one: string) => list?.some(({ id: of }) => of === one) === true
  const all = [object, ...Object.values(activities).flat()] as readonly Activity[]
  const score = result?.score?.scaled
  const isUnit = verb !== undefined && UNIT.includes(verb)
  const kept: Readonly<Record<string, boolean>> = {
    'XAP-1': UUID.test(id) && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(timestamp),
    'XAP-2': verb !== undefined && all.every((one) => IRI.test(one.id)) && identifiers.length === 1,
    'XAP-3': has(activities.category, category.id),
    'XAP-4': isUnit || verb === 'progressed' || activities.parent?.[0]?.definition?.type === types.module,
    'XAP-5': object.definition?.type === types.course || activities.grouping?.some((one) => one.definition?.type === types.course) === true,
    'XAP-6': isUnit || (definition !== undefined && Object.values(definition.name ?? {}).some((name) => name.length > 0)),
    'XAP-7': verb !== 'answered' || isAnswer(statement),
    'XAP-8': result?.duration === undefined || DURATION.test(result.duration),
    'XAP-9': score === undefined || (score >= 0 && score <= 1),
    'XAP-10': Object.keys({ ...result?.extensions, ...context.extensions }).every((key) => IRI.test(key)) && versioned(statement),
    'XAP-11': verb !== 'experienced' || (result?.duration !== undefined && Number(result.extensions?.[extensions.visible]) >= 0),
    'XAP-12': verb !== 'completed' || (result?.completion === true && result.success === undefined && score === undefined),
    'XAP-13': (verb !== 'passed' || result?.success === true) && (verb !== 'failed' || result?.success === false),
  }
  return Object.entries(kept).flatMap(([rule, keeps]) => (keeps ? [] : [rule]))
}

const isAnswer = ({ object: { definition }, result, context }: Statement): boolean => {
  const kind = definition?.interactionType ?? ''
  const lists = { choice: definition?.choices, sequencing: definition?.choices, matching: definition?.source && definition.target }
  const needed = kind in lists ? lists[kind as keyof typeof lists] : [true]
  return (
    definition?.type === types.question &&
    PATTERNED.includes(kind) &&
    (definition.correctResponsesPattern?.length ?? 0) > 0 &&
    (needed?.length ?? 0) > 0 &&
    typeof result?.response === 'string' &&
    typeof result.success === 'boolean' &&
    Number(result.extensions?.[extensions.attempt]) >= 1 &&
    Number(result.extensions?.[extensions.version]) >= 1 &&
    typeof context.extensions?.[extensions.order] === 'string'
  )
}

const versioned = ({ context }: Statement): boolean =>
  context.contextActivities?.category?.every(({ id }) => !id.startsWith(PROFILE) || /\/v\d+\.\d+$/.test(id)) === true &&
  typeof context.extensions?.[extensions.revision] === 'string'
