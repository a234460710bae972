/** Plays the LMS of a cmi5 or Tin Can package: opens a session, lets the content in, and follows what its LRS hears. */
import type { XapiLaunching } from '../../xapi/api'
import type { Mode } from '../../types'
import { byId } from '../dom'
import { createRoom } from '../room'
import { createLrsFaults } from './faults'
import { createXapiInspector } from './inspector'

interface Wish {
  readonly package: string
  readonly title: string
  readonly learner: string
  readonly mode: Mode
  readonly broken: string
  readonly frame: string
  readonly own: boolean
}

const wish = JSON.parse(byId('wish').textContent ?? '') as Wish
const base = `/api/attempts/${encodeURIComponent(wish.learner)}/${encodeURIComponent(wish.package)}`

async function open(): Promise<XapiLaunching> {
  const body = JSON.stringify({ mode: wish.mode, broken: wish.broken })
  const response = await fetch(`${base}/launch`, { method: 'POST', body })
  const answer = (await response.json()) as XapiLaunching & { readonly error?: string }
  if (!response.ok) throw new Error(answer.error ?? `The preview answered ${response.status}.`)
  return answer
}

const plain = createRoom(wish)
const faults = createLrsFaults(`${base}/faults`)
faults
  .ready()
  .then(open)
  .then((launching) => {
    const room = launching.own && !wish.own ? createRoom({ ...wish, own: true }) : plain
    faults.onKill(() => room.die())
    createXapiInspector(launching, base)
    byId('facts').textContent = `attempt ${launching.attempt}, ${launching.mode}`
    if (wish.broken !== '') room.notice(`Launched broken on purpose: ${wish.broken}.`)
    else if (launching.own && !wish.own) room.notice('The course asks for a window of its own (launchMethod OwnWindow).')
    room.open(launching.href)
  })
  .catch(plain.fail)
