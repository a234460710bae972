/** Values as Moodle's pages hold them: numbers where a range made one of the text, and a count for every collection. */
import type { Cmi } from '../../types'

export type Value = string | number
export type Model = Map<string, Value>

/** `cmi.interactions.3.id` is tried by the rules of `cmi.interactions.n.id` (CMIIndex, `[._](\d+).`). */
export const general = (element: string): string => element.replace(/[._]\d+\./g, '.n.')

/** How many records a collection has; undefined where there is no such collection. */
export function countOf(model: Model, collection: string): number | undefined {
  const count = model.get(`${collection}._count`)
  return count === undefined ? undefined : Number(count)
}

/** What an earlier session left of interactions, objectives and comments, with their counts (locallib.php, reconstitute_array_element). */
export function restore(model: Model, cmi: Cmi): void {
  for (const [element, value] of Object.entries(cmi)) {
    if (general(element) === element) continue
    model.set(element, value)
    for (const match of element.matchAll(/\.(\d+)\./g)) {
      const collection = element.slice(0, match.index)
      model.set(`${collection}._count`, Math.max(countOf(model, collection) ?? 0, Number(match[1]) + 1))
    }
    const record = /^cmi\.interactions\.\d+/.exec(element)?.[0]
    if (record === undefined) continue
    for (const inner of ['objectives', 'correct_responses']) {
      if (countOf(model, `${record}.${inner}`) === undefined) model.set(`${record}.${inner}._count`, 0)
    }
  }
}

/** The order in which CollectData meets the parts of a commit: objects first, as their creation in `initdatamodel` has it. */
export function inOrder(fields: readonly (readonly [element: string, value: Value])[], parts: readonly string[]): Cmi {
  const rank = (element: string): number => {
    const at = parts.findIndex((part) => element.startsWith(`${part}.`))
    return at < 0 ? parts.length : at
  }
  const sorted = fields.map(([element, value]) => [element, String(value)] as const).sort(([a], [b]) => rank(a) - rank(b))
  return Object.fromEntries(sorted)
}

export const filled = (model: Model): Cmi =>
  Object.fromEntries(
    [...model].flatMap(([element, value]) =>
      value === '' || /\._(count|children|version)$/.test(element) ? [] : [[element, String(value)]],
    ),
  )
