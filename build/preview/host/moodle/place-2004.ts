/**
 * Where a value of a 2004 collection may stand, and after what: mod/scorm/datamodels/scorm_13.js, SetValue. Makes the record where it is
 * allowed. Returns the error code, `0` where all is well.
 */
import { countOf, general, type Model } from './model'
import { LIMITS, patternError, responseError } from './responses-2004'

export function placeError(model: Model, element: string, value: string): string {
  const name = general(element)
  if (name === element) return '0'
  const steps = [...element.matchAll(/\.(\d+)\./g)]
  for (const [n, step] of steps.entries()) {
    const collection = element.slice(0, step.index)
    const count = countOf(model, collection)
    // The collection of patterns is made by the type, so a pattern before it has nowhere to stand.
    if (count === undefined) return '408'
    if (/^0\d/.test(step[1] ?? '') || Number(step[1]) > count) return '351'
    if (n < steps.length - 1 && Number(step[1]) === count) return '408'
  }
  const last = steps.at(-1)
  const collection = element.slice(0, last?.index)
  const index = Number(last?.[1])
  const isNew = index === countOf(model, collection)
  const record = `${collection}.${index}`
  const kind = rules[name] ?? rules['otherwise']
  const wrong = kind?.({ model, collection, record, index, isNew, value }) ?? '0'
  if (wrong === '0' && isNew) model.set(`${collection}._count`, index + 1)
  return wrong
}

interface Try {
  readonly model: Model
  readonly collection: string
  readonly record: string
  readonly index: number
  readonly isNew: boolean
  readonly value: string
}

const rules: Readonly<Record<string, (at: Try) => string>> = {
  'cmi.objectives.n.id'({ model, collection, record, isNew, value }) {
    if (!isNew) return model.get(`${record}.id`) === value ? '0' : '351'
    if (isTwice(model, collection, record, value)) return '351'
    model.set(`${record}.success_status`, 'unknown')
    model.set(`${record}.completion_status`, 'unknown')
    return '0'
  },
  'cmi.interactions.n.id'({ model, record, isNew }) {
    if (isNew) model.set(`${record}.objectives._count`, 0)
    return '0'
  },
  'cmi.interactions.n.objectives.n.id': ({ model, collection, record, value }) => (isTwice(model, collection, record, value) ? '351' : '0'),
  'cmi.interactions.n.type'({ model, record, isNew }) {
    if (isNew) return '408'
    // Also where it is set again: the patterns are gone.
    for (const element of [...model.keys()]) if (element.startsWith(`${record}.correct_responses.`)) model.delete(element)
    model.set(`${record}.correct_responses._count`, 0)
    return '0'
  },
  'cmi.interactions.n.learner_response'({ model, record, isNew, value }) {
    const type = model.get(`${record}.type`)
    return isNew || type === undefined ? '408' : responseError(String(type), value)
  },
  'cmi.interactions.n.correct_responses.n.pattern'({ model, collection, index, isNew, value }) {
    const type = String(model.get(collection.replace(/correct_responses$/, 'type')))
    const others = Array.from({ length: countOf(model, collection) ?? 0 }, (_, n) => model.get(`${collection}.${n}.pattern`))
    // A pattern that stands there already is a second one of its kind, even where it is its own.
    if (type === 'choice' && others.includes(value)) return '351'
    if (isNew && type in LIMITS && index >= (LIMITS[type] ?? 0)) return '351'
    if (isNew && type === 'long-fill-in' && others.includes(value) && value !== '') return '351'
    return patternError(type, value)
  },
  // Comments may begin with any of their elements; of interactions and objectives the id must come first.
  otherwise: ({ collection, isNew }) => (isNew && /^cmi\.(objectives|interactions)$/.test(collection) ? '408' : '0'),
}

function isTwice(model: Model, collection: string, record: string, id: string): boolean {
  const count = countOf(model, collection) ?? 0
  return Array.from({ length: count }, (_, n) => `${collection}.${n}`).some((one) => one !== record && model.get(`${one}.id`) === id)
}
