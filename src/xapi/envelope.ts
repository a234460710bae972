/** Who says it, when, and in which context: a draft becomes a statement. */
import type { Course } from '../model/course'
import { courseActivity, languageOf, moduleActivity } from './definitions'
import type { Activity, Agent, Context, ContextActivities, Statement } from './statement'
import type { Draft } from './translation'
import { category, extensions, verbs } from './vocabulary'

export interface Envelope {
  readonly course: Course
  readonly actor: Agent
  readonly registration?: string
  /** What was launched: the LMS's own activity where it has one. */
  readonly unit: Activity
  /** cmi5 §10.2.1: the LMS's context, under everything. */
  readonly template?: Context
}

export interface Said {
  readonly id: string
  /** ms since 1970. */
  readonly now: number
  /** More categories, and extensions of the context, such as cmi5's. */
  readonly categories?: readonly Activity[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

export const statementOf = ({ course, actor, registration, unit, template }: Envelope, draft: Draft, said: Said): Statement => {
  const given = template?.contextActivities
  const object = draft.object ?? unit
  const grouping = [courseActivity(course), ...(draft.object ? [] : course.modules.map((module) => moduleActivity(course, module)))]
  const ours: ContextActivities = {
    ...(draft.parent ? { parent: [moduleActivity(course, draft.parent)] } : {}),
    grouping: grouping.filter(({ id }) => id !== object.id),
    category: [category, ...(said.categories ?? [])],
  }
  return {
    id: said.id,
    actor,
    verb: verbs[draft.verb],
    object,
    ...(draft.result ? { result: draft.result } : {}),
    context: {
      ...template,
      ...(registration ? { registration } : {}),
      language: languageOf(course, draft.parent ?? course.modules[0]),
      contextActivities: merged(given, ours),
      extensions: { ...template?.extensions, [extensions.revision]: course.revision, ...draft.extensions, ...said.extensions },
    },
    timestamp: new Date(said.now).toISOString(),
  }
}

/** The LMS's first, nothing twice. */
const merged = (given: ContextActivities | undefined, ours: ContextActivities): ContextActivities => {
  const sorts = ['parent', 'grouping', 'category', 'other'] as const
  return Object.fromEntries(
    sorts.flatMap((sort) => {
      const all = [...listed(given?.[sort]), ...listed(ours[sort])]
      const once = all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i)
      return once.length ? [[sort, once]] : []
    }),
  )
}

/** xAPI 1.0.3 allows a single activity in the place of a list. */
const listed = (some: readonly Activity[] | Activity | undefined): readonly Activity[] =>
  some === undefined ? [] : Array.isArray(some) ? (some as readonly Activity[]) : [some as Activity]
