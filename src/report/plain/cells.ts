/** How far each learner is in each module they began. */
import type { Fact } from '../facts'
import type { CellRow } from '../tables'
import { distinct, groupBy, keyOf, known, sum } from './group'
import { earliestFirst, spentOf } from './people'

export const cells = (facts: readonly Fact[]): readonly CellRow[] =>
  [
    ...groupBy(
      facts.filter(({ module }) => module > 0),
      ({ actor, module }) => keyOf(actor, module),
    ).values(),
  ].map((theirs): CellRow => {
    const inOrder = [...theirs].sort(earliestFirst)
    const first = inOrder[0]!
    const places = theirs.filter(isPlace).sort((a, b) => a.time - b.time || (placeOf(a) < placeOf(b) ? -1 : 1))
    const place = places.at(-1)
    return {
      actor: first.actor,
      module: first.module,
      status: theirs.some(({ verb }) => verb === 'passed')
        ? 'passed'
        : theirs.some(({ verb }) => verb === 'completed')
          ? 'finished'
          : 'started',
      progress: most(theirs.map(({ progress }) => progress)),
      best: most(theirs.map(({ verb, score }) => (verb === 'scored' || verb === 'passed' || verb === 'failed' ? score : null))),
      attempts: most(theirs.map(({ object, attempt }) => (object === 'question' || object === 'quiz' ? attempt : null))) ?? 0,
      spent: sum(theirs.map(spentOf)),
      first: first.time,
      last: inOrder.at(-1)!.time,
      screens: distinct(theirs.filter(({ verb }) => verb === 'experienced').map(({ item }) => item)),
      place: place ? placeOf(place) : null,
    }
  })

/** Where somebody was, is said by a screen that was left and by whatever the quiz says. */
export const isPlace = ({ verb, object }: Fact): boolean =>
  verb === 'experienced' || verb === 'scored' || (verb === 'answered' && object === 'question')
/** '' is the quiz. */
export const placeOf = ({ verb, item }: Fact): string => (verb === 'experienced' ? item : '')

const most = (numbers: readonly (number | null)[]): number | null => {
  const some = known(numbers)
  return some.length ? some.reduce((a, b) => Math.max(a, b)) : null
}
