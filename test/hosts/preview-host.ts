/** The LMSs that the preview plays, without its server: the same engines, doors and records, in this process. */
import { openSession, takePost } from '../../build/preview/attempts'
import type { CreateEngine } from '../../build/preview/host/engine'
import { enter } from '../../build/preview/host/entry'
import { arriving } from '../../build/preview/host/moodle/form'
import { moodle12 } from '../../build/preview/host/moodle/engine-12'
import { moodle2004 } from '../../build/preview/host/moodle/engine-2004'
import { openedxEngine } from '../../build/preview/host/openedx/engine'
import type { Attempt, Cmi, Launching, Personality } from '../../build/preview/types'
import { API_NAME, METHODS, recorded, type Host, type HostCall } from './host'

export interface PreviewHost extends Host {
  /** No request gets through. Moodle's page then queues a beacon that never arrives, and says "true". */
  readonly faults: { offline?: boolean }
  relaunch(): PreviewHost
}

const TERMS = { title: '', mastery: '', threshold: '', launchData: '', maxTime: '', timeLimitAction: '' }
const VISITOR = { id: 'ana-1', name: 'Ana Lab', sortName: 'Lab, Ana' }
const ENGINES: Readonly<Record<'moodle' | 'openedx', Readonly<Record<Host['standard'], CreateEngine>>>> = {
  moodle: { scorm12: moodle12, scorm2004: moodle2004 },
  openedx: { scorm12: openedxEngine, scorm2004: openedxEngine },
}

export const previewHost = (
  lms: Exclude<Personality, 'plain'>,
  standard: Host['standard'],
  before: readonly Attempt[] = [],
  faults: PreviewHost['faults'] = {},
): PreviewHost => {
  let attempts = before
  let sequence = 0
  const sequences = new Map<string, number>()
  const calls: HostCall[] = []
  const session = `s${before.flatMap((attempt) => attempt.sessions).length}`
  const door = enter(lms, { attempts, asked: 'normal', runtime: standard, terms: TERMS, visitor: VISITOR })
  const opening = { attempt: door.attempt, session, host: lms, mode: door.mode, revision: 'r1' }
  attempts = openSession(attempts, opening, '')
  const launching: Launching = { package: 'p', runtime: standard, href: '', learner: VISITOR.id, because: null, cmi: door.cmi, ...opening }
  const take = (kind: 'commit' | 'finish', fields: Cmi): void => {
    if (faults.offline) return
    const cmi = lms === 'moodle' ? arriving(fields) : fields
    attempts = takePost(attempts, { attempt: door.attempt, session, sequence: sequence++, kind, initialised: true, cmi, calls: [] }, sequences, '') // prettier-ignore
  }
  const engine = ENGINES[lms][standard](launching, {
    send(fields, kind) {
      take(kind, fields)
      return { ok: true, how: faults.offline ? 'beacon' : 'request' }
    },
    post(fields, done) {
      take('commit', fields)
      void Promise.resolve().then(done)
    },
  })
  const functions = Object.fromEntries([
    ...METHODS[standard].slice(0, 5).map((name) => [name, (...args: string[]) => engine.call(name, args)]),
    [METHODS[standard][5], () => engine.lastError()],
  ]) as object
  return {
    standard,
    calls,
    faults,
    install: (window) => void Object.assign(window, { [API_NAME[standard]]: recorded(standard, functions, calls) }),
    stored: (element) => attempts.find((attempt) => attempt.number === door.attempt)?.cmi[element] ?? '',
    relaunch: () => previewHost(lms, standard, attempts, faults),
  }
}
