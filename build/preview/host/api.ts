/** scorm-again as this host's run-time, strict, with every call of the content written down. */
import { Scorm12API, Scorm2004API } from 'scorm-again'
import type { Call, Cmi, Launching } from '../types'
import type { Stored, Transport } from './transport'

export type Method = (...args: readonly unknown[]) => string
export interface Runtime {
  /** The name the content looks for on its way up the windows. */
  readonly name: 'API' | 'API_1484_11'
  /** The eight methods, and nothing else of the machinery behind them. */
  readonly api: Readonly<Record<string, Method>>
  /** All elements that hold something, as they are now. */
  values(): Cmi
  state(): 'not initialised' | 'initialised' | 'finished'
}
export interface Listener {
  onCall(call: Call): void
  onStored(stored: Stored, kind: 'commit' | 'finish'): void
}

const methods = {
  scorm12: [
    'LMSInitialize',
    'LMSFinish',
    'LMSGetValue',
    'LMSSetValue',
    'LMSCommit',
    'LMSGetLastError',
    'LMSGetErrorString',
    'LMSGetDiagnostic',
  ],
  scorm2004: ['Initialize', 'Terminate', 'GetValue', 'SetValue', 'Commit', 'GetLastError', 'GetErrorString', 'GetDiagnostic'],
} as const

const totalTime = { scorm12: 'cmi.core.total_time', scorm2004: 'cmi.total_time' } as const

type Inner = Scorm12API | Scorm2004API

export function createRuntime(launching: Launching, transport: Transport, listener: Listener, clock: () => number): Runtime {
  const { runtime } = launching
  const http = {
    updateSettings: () => undefined,
    processHttpRequest: (_url: string, values: unknown, finish: boolean) => {
      const stored = transport.store(filled(values), finish ? 'finish' : 'commit', true)
      listener.onStored(stored, finish ? 'finish' : 'commit')
      return stored.ok ? { result: 'true', errorCode: 0 } : { result: 'false', errorCode: 101 }
    },
  }
  const settings = {
    // The address is never used, our own service is; but without one scorm-again stores nothing.
    lmsCommitUrl: 'here',
    dataCommitFormat: 'flattened',
    strict_errors: true,
    // Both as Moodle's defaults: a mastery score in the manifest decides, and a status never set becomes completed.
    mastery_override: true,
    autoCompleteLessonStatus: true,
    // Errors are shown in the inspector; the console belongs to the content.
    logLevel: 5 as const,
    uninitializedGetLogLevel: 5 as const,
  }
  const inner: Inner = runtime === 'scorm12' ? new Scorm12API(settings, http) : new Scorm2004API(settings, http)
  inner.loadFromFlattenedJSON({ ...launching.cmi })
  const began = clock()
  let count = 0
  const total = launching.cmi[totalTime[runtime]]
  const wrap =
    (method: string): Method =>
    (...args) => {
      const t = Math.round(clock() - began)
      const answer = String(call(inner, method, args))
      const error = String(inner.lastErrorCode)
      const [element = '', value = ''] = args.map(String)
      const meaning = error === '0' ? '' : explain(inner, error)
      const made: Call = { n: count, session: launching.session, t, method, element, value, answer, error, meaning }
      count += 1
      transport.note(made, !inner.isNotInitialized())
      listener.onCall(made)
      return answer
    }
  return {
    name: runtime === 'scorm12' ? 'API' : 'API_1484_11',
    api: Object.fromEntries(methods[runtime].map((method) => [method, wrap(method)])),
    // Asked for total_time, scorm-again would add the session that is still running.
    values: () => ({ ...filled(inner.renderCommitCMI(false, false)), ...(total === undefined ? {} : { [totalTime[runtime]]: total }) }),
    state: () => (inner.isInitialized() ? 'initialised' : inner.isTerminated() ? 'finished' : 'not initialised'),
  }
}

/** By name, as the content calls it. */
function call(inner: Inner, method: string, args: readonly unknown[]): unknown {
  const found: unknown = Reflect.get(inner, method)
  if (typeof found !== 'function') throw new TypeError(`scorm-again has no method ${method}.`)
  return Reflect.apply(found, inner, args)
}

/** The short description, and what scorm-again adds to it. The stored code is the one read before, so asking changes nothing. */
function explain(inner: Inner, error: string): string {
  const short = inner.getLmsErrorMessageDetails(error, false)
  const long = inner.getDiagnostic('', error)
  return long === '' || long === short ? short : `${short}: ${long}`
}

function filled(values: unknown): Cmi {
  const flat: Record<string, string> = {}
  for (const [element, value] of Object.entries(values as Record<string, unknown>)) {
    if ((typeof value === 'string' || typeof value === 'number') && value !== '') flat[element] = String(value)
  }
  return flat
}
