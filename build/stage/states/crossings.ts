/** A `send` from one machine to another: a ticket from the state this one is in to the state that one is in. */
import type { Cue, Direct } from '../director'
import { lengthOf, lengthsOf, pointAt, type Point } from '../geometry'
import { runsOf } from '../text'
import { drawTicket, sizeOf } from '../ticket'
import { LOSS } from '../timing'
import type { LineCode } from '../../../src/model/scene'
import { HEAD } from './draw'
import { R, turnOf } from './layout'
import { layoutOf } from './layout-of'
import { machineOf } from './machine'
import { movesOf, stateAt } from './moves'

/** `jobs`: every machine of the screen, drawn already. */
export function drawCrossings(jobs: readonly Direct[], parent: number): void {
  const seen = new Set<Cue>()
  for (const cue of jobs.flatMap((j) => j.cues)) {
    if (cue.direction.verb !== 'send' || seen.has(cue)) continue
    seen.add(cue)
    const [from, to] = cue.direction.targets.map((t) => jobs.find((j) => j.stage.name === t.stage))
    if (from && to && from !== to) cross(from, to, cue, parent)
  }
}

function spotOf(job: Direct, time: number): Point {
  const machine = machineOf(job.stage, job.call)
  const station = layoutOf(job, machine).stations.get(stateAt(machine, movesOf(machine, job.stage.name, job.cues), time))
  return station ? [station.x, station.y] : [job.box.x + job.box.w / 2, job.box.y + job.box.h / 2]
}

function cross(from: Direct, to: Direct, cue: Cue, parent: number): void {
  const { canvas, call, shape } = from
  const { args } = cue.direction
  const { who } = machineOf(from.stage, call)
  const text = runsOf(typeof args.text === 'string' ? args.text : 'message', call)
  const line = (typeof args.is === 'string' ? args.is : 'signal') as LineCode
  const lost = args.lost !== undefined
  const ticketSize = sizeOf(canvas, { text })
  const end = spotOf(to, cue.start)
  // Where two machines take turns on one place, the other one is out of the picture: what it sends comes in at the edge.
  const away = from.box.x === to.box.x && from.box.y === to.box.y
  const points: readonly Point[] = away ? [[to.box.x, end[1]], [end[0] - R - 16, end[1]]] : way(spotOf(from, cue.start), end) // prettier-ignore
  const region = canvas.region({ in: parent, c: who, o: 0 })
  canvas.key(region, 'o', cue.start, 100, 1)
  canvas.key(region, 'o', cue.until, 200, 0)
  const share = lost ? 0.62 : 1
  const arrive = cue.end - (lost ? LOSS : 0)
  const link = canvas.link(points, line, { in: region }, 0)
  canvas.key(link, 'draw', cue.start, arrive - cue.start, share)
  const ticket = drawTicket(canvas, who, { text }, region)
  const legs = lengthsOf(points)
  const total = legs.reduce((a, b) => a + b, 0) * share
  canvas.key(ticket.node, 'o', cue.start, 80, 1)
  canvas.key(ticket.node, 'x', 0, 0, (points[0] as Point)[0])
  canvas.key(ticket.node, 'y', 0, 0, (points[0] as Point)[1])
  let gone = 0
  legs.forEach((whole) => {
    const leg = Math.min(whole, total - gone)
    if (leg <= 0) return
    const end = pointAt(points, (gone + leg) / (total / share))
    const at = cue.start + (gone / total) * (arrive - cue.start)
    const over = (leg / total) * (arrive - cue.start)
    canvas.key(ticket.node, 'x', at, over, end[0], 1)
    canvas.key(ticket.node, 'y', at, over, end[1], 1)
    gone += leg
  })
  canvas.key(ticket.node, 'o', arrive, 150, 0)
  const tip = pointAt(points, share)
  if (lost) {
    const sign = canvas.token('cross', { in: region, x: tip[0], y: tip[1], s: 0.8, o: 0 })
    canvas.key(sign, 'o', arrive, 150, 1)
  } else {
    const head = canvas.path(HEAD, { in: region, c: `arrow l-${line}`, x: tip[0], y: tip[1], o: 0 }, turnOf(points))
    canvas.key(head, 'o', arrive - 60, 100, 1)
  }
  word(0.3, text, 'mid cw', arrive)
  if (lost) word(share, [{ t: typeof args.why === 'string' ? args.why : 'lost', c: 'cs' }], 'mid', arrive)

  /** Side by side: straight across. One above the other: out to the left, down or up, and in again. */
  function way([ax, ay]: Point, [bx, by]: Point): readonly Point[] {
    const dir = Math.sign(bx - ax) || 1
    const out = R + 16
    if (shape === 'wide') return [[ax + dir * out, ay - dir * 8], [bx - dir * out, by - dir * 8]] // prettier-ignore
    const down = by > ay
    const word = canvas.widthOf(text, canvas.size, 'mid')
    const lane = Math.max(ticketSize.w / 2 + 4, Math.min(ax, bx) - out - word / 2 - 12) - (down ? 0 : 14)
    return [[ax - out, ay + (down ? 4 : -4)], [lane, ay + (down ? 4 : -4)], [lane, by + (down ? -4 : 4)], [bx - out, by + (down ? -4 : 4)]] // prettier-ignore
  }
  function word(at: number, runs: typeof text, c: string, from: number): void {
    const w = canvas.widthOf(runs, canvas.size, c)
    const h = canvas.size * 1.2
    const short = lengthOf(points) < w * 3 && Math.abs((points[0] as Point)[1] - (points.at(-1) as Point)[1]) < h
    const side = (points.at(-1) as Point)[0] > (points[0] as Point)[0] ? -1 : 1
    const spots = [at, at + 0.1, at - 0.1, at + 0.2, 0.5].map((t) => {
      const [x, y] = pointAt(points, short ? 0.5 : t)
      return { x: x - w / 2, y: short ? y + side * (h / 2 + 14) - h / 2 : y - h / 2, w, h }
    })
    const spot = canvas.settle(spots, [cue.start, cue.until], 6)
    const group = canvas.region({ in: region, x: spot.x, y: spot.y, o: 0 })
    canvas.box({ x: -6, y: 0, w: w + 12, h }, { in: group, c: 'plate' })
    canvas.label(runs, { in: group, c, y: canvas.size * 0.92 })
    canvas.key(group, 'o', from, 200, 1)
  }
}
