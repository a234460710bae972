/** A row of the item analysis with its words and its verdict. */
import type { Choice, Item } from '../figures'
import type { ChoiceRow, ItemRow } from '../tables'
import { verdictOf, verdictText } from '../verdict'
import type { Asked } from './course-info'

/** Of answers that are not choices. */
const MOST_ANSWERS = 8

export const item = (row: ItemRow, answers: readonly ChoiceRow[], asked: Asked | undefined, isRight: (key: string) => boolean): Item => {
  const { module, question, version, n, third, discrimination, median } = row
  const current = asked?.version === version
  const choices = choicesOf(row, answers, current ? asked : undefined, isRight)
  const facility = n ? row.right / n : 0
  const isChoice = current && ['choice', 'several', 'hotspot', 'line'].includes(asked.kind)
  const verdict = verdictOf({ n, facility, discrimination, median, third, isChoice, choices })
  return {
    module,
    question,
    version,
    current,
    kind: current ? asked.kind : '',
    asks: asked?.asks ?? question,
    screen: asked?.screen ?? '',
    n,
    facility,
    discrimination,
    median,
    third,
    choices,
    verdict,
    says: verdictText(verdict),
  }
}

const choicesOf = (
  { n, third }: ItemRow,
  answers: readonly ChoiceRow[],
  asked: Asked | undefined,
  isRight: (key: string) => boolean,
): readonly Choice[] => {
  const choice = (key: string, text: string, right: boolean): Choice => {
    const of = answers.find((one) => one.key === key)
    const share = (some: number | undefined): number | null => (third ? (some ?? 0) / third : null)
    return { key, text, right, n: of?.n ?? 0, all: n ? (of?.n ?? 0) / n : 0, top: share(of?.top), bottom: share(of?.bottom) }
  }
  const written = asked?.options ?? []
  const isSet = asked && asked.kind !== 'order' && written.length > 0
  const known = written
    .map(({ key, text, right }) => choice(key, text, right))
    // A match has many pairs that nobody makes and nobody asks about.
    .filter(({ n: chosen, right }) => asked?.kind !== 'match' || chosen > 0 || right)
  const others = answers
    .filter(({ key }) => !written.some((one) => one.key === key))
    .sort((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1))
    .map(({ key }) => choice(key, '', isRight(key)))
  return [...known, ...others.slice(0, isSet ? others.length : MOST_ANSWERS)]
}
