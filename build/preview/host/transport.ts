/**
 * How this host stores: as Moodle does (mod/scorm/request.js), with a synchronous request while the page lives, so that
 * Commit answers what really happened, and with a beacon once it goes.
 */
import type { Call, Cmi, Launching, Post } from '../types'

export interface Stored {
  readonly ok: boolean
  readonly how: 'request' | 'beacon'
}
export interface Transport {
  store(cmi: Cmi, kind: 'commit' | 'finish', initialised: boolean): Stored
  /** Notes a call; it travels with the next commit, or by itself a moment later. */
  note(call: Call, initialised: boolean): void
}

/** Browsers refuse beacons over 64 KiB; a log that does not fit stays behind, values never do if they can help it. */
const BEACON = 60_000
const LOG_DELAY = 250

export function createTransport(url: string, launching: Launching, page: Window): Transport {
  let sequence = 0
  let leaving = false
  let timer: number | undefined
  let taken: Cmi = launching.cmi
  let waiting: readonly Call[] = []
  page.addEventListener('pagehide', () => {
    leaving = true
  })
  page.addEventListener('pageshow', () => {
    leaving = false
  })

  const write = (kind: Post['kind'], cmi: Cmi, initialised: boolean, calls: readonly Call[]): string => {
    const post: Post = { attempt: launching.attempt, session: launching.session, sequence, kind, initialised, cmi, calls }
    return JSON.stringify(post)
  }
  const beacon = (kind: Post['kind'], cmi: Cmi, initialised: boolean): boolean => {
    const full = write(kind, cmi, initialised, waiting)
    const body = new Blob([full]).size < BEACON ? full : write(kind, cmi, initialised, [])
    const queued = page.navigator.sendBeacon(url, new Blob([body], { type: 'text/plain;charset=UTF-8' }))
    if (queued && body === full) waiting = []
    return queued
  }
  const request = (kind: Post['kind'], cmi: Cmi, initialised: boolean): boolean => {
    const sent = waiting
    const xhr = new XMLHttpRequest()
    xhr.open('POST', url, false)
    xhr.setRequestHeader('Content-Type', 'application/json')
    xhr.send(write(kind, cmi, initialised, sent))
    if (xhr.status !== 200) return false
    waiting = waiting.filter((call) => !sent.includes(call))
    return true
  }

  const store = (cmi: Cmi, kind: 'commit' | 'finish', initialised: boolean): Stored => {
    sequence += 1
    const changed = difference(taken, cmi)
    let how: Stored['how'] = leaving ? 'beacon' : 'request'
    let ok = false
    try {
      ok = leaving ? beacon(kind, changed, initialised) : request(kind, changed, initialised)
    } catch {
      // A synchronous request is refused while a frame goes, and fails without a network.
      how = 'beacon'
      ok = beacon(kind, changed, initialised)
    }
    if (ok) taken = cmi
    return { ok, how }
  }
  const sendLog = (initialised: boolean): void => {
    timer = undefined
    const sent = waiting
    if (sent.length === 0) return
    const body = write('log', {}, initialised, sent)
    void page
      .fetch(url, { method: 'POST', body, headers: { 'Content-Type': 'application/json' } })
      .then((response) => {
        if (response.ok) waiting = waiting.filter((call) => !sent.includes(call))
      })
      .catch(() => undefined)
  }
  const note = (call: Call, initialised: boolean): void => {
    waiting = [...waiting, call]
    if (leaving) {
      if (/Commit|Finish|Terminate/.test(call.method)) beacon('log', {}, initialised)
      return
    }
    timer ??= page.setTimeout(() => sendLog(initialised), LOG_DELAY)
  }
  return { store, note }
}

/** What changed since the last time, an empty string for what was cleared. */
function difference(before: Cmi, after: Cmi): Cmi {
  const changed: Record<string, string> = {}
  for (const [element, value] of Object.entries(after)) if (before[element] !== value) changed[element] = value
  for (const element of Object.keys(before)) if (!(element in after) && !/\.total_time$/.test(element)) changed[element] = ''
  return changed
}
