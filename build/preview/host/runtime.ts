/** The run-time the content finds: the eight methods of one host, with every call written down. */
import type { Call, Cmi, Launching, Personality } from '../types'
import type { CreateEngine, Line } from './engine'
import { moodle12 } from './moodle/engine-12'
import { moodle2004 } from './moodle/engine-2004'
import { openedxEngine } from './openedx/engine'
import { plainEngine } from './plain/engine'
import type { Stored, Transport } from './transport'

/** Hosts answer with strings by the book, and with anything in life. */
export type Method = (...args: readonly unknown[]) => unknown
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

export const methods = {
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

const engines: Readonly<Record<Personality, Readonly<Record<Launching['runtime'], CreateEngine>>>> = {
  plain: { scorm12: plainEngine, scorm2004: plainEngine },
  moodle: { scorm12: moodle12, scorm2004: moodle2004 },
  openedx: { scorm12: openedxEngine, scorm2004: openedxEngine },
}

export function createRuntime(launching: Launching, transport: Transport, listener: Listener, clock: () => number): Runtime {
  const { runtime } = launching
  const line: Line = {
    send(fields, kind) {
      const stored = transport.send(fields, kind)
      listener.onStored(stored, kind)
      return stored
    },
    post(fields, done) {
      transport.post(fields, (stored) => {
        listener.onStored(stored, 'commit')
        done()
      })
    },
  }
  const engine = engines[launching.host][runtime](launching, line)
  const began = clock()
  let count = 0
  const wrap =
    (method: string): Method =>
    (...args) => {
      const t = Math.round(clock() - began)
      const note = (answer: string, error: string, meaning: string): void => {
        const [element = '', value = ''] = args.map(String)
        const made: Call = { n: count, session: launching.session, t, method, element, value, answer, error, meaning }
        count += 1
        transport.note(made, engine.state() !== 'not initialised')
        listener.onCall(made)
      }
      try {
        const answer = engine.call(method, args)
        const error = engine.lastError()
        note(String(answer), error, error === '0' ? '' : engine.explain(error))
        return answer
      } catch (thrown) {
        note('', '101', `threw ${String(thrown)}`)
        throw thrown
      }
    }
  return {
    name: runtime === 'scorm12' ? 'API' : 'API_1484_11',
    api: Object.fromEntries(methods[runtime].map((method) => [method, wrap(method)])),
    values: () => engine.values(),
    state: () => engine.state(),
  }
}
