/** Every request of this session to the LRS, with what it was answered. */
import type { Asked } from '../../lrs/types'
import { clockTime, h } from '../dom'
import type { Look } from '../inspector/tabs'
import type { Heard } from './inspector'

export interface RequestsLook extends Look {
  onlyFailures(): void
}

/** What is not there yet is asked for in vain at a first launch; 412 is how a page learns what another one wrote. Neither is an error. */
export const isFailure = ({ status, said }: Asked): boolean => (status >= 400 || status === 0) && status !== 412 && said !== ''

export function createRequests({ requests }: Heard): RequestsLook {
  const failures = h('input', { type: 'checkbox' })
  const body = h('tbody')
  const none = h('p', { class: 'none' })
  const cell = (name: string, text: string): HTMLElement => h('th', { scope: 'col', class: name }, text)
  const head = h('thead', {}, h('tr', {}, cell('t', 'at'), cell('method', 'Method'), cell('said', 'Resource → status')))
  const table = h('table', { class: 'grid calls requests', 'aria-label': 'Requests' }, head, body)
  const element = h('div', {}, h('div', { class: 'filter' }, h('label', {}, failures, 'errors')), table, none)
  let drawn = 0
  const draw = (): void => {
    body.append(
      ...requests
        .slice(drawn)
        .filter((one) => !failures.checked || isFailure(one))
        .map(row),
    )
    drawn = requests.length
    none.hidden = body.rows.length > 0
    none.textContent = requests.length === 0 ? 'The content has asked for nothing yet.' : 'No request passes the filter.'
  }
  const again = (): void => {
    body.replaceChildren()
    drawn = 0
    draw()
  }
  failures.addEventListener('input', again)
  const onlyFailures = (): void => {
    failures.checked = true
    again()
  }
  return { id: 'requests', name: 'Requests', element, draw, onlyFailures }
}

function row(one: Asked): HTMLElement {
  const { at, method, what, status, said } = one
  const answer = h('span', { class: 'told' }, h('span', { class: 'soft' }, '→ '), status === 0 ? 'no answer' : String(status))
  // Of an IRI, the end says which.
  const brief = what.replace(/https?:\/\/\S*(?=\/[^/\s]+\/[^/\s]+(\s|$))/, '…')
  const cell = h('td', { class: 'said code', title: what }, brief, answer, said === '' ? null : h('span', { class: 'why' }, said))
  return h('tr', { class: isFailure(one) ? 'bad' : null }, h('td', { class: 't' }, clockTime(new Date(at))), h('td', {}, method), cell)
}
