/**
 * An LMS with an LRS, in this process, behind `fetch`: statements, state with ETags, agent profile, and the fetch URL of cmi5. Strict: it answers 403
 * with the rule that was broken, as a strict LMS does. `fault` makes it hostile.
 */
import type { Statement } from '../../src/xapi/statement'

export type Fault = 'cut' | 'drop' | 'hang' | 401 | 429 | 500 | 503

export interface LrsHost {
  readonly statements: Map<string, Statement>
  readonly order: Statement[]
  readonly states: Map<string, { readonly text: string; readonly etag: string }>
  readonly broken: string[]
  /** Requests as `POST statements`, in time. */
  readonly requests: string[]
  /** Asked before each request. */
  fault: () => Fault | undefined
  /** Whether a token's session was launched for cmi5, and its rules are kept. */
  launch(more?: Record<string, unknown>): string
  tincan(): string
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>
  exposesEtag: boolean
  /** The cmi5LearnerPreferences; null where the LMS has none. */
  preferences: unknown
  /** A session that is open when another begins is abandoned: it takes nothing more, from whoever it comes. */
  abandons: boolean
}

const ACTOR = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'u-7' }, name: 'Ada' }
const REGISTRATION = '3c2f1a52-9f4b-4c6e-9d1a-0b7a6c5d4e3f'
export const AU = 'https://lms.example/au/41'
const SESSION = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid'
const CATEGORY = 'https://w3id.org/xapi/cmi5/context/categories'
const DEFINED = ['initialized', 'completed', 'passed', 'failed', 'terminated']

export const lrsHost = (): LrsHost => {
  let launches = 0
  const tokens = new Map<string, { used: boolean; readonly session: string }>()
  const asked = new Set<string>()
  const host: LrsHost = {
    statements: new Map(),
    order: [],
    states: new Map(),
    broken: [],
    requests: [],
    exposesEtag: true,
    preferences: null,
    abandons: false,
    fault: () => undefined,
    launch(more = {}) {
      const session = `s-${++launches}`
      tokens.set(session, { used: false, session })
      const data = {
        contextTemplate: {
          contextActivities: { grouping: [{ id: 'https://webrtcschool.com/xapi/wsqd/m04' }] },
          extensions: { [SESSION]: session },
        },
        launchMode: 'Normal',
        moveOn: 'CompletedAndPassed',
        masteryScore: 0.8,
        returnURL: 'https://lms.example/back',
        ...more,
      }
      host.states.set('LMS.LaunchData', { text: JSON.stringify(data), etag: '"launch"' })
      return `?${new URLSearchParams({ endpoint: 'https://lrs.example/xapi/', fetch: `https://lms.example/fetch/${session}`, actor: JSON.stringify(ACTOR), registration: REGISTRATION, activityId: AU }).toString()}`
    },
    tincan: () =>
      `?${new URLSearchParams({ endpoint: 'https://lrs.example/xapi/', auth: 'Basic dGluOmNhbg==', actor: JSON.stringify({ name: ['Ada'], mbox: ['mailto:ada@example.com'] }), registration: REGISTRATION, activity_id: 'https://example.com/course/m04' }).toString()}`,
    async fetch(url, init = {}) {
      const at = new URL(url)
      const method = init.method ?? 'GET'
      host.requests.push(`${method} ${at.pathname.replace('/xapi/', '')}`)
      const fault = host.fault()
      if (fault === 'cut') throw new TypeError('network')
      if (fault === 'hang') return new Promise(() => undefined)
      if (typeof fault === 'number') return new Response('', { status: fault, headers: fault === 429 ? { 'Retry-After': '3' } : {} })
      const answer = route(at, method, init)
      // The answer is lost after all was stored.
      if (fault === 'drop') throw new TypeError('network')
      return answer
    },
  }
  const json = (data: unknown, status = 200, headers: Record<string, string> = {}) =>
    new Response(status === 204 ? null : JSON.stringify(data), { status, headers: { 'Content-Type': 'application/json', ...headers } })
  const refuse = (rule: string): Response => {
    host.broken.push(rule)
    return json({ rule }, 403)
  }

  function route(at: URL, method: string, init: RequestInit): Response {
    if (at.pathname.startsWith('/fetch/')) {
      const token = tokens.get(at.pathname.slice(7))
      if (method !== 'POST' || !token || token.used) return json({ 'error-code': '1', 'error-text': 'used' })
      token.used = true
      return json({ 'auth-token': btoa(token.session) })
    }
    const headers = new Headers(init.headers)
    const auth = headers.get('Authorization') ?? ''
    const isCmi5 = tokens.has(atob(auth.replace('Basic ', '')))
    if (!isCmi5 && auth !== 'Basic dGluOmNhbg==') return json({}, 401)
    const path = at.pathname.replace('/xapi/', '')
    if (path === 'agents/profile') return (asked.add(auth), host.preferences === null ? json({}, 404) : json(host.preferences))
    if (path === 'activities/state') return state(at.searchParams.get('stateId') ?? '', method, headers, String(init.body ?? ''))
    if (path === 'statements' && method === 'GET') {
      const one = host.statements.get(at.searchParams.get('statementId') ?? '')
      return one ? json(one) : json({}, 404)
    }
    if (path !== 'statements' || method !== 'POST') return json({}, 405)
    if (isCmi5 && !asked.has(auth)) return refuse('11.0.0.0-3')
    const batch = JSON.parse(String(init.body)) as Statement[]
    if (batch.some((one) => differs(host.statements.get(one.id), one))) return json({}, 409)
    const fresh = batch.filter((one) => !host.statements.has(one.id))
    const before = host.order.length
    for (const one of fresh) {
      const over = host.abandons && one.context.extensions?.[SESSION] !== atob(auth.replace('Basic ', ''))
      const rule = isCmi5 ? (over ? '9.3.6.0-2' : brokenBy(one, host.order)) : undefined
      if (rule) {
        for (const gone of host.order.splice(before)) host.statements.delete(gone.id)
        return refuse(rule)
      }
      host.statements.set(one.id, one)
      host.order.push(one)
    }
    return json(batch.map(({ id }) => id))
  }
  function state(id: string, method: string, headers: Headers, body: string): Response {
    const now = host.states.get(id)
    if (method === 'GET')
      return now
        ? new Response(now.text, {
            status: 200,
            headers: { 'Content-Type': 'application/json', ...(host.exposesEtag ? { ETag: now.etag } : {}) },
          })
        : json({}, 404)
    const [match, none] = [headers.get('If-Match'), headers.get('If-None-Match')]
    if ((match && match !== now?.etag) || (none === '*' && now)) return json({}, 412)
    host.states.set(id, { text: body, etag: `"${host.requests.length}"` })
    return json(undefined, 204)
  }
  return host
}

export const verbOf = (statement: Statement): string => statement.verb.id.replace(/.*\//, '')
const differs = (a: Statement | undefined, b: Statement): boolean => a !== undefined && JSON.stringify(a) !== JSON.stringify(b)
const isDefined = (one: Statement): boolean => one.context.contextActivities?.category?.some(({ id }) => id === `${CATEGORY}/cmi5`) === true

/** cmi5 §9 and §10, as far as a statement and those before it tell. */
const brokenBy = (one: Statement, before: readonly Statement[]): string | undefined => {
  const verb = verbOf(one)
  const session = one.context.extensions?.[SESSION]
  const mine = before.filter((other) => other.context.extensions?.[SESSION] === session)
  const said = (list: readonly Statement[], name: string) => list.some((other) => isDefined(other) && verbOf(other) === name)
  if (session === undefined) return '10.2.1'
  if (one.context.registration !== REGISTRATION || one.actor.account?.name !== 'u-7') return '8.1.3.0-3'
  if (one.context.contextActivities?.grouping?.[0]?.id !== 'https://webrtcschool.com/xapi/wsqd/m04') return '10.2.1.0-5'
  if (said(mine, 'terminated')) return '8.1.2.0-2'
  if (!mine.length && verb !== 'initialized') return '9.3.0.0-4'
  if (!isDefined(one)) return DEFINED.includes(verb) && one.object.id === AU ? '9.4' : undefined
  if (one.object.id !== AU || !DEFINED.includes(verb)) return '9.2'
  if (said(mine, verb)) return '9.3.0.0-2'
  if ((verb === 'completed' || verb === 'passed') && said(before, verb)) return '9.3.0.0-8'
  if (verb === 'failed' && said(before, 'passed')) return '9.3.0.0-9'
  if (verb === 'passed' && said(mine, 'failed')) return '9.3.0.0-7'
  const moves = one.context.contextActivities?.category?.some(({ id }) => id === `${CATEGORY}/moveon`) === true
  if (moves !== ['passed', 'failed', 'completed'].includes(verb)) return '9.6.2.2-1'
  const judged = verb === 'passed' || verb === 'failed'
  if (judged && one.context.extensions?.['https://w3id.org/xapi/cmi5/context/extensions/masteryscore'] !== 0.8) return '9.6.3.2-2'
  if (verb !== 'initialized' && !one.result?.duration) return '9.5.4'
  const scaled = one.result?.score?.scaled
  return judged && scaled !== undefined && scaled >= 0.8 !== (verb === 'passed') ? '9.5.1' : undefined
}
