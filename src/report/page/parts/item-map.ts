/** Every question as a dot: how many have it right, against whether it tells who knows. What needs a look lies left, or low, and is called by its rank. */
import type { Element } from 'hast'
import type { Item } from '../../figures'
import { axis, dot, drawing, line, word } from '../draw'
import { el } from '../node'
import { number } from '../say'

const HEIGHT = 240
/** Discrimination at the lower edge, and at the upper where no question has more. */
const LEAST = -40
const ENOUGH = 60
/** As verdict.ts has them. */
const BLIND = 20

export const itemMap = (all: readonly Item[], isAlarming: (item: Item) => boolean): Element => {
  const known = all.flatMap((item, i) => (item.discrimination === null ? [] : [{ item, rank: i + 1, d: item.discrimination }]))
  const top = Math.max(ENOUGH, ...known.map(({ d }) => Math.ceil(d / 20) * 20))
  const y = (d: number): number => 16 + ((top - Math.max(LEAST, d)) / (top - LEAST)) * (HEIGHT - 16)
  const level = (d: number) => [
    line(0, y(d), 1, y(d), d === 0 ? 'axis' : 'hair'),
    word(0, y(d) - 4, d === top ? `${number(d)} discrimination` : number(d), 'tick'),
  ]
  const named = known.filter(({ item }) => isAlarming(item))
  return el(
    'div',
    { class: 'map' },
    drawing(
      HEIGHT,
      [top, BLIND, 0].map(level),
      known
        .filter((one) => !named.includes(one))
        .map(({ item, d }) => dot(item.facility, y(d), 4, item.verdict.kind === 'few' ? 'faint' : 'open')),
      named.map(({ item, d, rank }) => [
        dot(item.facility, y(d), 5, 'alarm'),
        word(item.facility, y(d) + 4.5, rank, 'count', { 'text-anchor': 'end', transform: 'translate(-9 0)' }),
      ]),
    ),
    axis([
      [0, '0 % right'],
      [0.25, '25'],
      [0.5, '50'],
      [0.75, '75'],
      [1, '100 %'],
    ]),
  )
}
