/** What was guessed before it was told, and the goals of labs: of each learner the first time. */
import type { Fact } from '../facts'
import type { GoalRow, GuessRow, PredictionRow } from '../tables'
import { groupBy, keyOf, known, median } from './group'
import { chosen } from './items'
import { earliestFirst } from './people'
import type { Scope } from './plain-tables'

const ofPrediction = (scope: Scope): readonly (readonly Fact[])[] =>
  byItem(scope, ({ verb, object }) => object === 'prediction' && (verb === 'answered' || verb === 'skipped'))

export const predictions = (scope: Scope): readonly PredictionRow[] =>
  ofPrediction(scope).map((all) => {
    const made = all.filter(({ verb }) => verb === 'answered')
    return {
      ...scope.at,
      module: all[0]!.module,
      prediction: all[0]!.item,
      n: made.length,
      wrong: made.filter(({ success }) => !success).length,
      skipped: all.length - made.length,
      median: median(known(made.map(({ duration }) => duration))),
    }
  })

export const guesses = (scope: Scope): readonly GuessRow[] =>
  ofPrediction(scope).flatMap((all) => {
    const made = all.filter(({ verb }) => verb === 'answered')
    return [...new Set(made.flatMap(chosen))].map((key) => ({
      ...scope.at,
      module: all[0]!.module,
      prediction: all[0]!.item,
      key,
      n: made.filter((fact) => chosen(fact).includes(key)).length,
    }))
  })

export const goals = (scope: Scope): readonly GoalRow[] =>
  byItem(scope, ({ verb }) => verb === 'achieved').map((all) => ({
    ...scope.at,
    module: all[0]!.module,
    goal: all[0]!.item,
    reached: all.length,
    median: median(known(all.map(({ visible, duration }) => visible ?? duration))),
  }))

/** The first of each learner, ever, where it fell into the period. */
const byItem = ({ ever, since }: Scope, is: (fact: Fact) => boolean): readonly (readonly Fact[])[] => {
  const firsts = [...groupBy(ever.filter(is), ({ actor, module, item }) => keyOf(actor, module, item)).values()]
    .map((all) => [...all].sort(earliestFirst)[0]!)
    .filter(({ time }) => time >= since)
  return [...groupBy(firsts, ({ module, item }) => keyOf(module, item)).values()]
}
