/** State and profile documents as they are now; the place of the learner in words. */
import type { Document } from '../../lrs/types'
import type { Suspended } from '../../types'
import type { XapiLaunching } from '../../xapi/api'
import { clockTime, h } from '../dom'
import { pairs, show } from '../inspector/suspended'
import type { Look } from '../inspector/tabs'
import type { Heard } from './inspector'

const NAMES = {
  'activities/state': 'State',
  'agents/profile': 'Profile of the learner',
  'activities/profile': 'Profile of the activity',
} as const
/** The driver's own: more than any bookmark needs. */
const ROOM = 64_000

export function createDocuments(launching: XapiLaunching, heard: Heard): Look {
  const place = h('div')
  const element = h('div', {}, place)
  let shown = ''
  const draw = (): void => {
    const documents = heard.report?.documents ?? []
    const key = documents.map(({ id, etag }) => `${id} ${etag}`).join('\n')
    if (key === shown && place.hasChildNodes()) return
    shown = key
    if (documents.length === 0) place.replaceChildren(h('p', { class: 'none' }, 'No document was written yet.'))
    else void Promise.all(documents.map((one) => told(launching, one))).then((all) => key === shown && place.replaceChildren(...all.flat()))
  }
  return { id: 'documents', name: 'Documents', element, draw }
}

async function told(launching: XapiLaunching, one: Document): Promise<readonly HTMLElement[]> {
  const { id, resource, etag, updated, type, text } = one
  const value = parsed(text)
  const suspended = (value as { readonly suspended?: unknown } | null)?.suspended
  const words = typeof suspended === 'string' && suspended !== '' ? await read(launching, suspended) : []
  return [
    h('h2', { class: 'code' }, id),
    pairs([
      ['Kind', NAMES[resource]],
      ['Written', clockTime(new Date(updated))],
      ['Size', `${text.length} characters, ${type}`],
      ['ETag', h('span', { class: 'code' }, etag)],
    ]),
    h('pre', { class: 'json code', tabindex: '0', 'aria-label': id }, value === null ? text : JSON.stringify(value, null, 2)),
    ...words,
  ]
}

async function read(launching: XapiLaunching, text: string): Promise<readonly HTMLElement[]> {
  const response = await fetch(`/api/packages/${encodeURIComponent(launching.package)}/suspended`, { method: 'POST', body: text })
  return response.ok ? show((await response.json()) as Suspended, text, ROOM) : []
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
