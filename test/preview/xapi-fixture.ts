/** Packages for an LRS as small as they can be, and what a unit asks of the LRS. No browser: the requests are made here. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import type { XapiLaunching } from '../../build/preview/xapi/api'
import type { XapiReport } from '../../build/preview/xapi/report'
import { startWorld, type World } from './fixture'

const page = strToU8('<!doctype html><title>Unit</title><p>A unit')
export const AU = 'https://example.com/course/m01'

export const cmi5Xml = (units: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<courseStructure xmlns="https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd">
  <course id="https://example.com/course"><title><langstring lang="en">A course</langstring></title><description><langstring lang="en">A course</langstring></description></course>
  ${units}
</courseStructure>`
export const au = (n: number, attributes: string, url = 'unit.html?n=1'): string =>
  `<au id="https://example.com/course/m0${n}" ${attributes}><title><langstring lang="en">Unit ${n}</langstring></title><description><langstring lang="en">Unit</langstring></description><url>${url}</url></au>`
export const cmi5Zip = (xml: string): Uint8Array => zipSync({ 'cmi5.xml': strToU8(xml), 'unit.html': page })
const tincanXml = `<tincan xmlns="http://projecttincan.com/tincan.xsd"><activities><activity id="https://example.com/tin" type="http://adlnet.gov/expapi/activities/course"><name>A tin</name><description lang="en">A tin</description><launch lang="en">unit.html</launch></activity></activities></tincan>`

export async function startXapiWorld(root: string): Promise<World> {
  const world = await startWorld(root)
  const put = (name: string, zip: Uint8Array): void => writeFileSync(join(world.dist, name), zip)
  put('unit.cmi5.zip', cmi5Zip(cmi5Xml(au(1, 'moveOn="CompletedAndPassed" masteryScore="0.8" launchMethod="AnyWindow"'))))
  const block = `<block id="https://example.com/block"><title><langstring lang="en">A block</langstring></title><description><langstring lang="en">A block</langstring></description>${au(2, 'moveOn="Passed"')}</block>`
  put('two.cmi5.zip', cmi5Zip(cmi5Xml(`${au(1, 'moveOn="Completed"')}${block}`)))
  put('free.cmi5.zip', cmi5Zip(cmi5Xml(au(1, ''))))
  put('unit.tincan.zip', zipSync({ 'tincan.xml': strToU8(tincanXml), 'unit.html': page }))
  return world
}

export type Unit = Awaited<ReturnType<typeof launchUnit>>

/** Launches, fetches the token, reads what cmi5 wants read: what is left is to speak. */
export async function launchUnit(world: World, id: string, { mode = 'normal', learner = 'ada', ready = true } = {}) {
  const launched = await world.get(`/api/attempts/${learner}/${id}/launch`, { method: 'POST', body: JSON.stringify({ mode }) })
  const launching = (await launched.json()) as XapiLaunching
  const params = new URL(launching.href, world.preview.url).searchParams
  const endpoint = params.get('endpoint') ?? ''
  const isCmi5 = params.has('fetch')
  const token = isCmi5
    ? ((await (await fetch(params.get('fetch') ?? '', { method: 'POST' })).json()) as { 'auth-token': string })['auth-token']
    : ''
  const auth = isCmi5 ? `Basic ${token}` : (params.get('auth') ?? '')
  const actor = JSON.parse(params.get('actor') ?? '') as object
  const activity = params.get('activityId') ?? params.get('activity_id') ?? ''
  const registration = params.get('registration') ?? ''
  const lrs = (resource: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { Authorization: auth, 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' }
    return fetch(new URL(resource, endpoint), { ...init, headers: { ...headers, ...(init.headers as object) } })
  }
  const state = (stateId: string, more = {}): string =>
    `activities/state?${new URLSearchParams({ activityId: activity, agent: JSON.stringify(actor), registration, stateId, ...more }).toString()}`
  const profile = `agents/profile?${new URLSearchParams({ agent: JSON.stringify(actor), profileId: 'cmi5LearnerPreferences' }).toString()}`
  const data = isCmi5 ? ((await (await lrs(state('LMS.LaunchData'))).json()) as Record<string, unknown>) : {}
  if (isCmi5 && ready) await lrs(profile)
  const post = (body: unknown): Promise<Response> => lrs('statements', { method: 'POST', body: JSON.stringify(body) })
  const report = async (): Promise<XapiReport> => (await world.get(`/api/attempts/${learner}/${id}`)).json() as Promise<XapiReport>
  return { launching, params, actor, activity, registration, lrs, post, state, profile, data, report }
}

let counted = 0
export const uuid = (): string => `00000000-0000-4000-8000-${String(++counted).padStart(12, '0')}`

/** A statement of a unit, as cmi5 wants it, or spoilt by `more`. */
export function statementOf(
  unit: Pick<Unit, 'actor' | 'activity' | 'registration' | 'launching' | 'params'>,
  verb: string,
  more: object = {},
) {
  const moves = ['completed', 'passed', 'failed'].includes(verb)
  const defined = moves || ['initialized', 'terminated'].includes(verb)
  const category = (name: string) => ({ id: `https://w3id.org/xapi/cmi5/context/categories/${name}` })
  const results: Record<string, object> = {
    completed: { completion: true, duration: 'PT1S' },
    passed: { success: true, score: { scaled: 0.9 }, duration: 'PT1S' },
    failed: { success: false, score: { scaled: 0 }, duration: 'PT1S' },
    terminated: { duration: 'PT9.5S' },
  }
  return {
    id: uuid(),
    actor: unit.actor,
    verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { en: verb } },
    object: { id: defined ? unit.activity : 'https://example.com/page', definition: { name: { en: 'A page', de: 'Eine Seite' } } },
    ...(results[verb] ? { result: results[verb] } : {}),
    context: {
      registration: unit.registration,
      contextActivities: {
        grouping: [{ id: AU }],
        category: [...(defined ? [category('cmi5')] : []), ...(moves ? [category('moveon')] : [])],
      },
      extensions: {
        'https://w3id.org/xapi/cmi5/context/extensions/sessionid': unit.launching.session,
        ...(verb === 'passed' || verb === 'failed' ? { 'https://w3id.org/xapi/cmi5/context/extensions/masteryscore': 0.8 } : {}),
      },
    },
    timestamp: '2026-11-27T10:00:00.000Z',
    ...more,
  }
}
