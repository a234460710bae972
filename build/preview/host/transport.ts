/**
 * How the pages reach their server: as Moodle does (mod/scorm/request.js), with a synchronous request while the page lives, so that
 * Commit answers what really happened, and with a beacon once it goes or when the request fails.
 */
import type { Fault } from '../faults'
import type { Call, Cmi, Launching, Post } from '../types'
import { arriving, beaconSize } from './moodle/form'

export interface Stored {
  readonly ok: boolean
  readonly how: 'request' | 'beacon'
}
export interface Transport {
  send(fields: Cmi, kind: 'commit' | 'finish'): Stored
  /** Does not wait. */
  post(fields: Cmi, done: (stored: Stored) => void): void
  /** Notes a call; it travels with the next commit, or by itself a moment later. */
  note(call: Call, initialised: boolean): void
  /** From now on nothing leaves this page. */
  kill(): void
}
export interface Weather {
  faults(): readonly Fault[]
  /** A commit was made while `killed` was on. */
  onKilled(): void
}

/** Browsers refuse beacons over 64 KiB; a log that does not fit stays behind, values never do if they can help it. */
const BEACON = 60_000
const LIMIT = 65_536
const LOG_DELAY = 250

export function createTransport(url: string, launching: Launching, page: Window, weather: Weather): Transport {
  const moodle = launching.host === 'moodle'
  let sequence = 0
  let initialised = false
  let leaving = false
  let dead = false
  let timer: number | undefined
  let waiting: readonly Call[] = []
  page.addEventListener('pagehide', () => {
    leaving = true
  })
  page.addEventListener('pageshow', () => {
    leaving = false
  })
  // Moodle's request.js takes a hidden page for one that goes, until it is seen again.
  const waits = (): boolean => !leaving && !(moodle && page.document.visibilityState === 'hidden')

  const write = (kind: Post['kind'], cmi: Cmi, calls: readonly Call[]): string => {
    const post: Post = { attempt: launching.attempt, session: launching.session, sequence, kind, initialised, cmi, calls }
    return JSON.stringify(post)
  }
  /** Only what is stored meets faults: the log is the preview's own, and no LMS's. */
  const address = (): string => {
    const on = weather.faults()
    return on.length === 0 ? url : `${url}?fault=${on.join(',')}`
  }
  /** What a fault stops must not take the log with it. */
  const along = (): readonly Call[] => (weather.faults().length === 0 ? waiting : [])
  const beacon = (kind: Post['kind'], cmi: Cmi): boolean => {
    const full = write(kind, cmi, kind === 'log' ? waiting : along())
    const body = new Blob([full]).size < BEACON ? full : write(kind, cmi, [])
    const queued = page.navigator.sendBeacon(kind === 'log' ? url : address(), new Blob([body], { type: 'text/plain;charset=UTF-8' }))
    if (queued && body === full && (kind === 'log' || along() === waiting)) waiting = []
    return queued
  }
  const request = (kind: Post['kind'], cmi: Cmi): boolean => {
    const sent = along()
    const xhr = new XMLHttpRequest()
    xhr.open('POST', address(), false)
    xhr.setRequestHeader('Content-Type', 'application/json')
    xhr.send(write(kind, cmi, sent))
    // A login page is a good answer to a browser, and none to a commit.
    if (xhr.status !== 200 || !isTaken(xhr.responseText)) return false
    waiting = waiting.filter((call) => !sent.includes(call))
    return true
  }
  const isKilled = (): boolean => {
    if (!dead && weather.faults().includes('killed')) {
      kill()
      weather.onKilled()
    }
    return dead
  }
  function kill(): void {
    dead = true
    page.clearTimeout(timer)
  }

  const send: Transport['send'] = (fields, kind) => {
    if (isKilled()) return { ok: false, how: 'request' }
    sequence += 1
    const cmi = moodle ? arriving(fields) : fields
    const whole = !moodle || beaconSize(fields) <= LIMIT
    try {
      if (waits()) return { ok: request(kind, cmi), how: 'request' }
    } catch {
      // A synchronous request is refused while a frame goes, and fails without a network.
    }
    return { ok: whole && beacon(kind, cmi), how: 'beacon' }
  }
  const post: Transport['post'] = (fields, done) => {
    if (isKilled()) return
    sequence += 1
    const sent = along()
    void page
      .fetch(address(), { method: 'POST', body: write('commit', fields, sent), headers: { 'Content-Type': 'application/json' } })
      .then(async (response) => response.ok && isTaken(await response.text()))
      .catch(() => false)
      .then((ok) => {
        if (dead) return
        if (ok) waiting = waiting.filter((call) => !sent.includes(call))
        done({ ok, how: 'request' })
      })
  }
  const sendLog = (): void => {
    timer = undefined
    const sent = waiting
    if (sent.length === 0 || dead) return
    void page
      .fetch(url, { method: 'POST', body: write('log', {}, sent), headers: { 'Content-Type': 'application/json' } })
      .then((response) => {
        if (response.ok) waiting = waiting.filter((call) => !sent.includes(call))
      })
      .catch(() => undefined)
  }
  const note: Transport['note'] = (call, begun) => {
    initialised ||= begun
    if (dead) return
    waiting = [...waiting, call]
    if (leaving) {
      if (/Commit|Finish|Terminate/.test(call.method)) beacon('log', {})
      return
    }
    timer ??= page.setTimeout(sendLog, LOG_DELAY)
  }
  return { send, post, note, kill }
}

function isTaken(text: string): boolean {
  try {
    return (JSON.parse(text) as { readonly result?: unknown }).result === true
  } catch {
    return false
  }
}
