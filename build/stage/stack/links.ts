/** `link`: who talks to whom. Between two hosts a line from layer to layer; in one stack, from one layer to another. */
import type { LineCode } from '../../../src/model/scene'
import type { Direct } from '../director'
import { centre, type Point, type Rect } from '../geometry'
import { runsOf } from '../text'
import type { Plan } from './bricks'
import type { Brick, DrawnStack } from './draw'
import { meant, type Stack } from './layers'

export function drawLinks(job: Direct, stack: Stack, plan: Plan, drawn: DrawnStack): void {
  const { canvas, cues, call } = job
  for (const cue of cues.filter((c) => c.direction.verb === 'link')) {
    const { targets, args } = cue.direction
    const ends = targets.map((t) => t.name + t.part).sort().join() // prettier-ignore
    const gone = cues.find((c) => c.direction.verb === 'unlink' && c.start > cue.start && c.direction.targets.map((t) => t.name + t.part).sort().join() === ends) // prettier-ignore
    const [a, b] = targets.map((t) => brickOf(t))
    const [ra, rb] = targets.map((t, i) => [a, b][i]?.rect ?? foot(meant(stack, t).host?.id ?? ''))
    if (!ra || !rb) continue
    const line = (typeof args.is === 'string' ? args.is : (a?.layer.is ?? 'http')) as LineCode
    const points = a && a.host === b?.host ? within(ra, rb) : across(ra, rb)
    const region = canvas.region({ in: drawn.top, o: 0 })
    canvas.key(region, 'o', cue.start, 100, 1)
    if (gone) canvas.key(region, 'o', gone.start, gone.end - gone.start, 0)
    const span = [cue.start, gone?.end ?? Infinity] as const
    const node = canvas.link(points, line, { in: region }, 0)
    canvas.key(node, 'draw', cue.start, cue.end - cue.start, 1)
    if (a && a.host === b?.host)
      for (const [x, y] of points) canvas.path('M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0Z', { in: region, c: 'hop', x, y })
    if (typeof args.text !== 'string' || !args.text) continue
    const runs = runsOf(args.text, call)
    const w = canvas.widthOf(runs, canvas.size, 'mid')
    const h = canvas.size * 1.2
    const [[ax, ay], [bx, by]] = [points[0] as Point, points.at(-1) as Point]
    const [mx, my] = [(ax + bx) / 2, (ay + by) / 2]
    const spots = [{ x: mx - w / 2, y: my - h - 6, w, h }, { x: mx - w / 2, y: my + 6, w, h }, { x: mx + 14, y: my - h / 2, w, h }, { x: mx - w - 14, y: my - h / 2, w, h }] // prettier-ignore
    const spot = canvas.settle(spots, span, 2)
    canvas.box({ x: spot.x - 6, y: spot.y, w: w + 12, h }, { in: region, c: 'plate' }, 4)
    canvas.label(runs, { in: region, c: 'mid', x: spot.x, y: spot.y + canvas.size * 0.92 })
  }

  function brickOf(target: (typeof cues)[0]['direction']['targets'][0]): Brick | undefined {
    const { host, layer } = meant(stack, target)
    return layer ? drawn.bricks.find((b) => b.layer === layer && (!host || b.host === host)) : undefined
  }
  /** Two whole stacks are joined at their feet. */
  function foot(host: string): Rect | undefined {
    const rect = plan.hosts.find((h) => h.host.id === host)?.rect
    return rect && { ...rect, y: plan.wireY - 1, h: 2 }
  }
}

function across(a: Rect, b: Rect): readonly Point[] {
  const [left, right] = a.x < b.x ? [a, b] : [b, a]
  const points: readonly Point[] = [[left.x + left.w, centre(left)[1]], [right.x, centre(right)[1]]] // prettier-ignore
  return a === left ? points : [...points].reverse()
}

/** Between neighbours in two columns across the joint, in one column along the right-hand edge. */
function within(a: Rect, b: Rect): readonly Point[] {
  const apart = a.x + a.w <= b.x || b.x + b.w <= a.x
  if (!apart) {
    const x = Math.min(a.x + a.w, b.x + b.w) - 34
    return [[x, centre(a)[1]], [x, centre(b)[1]]] // prettier-ignore
  }
  const [top, bottom] = [Math.max(a.y, b.y), Math.min(a.y + a.h, b.y + b.h)]
  const level = (top + bottom) / 2
  const [left, right] = a.x < b.x ? [a, b] : [b, a]
  const [ly, ry] = bottom - top > 20 ? [level, level] : [centre(left)[1], centre(right)[1]]
  const points: readonly Point[] = [[left.x + left.w, ly], [right.x, ry]] // prettier-ignore
  return a === left ? points : [...points].reverse()
}
