/**
 * `morph` from stage to stage: a thing leaves where it stands, and arrives as another. Drawn after the stages, from the scene they made,
 * so that no director has to know of it: where a thing is, its region says.
 */
import { frameAt } from '../../src/scene/frame-at'
import type { FrameNode, Label, Scene } from '../../src/model/scene'
import type { Target } from '../compile/tree'
import type { Canvas } from './canvas'
import type { Cue } from './director'
import { centre, overlaps, type Point, type Rect } from './geometry'
import { boundsOf, regionOf, textsOf } from './whereabouts'

export const isFlight = ({ direction: { verb, targets } }: Cue): boolean => verb === 'morph' && targets[0]?.stage !== targets[1]?.stage

/** What flies is no larger than this. */
const CARGO = { w: 260, h: 120 } as const
const LINES = 3
/** Between a line and what it leads from or to. */
const GAP = 8

/** `ground` lies under the stages, `sky` over them. `apart`: the two stages are never seen together, so nothing leads from one to the other. */
export function drawFlights(
  canvas: Canvas,
  cues: readonly Cue[],
  length: number,
  layers: { readonly ground: number; readonly sky: number; readonly apart: boolean },
): void {
  const flights = cues.filter(isFlight)
  for (const cue of flights) {
    const to = cue.direction.targets[1]
    if (to) arrive(canvas, cue, canvas.scene(length), to)
  }
  const scene = canvas.scene(length)
  for (const cue of flights) {
    const [from, to] = cue.direction.targets
    if (!from || !to) continue
    const start = placeOf(scene, from, cue.start)
    const end = placeOf(scene, to, cue.until - 1)
    if (!start || !end) continue
    fly(canvas, cue, scene, from, start, end, layers.sky)
    if (!layers.apart) lead(canvas, cue, wayOf(start, end, textsOf(frameAt(scene, cue.until - 1))), layers.ground)
  }
}

/** The smallest thing of that name that has a place, else its stage. */
function placeOf(scene: Scene, target: Target, time: number): Rect | null {
  const frame = frameAt(scene, time)
  const region = regionOf(scene, target)
  return (
    (region === null ? null : boundsOf(scene, frame, region)) ??
    boundsOf(scene, frame, regionOf(scene, { ...target, name: '', part: '' }) ?? -1)
  )
}

/** What something becomes is not there before it, unless its own stage says otherwise. */
function arrive(canvas: Canvas, cue: Cue, scene: Scene, to: Target): void {
  const region = to.name ? regionOf(scene, to) : null
  if (
    region === null ||
    scene.tracks.some((t) => t.n === region && t.p === 'o' && t.k.some((k) => k.at > 0 && k.at < cue.end && k.to !== 0))
  )
    return
  canvas.key(region, 'o', 0, 0, 0)
  canvas.key(region, 'o', cue.end - 250, 250, 1)
}

/** Its words go along, or its outline where it has none. */
function fly(canvas: Canvas, cue: Cue, scene: Scene, from: Target, start: Rect, end: Rect, sky: number): void {
  const [a, b] = [centre(start), centre(end)]
  const region = canvas.region({ in: sky, x: a[0], y: a[1], o: 0 })
  const labels = wordsOf(scene, from, cue.start).slice(0, LINES)
  if (labels.length)
    labels.forEach(({ node, c }, i) =>
      canvas.label(
        (node as Label).runs,
        { in: region, c, y: (i - (labels.length - 1) / 2) * canvas.size * 1.24 + canvas.size * 0.36 },
        { size: canvas.size, anchor: 'middle' },
      ),
    )
  else {
    const [w, h] = [Math.min(start.w, CARGO.w), Math.min(start.h, CARGO.h)]
    canvas.box({ x: -w / 2, y: -h / 2, w, h }, { in: region, c: 'key' }, 6)
  }
  const length = cue.end - cue.start
  canvas.key(region, 'o', cue.start, length * 0.15, 1)
  canvas.key(region, 'x', cue.start + length * 0.1, length * 0.75, b[0])
  canvas.key(region, 'y', cue.start + length * 0.1, length * 0.75, b[1])
  canvas.key(region, 'o', cue.end - length * 0.15, length * 0.15, 0)
}

/** The labels of a part of its own (a certificate, a row), as they stand. */
function wordsOf(scene: Scene, from: Target, time: number): readonly FrameNode[] {
  const region = from.name ? regionOf(scene, from) : null
  if (region === null) return []
  const { nodes } = frameAt(scene, time)
  const inside = (n: FrameNode | undefined): boolean =>
    n !== undefined && n.node.in !== undefined && (n.node.in === region || inside(nodes[n.node.in]))
  return nodes.filter((n) => n.node.kind === 'label' && n.o > 0 && inside(n))
}

/** A line with an arrow from one to the other, under everything, until the beat ends: its last frame tells what became of what. */
function lead(canvas: Canvas, cue: Cue, points: readonly Point[], ground: number): void {
  const line = canvas.link(points, 'http', { in: ground }, 0)
  const [last, before] = [points.at(-1) as Point, points.at(-2) as Point]
  const angle = (Math.atan2(last[1] - before[1], last[0] - before[0]) * 180) / Math.PI
  const head = canvas.path('M-15-8L0 0L-15 8', { in: ground, c: 'arrow', x: last[0], y: last[1], o: 0 }, Math.round(angle))
  canvas.key(line, 'draw', cue.start, cue.end - cue.start, 1)
  canvas.key(head, 'o', cue.end - 120, 120, 1)
  for (const node of [line, head]) canvas.key(node, 'o', cue.until, 250, 0)
}

/** Down or up with one step where they stand above each other, past as many words as can be; else across. */
function wayOf(a: Rect, b: Rect, texts: readonly Rect[]): readonly Point[] {
  const [ca, cb] = [centre(a), centre(b)]
  if (a.y + a.h >= b.y && b.y + b.h >= a.y) {
    const right = ca[0] < cb[0]
    return [[right ? a.x + a.w + GAP : a.x - GAP, ca[1]], [right ? b.x - GAP : b.x + b.w + GAP, cb[1]]] // prettier-ignore
  }
  const down = a.y + a.h < b.y
  const [from, to] = down ? [a.y + a.h + GAP, b.y - GAP] : [a.y - GAP, b.y + b.h + GAP]
  const xs = [ca[0], ...[0.5, 0.3, 0.7, 0.42, 0.58, 0.1, 0.9].map((share) => b.x + b.w * share)].filter((x) => x >= b.x && x <= b.x + b.w)
  const turns = [0.5, 0.9, 0.1, 0.3, 0.7].map((share) => from + (to - from) * share)
  const ways = xs.flatMap(
    (x): readonly Point[][] =>
    x === ca[0] ? [[[x, from], [x, to]]] : turns.map((turn): Point[] => [[ca[0], from], [ca[0], turn], [x, turn], [x, to]]), // prettier-ignore
  )
  const crossed = (way: readonly Point[]): number =>
    texts.filter((t) => way.slice(1).some((p, i) => overlaps(boxOf(way[i] as Point, p), t, 4))).length
  return ways.reduce((best, way) => (crossed(way) < crossed(best) ? way : best))
}

const boxOf = (p: Point, q: Point): Rect => ({
  x: Math.min(p[0], q[0]),
  y: Math.min(p[1], q[1]),
  w: Math.abs(p[0] - q[0]),
  h: Math.abs(p[1] - q[1]),
})
