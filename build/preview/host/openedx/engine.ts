/**
 * The run-time of Open edX: openedx-scorm-xblock ccef54c (August 2025), static/js/src/scorm.js and scormxblock.js. Every answer is "true"
 * and no error is ever told; what was set leaves in batches, one at a time, when it likes.
 */
import type { Cmi } from '../../types'
import type { CreateEngine } from '../engine'

/** Asked of the server in a request whose answer the page throws away: `return` stands inside the callback, so '' comes back. */
const UNANSWERED: readonly string[] = [
  'cmi.core.lesson_status',
  'cmi.completion_status',
  'cmi.success_status',
  'cmi.core.score.raw',
  'cmi.score.raw',
  'cmi.score.scaled',
  'cmi.mode',
]

export const openedxEngine: CreateEngine = ({ cmi: given }, line) => {
  const known = new Map(Object.entries(given))
  let waiting: (readonly [string, string])[] = []
  let underWay = false
  let begun = false

  const next = (): void => {
    underWay = waiting.length > 0
    if (!underWay) return
    const batch = waiting
    waiting = []
    // Only what has left the queue can be read back.
    for (const [element, value] of batch) if (!UNANSWERED.includes(element)) known.set(element, value)
    // The server takes them in order, and a later value of an element over an earlier one.
    line.post(inOrder(batch), next)
  }
  const set = (element: string, value: string): string => {
    waiting.push([element, value])
    if (!underWay) next()
    return 'true'
  }
  const answers: Readonly<Record<string, (element: string, value: string) => string>> = {
    Initialize() {
      begun = true
      return 'true'
    },
    Terminate: () => 'true',
    Commit: () => 'true',
    // No `_children`, no `_count`: nobody has set them.
    GetValue: (element) => (UNANSWERED.includes(element) ? '' : (known.get(element) ?? '')),
    SetValue: set,
    GetLastError: () => '0',
    GetErrorString: () => 'Some Error',
    GetDiagnostic: () => 'Some Diagnostic',
  }
  return {
    call(method, args) {
      const name = method.replace(/^LMS/, '').replace(/^Finish$/, 'Terminate')
      return answers[name]?.(String(args[0] ?? ''), String(args[1] ?? ''))
    },
    lastError: () => '0',
    explain: () => '',
    values: () => ({ ...Object.fromEntries(known), ...Object.fromEntries(waiting) }),
    state: () => (begun ? 'initialised' : 'not initialised'),
  }

  function inOrder(batch: readonly (readonly [string, string])[]): Cmi {
    const fields = new Map<string, string>()
    for (const [element, value] of batch) {
      fields.delete(element)
      fields.set(element, value)
    }
    return Object.fromEntries(fields)
  }
}
