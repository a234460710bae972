/** Every call in time. Rows are added, never drawn again. */
import { isError, type Call, type Launching } from '../../types'
import { h } from '../dom'
import type { Look } from './tabs'

export interface CallsLook extends Look {
  onlyErrors(): void
}

/** More rows than anybody reads; the export has them all. */
const ROWS = 1500

export function createCalls(launching: Launching, calls: readonly Call[]): CallsLook {
  const search = h('input', { type: 'search', placeholder: 'filter', 'aria-label': 'Filter calls' })
  const errors = h('input', { type: 'checkbox' })
  const asking = h('input', { type: 'checkbox' })
  const save = h('button', { type: 'button', class: 'button' }, 'Export')
  const body = h('tbody')
  const none = h('p', { class: 'none' }, 'The content has called nothing yet.')
  const table = h('table', { class: 'grid calls', 'aria-label': 'Calls' }, heads(), body)
  const filter = h('div', { class: 'filter' }, search, h('label', {}, errors, 'errors'), h('label', {}, asking, 'GetLastError'), save)
  const element = h('div', {}, filter, table, none)
  let drawn = 0

  const wanted = (call: Call): boolean => {
    if (errors.checked && !isError(call)) return false
    if (!asking.checked && isAsking(call)) return false
    const text = search.value.trim().toLowerCase()
    return text === '' || [call.method, call.element, call.value, call.answer].some((part) => part.toLowerCase().includes(text))
  }
  const draw = (): void => {
    const atEnd = element.scrollHeight - element.scrollTop - element.clientHeight < 40
    body.append(...calls.slice(drawn).filter(wanted).map(row))
    drawn = calls.length
    while (body.rows.length > ROWS) body.deleteRow(0)
    none.hidden = body.rows.length > 0
    none.textContent = calls.length === 0 ? 'The content has called nothing yet.' : 'No call passes the filter.'
    if (atEnd) element.scrollTop = element.scrollHeight
  }
  const again = (): void => {
    body.replaceChildren()
    drawn = 0
    draw()
  }
  for (const input of [search, errors, asking]) input.addEventListener('input', again)
  save.addEventListener('click', () => download(launching, calls))
  const onlyErrors = (): void => {
    errors.checked = true
    again()
  }
  return { id: 'calls', name: 'Calls', element, draw, onlyErrors }
}

const isAsking = (call: Call): boolean => /GetLastError|GetErrorString|GetDiagnostic/.test(call.method)

function heads(): HTMLElement {
  const cell = (name: string, text: string): HTMLElement => h('th', { scope: 'col', class: name }, text)
  return h('thead', {}, h('tr', {}, cell('t', 's'), cell('method', 'Call'), cell('said', 'Element, value → answer')))
}

function row(call: Call): HTMLElement {
  const bad = isError(call)
  const kind = bad ? 'bad' : isAsking(call) ? 'ask' : null
  const said = h('td', { class: 'said code' }, ...breakable(call.element))
  const told = h('span', { class: 'told', title: `${call.value} → ${call.answer}` })
  if (call.value !== '') told.append(h('span', { class: 'value' }, call.value), ' ')
  told.append(h('span', { class: 'soft' }, '→ '), call.answer === '' ? h('span', { class: 'soft' }, 'empty') : call.answer)
  said.append(told)
  if (call.error !== '0' && !isAsking(call))
    said.append(h('span', { class: 'why' }, bad ? `${call.error} ${call.meaning}` : '403, never set: no error'))
  return h('tr', { class: kind }, h('td', { class: 't' }, (call.t / 1000).toFixed(2)), h('td', {}, call.method.replace(/^LMS/, '')), said)
}

/** Long element names may break after a dot, and nowhere else if they can help it. */
function breakable(element: string): readonly Node[] {
  return element
    .split(/(?<=\.)/)
    .flatMap((part, index) => (index === 0 ? [new Text(part)] : [document.createElement('wbr'), new Text(part)]))
}

function download({ package: name, learner, attempt, session }: Launching, calls: readonly Call[]): void {
  const text = JSON.stringify({ package: name, learner, attempt, session, calls }, null, 1)
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  h('a', { href: address, download: `${name}-${learner}-${attempt}-${session}.json` }).click()
  URL.revokeObjectURL(address)
}
