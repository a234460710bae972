/**
 * Every screen as it looks when it ends, as a symbol that tables show by `<use>`: each picture lies in the page once. What can't be seen in it is left out, and
 * coordinates keep whole units, of which a thumbnail draws six to a pixel.
 */
import type { Element } from 'hast'
import type { Course, Screen } from '../../src/model/course'
import type { FrameNode, Link } from '../../src/model/scene'
import { el } from '../../src/report/page/node'
import { pictureId } from '../../src/report/page/view'
import { frameAt } from '../../src/scene/frame-at'

export const thumbnails = ({ modules }: Course): readonly Element[] =>
  modules.flatMap(({ number, screens }) => screens.map((screen) => symbol(pictureId(number, screen.id), screen)))

const symbol = (id: string, { stage, beats }: Screen): Element => {
  const last = beats[beats.length - 1]
  const { width, height, nodes } = frameAt(stage.wide, last ? last.start + last.length : 0)
  const children = (of: number | undefined): readonly Element[] =>
    nodes.flatMap((now, i) => (now.node.in !== of || now.o <= 0.02 ? [] : [drawn(now, now.node.kind === 'region' ? children(i) : [])]))
  // Styles of the stage reach a picture that is used elsewhere only from within it.
  return el('symbol', { id, viewBox: `0 0 ${width} ${height}` }, el('g', { class: 'stage' }, children(undefined)))
}

const drawn = (now: FrameNode, children: readonly Element[]): Element => {
  const { node, x, y, s, o, c } = now
  const flip = 'flip' in node ? -1 : 1
  const turn = 'rot' in node && node.rot ? `rotate(${round(node.rot)})` : ''
  const move = x || y ? `translate(${round(x)} ${round(y)})` : ''
  const scale = s !== 1 || flip < 0 ? `scale(${fine(s * flip)} ${fine(s)})` : ''
  const common = (own: string) => ({
    transform: `${move}${turn}${scale}` || null,
    opacity: o < 1 ? fine(o) : null,
    class: [own, c].filter(Boolean).join(' ') || null,
  })
  switch (node.kind) {
    case 'region':
      return el('g', common(''), children)
    case 'box':
      return el('rect', { width: round(node.w), height: round(node.h), rx: node.r, ...common('box') })
    case 'path':
      return el('path', { d: node.d.replace(/-?\d+\.\d+/g, (n) => String(round(Number(n)))), ...common('path') })
    case 'token':
      return el('use', { href: `#${node.use}`, ...common('') })
    case 'link':
      return link(node, now, common('link'))
    case 'label':
      return el(
        'text',
        { 'font-size': node.size, 'text-anchor': node.anchor === 'start' ? null : node.anchor, ...common('') },
        node.runs.map(({ t, c: style }, i) =>
          style ? el('tspan', { class: style }, i === 0 ? (now.t ?? t) : t) : i === 0 ? (now.t ?? t) : t,
        ),
      )
  }
}

/** Two strokes, the lower first, as the player draws them. */
const strokes: Readonly<Partial<Record<Link['line'], readonly string[]>>> = {
  data: ['data', 'beads'],
  dtls: ['dtls', 'dtls-core'],
  hatched: ['hatched', 'hatched-core'],
}

const link = ({ points, line }: Link, { draw }: FrameNode, attributes: Parameters<typeof el>[1]): Element => {
  const d = cut(points, draw)
    .map(([x, y], i) => `${i ? 'L' : 'M'}${round(x)} ${round(y)}`)
    .join('')
  return el('g', attributes, d ? (strokes[line] ?? [line]).map((name) => el('path', { class: `wire ${name}`, d })) : [])
}

const cut = (points: Link['points'], share: number): Link['points'] => {
  if (share >= 1) return points
  const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - points[i]![0], y - points[i]![1]))
  let left = share * lengths.reduce((sum, one) => sum + one, 0)
  const kept: (readonly [number, number])[] = left > 0 ? points.slice(0, 1).map(([x, y]) => [x, y]) : []
  for (const [i, length] of lengths.entries()) {
    if (left <= 0) break
    const part = Math.min(1, left / length)
    const [[x0, y0], [x1, y1]] = [points[i]!, points[i + 1]!]
    kept.push([x0 + (x1 - x0) * part, y0 + (y1 - y0) * part])
    left -= length
  }
  return kept
}

const round = (n: number): number => Math.round(n)
const fine = (n: number): number => Math.round(n * 100) / 100
