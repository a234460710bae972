/** The addresses of cmi5 and Tin Can packages: their LRS, the fetch URL, and their part of the preview's own. */
import { randomUUID } from 'node:crypto'
import { learnerOf, modeOf } from '../api'
import { listed, lrsFaultsOf, type LrsFault } from '../faults'
import type { Library, XapiPackage } from '../library'
import { serveLrs, reply } from '../lrs/http'
import { createRecords } from '../lrs/records'
import { readJson, send, sendJson } from '../reply'
import type { Route, Visit } from '../routes'
import { returnedPage, xapiPage } from '../views/xapi'
import { createXapiApi } from './api'
import type { Breakage, Clerk } from './open'
import type { XapiReport } from './report'

export interface XapiPlaces {
  readonly library: Library
  readonly attempts: string
  readonly now: () => number
  readonly statements: URL | null
}

const breakages: readonly { readonly id: Breakage }[] = [
  { id: 'no-fetch' },
  { id: 'used-token' },
  { id: 'no-data' },
  { id: 'wrong-endpoint' },
]

export function createXapiRoutes({ library, attempts, now, statements }: XapiPlaces) {
  const records = createRecords(attempts)
  const clerk = (origin: string): Clerk => ({ now: new Date(now()).toISOString(), newId: () => randomUUID(), origin })
  const api = createXapiApi({ library, records, clerk })
  /** What stands in the way of the LRS, by learner and package, for as long as the server runs. */
  const faults = new Map<string, readonly LrsFault[]>()

  const page = (one: XapiPackage, url: URL): string => {
    const asked = (name: string, otherwise: string): string => url.searchParams.get(name) ?? otherwise
    return xapiPage({
      package: one,
      learner: learnerOf(asked('learner', 'ada')),
      mode: modeOf(asked('mode', 'normal')),
      faults: lrsFaultsOf(asked('fault', '')),
      broken: listed(asked('broken', ''), breakages, 'breakage'),
      frame: asked('frame', '650x666'),
      own: asked('where', 'frame') === 'window',
    })
  }
  const launch = async ({ request, response, url, parts: [learner = ''] }: Visit, one: XapiPackage): Promise<void> => {
    const body = (await readJson(request)) as { readonly mode?: unknown; readonly broken?: unknown } | null
    const broken = listed(String(body?.broken ?? ''), breakages, 'breakage')
    sendJson(request, response, api.launch(one, learnerOf(learner), modeOf(String(body?.mode ?? 'normal')), broken, url.origin))
  }
  const report = (one: XapiPackage, learner: string, url: URL): XapiReport => {
    const count = (name: string): number => Number(url.searchParams.get(name) ?? 0)
    const number = url.searchParams.get('attempt')
    const since = { statements: count('statements'), requests: count('requests') }
    return api.report(one, learnerOf(learner), number === null ? null : Number(number), since)
  }
  const restart = (one: XapiPackage, learner: string): XapiReport => {
    api.restart(one, learnerOf(learner))
    return api.report(one, learnerOf(learner), null)
  }

  const lrs: Route['handle'] = ({ request, response, url, parts: [learner = '', home = '', resource = ''] }) => {
    const met = faults.get(`${learner} ${home}`) ?? []
    const place = { one: api.home(home), learner: learnerOf(learner), records, clerk: clerk(url.origin), statements, faults: met }
    return serveLrs(request, response, url, resource, place)
  }
  const fetchToken: Route['handle'] = ({ request, response, parts: [learner = '', home = '', session = ''] }) =>
    reply(request, response, api.token(learnerOf(learner), home, session, request.method ?? ''), new Date(now()).toISOString())
  const setFaults: Route['handle'] = async ({ request, response, parts: [learner = '', id = ''] }) => {
    const on = lrsFaultsOf(String(((await readJson(request)) as { readonly on?: unknown } | null)?.on ?? ''))
    const one = library.find(id)
    faults.set(`${learnerOf(learner).id} ${'home' in one ? one.home : id}`, on)
    sendJson(request, response, { on })
  }
  const returned: Route['handle'] = ({ request, response }) => send(request, response, 200, 'text/html; charset=utf-8', returnedPage())
  const routes: readonly Route[] = [
    { method: 'any', pattern: /^\/lrs\/([^/]+)\/([^/]+)\/(.*)$/, handle: lrs },
    { method: 'any', pattern: /^\/fetch\/([^/]+)\/([^/]+)\/([^/]+)$/, handle: fetchToken },
    { method: 'GET', pattern: /^\/returned$/, handle: returned },
    { method: 'POST', pattern: /^\/api\/attempts\/([^/]+)\/([^/]+)\/faults$/, handle: setFaults },
  ]
  return { page, launch, report, restart, standings: api.standings, routes }
}
