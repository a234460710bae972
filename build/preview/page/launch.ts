/** Plays the LMS: opens a session, puts the run-time where content looks for it, then lets the content in. */
import { createRuntime, type Runtime } from '../host/runtime'
import { createTransport } from '../host/transport'
import type { Launching, Mode, Personality } from '../types'
import { byId } from './dom'
import { createFaults } from './faults'
import { createInspector } from './inspector/inspector'
import { createRoom } from './room'

interface Wish {
  readonly package: string
  readonly title: string
  readonly learner: string
  readonly mode: Mode
  readonly host: Personality
  readonly frame: string
  readonly own: boolean
}

const wish = JSON.parse(byId('wish').textContent ?? '') as Wish
const base = `/api/attempts/${encodeURIComponent(wish.learner)}/${encodeURIComponent(wish.package)}`
const room = createRoom(wish)

async function open(): Promise<Launching> {
  const response = await fetch(`${base}/launch`, { method: 'POST', body: JSON.stringify({ mode: wish.mode, host: wish.host }) })
  const answer = (await response.json()) as Launching & { readonly error?: string }
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}.`)
  return answer
}

function play(launching: Launching): void {
  const clock = (): number => performance.now()
  const faults = createFaults(launching.href.split('/').slice(0, 3).join('/'))
  const transport = createTransport(`${base}/post`, launching, window, { faults: faults.on, onKilled: room.die })
  const inspector = createInspector(launching, {
    values: () => runtime.values(),
    state: () => runtime.state(),
  })
  const onCall: typeof inspector.onCall = (call) => {
    faults.begun()
    inspector.onCall(call)
  }
  const runtime: Runtime = createRuntime(launching, transport, { ...inspector, onCall }, clock)
  faults.onKill(() => {
    transport.kill()
    room.die()
  })
  Object.assign(window, { [runtime.name]: runtime.api })
  const { attempt, mode, because } = launching
  byId('facts').textContent = `attempt ${attempt}, ${mode}`
  if (because !== null) room.notice(because)
  room.open(launching.href)
}

open().then(play).catch(room.fail)
