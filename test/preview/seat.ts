/** An engine of the preview without a page: what it answers, and what it would send. */
import type { CreateEngine } from '../../build/preview/host/engine'
import type { Cmi, Launching, Runtime } from '../../build/preview/types'

export function seat(create: CreateEngine, runtime: Runtime, cmi: Cmi = {}) {
  const sent: { readonly kind: string; readonly fields: Cmi }[] = []
  const waiting: (() => void)[] = []
  const line = { ok: true }
  const launching: Launching = { package: 'p', revision: 'r', runtime, href: '/', learner: 'ada', attempt: 1, session: 's', host: 'plain', mode: 'normal', because: null, cmi } // prettier-ignore
  const engine = create(launching, {
    send(fields, kind) {
      sent.push({ kind, fields })
      return { ok: line.ok, how: 'request' }
    },
    post(fields, done) {
      sent.push({ kind: 'post', fields })
      waiting.push(done)
    },
  })
  const call = (method: string, ...args: readonly string[]): unknown => engine.call(runtime === 'scorm12' ? old(method) : method, args)
  return {
    engine,
    /** What left, in order. */
    sent,
    /** Whether the server takes what it is sent. */
    line,
    call,
    error: () => engine.lastError(),
    get: (element: string) => call('GetValue', element),
    /** The error code of setting: `0` where it went well. */
    set: (element: string, value: string) => (call('SetValue', element, value), engine.lastError()),
    /** The server answers the oldest batch. */
    arrive: () => waiting.shift()?.(),
  }
}

const old = (method: string): string => ({ Initialize: 'LMSInitialize', Terminate: 'LMSFinish' })[method] ?? `LMS${method}`
