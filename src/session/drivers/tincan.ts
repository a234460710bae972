/** xAPI by a Tin Can launch: the address says where the LRS is and lets us in. Rules: docs/conformance.md, TIN-*. */
import { courseActivity, moduleActivity } from '../../xapi/definitions'
import { connectLrs } from '../../xapi/lrs'
import type { LmsAdapter, Session } from '../port'
import { SessionError } from '../session-error'
import { readActor, readLaunch, withholding, type XapiOptions } from './xapi/launch'
import { openXapiSession, type Manner } from './xapi/xapi-session'

/** `tincan({ window, course, random })`. */
export const tincan = (options: XapiOptions, store?: Manner['store']): LmsAdapter => ({
  standard: 'tincan',
  limits: { suspendChars: 64_000 },
  async open(): Promise<Session> {
    const { window: page, course, random, now = Date.now, trace } = options
    const launched = readLaunch(page, ['endpoint', 'auth', 'actor'])
    const param = (name: string): string => launched.params.get(name) ?? ''
    const agent = readActor(param('actor'))
    if (!agent) throw new SessionError('noLaunch', 'The launch names no learner; expected an actor with an account or an mbox.')
    const lrs = connectLrs({
      endpoint: param('endpoint'),
      auth: param('auth'),
      window: page,
      now,
      ...(trace ? { trace: withholding(trace, agent) } : {}),
    })
    const [module, another] = course?.modules ?? []
    const unit = course && module ? (another ? courseActivity(course) : moduleActivity(course, module)) : { id: param('activity_id') }
    const registration = param('registration')
    return openXapiSession(options, {
      lrs,
      place: { agent, activityId: param('activity_id') || unit.id, ...(registration ? { registration } : {}) },
      unit,
      session: `${now()} ${random()}`,
      mode: 'normal',
      terms: {},
      begun: false,
      endsWithPage: true,
      more: () => ({}),
      keep: () => undefined,
      leave: () => undefined,
      ...(store ? { store } : {}),
    })
  },
})
