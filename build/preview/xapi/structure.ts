/** What an LMS reads of cmi5.xml and tincan.xml: the units it can launch, and what has to be done to move on. */
import { PreviewError } from '../types'
import { all, attribute, child, childrenOf, local, rootOf, text, type Element } from '../xml'

export type XapiStandard = 'cmi5' | 'tincan'
export type MoveOn = (typeof MOVE_ON)[number]
const MOVE_ON = ['Passed', 'Completed', 'CompletedAndPassed', 'CompletedOrPassed', 'NotApplicable'] as const

export interface Unit {
  /** Tells it from its sisters in addresses: `m04`. */
  readonly key: string
  /** The publisher's. */
  readonly id: string
  readonly title: string
  /** The launch file in the zip, and the query it is launched with. */
  readonly href: string
  readonly query: string
  readonly moveOn: MoveOn
  readonly mastery: number | null
  readonly method: 'AnyWindow' | 'OwnWindow'
  readonly parameters: string
  readonly entitlement: string
}
/** The course and its blocks, from the outside inwards; `units` are keys, those of inner blocks among them. */
export interface Block {
  readonly id: string
  readonly kind: 'course' | 'block'
  readonly title: string
  readonly units: readonly string[]
}
export interface Structure {
  readonly standard: XapiStandard
  readonly title: string
  readonly units: readonly Unit[]
  readonly blocks: readonly Block[]
}

const NAMES = { cmi5: 'cmi5.xml', tincan: 'tincan.xml' } as const

export function readStructure(standard: XapiStandard, xml: string, where: string): Structure {
  const fail = (message: string): never => {
    throw new PreviewError(`${NAMES[standard]} in ${where}: ${message}`, 422)
  }
  const root = rootOf(xml)
  if (typeof root === 'string') return fail(`not well-formed XML (${root}). An LMS refuses it. Correct it.`)
  const structure = standard === 'cmi5' ? cmi5(root, fail) : tincan(root, fail)
  if (structure.units.length === 0) return fail('nothing in it can be launched. Give an activity a launch file.')
  const twice = structure.units.find(({ id }, at) => structure.units.findIndex((one) => one.id === id) !== at)
  if (twice) return fail(`the id "${twice.id}" stands twice; expected each once (cmi5 §13.1). An LMS would take them for one.`)
  return structure
}

type Fail = (message: string) => never

function cmi5(root: Element, fail: Fail): Structure {
  const course = child(root, 'course')
  if (local(root.name) !== 'coursestructure' || course === null)
    return fail('no <courseStructure> with a <course>. Expected both (cmi5 §13).')
  const elements = all(root, 'au')
  const keys = keysOf(elements.map((element) => attribute(element, 'id')))
  const keyOf = (element: Element): string => keys[elements.indexOf(element)] ?? ''
  const units = elements.map((element): Unit => {
    const id = attribute(element, 'id')
    const moveOn = attribute(element, 'moveOn') || 'NotApplicable'
    const score = attribute(element, 'masteryScore')
    if (!MOVE_ON.some((one) => one === moveOn)) return fail(`moveOn of "${id}" is "${moveOn}"; expected ${MOVE_ON.join(', ')}.`)
    if (score !== '' && !(Number(score) >= 0 && Number(score) <= 1)) return fail(`masteryScore of "${id}" is "${score}"; expected 0 to 1.`)
    return {
      ...{ key: keyOf(element), id, title: langstring(child(element, 'title')) || id },
      ...address(text(child(element, 'url')), id, fail),
      moveOn: moveOn as MoveOn,
      mastery: score === '' ? null : Number(score),
      method: attribute(element, 'launchMethod') === 'OwnWindow' ? 'OwnWindow' : 'AnyWindow',
      parameters: text(child(element, 'launchParameters')),
      entitlement: text(child(element, 'entitlementKey')),
    }
  })
  const title = langstring(child(course, 'title')) || attribute(course, 'id')
  const blocks: readonly Block[] = [
    { id: attribute(course, 'id'), kind: 'course', title, units: keys },
    ...all(root, 'block').map((element): Block => {
      const name = langstring(child(element, 'title')) || attribute(element, 'id')
      return { id: attribute(element, 'id'), kind: 'block', title: name, units: all(element, 'au').map(keyOf) }
    }),
  ]
  return { standard: 'cmi5', title, units, blocks }
}

function tincan(root: Element, fail: Fail): Structure {
  const launched = all(root, 'activity').filter((element) => child(element, 'launch') !== null)
  const keys = keysOf(launched.map((element) => attribute(element, 'id')))
  const units = launched.map((element, at): Unit => {
    const id = attribute(element, 'id')
    return {
      ...{ key: keys[at] ?? '', id, title: text(child(element, 'name')) || id },
      ...address(text(child(element, 'launch')), id, fail),
      ...{ moveOn: 'NotApplicable', mastery: null, method: 'AnyWindow', parameters: '', entitlement: '' },
    }
  })
  return { standard: 'tincan', title: units[0]?.title ?? '', units, blocks: [] }
}

/** The end of the id where that tells them apart, else the place. */
function keysOf(ids: readonly string[]): readonly string[] {
  const ends = ids.map(
    (id) =>
      id
        .split(/[/#:]/)
        .at(-1)
        ?.replace(/[^A-Za-z0-9_-]/g, '') ?? '',
  )
  return new Set(ends).size === ends.length && !ends.includes('') ? ends : ids.map((_, at) => String(at + 1))
}

function address(url: string, id: string, fail: Fail): Pick<Unit, 'href' | 'query'> {
  if (url === '') return fail(`"${id}" has no address to launch. Give it one.`)
  if (/^[a-z][a-z0-9+.-]*:/i.test(url)) return fail(`"${id}" is launched at ${url}; the preview plays what is in the zip alone.`)
  const at = url.indexOf('?')
  return at < 0 ? { href: url, query: '' } : { href: url.slice(0, at), query: url.slice(at + 1) }
}

/** The first language that says something. */
const langstring = (element: Element | null): string =>
  element === null
    ? ''
    : (childrenOf(element)
        .map(text)
        .find((one) => one !== '') ?? text(element))
