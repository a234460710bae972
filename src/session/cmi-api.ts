/** The eight API functions of both SCORM versions as one. Nothing here throws: hosts do, from any of their functions. */
import type { Api } from './find-api'
import type { TracedCall } from './page'

/** In the order initialize, get, set, commit, terminate, error. */
export type Methods = readonly [string, string, string, string, string, string]

export interface CmiApi {
  /** The error code, or '' where it went well; likewise `set`. */
  initialize(): string
  get(element: string): string
  set(element: string, value: string): string
  commit(): boolean
  terminate(): boolean
}

export const cmiApi = (
  api: Api,
  [initialize, get, set, commit, terminate, error]: Methods,
  now: () => number,
  trace?: (call: TracedCall) => void,
): CmiApi => {
  const ask = (method: string, args: readonly string[]): string => {
    try {
      return String((api as Record<string, (...args: readonly string[]) => unknown>)[method]?.(...args) ?? '')
    } catch (thrown) {
      trace?.({ at: now(), method, args, answer: `threw ${String(thrown)}`, took: 0 })
      return ''
    }
  }
  const call = (method: string, ...args: string[]): string => {
    const at = now()
    const answer = ask(method, args)
    trace?.({ at, method, args, answer, took: now() - at })
    return answer
  }
  // Arguments and answers are strings by the book; some hosts answer with a boolean or 1.
  const did = (method: string, ...args: string[]) => /^(true|1)$/i.test(call(method, ...args))
  const refusal = (method: string, ...args: string[]) => (did(method, ...args) ? '' : call(error) || 'none')
  // Only its code says why a commit was refused: asked for the support page.
  const done = (method: string) => did(method, '') || (trace && call(error), false)
  return {
    initialize: () => refusal(initialize, ''),
    get: (element) => call(get, element),
    set: (element, value) => {
      const code = refusal(set, element, value)
      // Not "true", yet no error: a host that answers nothing. There is no more to learn from it.
      return code === '0' || code === 'none' ? '' : code
    },
    commit: () => done(commit),
    terminate: () => done(terminate),
  }
}
