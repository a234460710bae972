/** Moodle's SCORM 2004 run-time: mod/scorm/datamodels/scorm_13.js. What was proved on a live Moodle 4.5 is in docs/preview.md. */
import type { CreateEngine } from '../engine'
import { elements2004 } from './elements-2004'
import { errors2004 } from './errors'
import { filled, general, inOrder, restore, type Model, type Value } from './model'
import { placeError } from './place-2004'
import { addTime2004 } from './times'

/** Creation order in initdatamodel: interactions come before statuses and suspend data, so it is these that are cut off. */
const PARTS = ['cmi.comments_from_learner', 'cmi.interactions', 'cmi.learner_preference', 'cmi.objectives', 'cmi.score']
const NAVIGATION = 'adl.nav.request'

export const moodle2004: CreateEngine = ({ cmi: given }, line) => {
  const first: Model = new Map()
  for (const [element, { first: value }] of Object.entries(elements2004)) {
    if (!element.includes('.n.')) first.set(element, given[element] ?? value ?? '')
  }
  let model: Model = new Map()
  let initialised = false
  /** Never falls again on this page: a second item of the package can then not be initialised. */
  let terminated = false
  let error = '0'

  const initialize = (argument: unknown): string => {
    // Also where it is refused: everything set since the launch is gone from the page.
    model = new Map(first)
    restore(model, given)
    if (model.get('cmi.completion_status') === '') model.set('cmi.completion_status', 'not attempted')
    error = argument !== '' ? '201' : initialised ? '103' : terminated ? '104' : '0'
    if (error !== '0') return 'false'
    initialised = true
    return 'true'
  }
  const get = (element: string): Value => {
    error = '0'
    if (!initialised || terminated) return fail(terminated ? '123' : '122', '')
    const known = elements2004[general(element)]
    if (element === '') return fail('301', '')
    if (known === undefined) return fail(/\._(children|count)$/.test(element) ? '301' : '401', '')
    if (known.access === 'w') return fail('405', '')
    const value = model.get(element)
    if (value !== undefined) return value
    const record = element.slice(0, element.lastIndexOf('.'))
    return fail([...model.keys()].some((one) => one.startsWith(`${record}.`)) ? '403' : '301', '')
  }
  const set = (element: string, given: unknown): string => {
    error = '0'
    if (!initialised || terminated) return fail(terminated ? '133' : '132', 'false')
    if (element === '') return fail('351', 'false')
    const known = elements2004[general(element)]
    if (known === undefined) return fail('401', 'false')
    if (known.access === 'r') return fail('404', 'false')
    const text = String(given)
    const match = known.format === undefined ? null : known.format.exec(text)
    // An expression that always matches may match nothing, which is then no match.
    if (match === null || (match.join('') === '' && text !== '')) return fail('406', 'false')
    const misplaced = placeError(model, element, text)
    if (misplaced !== '0') return fail(misplaced, 'false')
    if (known.range === undefined) {
      model.set(element, text)
      return 'true'
    }
    const value = Number(text)
    if (!(value >= known.range[0] && value <= known.range[1])) return fail('407', 'false')
    model.set(element, value)
    return 'true'
  }
  const store = (kind: 'commit' | 'finish'): string => {
    if (kind === 'finish') derive(model)
    const total = addTime2004(text(model, 'cmi.total_time'), text(model, 'cmi.session_time'))
    // All that differs from the launch, every time; what is in a collection always, that of earlier sessions too.
    const fields = [...model].filter(([element, value]) => {
      const writable = elements2004[general(element)]?.access !== 'r' && !/\._(count|children)$/.test(element)
      const changed = general(element) === element ? first.get(element) !== value : elements2004[general(element)]?.first !== value
      return writable && changed && element.startsWith('cmi.')
    })
    const asked = text(model, NAVIGATION)
    const { ok } = line.send(
      {
        ...(kind === 'finish' ? { 'cmi.total_time': total } : {}),
        ...inOrder(fields, PARTS),
        ...(asked === '_none_' ? {} : { [NAVIGATION]: asked }),
      },
      kind,
    )
    // The server answers these with a page where a script is expected, and runs it (:1227); the data are stored by then.
    if (/^(exitAll|abandonAll)$/.test(asked)) throw new SyntaxError("Unexpected token '<'")
    // And these with HTTP 404. Stored all the same.
    const found = !/^(exit|abandon)$|choice/.test(asked)
    return ok && found ? 'true' : fail('101', 'false')
  }
  const commit = (argument: unknown): string => {
    error = '0'
    if (argument !== '') return fail('201', 'false')
    if (!initialised || terminated) return fail(terminated ? '143' : '142', 'false')
    return store('commit')
  }
  const terminate = (argument: unknown): string => {
    error = '0'
    if (argument !== '') return fail('201', 'false')
    if (!initialised || terminated) return fail(terminated ? '113' : '112', 'false')
    // Only what was stored ends the session: after a failure Terminate may be tried again.
    if (store('finish') !== 'true') return 'false'
    initialised = false
    terminated = true
    return 'true'
  }
  function fail<T>(code: string, answer: T): T {
    error = code
    return answer
  }
  const methods: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    Initialize: initialize,
    Terminate: terminate,
    GetValue: (element) => get(String(element)),
    SetValue: (element, value) => set(String(element), value),
    Commit: commit,
    GetLastError: () => error,
    GetErrorString: (code) => (code === '' ? '' : (errors2004[String(code)] ?? '')),
    GetDiagnostic: (code) => (code === '' ? '' : code),
  }
  return {
    call: (method, args) => methods[method]?.(...args),
    lastError: () => error,
    explain: (code) => errors2004[code] ?? '',
    values: () => filled(model.size === 0 ? first : model),
    state: () => (initialised ? 'initialised' : terminated ? 'finished' : 'not initialised'),
  }
}

/** scorm_13.js, StoreData at Terminate. The scaled passing score is never applied: the code asks for it by a misspelt name. */
function derive(model: Model): void {
  const counts = model.get('cmi.mode') === 'normal' && model.get('cmi.credit') === 'credit'
  const threshold = text(model, 'cmi.completion_threshold')
  const measure = model.get('cmi.progress_measure') ?? ''
  // A measure of 0 is false to JavaScript, and passed by.
  if (!counts || threshold === '' || measure === '' || measure === 0) return
  model.set('cmi.completion_status', Number(measure) >= Number(threshold) ? 'completed' : 'incomplete')
}

const text = (model: Model, element: string): string => String(model.get(element) ?? '')
