/** The eight API functions of both SCORM versions as one. Nothing here throws: hosts do, from any of their functions. */
import type { Api } from './find-api'

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

export const cmiApi = (api: Api, [initialize, get, set, commit, terminate, error]: Methods): CmiApi => {
  const call = (method: string, ...args: string[]): string => {
    try {
      return String((api as Record<string, (...args: string[]) => unknown>)[method]?.(...args) ?? '')
    } catch {
      return ''
    }
  }
  // Arguments and answers are strings by the book; some hosts answer with a boolean or 1.
  const did = (method: string, ...args: string[]) => /^(true|1)$/i.test(call(method, ...args))
  const refusal = (method: string, ...args: string[]) => (did(method, ...args) ? '' : call(error) || 'none')
  return {
    initialize: () => refusal(initialize, ''),
    get: (element) => call(get, element),
    set: (element, value) => {
      const code = refusal(set, element, value)
      // Not "true", yet no error: a host that answers nothing. There is no more to learn from it.
      return code === '0' || code === 'none' ? '' : code
    },
    commit: () => did(commit, ''),
    terminate: () => did(terminate, ''),
  }
}
