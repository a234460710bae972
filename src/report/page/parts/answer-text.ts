/** An answer in words. Of an order, the course tells the words of the right one alone: others are told by how they differ from it. */
import type { Choice, Item } from '../../figures'
import { quoted, shortened } from '../say'

const LONGEST = 160

export const answerText = (item: Item, { key, text }: Choice): string => {
  if (text !== '') return text
  if (key === '') return '(nothing)'
  return item.kind === 'order' ? orderText(item, key) : shortened(key.split('[,]').join(', '), LONGEST)
}

const orderText = ({ choices }: Item, key: string): string => {
  const right = choices.find((one) => one.right)
  const [order, words, given] = [right?.key.split('[,]') ?? [], right?.text.split(' → ') ?? [], key.split('[,]')]
  const word = (id: string): string => shortened(words.length === order.length ? (words[order.indexOf(id)] ?? id) : id, 40)
  const apart = given.flatMap((id, i) => (id === order[i] ? [] : [id]))
  if (given.length === order.length && apart.length === 2) return `${apart.map((id) => quoted(word(id), 60)).join(' and ')} changed places`
  return given.map(word).join(' → ')
}
