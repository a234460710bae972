/** The session itself: how it began, how it stands, what the LMS makes of it. */
import type { XapiLaunching } from '../../xapi/api'
import { h } from '../dom'
import { pairs } from '../inspector/suspended'
import type { Look } from '../inspector/tabs'
import type { Heard } from './inspector'
import { isFailure } from './requests'
import { isBroken } from './story'

export function createSession(launching: XapiLaunching, heard: Heard): Look {
  const element = h('div')
  const code = (text: string): HTMLElement => h('span', { class: 'code' }, text)
  const draw = (): void => {
    const { report, lines, requests } = heard
    const session = report?.sessions.find(({ id }) => id === launching.session)
    const mine = lines.filter((line) => line.session === launching.session)
    const ended = session?.ended ? session.ended.how : session?.initialised ? 'open' : 'not initialised'
    element.replaceChildren(
      h('h2', {}, 'Session'),
      pairs([
        ['State', launching.runtime === 'cmi5' ? ended : 'open'],
        ['Attempt', String(launching.attempt)],
        ['Mode', launching.mode],
        ['Session', code(launching.session)],
        ['Registration', code(launching.registration)],
        ['Activity', code(report?.activityId ?? '')],
      ]),
      h('h2', {}, 'What the LMS makes of it'),
      pairs([
        ['Learner', report?.state.label ?? ''],
        ['Satisfied', report?.satisfied.length ? h('span', {}, ...report.satisfied.flatMap((id) => [code(id), ' '])) : 'nothing yet'],
      ]),
      h('h2', {}, 'Heard'),
      pairs([
        ['Statements', String(mine.length)],
        ['Break a rule', String(mine.filter(isBroken).length)],
        ['Requests', String(requests.length)],
        ['Failed', String(requests.filter(isFailure).length)],
      ]),
      h('h2', {}, 'Package'),
      pairs([
        ['Name', code(launching.package)],
        ['Revision', code(launching.revision)],
        ['Starts at', code(launching.href.replace(/\?.*/, ''))],
      ]),
    )
  }
  return { id: 'session', name: 'Session', element, draw }
}
