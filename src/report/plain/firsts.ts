/** First attempts: of every learner and question the first answer of the quiz's first attempt, and how that attempt ended. */
import type { Fact } from '../facts'
import { groupBy, keyOf } from './group'
import { earliestFirst } from './people'

export interface FirstAnswer {
  readonly fact: Fact
  /** The attempt came to its end: only then is its score one. */
  readonly ended: boolean
}

/** By learner and module: when and how the first attempt ended. A fresh start counts from 1 again; the first first attempt is meant. */
export const firstScores = (facts: readonly Fact[]): ReadonlyMap<string, Fact> =>
  new Map(
    [
      ...groupBy(
        facts.filter(({ verb, object, attempt }) => verb === 'scored' && object === 'quiz' && attempt === 1),
        ({ actor, module }) => keyOf(actor, module),
      ),
    ].map(([key, theirs]) => [key, [...theirs].sort(earliestFirst)[0]!]),
  )

export const firstAnswers = (facts: readonly Fact[]): readonly FirstAnswer[] => {
  const scores = firstScores(facts)
  const ofFirst = facts.filter(({ verb, object, attempt, actor, module, time }) => {
    const end = scores.get(keyOf(actor, module))
    return verb === 'answered' && object === 'question' && attempt === 1 && (!end || time <= end.time)
  })
  return [...groupBy(ofFirst, ({ actor, module, item }) => keyOf(actor, module, item)).values()].map((answers) => {
    const fact = [...answers].sort(earliestFirst)[0]!
    return { fact, ended: scores.has(keyOf(fact.actor, fact.module)) }
  })
}
