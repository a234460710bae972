/** The session itself: how it began, how it stands, how it was stored. */
import { labelOf } from '../../host/personalities'
import { isError, type Call, type Launching } from '../../types'
import { clockTime, h } from '../dom'
import type { Source } from './inspector'
import type { Look } from './tabs'
import { pairs } from './suspended'

export interface Stores {
  commits: number
  finishes: number
  failed: number
  beacons: number
  last: Date | null
}

export function createSession(launching: Launching, source: Source, calls: readonly Call[], stores: Stores): Look {
  const element = h('div')
  const entry = launching.cmi[launching.runtime === 'scorm12' ? 'cmi.core.entry' : 'cmi.entry'] ?? ''
  const code = (text: string): HTMLElement => h('span', { class: 'code' }, text)
  const draw = (): void => {
    const writes = calls.filter((call) => /SetValue$/.test(call.method) && call.answer === 'true').length
    element.replaceChildren(
      h('h2', {}, 'Session'),
      pairs([
        ['State', source.state()],
        ['LMS', labelOf(launching.host)],
        ['Attempt', String(launching.attempt)],
        ['Mode', launching.mode],
        ['Entry', entry === '' ? 'empty' : entry],
        ['Session', code(launching.session)],
      ]),
      h('h2', {}, 'Calls'),
      pairs([
        ['Made', String(calls.length)],
        ['Values set', launching.mode === 'normal' ? String(writes) : `${writes}, in ${launching.mode} mode: expected none`],
        ['Errors', String(calls.filter(isError).length)],
        [
          'Read while unset',
          `${calls.filter((call) => call.error === '403' && !isError(call)).length}, no error: 403 is how content learns it`,
        ],
      ]),
      h('h2', {}, 'Stored'),
      pairs([
        ['Commits', String(stores.commits)],
        ['Finished', String(stores.finishes)],
        ['By beacon', String(stores.beacons)],
        ['Failed', String(stores.failed)],
        ['Last', stores.last === null ? 'never' : clockTime(stores.last)],
      ]),
      h('h2', {}, 'Package'),
      pairs([
        ['Name', code(launching.package)],
        ['Revision', code(launching.revision)],
        ['Starts at', code(launching.href)],
      ]),
    )
  }
  return { id: 'session', name: 'Session', element, draw }
}
