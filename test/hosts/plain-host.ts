/** A host by the book and nothing more: keeps what it is given, checks states and counts, and can be told to misbehave. */
import { API_NAME, METHODS, recorded, type Host, type HostCall } from './host'

export interface Faults {
  /** Commits answer false. */
  commitFails?: boolean
  /** Sets answer false with this code. */
  setFails?: string
  /** Elements not implemented: false, 401. */
  lacks?: RegExp
  initializeFails?: string
  terminateFails?: boolean
  /** Never says how many interactions there are. */
  blindCount?: boolean
  /** Says "true" to Commit and Terminate, and stores nothing. */
  lies?: boolean
  /** Done before a commit is answered: what takes time, or decides its fate. */
  onCommit?: () => void
  /** What the host makes of suspend data before it keeps them. */
  mangles?: (suspended: string) => string
}
export interface PlainHost extends Host {
  readonly faults: Faults
  /** The data of this session, committed or not. */
  readonly data: Map<string, string>
  relaunch(): PlainHost
}

const DEFAULTS = {
  scorm12: {
    'cmi.core.student_id': 'ana-1',
    'cmi.core.student_name': 'Ana, <b>of Lab</b>',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.score._children': 'raw,min,max',
  },
  scorm2004: {
    'cmi.learner_id': 'ana-1',
    'cmi.learner_name': 'Ana, <b>of Lab</b>',
    'cmi.mode': 'normal',
    'cmi.credit': 'credit',
    'cmi.completion_status': 'unknown',
    'cmi.success_status': 'unknown',
    'cmi.score._children': 'scaled,raw,min,max',
  },
}

/** `faults` outlive a launch. */
export const plainHost = (standard: Host['standard'], given: Readonly<Record<string, string>> = {}, faults: Faults = {}): PlainHost => {
  const calls: HostCall[] = []
  const data = new Map(Object.entries({ ...DEFAULTS[standard], ...given }))
  let kept = new Map(data)
  let state: 'new' | 'open' | 'done' = 'new'
  let error = '0'
  const answer = (code: string) => {
    error = code
    return code === '0' ? 'true' : 'false'
  }
  const interactions = () => Math.max(-1, ...[...data.keys()].map((e) => Number(/^cmi\.interactions\.(\d+)/.exec(e)?.[1] ?? -1))) + 1
  const keep = (ok: boolean) => {
    if (ok && !faults.lies) kept = new Map(data)
    if (ok && !faults.lies && faults.mangles) kept.set('cmi.suspend_data', faults.mangles(data.get('cmi.suspend_data') ?? ''))
    return answer(ok ? '0' : standard === 'scorm12' ? '101' : '391')
  }
  const [initialize, get, set, commit, terminate, getError] = METHODS[standard]
  const api = {
    [initialize]: () => {
      if (faults.initializeFails) return answer(faults.initializeFails)
      state = 'open'
      return answer('0')
    },
    [get]: (element: string) => {
      error = state === 'open' ? '0' : '301'
      if (state !== 'open') return ''
      if (element === 'cmi.interactions._count') return faults.blindCount ? '' : String(interactions())
      if (!data.has(element) && standard === 'scorm2004') error = '403'
      return data.get(element) ?? ''
    },
    [set]: (element: string, value: string) => {
      if (state !== 'open') return answer('301')
      if (faults.setFails) return answer(faults.setFails)
      if (faults.lacks?.test(element)) return answer('401')
      const index = Number(/^cmi\.interactions\.(\d+)/.exec(element)?.[1] ?? -1)
      if (!faults.blindCount && index > interactions()) return answer(standard === 'scorm12' ? '201' : '351')
      data.set(element, value)
      return answer('0')
    },
    [commit]: () => {
      if (state !== 'open') return answer('301')
      faults.onCommit?.()
      return keep(!faults.commitFails)
    },
    [terminate]: () => {
      if (state !== 'open') return answer('301')
      faults.onCommit?.()
      // Moodle lets a Terminate that could not store be tried again (scorm_13.js).
      if (!faults.terminateFails) state = 'done'
      return keep(!faults.terminateFails)
    },
    [getError]: () => error,
  }
  return {
    standard,
    calls,
    faults,
    data,
    install: (window) => void Object.assign(window, { [API_NAME[standard]]: recorded(standard, api, calls) }),
    stored: (element) => kept.get(element) ?? '',
    relaunch: () => plainHost(standard, Object.fromEntries(kept), faults),
  }
}
