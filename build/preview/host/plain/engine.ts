/** By the book: scorm-again, strict and unchanged. */
import { Scorm12API, Scorm2004API } from 'scorm-again'
import type { Cmi } from '../../types'
import type { CreateEngine } from '../engine'

const totalTime = { scorm12: 'cmi.core.total_time', scorm2004: 'cmi.total_time' } as const

type Inner = Scorm12API | Scorm2004API

export const plainEngine: CreateEngine = ({ runtime, cmi }, line) => {
  let taken: Cmi = cmi
  const http = {
    updateSettings: () => undefined,
    processHttpRequest: (_url: string, values: unknown, finish: boolean) => {
      const now = filled(values)
      const { ok } = line.send(difference(taken, now), finish ? 'finish' : 'commit')
      if (ok) taken = now
      return ok ? { result: 'true', errorCode: 0 } : { result: 'false', errorCode: 101 }
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
  inner.loadFromFlattenedJSON({ ...cmi })
  const total = cmi[totalTime[runtime]]
  return {
    call: (method, args) => call(inner, method, args),
    lastError: () => String(inner.lastErrorCode),
    explain: (code) => explain(inner, code),
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

/** What changed since the last time, an empty string for what was cleared. */
function difference(before: Cmi, after: Cmi): Cmi {
  const changed: Record<string, string> = {}
  for (const [element, value] of Object.entries(after)) if (before[element] !== value) changed[element] = value
  for (const element of Object.keys(before)) if (!(element in after) && !/\.total_time$/.test(element)) changed[element] = ''
  return changed
}
