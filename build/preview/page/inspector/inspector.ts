/** The inspector: five looks at one session. It draws seldom and only what is seen, because the content runs on the same thread. */
import type { Listener } from '../../host/runtime'
import { isError, type Call, type Cmi, type Launching } from '../../types'
import { byId, calmly, clockTime } from '../dom'
import { createAnswers } from './answers'
import { createCalls } from './calls'
import { createSession, type Stores } from './session'
import { createSuspended } from './suspended'
import { createTabs, type Look } from './tabs'
import { createValues } from './values'

export interface Source {
  values(): Cmi
  state(): string
}
const EVERY = 200

export function createInspector(launching: Launching, source: Source): Listener {
  const calls: Call[] = []
  const stores: Stores = { commits: 0, finishes: 0, failed: 0, beacons: 0, last: null }
  const callsLook = createCalls(launching, calls)
  const looks: readonly [Look, ...Look[]] = [
    callsLook,
    createValues(source),
    createAnswers(source),
    createSuspended(launching, source),
    createSession(launching, source, calls, stores),
  ]
  const tabs = createTabs(looks)
  const draw = calmly(() => {
    tabs.draw()
    tally(calls, stores)
  }, EVERY)
  byId('errors').addEventListener('click', () => {
    callsLook.onlyErrors()
    tabs.open(callsLook)
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

function tally(calls: readonly Call[], stores: Stores): void {
  const errors = calls.filter(isError).length + stores.failed
  const button = byId('errors')
  button.textContent = errors === 1 ? '1 error' : `${errors} errors`
  button.classList.toggle('bad', errors > 0)
  byId('saved').textContent = stores.last === null ? '' : `stored ${clockTime(stores.last)}`
}
