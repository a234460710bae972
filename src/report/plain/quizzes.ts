/** How first attempts ended. */
import type { Fact } from '../facts'
import type { QuizRow } from '../tables'
import { deviation, distinct, groupBy, keyOf, known, median, sum } from './group'
import type { Scope } from './plain-tables'

export const quizzes = ({ at, terms, members, since, facts }: Scope, firsts: ReadonlyMap<string, Fact>): readonly QuizRow[] => {
  const mine = [...firsts.values()].filter(({ actor, time }) => members.has(actor) && time >= since)
  return [...groupBy(mine, ({ module }) => module)].map(([module, ends]) => {
    const scores = known(ends.map(({ score }) => score))
    return {
      ...at,
      module,
      n: scores.length,
      mean: sum(scores) / scores.length,
      median: median(scores) ?? 0,
      deviation: deviation(scores),
      passed: scores.filter((score) => score >= terms.passing - 1e-9).length,
      attempts: distinct(
        facts.filter((fact) => fact.verb === 'scored' && fact.module === module).map(({ actor, attempt }) => keyOf(actor, attempt ?? 0)),
      ),
    }
  })
}
