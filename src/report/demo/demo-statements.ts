/**
 * A believable cohort for a course, as statements of the profile: the same seed gives the same ones. With drop-outs, a question that misleads, a screen that
 * is too slow, retries, weeks with their rhythm; and some statements that are not ours, as in every LRS.
 */
import type { Course } from '../../model/course'
import type { LearningEvent } from '../../model/event'
import { duration } from '../../xapi/duration'
import { statementOf } from '../../xapi/envelope'
import { moduleActivity } from '../../xapi/definitions'
import type { Statement } from '../../xapi/statement'
import { translation, type Draft, type XapiState } from '../../xapi/translation'
import { newUuid, uuidOf } from '../../xapi/uuid'
import { life, type Moment } from './life'
import { demoPeople, type DemoPerson } from './people'
import { dice, seedOf } from './random'

/** Monday morning, when a trainer looks. */
export const DEMO_AS_OF = Date.UTC(2026, 10, 23, 8)

export interface DemoOptions {
  readonly course: Course
  readonly seed: number
  readonly asOf?: number
}

/** Person by person, each in the order of time. */
export function* demoStatements({ course, seed, asOf = DEMO_AS_OF }: DemoOptions): Generator<Statement> {
  for (const person of demoPeople(seed, asOf)) {
    const { roll } = dice(seedOf(`${person.actor} ids`, seed))
    let opened = 0
    let progress = 0
    let module = 0
    for (const moment of life(course, person, seed, asOf)) {
      if (moment.module.number !== module) progress = 0
      module = moment.module.number
      if (moment.what.kind === 'initialized') opened = moment.at
      const own: Course = { ...course, modules: [moment.module] }
      for (const draft of draftsOf(moment, { course: own, progress, elapsed: duration(moment.at - opened) })) {
        yield statementOf(
          {
            course: own,
            actor: { objectType: 'Agent', name: person.label, account: person.account },
            registration: registrationOf(person, moment),
            unit: moduleActivity(course, moment.module),
          },
          draft,
          { id: newUuid(roll), now: moment.at },
        )
      }
      if (moment.what.kind === 'visited') progress = Math.max(progress, moment.what.progress)
    }
  }
}

/** What lies in the LRS besides: another course's statements, and a clock that is wrong. */
export function* demoNoise({ course, seed, asOf = DEMO_AS_OF }: DemoOptions): Generator<unknown> {
  const { roll } = dice(seedOf('noise', seed))
  const [some] = demoStatements({ course, seed, asOf })
  if (!some) return
  for (let i = 0; i < 37; i++) {
    yield {
      id: newUuid(roll),
      actor: some.actor,
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
      object: { objectType: 'Activity', id: 'https://lms.example/courses/fire-safety', definition: { name: { en: 'Fire safety' } } },
      timestamp: new Date(asOf - i * 86_400_000).toISOString(),
    }
  }
  for (let i = 0; i < 3; i++) yield { ...some, id: newUuid(roll), timestamp: '2062-01-01T00:00:00.000Z' }
}

const registrationOf = ({ actor }: DemoPerson, { module }: Moment): string => uuidOf(`${actor}\n${module.id}`)

const draftsOf = ({ what }: Moment, state: XapiState): readonly Draft[] => {
  switch (what.kind) {
    case 'initialized':
      return [{ verb: 'initialized', object: null, parent: null }]
    case 'terminated':
      return [{ verb: 'terminated', object: null, parent: null, result: { duration: state.elapsed } }]
    case 'failed':
      return [
        { verb: 'failed', object: null, parent: null, result: { success: false, score: { scaled: what.score }, duration: state.elapsed } },
      ]
    default: {
      const translate = translation[what.kind] as (event: LearningEvent, state: XapiState) => readonly Draft[]
      return translate(what, state)
    }
  }
}
