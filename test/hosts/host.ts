/** What a test may ask of a host, whichever it is. */
export interface HostCall {
  readonly method: 'initialize' | 'get' | 'set' | 'commit' | 'terminate'
  readonly element: string
  readonly value: string
  readonly result: string
  readonly error: string
}

export interface Host {
  readonly standard: 'scorm12' | 'scorm2004'
  /** Every call in time. */
  readonly calls: HostCall[]
  /** Puts the API on a window. */
  install(window: object): void
  /** What the next launch will find. */
  stored(element: string): string
  /** The same learner comes back. */
  relaunch(): Host
}

export const METHODS = {
  scorm12: ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError'],
  scorm2004: ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'],
} as const
export const API_NAME = { scorm12: 'API', scorm2004: 'API_1484_11' } as const
const KINDS = ['initialize', 'get', 'set', 'commit', 'terminate'] as const

type Functions = Record<string, (...args: string[]) => unknown>

/** Puts a recorder around an API object. */
export const recorded = (standard: Host['standard'], api: object, calls: HostCall[]): object => {
  const names = METHODS[standard]
  const functions = api as Functions
  const error = () => String(functions[names[5]]?.() ?? '')
  return Object.fromEntries([
    ...KINDS.map((method, i) => [
      names[i],
      (element = '', value = '') => {
        const result = functions[names[i] ?? '']?.(...(method === 'set' ? [element, value] : [element]))
        calls.push({ method, element, value, result: String(result), error: error() })
        return result
      },
    ]),
    [names[5], error],
  ]) as object
}

export const sets = (calls: readonly HostCall[]) => calls.filter((c) => c.method === 'set').map((c) => `${c.element}=${c.value}`)
export const count = (calls: readonly HostCall[], method: HostCall['method']) => calls.filter((c) => c.method === method).length
