/** Gives slot numbers out. Append-only: an id keeps its number when it leaves the text, and no number is given twice. */
import type { ModuleText } from './1-read/read'
import { noSlots, sorts, type Slots, type Sort } from './1-read/read-slots'

/** The same slots, with the next free numbers for ids that have none, in the order of the text. */
export function assignSlots({ screenplay, quiz, slots }: Pick<ModuleText, 'screenplay' | 'quiz' | 'slots'>): Slots {
  const ids: { readonly [S in Sort]: readonly string[] } = {
    screens: screenplay.screens.map(({ id }) => id),
    predictions: screenplay.screens.flatMap(({ beats }) => beats.flatMap(({ ask }) => (ask ? [ask.id] : []))),
    questions: (quiz?.questions ?? []).map(({ question }) => question.id),
    goals: [],
  }
  const given = slots ?? noSlots
  return Object.fromEntries(sorts.map((sort) => [sort, appended(given[sort], ids[sort])])) as Slots
}

function appended(given: { readonly [id: string]: number }, ids: readonly string[]): { readonly [id: string]: number } {
  const all = new Map(Object.entries(given).sort(([, a], [, b]) => a - b))
  let next = 1 + Math.max(-1, ...all.values())
  for (const id of ids) if (!all.has(id)) all.set(id, next++)
  return Object.fromEntries(all)
}

/** The ids that `to` has and `from` has not, as `screen no-picture`. */
export function newIds(from: Slots | null, to: Slots): readonly string[] {
  return sorts.flatMap((sort) =>
    Object.keys(to[sort])
      .filter((id) => !Object.hasOwn(from?.[sort] ?? {}, id))
      .map((id) => `${sort.slice(0, -1)} ${id}`),
  )
}

export const slotsText = (slots: Slots): string => `${JSON.stringify(slots, null, 2)}\n`
