/** What the LMS itself says in cmi5: launched, abandoned, satisfied (cmi5 §9.3.1, §9.3.6, §9.3.9). */
import { AUTHORITY } from '../lrs/statements'
import type { Agent, Context, Kept, Launch, Registration, Statement } from '../lrs/types'
import { sessionOf } from './standing'
import type { Block, Unit } from './structure'
import { activityOf, activityTypes, categories, extensions, MODES, verbs } from './vocabulary'

export interface Speaker {
  readonly home: string
  readonly actor: Agent
  /** ISO 8601. */
  readonly now: string
  readonly newId: () => string
}

type Body = Pick<Statement, 'object' | 'result'> & { readonly extensions?: Readonly<Record<string, unknown>>; readonly publisher: string }

const say = (
  { actor, now, newId }: Speaker,
  verb: 'launched' | 'abandoned' | 'satisfied',
  registration: string,
  session: string,
  { object, result, extensions: more, publisher }: Body,
): Kept => ({
  session: null,
  voided: false,
  statement: {
    id: newId(),
    actor,
    verb: { id: verbs[verb], display: { en: verb } },
    object: { objectType: 'Activity', ...object },
    ...(result ? { result } : {}),
    context: {
      registration,
      contextActivities: {
        grouping: [{ objectType: 'Activity', id: publisher }],
        category: [{ objectType: 'Activity', id: categories.cmi5 }],
      },
      extensions: { [extensions.session]: session, ...more },
    },
    timestamp: now,
    stored: now,
    authority: AUTHORITY,
    version: '1.0.3',
  },
})

export const sayLaunched = (speaker: Speaker, registration: string, { id, mode }: Launch, unit: Unit, url: string): Kept =>
  say(speaker, 'launched', registration, id, {
    object: { id: activityOf(speaker.home, unit.key), definition: { name: { und: unit.title } } },
    publisher: unit.id,
    extensions: {
      [extensions.mode]: MODES[mode],
      [extensions.url]: url,
      [extensions.moveOn]: unit.moveOn,
      ...(unit.mastery === null ? {} : { [extensions.mastery]: unit.mastery }),
      ...(unit.parameters === '' ? {} : { [extensions.parameters]: unit.parameters }),
    },
  })

/** §9.5.4.2: it lasted from the launch to the last that was heard. */
export const sayAbandoned = (speaker: Speaker, registration: string, launch: Launch, unit: Unit, kept: readonly Kept[]): Kept => {
  const heard = kept.filter(({ statement }) => sessionOf(statement) === launch.id).at(-1)?.statement.stored ?? launch.started
  const seconds = Math.max(0, Math.round((Date.parse(heard) - Date.parse(launch.started)) / 10) / 100)
  return say(speaker, 'abandoned', registration, launch.id, {
    object: { id: activityOf(speaker.home, unit.key) },
    publisher: unit.id,
    result: { duration: `PT${seconds}S` },
  })
}

/** Of the course the id is ours; of a block too, and neither is the publisher's. */
export const saySatisfied = (speaker: Speaker, registration: Registration, session: string, block: Block, at: number): Kept =>
  say(speaker, 'satisfied', registration.id, session, {
    object: {
      id: activityOf(speaker.home, block.kind === 'course' ? 'course' : `block-${at}`),
      definition: { type: activityTypes[block.kind], name: { und: block.title } },
    },
    publisher: block.id,
  })

export const templateOf = (unit: Unit, session: string): Context => ({
  contextActivities: { grouping: [{ objectType: 'Activity', id: unit.id }] },
  extensions: { [extensions.session]: session },
})
