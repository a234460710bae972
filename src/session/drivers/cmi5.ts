/** cmi5 (AICC/CMI-5_Spec_Current, Quartz). Rules: docs/conformance.md, CMI-*. */
import type { Course } from '../../model/course'
import type { Ms } from '../../model/units'
import { connectLrs, hostOf, type Lrs } from '../../xapi/lrs'
import type { Activity, Context } from '../../xapi/statement'
import type { LmsAdapter, MoveOn, Session } from '../port'
import { SessionError } from '../session-error'
import { readActor, readLaunch, withholding, type Launched, type XapiOptions, type XapiPage } from './xapi/launch'
import { codeOf, toldOf } from './xapi/no-document'
import { asked, openXapiSession, type Manner } from './xapi/xapi-session'

const EXTENSION = 'https://w3id.org/xapi/cmi5/context/extensions'
const category = (name: string): Activity => ({ objectType: 'Activity', id: `https://w3id.org/xapi/cmi5/context/categories/${name}` })
const SESSION = `${EXTENSION}/sessionid`
const DEFINED: readonly string[] = ['initialized', 'completed', 'passed', 'failed', 'terminated']
/** They end with their session. */
const FLEETING: readonly string[] = ['initialized', 'failed', 'terminated']
const MOVE_ON: readonly string[] = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable']

interface LaunchData {
  readonly contextTemplate?: Context
  readonly launchMode?: string
  readonly masteryScore?: number
  readonly moveOn?: string
  readonly returnURL?: string
}

/** `cmi5({ window, course, random })`. */
export const cmi5 = (options: XapiOptions, store?: Manner['store']): LmsAdapter => ({
  standard: 'cmi5',
  limits: { suspendChars: 64_000 },
  async open(): Promise<Session> {
    const { window: page, course, random, now = Date.now, trace } = options
    const launched = readLaunch(page, ['endpoint', 'fetch', 'actor', 'registration', 'activityId'])
    const param = (name: string): string => launched.params.get(name) ?? ''
    const agent = readActor(param('actor'))
    if (!agent?.account) {
      throw new SessionError('noLaunch', 'The launch names no learner; expected an actor with an account (cmi5 §8.1.3).')
    }
    if (launched.memory().ended) {
      throw new SessionError('ended', 'This session was ended with “Save and exit”; expected another launch.')
    }
    const tell = trace && withholding(trace, agent)
    const auth = `Basic ${await tokenOf(page, launched, param('fetch'), now, tell)}`
    const lrs = connectLrs({ endpoint: param('endpoint'), auth, window: page, now, ...(tell ? { trace: tell } : {}) })
    const place = { agent, activityId: param('activityId'), registration: param('registration') }
    const data = await launchDataOf(page, lrs, place, random)
    // Asked for whether it is there or not: cmi5 §11 wants it read before anything is said.
    const profile = await asked(page, random, () => lrs.readAgentProfile(agent, 'cmi5LearnerPreferences'))

    const { masteryScore, moveOn, returnURL, contextTemplate } = data
    const passing = typeof masteryScore === 'number' && masteryScore >= 0 && masteryScore <= 1 ? masteryScore : undefined
    const session = contextTemplate?.extensions?.[SESSION]
    const opened = await openXapiSession(options, {
      lrs,
      place,
      unit: unitOf(place.activityId, course),
      ...(contextTemplate ? { template: contextTemplate } : {}),
      session: typeof session === 'string' ? session : param('fetch'),
      mode: data.launchMode === 'Browse' || data.launchMode === 'Review' ? 'review' : 'normal',
      terms: {
        ...(passing === undefined ? {} : { passing }),
        ...(moveOn && MOVE_ON.includes(moveOn) ? { moveOn: moveOn as MoveOn } : {}),
      },
      begun: launched.memory().begun === true,
      // A reload cannot be told from a window that closes, and after `terminated` nothing may be said: Save and exit ends a session, else the LMS does.
      endsWithPage: false,
      more: ({ verb, object }) => {
        if (object || !DEFINED.includes(verb)) return {}
        const judged = verb === 'passed' || verb === 'failed'
        return {
          categories: [category('cmi5'), ...(judged || verb === 'completed' ? [category('moveon')] : [])],
          ...(judged && passing !== undefined ? { extensions: { [`${EXTENSION}/masteryscore`]: passing } } : {}),
        }
      },
      // cmi5 §9.3.6: an abandoned session takes nothing more; what was done in it is told in this one.
      anew(statement) {
        const { context, object, verb } = statement
        if (context.extensions?.[SESSION] === session) return null
        if (object.id === place.activityId && FLEETING.includes(verb.id.replace(/.*\//, ''))) return []
        const { registration } = place
        return [
          { ...statement, context: { ...context, registration, extensions: { ...context.extensions, ...contextTemplate?.extensions } } },
        ]
      },
      keep: (what) => void launched.keep({ [what]: true }),
      leave: () => void (returnURL && /^https?:/i.test(returnURL) && page.location.assign(returnURL)),
      ...(store ? { store } : {}),
    })
    return { ...opened, preferences: preferencesOf(profile.status === 200 ? profile.data : null) }
  },
})

/** cmi5 §11.1: a list of languages with commas between, and `on` or `off`. */
const preferencesOf = (data: unknown): NonNullable<Session['preferences']> => {
  const { languagePreference, audioPreference } = (data ?? {}) as {
    readonly languagePreference?: unknown
    readonly audioPreference?: unknown
  }
  const languages = typeof languagePreference === 'string' ? languagePreference.split(',').map((one) => one.trim()) : []
  const sound = audioPreference === 'on' ? true : audioPreference === 'off' ? false : undefined
  return { languages: languages.filter((one) => /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(one)), ...(sound === undefined ? {} : { sound }) }
}

/** The LMS's own id, which says nothing to a report: the module's stands in the grouping. */
const unitOf = (id: string, course: Course | undefined): Activity => {
  const module = course?.modules[0]
  const definition = {
    type: 'http://adlnet.gov/expapi/activities/lesson',
    name: { [module?.lang ?? course?.lang ?? 'en']: module?.title ?? '' },
  }
  return { objectType: 'Activity', id, ...(module ? { definition } : {}) }
}

/** Given out once (cmi5 §8.2): a page that is loaded again has kept it. */
const tokenOf = async (page: XapiPage, launched: Launched, url: string, now: () => Ms, trace: XapiOptions['trace']): Promise<string> => {
  const kept = launched.memory().token
  if (kept) return kept
  let found: { readonly 'auth-token'?: unknown; readonly 'error-code'?: unknown; readonly 'error-text'?: unknown } = {}
  let status = 0
  const at = now()
  try {
    const answer = await page.fetch(url, { method: 'POST', cache: 'no-store' })
    status = answer.status
    found = (await answer.json()) as typeof found
  } catch {
    // What there is of an answer is told below.
  }
  // Of the rest of its address nobody may hear: it lets in once.
  trace?.({ at, method: 'POST', args: [`fetch at ${hostOf(url)}`], answer: String(status), took: now() - at })
  const token = found['auth-token']
  if (typeof token !== 'string' || !token) {
    const [error] = /^[1-3]$/.exec(String(found['error-code'])) ?? []
    throw new SessionError(
      error === '1' ? 'usedToken' : codeOf(status, 'refused'),
      `The LMS gave no access to its record (${error ? `error ${error}` : toldOf(status)}); expected an "auth-token", which each launch gives once.`,
    )
  }
  launched.keep({ token })
  return token
}

const launchDataOf = async (
  page: XapiPage,
  lrs: Lrs,
  place: Parameters<Lrs['readState']>[0],
  random: () => number,
): Promise<LaunchData> => {
  const { status, data } = await asked(page, random, () => lrs.readState(place, 'LMS.LaunchData'))
  if (status === 200 && data && typeof data === 'object') return data as LaunchData
  throw new SessionError(
    codeOf(status, 'noLaunchData'),
    `The LMS did not say how this course is launched (LMS.LaunchData: ${toldOf(status)}); expected a state document.`,
  )
}
