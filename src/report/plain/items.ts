/** Item analysis, with Moodle's formulas (question/classes/statistics/questions/calculator.php), of first attempts. */
import type { Fact } from '../facts'
import type { ChoiceRow, ItemRow } from '../tables'
import type { FirstAnswer } from './firsts'
import { correlation, groupBy, keyOf, known, median } from './group'
import type { Scope } from './plain-tables'

interface Analysed {
  readonly answers: readonly FirstAnswer[]
  readonly ranked: number
  readonly third: number
  readonly top: readonly Fact[]
  readonly bottom: readonly Fact[]
  readonly discrimination: number | null
}

export const items = (scope: Scope, firsts: readonly FirstAnswer[]): readonly ItemRow[] =>
  analysed(scope, firsts).map(({ answers, ranked, third, top, bottom, discrimination }) => ({
    ...scope.at,
    ...questionOf(answers),
    n: answers.length,
    right: answers.filter(({ fact }) => fact.success).length,
    ranked,
    third,
    top: top.filter(({ success }) => success).length,
    bottom: bottom.filter(({ success }) => success).length,
    discrimination,
    median: median(known(answers.map(({ fact }) => fact.duration))),
  }))

export const choices = (scope: Scope, firsts: readonly FirstAnswer[]): readonly ChoiceRow[] =>
  analysed(scope, firsts).flatMap(({ answers, top, bottom }) => {
    const all = answers.map(({ fact }) => fact)
    const keys = new Set(all.flatMap(chosen))
    const count = (some: readonly Fact[], key: string): number => some.filter((fact) => chosen(fact).includes(key)).length
    return [...keys].map((key) => ({
      ...scope.at,
      ...questionOf(answers),
      key,
      n: count(all, key),
      top: count(top, key),
      bottom: count(bottom, key),
    }))
  })

/** Sets fall into their options; whatever else was answered is one thing. */
export const chosen = ({ interaction, response }: Fact): readonly string[] =>
  interaction === 'choice' || interaction === 'matching' ? [...new Set((response ?? '').split('[,]'))] : [response ?? '']

const questionOf = (answers: readonly FirstAnswer[]): Pick<ItemRow, 'module' | 'question' | 'version'> => {
  const { module, item, version } = answers[0]!.fact
  return { module, question: item, version: version ?? 0 }
}

const analysed = ({ members, since }: Scope, firsts: readonly FirstAnswer[]): readonly Analysed[] => {
  const mine = firsts.filter(({ fact }) => members.has(fact.actor) && fact.time >= since)
  const ability = groupBy(mine, ({ fact }) => fact.actor)
  const attempts = groupBy(
    mine.filter(({ ended }) => ended),
    ({ fact }) => keyOf(fact.actor, fact.module),
  )
  return [...groupBy(mine, ({ fact }) => keyOf(fact.module, fact.item, fact.version ?? 0)).values()].map((answers) => {
    const ranked = answers
      .flatMap(({ fact }) => {
        const others = ability.get(fact.actor) ?? []
        return others.length > 1 ? [{ fact, rest: (right(others) - Number(fact.success)) / (others.length - 1) }] : []
      })
      .sort((a, b) => b.rest - a.rest || (a.fact.actor < b.fact.actor ? -1 : 1))
      .map(({ fact }) => fact)
    const third = Math.floor(ranked.length / 3)
    const pairs = answers
      .filter(({ ended }) => ended)
      .map(({ fact }) => {
        const mark = Number(fact.success)
        return [mark, right(attempts.get(keyOf(fact.actor, fact.module)) ?? []) - mark] as const
      })
    const r = correlation(pairs)
    return {
      answers,
      ranked: ranked.length,
      third,
      top: ranked.slice(0, third),
      bottom: ranked.slice(ranked.length - third),
      discrimination: r === null ? null : 100 * r,
    }
  })
}

const right = (answers: readonly FirstAnswer[]): number => answers.filter(({ fact }) => fact.success).length
