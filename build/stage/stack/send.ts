/** A packet on its way down, over the wire and up: a dot that runs, layers that light up, rows that show what the packet is by then. */
import type { LineCode } from '../../../src/model/scene'
import type { Cue, Direct } from '../director'
import { centre, lengthOf, lengthsOf, partOf, type Point, type Rect } from '../geometry'
import { runsOf } from '../text'
import { LOSS } from '../timing'
import { edge } from './acts'
import { brickKey, type Plan } from './bricks'
import type { DrawnStack } from './draw'
import type { Leg, Stack } from './layers'
import { bytesOf, rowsOf, widthOfPiece, widthOfRow, type Row } from './packet-rows'

/** From the edge of a stack to the line a packet takes. */
const ASIDE = 20

interface Stop {
  readonly point: Point
  readonly layer: string | null
  readonly host: string
}

export function drawSend(job: Direct, stack: Stack, plan: Plan, drawn: DrawnStack, cue: Cue, legs: readonly Leg[]): void {
  const { canvas, call } = job
  const { args } = cue.direction
  const first = legs[0] as Leg
  const lost = args.lost !== undefined
  const stops = stopsOf(plan, legs)
  const died = lost ? stops.findIndex((s, i) => s.host !== first.host.id && i > 0) : -1
  const way = (died > 0 ? stops.slice(0, died + 1) : stops).map((s) => s.point)
  const arrive = cue.end - (lost ? LOSS : 0)
  const points = died > 0 ? [...way.slice(0, -2), ...partOf(way.slice(-2), 0.5)] : way
  const region = canvas.region({ in: drawn.top, c: first.host.who, o: 0 })
  canvas.key(region, 'o', cue.start, 100, 1)
  canvas.key(region, 'o', cue.until, 200, 0)
  const line = (typeof args.is === 'string' ? args.is : 'http') as LineCode
  const node = canvas.link(points, line, { in: region }, 0)
  const dot = canvas.path('M-11 0a11 11 0 1 0 22 0a11 11 0 1 0-22 0Z', { in: region, c: 'traveller', x: points[0]?.[0] ?? 0, y: points[0]?.[1] ?? 0 }) // prettier-ignore
  const times = run()
  canvas.key(dot, 'o', arrive, 150, 0)
  const [tx, ty] = points.at(-1) as Point
  if (lost) refuse(tx, ty)
  else {
    const before = points.at(-2) as Point
    const turn = (Math.atan2(ty - before[1], tx - before[0]) * 180) / Math.PI
    const head = canvas.path('M-15-8L0 0L-15 8', { in: region, c: `arrow l-${line}`, x: tx, y: ty, o: 0 }, turn)
    canvas.key(head, 'o', arrive - 80, 120, 1)
  }
  stops.forEach((stop, i) => {
    const at = times[i]
    const brick = drawn.bricks.find((b) => b.layer.id === stop.layer && b.host.id === stop.host)
    if (brick && at !== undefined) edge(canvas, drawn.top, brick, Math.max(cue.start, at - 200), Math.min(at + 250, cue.until - 300))
  })
  for (const row of rowsOf(legs, cue, call)) {
    const i = stops.findIndex((s) => s.layer === row.layer.id && s.host === first.host.id)
    drawRow(row, times[i] ?? cue.start)
  }

  /** The dot and its line run from stop to stop; returns when it is where. */
  function run(): readonly number[] {
    const total = lengthOf(points) || 1
    let [time, gone] = [cue.start, 0]
    const at = [time]
    lengthsOf(points).forEach((leg, i) => {
      // Each layer takes the same time, however high it is; a wire takes nearly two.
      const weights = lengthsOf(points).map((_, k) => [1.8, 0.5, 1][(stops[k]?.layer ? 1 : 0) + (stops[k + 1]?.layer ? 1 : 0)] as number)
      const over = ((arrive - cue.start) * (weights[i] as number)) / weights.reduce((a, b) => a + b, 0)
      gone += leg
      const [x, y] = points[i + 1] as Point
      canvas.key(dot, 'x', time, over, x)
      canvas.key(dot, 'y', time, over, y)
      canvas.key(node, 'draw', time, over, gone / total)
      time += over
      at.push(time)
    })
    return at
  }

  function drawRow(row: Row, at: number): void {
    const place = placeOf(row)
    if (!place) return
    const h = canvas.size * 1.42
    const group = canvas.region({ in: region, o: 0 })
    canvas.key(group, 'o', at, 250, 1)
    let x = place.x
    for (const [i, piece] of row.pieces.entries()) {
      const w = widthOfPiece(canvas, piece)
      canvas.box({ x, y: place.y - h / 2, w, h }, { in: group, c: i === row.core ? 'body' : piece.fresh ? 'key' : 'badge' }, 3)
      canvas.label(piece.runs, { in: group, c: piece.fresh ? 'bold' : 'mid', x: x + w / 2, y: place.y + canvas.size * 0.36 }, { anchor: 'middle' }) // prettier-ignore
      x += w
    }
    if (row.bytes) canvas.label(bytesOf(row), { in: group, c: 'soft', x: x + 14, y: place.y + canvas.size * 0.36 })
  }

  /** What is carried stays in one place from row to row, so that headers grow to its left. */
  function placeOf(row: Row): { readonly x: number; readonly y: number } | null {
    const rows = rowsOf(legs, cue, call)
    const before = (r: Row) => r.pieces.slice(0, r.core).reduce((sum, p) => sum + widthOfPiece(canvas, p), 0)
    const front = Math.max(...rows.map(before))
    const whole = Math.max(...rows.map((r) => front - before(r) + widthOfRow(canvas, r)))
    if (!plan.rows) return null
    if (plan.rows.kind === 'beside') {
      const brick = plan.bricks.get(brickKey(first.host.id, row.layer.id)) as Rect
      const both = stack.hosts.length > 1
      const left = both ? plan.rows.x + (plan.rows.w - whole) / 2 : plan.rows.x + ASIDE * 2 + 18
      return { x: left + front - before(row), y: centre(brick)[1] }
    }
    const { rect } = plan.rows
    const step = Math.min(rect.h / rows.length, canvas.size * 1.75)
    return { x: rect.x + (rect.w - whole) / 2 + front - before(row), y: rect.y + step * (rows.indexOf(rows.find((r) => r.layer === row.layer) as Row) + 0.5) } // prettier-ignore
  }

  function refuse(x: number, y: number): void {
    const why = runsOf(typeof args.why === 'string' ? args.why : 'lost', call)
    const group = canvas.region({ in: region, o: 0 })
    canvas.key(group, 'o', arrive, 150, 1)
    canvas.token('cross', { in: group, x, y, s: 0.8 })
    const w = canvas.widthOf(why, canvas.size, 'mid')
    const h = canvas.size * 1.2
    const spots = [{ x: x - w / 2, y: y + 14, w, h }, { x: x - w / 2, y: y - h - 18, w, h }] // prettier-ignore
    const spot = canvas.settle(spots, [cue.start, cue.until])
    canvas.label(why, { in: group, c: 'mid cs', x: spot.x, y: spot.y + canvas.size * 0.92 })
  }
}

/** Beside its stack at the height of each layer, then down to the wire, over, and up; within one host no wire is touched. */
function stopsOf(plan: Plan, legs: readonly Leg[]): readonly Stop[] {
  return legs.flatMap((leg, i): Stop[] => {
    const rect = plan.hosts.find((h) => h.host === leg.host)?.rect as Rect
    const next = legs[i + 1]
    const [last] = legs.slice(i - 1, i)
    const other = leg.down ? next?.host : last?.host
    const beyond = plan.hosts.find((h) => h.host === other)?.rect
    // Towards the others, and where nobody is, to the right.
    const right = beyond ? beyond.x > rect.x : plan.hosts.every((h) => h.rect.x >= rect.x)
    const x = right ? rect.x + rect.w + ASIDE : rect.x - ASIDE
    const head = plan.bricks.get(brickKey(leg.host.id, (leg.down ? leg.layers[0] : leg.layers.at(-1))?.id ?? ''))
    // Who stands in between is passed over its highest layer.
    const over: Stop = { point: [x, (head?.y ?? rect.y) - 8], layer: null, host: leg.host.id }
    const at = leg.layers.map((layer): Stop => {
      const brick = plan.bricks.get(brickKey(leg.host.id, layer.id)) as Rect
      return { point: [x, centre(brick)[1]], layer: layer.id, host: leg.host.id }
    })
    const foot: Stop = { point: [x, plan.wireY], layer: null, host: leg.host.id }
    if (legs.length === 1) return at
    const [first, end] = [i === 0, i === legs.length - 1]
    return leg.down ? [...(first ? [] : [over]), ...at, foot] : [foot, ...at, ...(end ? [] : [over])]
  })
}
