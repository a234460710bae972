/** Plays the LMS: opens a session, puts the run-time where content looks for it, then lets the content in. */
import { createRuntime, type Runtime } from '../host/runtime'
import { createTransport } from '../host/transport'
import { frameOf } from '../frames'
import type { Launching, Mode, Personality } from '../types'
import { byId, h } from './dom'
import { createFaults } from './faults'
import { createInspector } from './inspector/inspector'

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
const room = byId('room')

async function open(): Promise<Launching> {
  const response = await fetch(`${base}/launch`, { method: 'POST', body: JSON.stringify({ mode: wish.mode, host: wish.host }) })
  const answer = (await response.json()) as Launching & { readonly error?: string }
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}.`)
  return answer
}

function play(launching: Launching): void {
  const clock = (): number => performance.now()
  const faults = createFaults(launching.href.split('/').slice(0, 3).join('/'))
  const transport = createTransport(`${base}/post`, launching, window, { faults: faults.on, onKilled: die })
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
    die()
  })
  Object.assign(window, { [runtime.name]: runtime.api })
  const { attempt, mode, because } = launching
  byId('facts').textContent = `attempt ${attempt}, ${mode}`
  if (because !== null) notice(because)
  if (wish.own) offerWindow(launching.href)
  else showFrame(launching.href)
}

/** Where the content runs, as long as it runs. */
let content: Window | null = null

/**
 * The tab of the content dies: no event, no last word. Opening a document anew takes every listener off its window and fires none, so that what
 * goes after it goes in silence, as the process of a tab does.
 */
function die(): void {
  content?.document.open()
  if (wish.own) content?.close()
  content = null
  const again = h('a', { class: 'button first', href: location.href }, 'Launch again')
  room.replaceChildren(
    h('div', { class: 'own' }, h('p', { role: 'alert' }, 'The tab was killed. Nothing that it had not stored arrived.'), again),
  )
}

function showFrame(href: string): void {
  // As Moodle's #scorm_object: allowfullscreen, no sandbox, no allow. Nothing is given here that an LMS would not give.
  const frame = h('iframe', { id: 'sco', title: wish.title, allowfullscreen: true })
  const size = (id: string): void => {
    const { width, height } = frameOf(id)
    room.classList.toggle('fill', width === null)
    frame.width = width === null ? '' : String(width)
    frame.height = height === null ? '' : String(height)
  }
  size(wish.frame)
  byId('frame').addEventListener('change', (event) => {
    const id = (event.target as HTMLSelectElement).value
    size(id)
    const url = new URL(location.href)
    url.searchParams.set('frame', id)
    history.replaceState(null, '', url)
    for (const input of document.querySelectorAll<HTMLInputElement>('input[name=frame]')) input.value = id
  })
  room.append(frame)
  frame.src = href
  content = frame.contentWindow
  frame.focus()
}

/** Windows may only be opened by a click. The run-time stays here; the content finds it at its opener. */
function offerWindow(href: string): void {
  const button = h('button', { type: 'button', class: 'button first' }, 'Open the course')
  button.addEventListener('click', () => {
    const { width, height } = frameOf((byId('frame') as HTMLSelectElement).value)
    const opened = window.open(href, 'sco', width === null ? 'popup' : `popup,width=${width},height=${height ?? 640}`)
    content = opened
    if (opened === null) notice('The browser blocked the window. Allow windows for this address, then open the course again.')
  })
  room.append(h('div', { class: 'own' }, h('p', {}, 'The course runs in a window of its own. Keep this page open: it is the LMS.'), button))
}

function notice(text: string): void {
  const place = byId('notice')
  place.textContent = text
  place.hidden = false
}

open()
  .then(play)
  .catch((error: unknown) => {
    room.append(h('div', { class: 'own' }, h('p', { role: 'alert' }, error instanceof Error ? error.message : String(error))))
  })
