/** Interactions as a table: what a trainer's report will show. */
import { h, table } from '../dom'
import type { Cmi } from '../../types'
import type { Source } from './inspector'
import type { Look } from './tabs'

interface Answer {
  readonly index: number
  readonly of: (name: string) => string
}

export function createAnswers(source: Source): Look {
  const place = h('div')
  const element = h('div', {}, place)
  let before = ''
  const draw = (): void => {
    const cmi = source.values()
    const answers = readAnswers(cmi)
    const rows = answers.map(({ index, of }) => [
      String(index),
      code(of('id')),
      of('type'),
      code(of('learner_response') || of('student_response')),
      code(of('correct_responses.0.pattern')),
      of('result'),
      of('latency'),
    ])
    const key = JSON.stringify(answers.map(({ index }) => index)) + JSON.stringify(rows.map((row) => row.map(text)))
    if (key === before && place.hasChildNodes()) return
    before = key
    const heads = ['n', 'Question', 'Type', 'Response', 'Right', 'Result', 'Took']
    place.replaceChildren(
      rows.length === 0
        ? h('p', { class: 'none' }, 'No answer was recorded yet: the content has set no cmi.interactions.')
        : h('div', { class: 'answers' }, table(heads, rows, 'Interactions')),
    )
  }
  return { id: 'answers', name: 'Answers', element, draw }
}

const code = (value: string): HTMLElement => h('span', { class: 'code' }, value)
const text = (child: HTMLElement | string): string => (typeof child === 'string' ? child : (child.textContent ?? ''))

function readAnswers(cmi: Cmi): readonly Answer[] {
  const indices = Object.keys(cmi).flatMap((element) => /^cmi\.interactions\.(\d+)\./.exec(element)?.[1] ?? [])
  return [...new Set(indices)]
    .map(Number)
    .sort((a, b) => a - b)
    .map((index) => ({ index, of: (name: string) => cmi[`cmi.interactions.${index}.${name}`] ?? '' }))
}
