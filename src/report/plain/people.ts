/** Who there is, and in which cohort. */
import type { Fact } from '../facts'
import type { LearnerRow } from '../tables'
import { LONGEST_VISIT, OFF_ROSTER, type Terms } from '../terms'
import { groupBy, sum } from './group'

export const earliestFirst = (a: Fact, b: Fact): number => a.time - b.time || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** What a fact adds to the time spent. Time of predictions is within that of their screens. */
export const spentOf = ({ verb, object, visible, duration }: Fact): number => {
  const ms = verb === 'experienced' ? (visible ?? duration ?? 0) : verb === 'answered' && object === 'question' ? (duration ?? 0) : 0
  return Math.min(ms, LONGEST_VISIT)
}

export const learners = (facts: readonly Fact[], { roster }: Terms): readonly LearnerRow[] => {
  const people = new Map((roster ?? []).map((person) => [person.actor, person]))
  const seen = [...groupBy(facts, ({ actor }) => actor)].map(([actor, theirs]): LearnerRow => {
    const inOrder = [...theirs].sort(earliestFirst)
    const [first, last] = [inOrder[0]?.time ?? 0, inOrder.at(-1)?.time ?? 0]
    const person = people.get(actor)
    return {
      actor,
      label: person?.label || (labelOf(theirs) ?? ''),
      cohort: roster ? (person?.cohort ?? OFF_ROSTER) : new Date(first).toISOString().slice(0, 7),
      first,
      last,
      statements: theirs.length,
      spent: sum(theirs.map(spentOf)),
    }
  })
  const missing = [...people.values()].filter(({ actor }) => !seen.some((one) => one.actor === actor))
  return [
    ...seen,
    ...missing.map(({ actor, label, cohort }) => ({ actor, label, cohort, first: null, last: null, statements: 0, spent: 0 })),
  ]
}

/** The last that was said; of two at the same moment the later by alphabet. */
const labelOf = (theirs: readonly Fact[]): string | undefined =>
  theirs
    .filter(({ label }) => label !== '')
    .sort((a, b) => a.time - b.time || (a.label < b.label ? -1 : 1))
    .at(-1)?.label
