/** What is written about a packet once its trail has its place: the reason of a loss, the message, its number in the beat. */
import type { Point, Rect } from '../geometry'
import { plainOf } from '../text'
import type { TicketText } from '../ticket'
import { LOSS } from '../timing'
import { lineOf, type PacketJob } from './packet'
import { lengthOf, upTo } from './ways'

/** Whether words stand at the height of their cross, so that their leader is level. */
const isLevel = (y: number, { y: top, h }: Rect): boolean => Math.abs(top + h / 2 - y) < 20

/** The part of a leader from a cross to its words that could cross something: its upright, or all of it where it is level. */
function legOf(x: number, y: number, words: Rect): Rect {
  if (isLevel(y, words))
    return words.x > x
      ? { x: x + 22, y: y - 2, w: Math.max(0, words.x - x - 24), h: 4 }
      : { x: words.x + words.w, y: y - 2, w: Math.max(0, x - 22 - words.x - words.w), h: 4 }
  return words.y > y
    ? { x: x - 2, y: y + 22, w: 4, h: Math.max(0, words.y - y - 24) }
    : { x: x - 2, y: words.y + words.h, w: 4, h: Math.max(0, y - 22 - words.y - words.h) }
}

/** The red cross, and the reason in words beside it. */
export function refuse(job: PacketJob, [x, y]: Point): void {
  const { canvas, cue } = job
  const at = cue.end - LOSS
  const node = canvas.token('cross', { in: job.layers.packets, x, y, o: 0 })
  canvas.key(node, 'o', at, 200, 1)
  canvas.key(node, 'o', cue.until, 250, 0)
  canvas.claim({ x: x - 20, y: y - 20, w: 40, h: 40 }, [cue.start, cue.until])
  const text = cue.direction.args.why
  const runs = [{ t: typeof text === 'string' ? text : 'dropped' }]
  const w = canvas.widthOf(runs, canvas.size, 'mid')
  const h = canvas.size * 1.25
  const across = job.layout.along === 'y'
  const at2 = (cx: number, cy: number): Rect => ({ x: cx - w / 2, y: cy - h / 2, w, h })
  const beside = [30, 24, 60, 110, 150].flatMap((d) => [
    at2(x + d + w / 2, y),
    at2(x - d - w / 2, y),
    at2(x + d + w / 2, y + 34),
    at2(x + d + w / 2, y - 34),
    at2(x - d - w / 2, y + 34),
    at2(x - d - w / 2, y - 34),
  ])
  const below = [70, 80, 88, 100, 60, 120, 140].flatMap((d) => [
    at2(x - w / 2 + 10, y + d),
    at2(x + w / 2 - 10, y + d),
    at2(x - w / 2 + 10, y - d),
    at2(x + w / 2 - 10, y - d),
    at2(x, y + d),
  ])
  const all = across ? [...beside, ...below] : [...below, ...beside]
  // Best is a place whose leader line crosses nothing either.
  const clear = all.filter(
    (r) =>
      canvas.holds(r) && canvas.isFree(r, [cue.start, cue.until]) && canvas.isFree(legOf(x, y, r), [cue.start, cue.until], -2, 'badge'),
  )
  const rect = canvas.settle(clear.length ? clear : all, [cue.start, cue.until])
  const middle = rect.y + rect.h / 2
  const level = isLevel(y, rect)
  const toward = Math.min(Math.max(x, rect.x + 10), rect.x + rect.w - 10)
  const line = level
    ? `M${x + (rect.x > x ? 18 : -18)} ${y}H${rect.x > x ? rect.x - 6 : rect.x + rect.w + 6}`
    : `M${x} ${y + (middle > y ? 18 : -18)}V${middle > y ? rect.y - 2 : rect.y + rect.h + 2}${toward === x ? '' : `H${toward}`}`
  const leader = canvas.path(line, { in: job.layers.packets, c: 'lead s', o: 0 })
  const label = canvas.label(runs, { in: job.layers.packets, c: 'mid cs', x: rect.x, y: rect.y + canvas.size, o: 0 })
  for (const n of [leader, label]) {
    canvas.key(n, 'o', at + 120, 200, 1)
    canvas.key(n, 'o', cue.until, 250, 0)
  }
}

export function arrowHead(job: PacketJob, ends: readonly Point[]): void {
  const { canvas, cue } = job
  const [a, b] = [ends.at(-2) as Point, ends.at(-1) as Point]
  const rot = (Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI
  const node = canvas.path(
    'M-15-8L0 0L-15 8',
    { in: job.layers.lines, c: `arrow l-${lineOf(cue)}`, x: b[0], y: b[1], o: 0 },
    Math.round(rot),
  )
  canvas.key(node, 'o', cue.end - 120, 120, 1)
  canvas.key(node, 'o', cue.until, 250, 0)
}

/** What travelled stays written beside its trail. */
export function trailLabel(job: PacketJob, text: TicketText, ends: readonly Point[], who: string): void {
  const { canvas, cue } = job
  const runs = text.becomes && !text.from && !text.to ? text.becomes : text.text
  if (!plainOf(runs)) return
  const w = canvas.widthOf(runs, canvas.size, 'mid')
  const h = canvas.size * 1.2
  const total = lengthOf(ends)
  const candidates = sharesOf(ends).flatMap((share) => {
    const [x, y] = upTo(ends, total * share).at(-1) as Point
    const [bx, by] = upTo(ends, Math.max(0.01, total * share - 40)).at(-1) as Point
    const rise = Math.min(70, (Math.abs(y - by) / Math.max(1, Math.abs(x - bx))) * (w / 2))
    const near: Rect[] = [
      { x: x - w / 2, y: y - h - 6 - rise, w, h },
      { x: x - w / 2, y: y + 6 + rise, w, h },
      { x: x + 16, y: y - h / 2, w, h },
      { x: x - w - 16, y: y - h / 2, w, h },
      { x: x + 62, y: y - h / 2, w, h },
      { x: x - w - 62, y: y - h / 2, w, h },
    ]
    return job.lane > 0 ? [near[1] as Rect, near[2] as Rect, near[0] as Rect, ...near.slice(3)] : near
  })
  // Where two run side by side down a tall frame, farther off is better than between them and a server: those stand at the right.
  const far = [-1, 1].flatMap((side) =>
    [110, 160].flatMap((d) =>
      sharesOf(ends).map((share): Rect => {
        const [x, y] = upTo(ends, total * share).at(-1) as Point
        return { x: side < 0 ? x - w - d : x + d, y: y - h / 2, w, h }
      }),
    ),
  )
  const all = job.layout.along === 'y' ? [...candidates, ...far] : candidates
  const rect = canvas.settle(all, [cue.start, cue.until])
  const node = canvas.label(runs, { in: job.layers.packets, c: `mid ${who} cw`, x: rect.x, y: rect.y + canvas.size, o: 0 })
  canvas.key(node, 'o', cue.end - 100, 200, 1)
  canvas.key(node, 'o', cue.until, 250, 0)
}

/** Where words may stand along a line, best first: about the middle of its longest stretch, then anywhere. */
function sharesOf(points: readonly Point[]): readonly number[] {
  const lengths = points.slice(1).map((p, i) => lengthOf([points[i] as Point, p]))
  const total = lengths.reduce((a, b) => a + b, 0) || 1
  const longest = lengths.indexOf(Math.max(...lengths))
  const from = lengths.slice(0, longest).reduce((a, b) => a + b, 0)
  const on = [0.5, 0.4, 0.6, 0.3, 0.7].map((share) => (from + (lengths[longest] ?? 0) * share) / total)
  return [...on, 0.2, 0.8, 0.1, 0.9]
}

/** The order of the beat's packets, at the foot of each trail. */
export function badge(job: PacketJob, points: readonly Point[], who: string): void {
  const { canvas, cue } = job
  const places = [28, 68, 108, 148].map((d): Rect => {
    const [px, py] = upTo(points, d).at(-1) as Point
    return { x: px - 20, y: py - 20, w: 40, h: 40 }
  })
  const span = [cue.start, cue.until] as const
  // Its own trail runs through it; only other badges and labels are in the way.
  const place = canvas.settle(places, span, 0, 'badge')
  const [x, y] = [place.x + 20, place.y + 20]
  const node = canvas.region({ in: job.layers.packets, c: who, x, y, o: 0 })
  canvas.path('M-19 0a19 19 0 1 0 38 0a19 19 0 1 0-38 0Z', { in: node, c: 'badge' })
  canvas.label(String(job.number), { in: node, c: 'bold', y: canvas.size * 0.36 }, { anchor: 'middle' })
  canvas.key(node, 'o', cue.start, 200, 1)
  canvas.key(node, 'o', cue.until, 250, 0)
}
