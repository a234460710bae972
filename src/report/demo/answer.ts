/** How somebody answers: by what they understand, by how hard the question is, and by which wrong answer lures. */
import type { Course } from '../../model/course'
import { correctPattern } from '../../model/grade'
import type { Question, Response } from '../../model/quiz'
import { dice, seedOf, type Dice } from './random'

/** The question whose wording leads the best astray: one of the first quiz. */
export const misleadingQuestion = (course: Course): string | undefined => {
  const first = course.modules.find(({ quiz }) => quiz)
  return first?.quiz?.questions.filter(({ kind }) => kind === 'choice')[1]?.id
}

export const answer = (question: Question, ability: number, seed: number, misleads: boolean, { roll, chance, pick }: Dice): Response => {
  const of = dice(seedOf(question.id, seed))
  const difficulty = of.normal(-1, 0.9)
  const isListed = 'options' in question && question.kind !== 'several'
  const guess = isListed ? 1 / question.options.length : 0
  const knows = guess + (1 - guess) / (1 + Math.exp(-1.5 * (ability - difficulty)))
  if (misleads && isListed) {
    const lured = 0.2 + 0.35 / (1 + Math.exp(-2.5 * (ability - 0.2)))
    const wrong = question.options.filter(({ id }) => id !== question.right)
    if (chance(lured)) return { kind: 'choice', option: wrong[0]?.id ?? question.right }
    if (chance(0.62)) return { kind: 'choice', option: question.right }
    return { kind: 'choice', option: pick(wrong).id }
  }
  return chance(knows) ? rightAnswer(question) : wrongAnswer(question, of, { roll, chance, pick })
}

export const rightAnswer = (question: Question): Response => {
  const right = correctPattern(question)
  if (right.kind === 'number') return { kind: 'number', value: Math.round((right.min + right.max) / 2) }
  if (right.kind === 'text') return { kind: 'text', text: right.accept[0] ?? '' }
  return right
}

/** `of` rolls the same for everybody: some wrong answers are more likely than others. */
const wrongAnswer = (question: Question, of: Dice, { roll, chance, pick }: Pick<Dice, 'roll' | 'chance' | 'pick'>): Response => {
  switch (question.kind) {
    case 'several': {
      const odd = pick(question.options, (_, i) => 1 / (i + 1)).id
      const without = question.right.filter((id) => id !== odd)
      const options = question.right.includes(odd) && without.length > 0 ? without : [...new Set([...question.right, odd])]
      // Where the odd one is the only right one, another comes with it.
      const other = question.options.find(({ id }) => !options.includes(id))?.id
      const same = options.length === question.right.length && options.every((id) => question.right.includes(id))
      return { kind: 'several', options: [...options, ...(same && other ? [other] : [])].sort() }
    }
    case 'order': {
      const items = question.items.map(({ id }) => id)
      const at = Math.min(items.length - 2, Math.floor(roll() ** 2 * (items.length - 1)))
      return { kind: 'order', items: items.map((id, i) => (i === at ? items[at + 1]! : i === at + 1 ? items[at]! : id)) }
    }
    case 'match': {
      const [a, b] = question.right
      const swapped = question.right.map((pair, i) =>
        i === 0 && b ? ([pair[0], b[1]] as const) : i === 1 && a ? ([pair[0], a[1]] as const) : pair,
      )
      const other = question.targets.find(({ id }) => id !== a?.[1])?.id ?? ''
      return {
        kind: 'match',
        pairs: a?.[1] === b?.[1] ? question.right.map((pair, i) => (i === 0 ? ([pair[0], other] as const) : pair)) : swapped,
      }
    }
    case 'number': {
      const off = (question.max - question.min || Math.abs(question.max) || 10) * 0.5
      return { kind: 'number', value: Math.round(chance(0.6) ? question.max + off + 1 : question.min - off - 1) }
    }
    case 'text':
      return { kind: 'text', text: pick(['no idea', 'offer', 'sdp', 'answer'], () => of.roll()) }
    default: {
      const wrong = question.options.filter(({ id }) => id !== question.right)
      return { kind: 'choice', option: pick(wrong, () => of.roll() ** 2).id }
    }
  }
}
