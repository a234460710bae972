/** The inspector: five looks at one session. It draws seldom and only what is seen, because the content runs on the same thread. */
import type { Listener } from '../../host/runtime'
import { isError, type Call, type Cmi, type Launching } from '../../types'
import { byId, calmly, clockTime, h } from '../dom'
import { createAnswers } from './answers'
import { createCalls } from './calls'
import { createSession, type Stores } from './session'
import { createSuspended } from './suspended'
import { createValues } from './values'

export interface Source {
  values(): Cmi
  state(): string
}
/** One tab: its element is made once, `draw` brings it up to date. */
export interface Look {
  readonly id: string
  readonly name: string
  readonly element: HTMLElement
  draw(): void
}

const EVERY = 200
const OPEN = 'preview-lms:inspector'

export function createInspector(launching: Launching, source: Source): Listener {
  const calls: Call[] = []
  const stores: Stores = { commits: 0, finishes: 0, failed: 0, beacons: 0, last: null }
  const callsLook = createCalls(launching, calls)
  const looks: readonly Look[] = [
    callsLook,
    createValues(source),
    createAnswers(source),
    createSuspended(launching, source),
    createSession(launching, source, calls, stores),
  ]
  let shown: Look = callsLook
  const place = byId('inspector')
  const toggle = byId('toggle')
  const draw = calmly(() => {
    if (!place.hidden) shown.draw()
    tally(calls, stores)
  }, EVERY)

  const select = (look: Look, focus: boolean): void => {
    shown = look
    for (const one of looks) {
      const tab = byId(`tab-${one.id}`)
      tab.setAttribute('aria-selected', String(one === look))
      tab.tabIndex = one === look ? 0 : -1
      one.element.hidden = one !== look
      if (one === look && focus) tab.focus()
    }
    look.draw()
  }
  place.append(tabs(looks, select), ...looks.map(({ element }) => element))
  const show = (open: boolean): void => {
    place.hidden = !open
    toggle.setAttribute('aria-expanded', String(open))
    localStorage.setItem(OPEN, String(open))
    if (open) shown.draw()
  }
  select(callsLook, false)
  show(localStorage.getItem(OPEN) !== 'false')
  toggle.addEventListener('click', () => show(place.hidden === true))
  byId('errors').addEventListener('click', () => {
    show(true)
    callsLook.onlyErrors()
    select(callsLook, true)
  })

  return {
    onCall: (call) => {
      calls.push(call)
      draw()
    },
    onStored: ({ ok, how }, kind) => {
      stores[kind === 'finish' ? 'finishes' : 'commits'] += 1
      if (how === 'beacon') stores.beacons += 1
      if (!ok) stores.failed += 1
      else stores.last = new Date()
      draw()
    },
  }
}

function tabs(looks: readonly Look[], select: (look: Look, focus: boolean) => void): HTMLElement {
  const list = h('div', { class: 'tabs', role: 'tablist', 'aria-label': 'What to look at' })
  looks.forEach((look, index) => {
    const tab = h('button', { type: 'button', role: 'tab', id: `tab-${look.id}`, 'aria-controls': `panel-${look.id}` }, look.name)
    tab.addEventListener('click', () => select(look, false))
    tab.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
      const next = looks[(index + step + looks.length) % looks.length]
      if (step !== 0 && next !== undefined) select(next, true)
    })
    look.element.id = `panel-${look.id}`
    look.element.className = 'panel'
    look.element.tabIndex = 0
    look.element.setAttribute('role', 'tabpanel')
    look.element.setAttribute('aria-labelledby', tab.id)
    list.append(tab)
  })
  return list
}

function tally(calls: readonly Call[], stores: Stores): void {
  const errors = calls.filter(isError).length + stores.failed
  const button = byId('errors')
  button.textContent = errors === 1 ? '1 error' : `${errors} errors`
  button.classList.toggle('bad', errors > 0)
  byId('saved').textContent = stores.last === null ? '' : `stored ${clockTime(stores.last)}`
}
