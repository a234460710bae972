/** Moodle's SCORM 1.2 run-time: mod/scorm/datamodels/scorm_12.js. What was proved on a live Moodle 4.5 is in docs/preview.md. */
import type { CreateEngine } from '../engine'
import { elements12 } from './elements-12'
import { errors12 } from './errors'
import { countOf, filled, general, inOrder, restore, type Model, type Value } from './model'
import { addTime12 } from './times'

/** Creation order in initdatamodel; interactions come before suspend data and comments. */
const PARTS = ['cmi.core.score', 'cmi.core', 'cmi.objectives', 'cmi.student_data', 'cmi.student_preference', 'cmi.interactions']
const STATUS = 'cmi.core.lesson_status'

export const moodle12: CreateEngine = ({ cmi: given }, line) => {
  /** What the page believes the server has: set when a commit is made, whether or not it arrived (scorm_12.js:592). */
  const sent: Model = new Map()
  for (const [element, { first }] of Object.entries(elements12)) {
    if (general(element) === element && !element.includes('.n.')) sent.set(element, given[element] ?? first ?? '')
  }
  let model: Model = new Map()
  let initialised = false
  let finished = false
  let error = '0'

  /** Called by every LMSInitialize, the refused second one too: what was set and not committed is gone. */
  const reset = (): void => {
    // Committed records are now named in the data model, and set before the objects that hold them exist.
    const record = [...sent.keys()].find((element) => general(element) !== element)
    if (record !== undefined) throw new TypeError(`Cannot set properties of undefined (setting '${record.split('.').at(-1) ?? ''}')`)
    model = new Map(sent)
    model.set('cmi.core.session_time', '00:00:00')
    restore(model, given)
    if (model.get(STATUS) === '') model.set(STATUS, 'not attempted')
  }
  const initialize = (argument: unknown): string => {
    reset()
    error = argument !== '' ? '201' : initialised ? '101' : '0'
    if (error !== '0') return 'false'
    initialised = true
    finished = false
    return 'true'
  }
  const get = (element: string): Value => {
    error = '0'
    if (!initialised) return fail('301', '')
    const known = elements12[general(element)]
    if (known === undefined) return fail(unknown(general(element)), '')
    if (known.access === 'w') return fail('404', '')
    return model.get(element) ?? (element.endsWith('._count') ? 0 : '')
  }
  const set = (element: string, given: unknown): string => {
    error = '0'
    if (!initialised) return fail('301', 'false')
    const name = general(element)
    const known = elements12[name]
    if (known === undefined || element === '') return fail('201', 'false')
    const refused = /\._(children|count|version)$/.test(name) ? '402' : known.access === 'r' ? '403' : '405'
    const text = String(given)
    if (known.access === 'r' || known.format?.test(text) !== true) return fail(refused, 'false')
    if (!grow(model, element)) return fail('201', 'false')
    if (known.range === undefined) {
      // Comments are added to, never replaced.
      model.set(element, element === 'cmi.comments' ? `${model.get(element) ?? ''}${text}` : text)
      return 'true'
    }
    const value = Number(text)
    if (!(value >= known.range[0] && value <= known.range[1])) return fail(refused, 'false')
    model.set(element, value)
    return 'true'
  }
  const store = (kind: 'commit' | 'finish'): string => {
    if (kind === 'finish') rewrite(model)
    const fields: (readonly [string, Value])[] = []
    for (const [element, value] of model) {
      if (element === 'cmi.core.session_time' || !element.startsWith('cmi.') || elements12[general(element)]?.access === 'r') continue
      if (/\._(count|children)$/.test(element) || sent.get(element) === value) continue
      fields.push([element, value])
      sent.set(element, value)
    }
    const total = addTime12(text(model, 'cmi.core.total_time'), text(model, 'cmi.core.session_time'))
    const changed = inOrder(fields, PARTS)
    const { ok } = line.send(kind === 'finish' ? { ...changed, 'cmi.core.total_time': total } : changed, kind)
    return ok ? 'true' : fail('101', 'false')
  }
  const commit = (argument: unknown): string => {
    error = '0'
    if (argument !== '') return fail('201', 'false')
    return initialised ? store('commit') : fail('301', 'false')
  }
  const finish = (argument: unknown): string => {
    error = '0'
    if (argument !== '') return fail('201', 'false')
    if (!initialised) return fail('301', 'false')
    // The flag falls before anything is stored: what then fails cannot be tried again.
    initialised = false
    finished = true
    return store('finish')
  }
  function fail<T>(code: string, answer: T): T {
    error = code
    return answer
  }
  const methods: Readonly<Record<string, (...args: readonly unknown[]) => unknown>> = {
    LMSInitialize: initialize,
    LMSFinish: finish,
    LMSGetValue: (element) => get(String(element)),
    LMSSetValue: (element, value) => set(String(element), value),
    LMSCommit: commit,
    LMSGetLastError: () => error,
    LMSGetErrorString: (code) => (code === '' ? '' : errors12[String(code)]),
    LMSGetDiagnostic: (code) => (code === '' ? error : code),
  }
  return {
    call: (method, args) => methods[method]?.(...args),
    lastError: () => error,
    explain: (code) => errors12[code] ?? '',
    values: () => filled(model.size === 0 ? sent : model),
    state: () => (initialised ? 'initialised' : finished ? 'finished' : 'not initialised'),
  }
}

/** Makes room for a record; false where one before it is missing. */
function grow(model: Model, element: string): boolean {
  for (const match of element.matchAll(/\.(\d+)\./g)) {
    const collection = element.slice(0, match.index)
    const count = countOf(model, collection) ?? 0
    const index = Number(match[1])
    if (index > count) return false
    model.set(`${collection}._count`, index === count ? count + 1 : count)
  }
  return true
}

/** scorm_12.js, StoreData at LMSFinish. */
function rewrite(model: Model): void {
  if (model.get(STATUS) === 'not attempted') model.set(STATUS, 'completed')
  const counts = model.get('cmi.core.lesson_mode') === 'normal' && model.get('cmi.core.credit') === 'credit'
  const mastery = text(model, 'cmi.student_data.mastery_score')
  const raw = text(model, 'cmi.core.score.raw')
  // "Mastery score overrides status" is on by default: even what is incomplete and suspended is passed or failed.
  if (counts && mastery !== '' && raw !== '') model.set(STATUS, Number.parseFloat(raw) >= Number.parseFloat(mastery) ? 'passed' : 'failed')
}

const text = (model: Model, element: string): string => String(model.get(element) ?? '')

/** The code for an element that is not in the model. */
function unknown(name: string): string {
  const [, parent = '', word] = /^(.*)\._(children|count)$/.exec(name) ?? []
  if (word === undefined || elements12[parent] === undefined) return '201'
  return word === 'children' ? '202' : '203'
}
