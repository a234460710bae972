/** A small picture beside each first line: the finding at a glance, the numbers in the line. */
import type { Element } from 'hast'
import type { Funnel, Item, PredictionFigures, Stop } from '../../figures'
import { dot, drawing, rect, word } from '../draw'
import { el, type Child } from '../node'
import { pictureId, type View } from '../view'

const ROW = 17
/** More dots than this are a grey field. */
const MOST_DOTS = 240
const DOTS_IN_ROW = 22

/** What the best chose: the lure beside the key. */
export const choicesPicture = ({ choices, verdict }: Item): Child => {
  const shown = choices.filter(({ key }) => key.length === 1).slice(0, 6)
  if (!shown.length) return null
  return drawing(
    shown.length * ROW,
    shown.map(({ key, right, top, all }, i) => {
      const share = top ?? all
      const ink = right ? 'ink' : verdict.kind === 'misleads' && verdict.key === key ? 'stopped' : 'light'
      return [
        word(0, i * ROW + 12.5, key.toUpperCase(), 'count'),
        rect(0.09, 0.09 + share * 0.7, i * ROW + 3, 11, ink),
        right ? word(0.09 + share * 0.7, i * ROW + 12.5, 'right', '', { transform: 'translate(6 0)' }) : null,
      ]
    }),
  )
}

export const screenPicture = (view: View, { module, screen }: Stop): Child =>
  view.hasPicture(module, screen)
    ? el('svg', { class: 'thumb', viewBox: '0 0 1280 640', 'aria-hidden': 'true' }, el('use', { href: `#${pictureId(module, screen)}` }))
    : null

/** A dot a person: filled who tries, open who is away. */
export const peoplePicture = (now: number, away: number): Child => {
  const all = now + away
  if (!all || all > MOST_DOTS) return null
  const rows = Math.ceil(all / DOTS_IN_ROW)
  return drawing(
    rows * 10,
    Array.from({ length: all }, (_, i): Element =>
      dot(((i % DOTS_IN_ROW) + 0.4) / DOTS_IN_ROW, Math.floor(i / DOTS_IN_ROW) * 10 + 5, 3.2, i < now ? 'alarm' : 'faint'),
    ),
  )
}

export const roadPicture = ({ started, finished, notStarted }: Funnel): Child => {
  const all = started + (notStarted ?? 0) || 1
  return drawing(16, rect(0, 1, 7, 2, 'groove'), rect(0, started / all, 1, 14, 'light'), rect(0, finished / all, 1, 14, 'ink'))
}

export const sharePicture = ({ share }: PredictionFigures): Child => drawing(16, rect(0, 1, 7, 2, 'groove'), rect(0, share, 1, 14, 'ink'))
