/** Which address gives what. */
import { isAbsolute, join, relative } from 'node:path'
import sirv from 'sirv'
import { createApi, learnerOf, modeOf } from './api'
import { cookieFaults, faultsOf, lrsFaultsOf, SLOW, type Fault } from './faults'
import { personalityOf } from './host/personalities'
import { createGallery } from './gallery'
import { createLibrary, isXapi } from './library'
import { serveContent } from './content'
import { createReader } from './suspended'
import { mimeType } from './mime'
import { readBody, readJson, redirect, send, sendJson, type Request, type Response } from './reply'
import { createScripts } from './scripts'
import { createStore } from './store'
import { PreviewError } from './types'
import { cataloguePage } from './views/catalogue'
import { galleryPage } from './views/gallery'
import { launchPage, loginPage } from './views/launch'
import { createXapiRoutes } from './xapi/routes'

export interface Places {
  /** The folder of package.json. */
  readonly root: string
  readonly dist: string
  readonly attempts: string
}
export interface Visit {
  readonly request: Request
  readonly response: Response
  readonly url: URL
  /** What the stars of the pattern stood for, decoded but for the last, which may hold slashes. */
  readonly parts: readonly string[]
}
type Handler = (visit: Visit) => void | Promise<void>
export interface Route {
  readonly method: 'GET' | 'POST' | 'any'
  readonly pattern: RegExp
  readonly handle: Handler
}

const HTML = 'text/html; charset=utf-8'

export function createRoutes(places: Places, now: () => number, statements: URL | null): readonly Route[] {
  const library = createLibrary(places.dist)
  const reader = createReader(library.open)
  const scripts = createScripts(places.root)
  const xapi = createXapiRoutes({ library, attempts: places.attempts, now, statements })
  const api = createApi({ library, store: createStore(places.attempts), reader, standings: xapi.standings, now })

  const below = (path: string): string => {
    const inside = relative(places.root, path)
    return inside === '' || inside.startsWith('..') || isAbsolute(inside) ? path : inside
  }
  const showCatalogue: Handler = ({ request, response, url }) => {
    const body = cataloguePage({
      entries: api.catalogue(),
      dist: below(places.dist),
      attempts: below(places.attempts),
      address: `${url.origin}/`,
    })
    send(request, response, 200, HTML, body)
  }
  const showLaunch: Handler = ({ request, response, url, parts: [id = ''] }) => {
    const asked = (name: string, otherwise: string): string => url.searchParams.get(name) ?? otherwise
    const own = asked('where', 'frame') === 'window'
    const one = library.find(id)
    if (isXapi(one)) return send(request, response, 200, HTML, xapi.page(one, url))
    const learner = learnerOf(asked('learner', 'ada'))
    const mode = modeOf(asked('mode', 'normal'))
    const host = personalityOf(asked('host', 'plain'))
    const on = faultsOf(asked('fault', ''))
    const frame = asked('frame', '650x666')
    send(request, response, 200, HTML, launchPage({ package: one, learner, mode, host, faults: on, frame, own }))
  }
  const launch: Handler = async (visit) => {
    const { request, response, parts } = visit
    const [learner = '', id = ''] = parts
    const one = library.find(id)
    if (isXapi(one)) return xapi.launch(visit, one)
    const body = (await readJson(request)) as { readonly mode?: unknown; readonly host?: unknown } | null
    const mode = modeOf(String(body?.mode ?? 'normal'))
    sendJson(request, response, api.launch(learner, id, mode, personalityOf(String(body?.host ?? 'plain'))))
  }
  const restart: Handler = async ({ request, response, parts: [learner = '', id = ''] }) => {
    const form = new URLSearchParams(await readBody(request))
    const one = library.find(id)
    const report = isXapi(one) ? xapi.restart(one, learner) : api.restart(learner, id)
    if (!String(request.headers.accept ?? '').includes('text/html')) return sendJson(request, response, report)
    const kept = new URLSearchParams({ learner, frame: form.get('frame') ?? '650x666', mode: 'normal', host: form.get('host') ?? 'plain' })
    if (form.get('where') === 'window') kept.set('where', 'window')
    const on = isXapi(one) ? lrsFaultsOf(form.get('fault') ?? '') : faultsOf(form.get('fault') ?? '')
    if (on.length > 0) kept.set('fault', on.join(','))
    redirect(response, form.get('to') === 'launch' ? `/launch/${encodeURIComponent(id)}?${kept.toString()}` : '/')
  }
  const post: Handler = async ({ request, response, url, parts: [learner = '', id = ''] }) => {
    const body = await readJson(request)
    const met = faultsOf(url.searchParams.get('fault') ?? '')
    if (met.includes('slow')) await new Promise((resolve) => setTimeout(resolve, SLOW))
    if (stops(met, request, response)) return
    if (met.includes('refused')) throw new PreviewError('Refused: a fault of the launch page, switched on there.', 503)
    sendJson(request, response, api.post(learner, id, body, met))
  }
  const content =
    (flat: boolean): Handler =>
    ({ request, response, parts: [revision = '', path = ''] }) => {
      if (stops(cookieFaults(request.headers.cookie ?? ''), request, response)) return
      serveContent(request, response, library.open, revision, path, flat)
    }
  const attempts: Handler = ({ request, response, url, parts: [learner = '', id = ''] }) => {
    const one = library.find(id)
    if (isXapi(one)) return sendJson(request, response, xapi.report(one, learner, url))
    const number = url.searchParams.get('attempt')
    sendJson(request, response, api.attempts(learner, id, number === null ? null : Number(number)))
  }
  const script: Handler = async ({ request, response, parts: [path = ''] }) => {
    send(request, response, 200, 'text/javascript; charset=utf-8', await scripts.read(path))
  }

  const gallery = createGallery(places.root)
  const showStages: Handler = async ({ request, response, url, parts: [id = ''] }) => {
    const all = await gallery.modules()
    const shown = id === '' ? all[0] : all.find((module) => module.id === id)
    if (!shown) throw new PreviewError(`No stage kind "${id}": expected ${all.map((module) => module.id).join(', ')}.`, 404)
    send(request, response, 200, HTML, galleryPage({ modules: all, shown, frame: url.searchParams.get('frame') ?? '1280x800' }))
  }
  const stageFile: Handler = async ({ request, response, parts: [id = '', path = ''] }) => {
    const bytes = await gallery.read(id, path)
    if (bytes === null) throw new PreviewError(`No "${path}" in the gallery's page of ${id}.`, 404)
    send(request, response, 200, mimeType(path === '' ? 'index.html' : path), bytes)
  }

  const modules = join(places.root, 'node_modules')
  return [
    { method: 'GET', pattern: /^\/$/, handle: showCatalogue },
    { method: 'GET', pattern: /^\/launch\/([^/]+)$/, handle: showLaunch },
    { method: 'GET', pattern: /^\/content\/([0-9a-f]{16})\/(.+)$/, handle: content(false) },
    { method: 'GET', pattern: /^\/flat\/([0-9a-f]{16})\/(.+)$/, handle: content(true) },
    { method: 'GET', pattern: /^\/stages$/, handle: showStages },
    { method: 'GET', pattern: /^\/stages\/([^/]+)$/, handle: showStages },
    { method: 'GET', pattern: /^\/stages\/([^/]+)\/(.*)$/, handle: stageFile },
    { method: 'GET', pattern: /^\/login$/, handle: ({ request, response }) => send(request, response, 200, HTML, loginPage()) },
    { method: 'GET', pattern: /^\/app\/(.+)$/, handle: script },
    folder('/web', join(places.root, 'build/preview/web'), true),
    folder('/vendor/scorm-again', join(modules, 'scorm-again/dist')),
    folder('/vendor/inter', join(modules, 'inter-ui/variable')),
    folder('/vendor/jetbrains-mono', join(modules, '@fontsource-variable/jetbrains-mono/files')),
    { method: 'GET', pattern: /^\/api\/catalogue$/, handle: ({ request, response }) => sendJson(request, response, api.catalogue()) },
    { method: 'GET', pattern: /^\/api\/attempts\/([^/]+)\/([^/]+)$/, handle: attempts },
    { method: 'POST', pattern: /^\/api\/attempts\/([^/]+)\/([^/]+)\/launch$/, handle: launch },
    { method: 'POST', pattern: /^\/api\/attempts\/([^/]+)\/([^/]+)\/post$/, handle: post },
    { method: 'POST', pattern: /^\/api\/attempts\/([^/]+)\/([^/]+)\/restart$/, handle: restart },
    ...xapi.routes,
    {
      method: 'POST',
      pattern: /^\/api\/packages\/([^/]+)\/suspended$/,
      handle: async ({ request, response, parts: [id = ''] }) => sendJson(request, response, api.suspended(id, await readBody(request))),
    },
  ]
}

/** Whether a fault has ended the request: without a network there is no answer, and without a session there is the login page. */
function stops(met: readonly Fault[], request: Request, response: Response): boolean {
  if (met.includes('offline')) request.socket.destroy()
  else if (met.includes('expired')) redirect(response, '/login')
  else return false
  return true
}

/** `fresh` looks at the disk every time, for files somebody is editing. */
function folder(prefix: string, path: string, fresh = false): Route {
  const serve = sirv(path, { dev: fresh, etag: true, dotfiles: false })
  const handle: Handler = ({ request, response, url }) => {
    // sirv reads the address of the request and has no notion of a prefix.
    const inside = Object.assign(Object.create(request) as Request, { url: url.pathname.slice(prefix.length) })
    serve(inside, response, () => {
      throw new PreviewError(`No "${url.pathname}" here: there is no such file in ${path}. Run "npm ci".`, 404)
    })
  }
  return { method: 'GET', pattern: new RegExp(`^${prefix}/.`), handle }
}
