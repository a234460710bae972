/** What happens on a machine: the mark moves, is refused, states are judged, noted and marked. */
import { ALWAYS } from '../canvas'
import type { Cue, Direct } from '../director'
import { lengthOf, partOf, pointAt, type Point, type Rect } from '../geometry'
import { plainOf, runsOf } from '../text'
import { STATES } from '../vocabulary'
import { circle, HEAD, polyPath, reasonRuns, type Drawn } from './draw'
import { keyOf, R, turnOf, type Layout, type Reason, type Station } from './layout'
import type { Machine } from './machine'
import { stateAt, type Move } from './moves'
import { reasonClass } from './reasons'

export function act(job: Direct, machine: Machine, layout: Layout, drawn: Drawn, moves: readonly Move[]): void {
  const { canvas, cues, stage } = job
  const start = layout.stations.get(machine.start)
  if (!start) return
  const mark = canvas.region({ in: drawn.top, x: start.x, y: start.y })
  if (!start.pill) canvas.path(circle(R + 7), { in: mark, c: 'line now' })
  canvas.path(circle(start.pill ? 9 : R - 4), { in: mark, c: 'traveller' })
  emphasise(machine.start, 0)
  for (const move of moves) {
    if (move.refused !== null) refuse(move)
    else go(move)
  }
  for (const cue of cues) {
    const { verb, targets, args } = cue.direction
    for (const target of targets.filter((t) => t.stage === stage.name)) {
      const state = target.name || stateAt(machine, moves, cue.start)
      const station = layout.stations.get(state)
      const region = drawn.regions.get(state)
      if (!station || region === undefined) continue
      if (verb === 'show') canvas.key(region, 'o', cue.start, cue.end - cue.start, 1)
      if (verb === 'mark') underline(station, cue)
      if (verb === 'set' && typeof args.state === 'string') verdict(state, args.state, cue)
      if (verb === 'label') note(state, typeof args.text === 'string' ? args.text : '', cue)
    }
  }

  function emphasise(state: string, at: number, from?: string): void {
    for (const label of drawn.names.get(from ?? '') ?? []) canvas.key(label, 'c', at, 0, canvas.classed(label, ''))
    for (const label of drawn.names.get(state) ?? [])
      if (at) canvas.key(label, 'c', at, 0, canvas.classed(label, 'bold cw'))
      else canvas.key(label, 'c', 0, 0, canvas.classed(label, 'bold cw'))
  }

  /** The mark runs along the way; the way stays heavy until the beat ends. */
  function go({ cue, from, to, way, why }: Move): void {
    const [a, b] = [layout.stations.get(from), layout.stations.get(to)]
    if (!a || !b) return
    const track = layout.tracks.find((t) => t.way === way)
    const points = from === to ? [] : (track?.points ?? layout.between(from, to))
    const over = cue.end - cue.start
    run([[a.x, a.y], ...points, [b.x, b.y]], cue.start, over)
    const region = canvas.region({ in: drawn.now, o: 0 })
    canvas.key(region, 'o', cue.start, Math.min(over, 250), 1)
    canvas.key(region, 'o', cue.until, 200, 0)
    if (points.length) {
      canvas.path(polyPath(points), { in: region, c: 'line now' })
      const [x, y] = points.at(-1) as Point
      canvas.path(HEAD, { in: region, c: 'line now', x, y }, turnOf(points))
    }
    write(track?.reason ?? null, why, way?.why, [from, to], points, cue, region, keyOf(way ?? { from, to }))
    emphasise(to, cue.end, from)
  }

  function run(points: readonly Point[], at: number, over: number): void {
    const lengths = points.slice(1).map(([x, y], i) => Math.hypot(x - (points[i] as Point)[0], y - (points[i] as Point)[1]))
    const total = lengths.reduce((sum, l) => sum + l, 0) || 1
    let time = at
    points.slice(1).forEach(([x, y], i) => {
      const leg = ((lengths[i] as number) / total) * over
      canvas.key(mark, 'x', time, leg, x, 1)
      canvas.key(mark, 'y', time, leg, y, 1)
      time += leg
    })
  }

  /** The reason of the way being taken, strong; what was written there at rest steps aside meanwhile. */
  function write(
    reason: Reason | null,
    why: string,
    usual: string | undefined,
    ends: readonly [string, string],
    points: readonly Point[],
    cue: Cue,
    region: number,
    key: string,
  ): void {
    // prettier-ignore
    if (!why) return
    const line = canvas.size * 1.16
    const place: Reason =
      reason && why === usual ? reason : { ...(reason ?? besideWay(points, ends[1], why)), lines: reason ? [why] : wrapped(why) }
    const resting = drawn.reasons.get(key) ?? []
    // Two ways between the same stations share one place where there is little room.
    const rival = moves.find(
      (m) => m.cue.start > cue.start && m.cue.until === cue.until && place.shy && keyOf({ from: m.to, to: m.from }) === key,
    )
    for (const label of resting) {
      canvas.key(label, 'o', cue.start, 0, 0)
      canvas.key(label, 'o', cue.until, 200, 1)
    }
    place.lines.forEach((_, i) => {
      const runs = reasonRuns(place, i, 'mid')
      const w = canvas.widthOf(runs, canvas.size)
      const y = place.y + i * line
      const x = place.anchor === 'end' ? place.x - w : place.anchor === 'middle' ? place.x - w / 2 : place.x
      const plate = canvas.box({ x: x - 5, y: y - canvas.size * 0.84, w: w + 10, h: line }, { in: region, c: 'plate' })
      const label = canvas.label(runs, { in: region, x: place.x, y }, { anchor: place.anchor })
      if (rival) for (const n of [plate, label]) canvas.key(n, 'o', rival.cue.start, 100, 0)
    })
  }
  function wrapped(text: string): readonly string[] {
    return canvas.wrap(text, 260, canvas.size, `${reasonClass(text)} mid`)
  }
  function besideWay(points: readonly Point[], to: string, why: string): Reason {
    const lines = wrapped(why)
    const w = Math.max(...lines.map((l) => canvas.widthOf(l, canvas.size, `${reasonClass(why)} mid`)))
    const h = lines.length * canvas.size * 1.16
    const [a, b] = [points[0], points.at(-1)]
    const [mx, my] = a && b ? [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2] : [0, 0]
    const middle = a && b ? [{ x: mx + 14, y: my - h / 2, w, h }, { x: mx - w - 14, y: my - h / 2, w, h }, { x: mx - w / 2, y: my - h - 10, w, h }] : [] // prettier-ignore
    const spot = settle([...middle, ...layout.beside(to, w, h)], ALWAYS)
    return { lines, arrow: '', x: spot.x + w / 2, y: spot.y + canvas.size * 0.86, anchor: 'middle', shy: true }
  }
  function settle(spots: readonly Rect[], span: readonly [number, number]): Rect {
    const inside = spots.filter(inBox)
    return canvas.settle(inside.length ? inside : spots, span)
  }

  function inBox(r: Rect): boolean {
    const { x, y, w, h } = job.box
    return r.x >= x - 4 && r.x + r.w <= x + w + 4 && r.y >= y && r.y + r.h <= y + h + 4
  }

  /** It tries the way and comes back: a cross, and the word. */
  function refuse({ cue, from, to, way, refused, why }: Move): void {
    const a = layout.stations.get(from)
    if (!a) return
    const track = layout.tracks.find((t) => t.way === way && way?.from !== 'any')
    const points = track?.points ?? layout.between(from, to)
    // Where there is no way it gets no further than off its own station.
    const share = points.length ? Math.min(0.7, track ? Math.max(0.4, 46 / lengthOf(points)) : 58 / lengthOf(points)) : 0
    const tip: Point = points.length ? pointAt(points, share) : [a.x, a.y]
    const over = cue.end - cue.start
    canvas.key(mark, 'x', cue.start, over * 0.5, tip[0])
    canvas.key(mark, 'y', cue.start, over * 0.5, tip[1])
    canvas.key(mark, 'x', cue.start + over * 0.5, over * 0.5, a.x)
    canvas.key(mark, 'y', cue.start + over * 0.5, over * 0.5, a.y)
    const region = canvas.region({ in: drawn.top, o: 0 })
    canvas.key(region, 'o', cue.start + over * 0.4, 200, 1)
    canvas.key(region, 'o', cue.until, 200, 0)
    if (points.length) canvas.path(polyPath(partOf(points, share)), { in: region, c: 'line now' })
    canvas.token('cross', { in: region, x: tip[0], y: tip[1], s: 0.8 })
    canvas.claim({ x: tip[0] - 16, y: tip[1] - 16, w: 32, h: 32 }, [cue.start, cue.until])
    const runs = [
      { t: refused ?? '', c: /Error$/.test(refused ?? '') ? 'm bold cs' : 'mid cs' },
      ...(why ? [{ t: ` ${why}`, c: 'mid' }] : []),
    ]
    const w = canvas.widthOf(runs)
    const h = canvas.size * 1.2
    const spots: readonly Rect[] = [
      { x: tip[0] + 26, y: tip[1] - h / 2, w, h },
      { x: tip[0] - 26 - w, y: tip[1] - h / 2, w, h },
      { x: tip[0] - w / 2, y: tip[1] - h - 24, w, h },
      { x: tip[0] - w / 2, y: tip[1] + 24, w, h },
      ...layout.beside(from, w, h),
    ]
    const spot = settle(spots, [cue.start, cue.until])
    canvas.box({ x: spot.x - 5, y: spot.y, w: w + 10, h }, { in: region, c: 'plate' })
    canvas.label(runs, { in: region, x: spot.x, y: spot.y + canvas.size * 0.9 })
  }

  function underline({ x, y, pill, name }: Station, cue: Cue): void {
    const region = canvas.region({ in: drawn.top, o: 0 })
    canvas.key(region, 'o', cue.start, 250, 1)
    canvas.key(region, 'o', cue.until, 200, 0)
    const w = Math.max(...name.lines.map((l) => canvas.widthOf(l, canvas.size, 'm bold')))
    if (pill) canvas.box({ x: pill.x - 6, y: pill.y - 6, w: pill.w + 12, h: pill.h + 12 }, { in: region, c: 'line now' }, 38)
    else canvas.path(`M${name.anchor === 'end' ? name.x - w : name.x} ${y + canvas.size * 0.62}h${w}`, { in: region, c: 'newest' })
    if (!pill) canvas.path(circle(R + 14), { in: region, c: 'line fine', x, y })
  }

  function verdict(state: string, value: string, cue: Cue): void {
    const { sign = null } = STATES.get(value) ?? {}
    const next = cues.find((c) => c.start > cue.start && ['set', 'goto'].includes(c.direction.verb) && touches(c, state))
    words(state, [{ t: value, c: sign === 'cross' ? 'mid cs' : 'mid' }], sign, cue, next?.start)
  }
  function note(state: string, text: string, cue: Cue): void {
    const next = cues.find((c) => c.start > cue.start && c.direction.verb === 'label' && touches(c, state))
    if (text) words(state, runsOf(text, job.call), null, cue, next?.start)
  }
  function touches(c: Cue, state: string): boolean {
    return c.direction.targets.some((t) => t.stage === stage.name && (t.name === state || (t.name === '' && c.direction.verb !== 'goto')))
  }
  function words(state: string, runs: ReturnType<typeof runsOf>, sign: 'tick' | 'cross' | null, cue: Cue, end = Infinity): void {
    const left = sign ? 34 : 0
    const whole = canvas.widthOf(runs, canvas.size, 'mid')
    const text = plainOf(runs)
    const forms = [[runs], canvas.wrap(text, whole * 0.62, canvas.size, 'mid').map((l) => runsOf(l, job.call))]
    const sized = forms.map((lines) => ({ lines, w: Math.max(...lines.map((l) => canvas.widthOf(l, canvas.size, 'mid'))) + left, h: canvas.size * 1.2 * lines.length })) // prettier-ignore
    // In one line where that finds a place, else in two.
    const free = sized.find(({ w, h }) => layout.beside(state, w, h).some((r) => inBox(r) && canvas.isFree(r, [cue.start, end])))
    const { lines, w, h } = free ?? (sized[1] as (typeof sized)[0])
    const spot = settle(layout.beside(state, w, h), [cue.start, end])
    const region = canvas.region({ in: drawn.top, x: spot.x, y: spot.y, o: 0 })
    canvas.box({ x: -4, y: 0, w: w + 8, h }, { in: region, c: 'plate' })
    if (sign) canvas.token(sign, { in: region, c: 'X', x: 14, y: h / 2, s: sign === 'cross' ? 0.75 : 1 })
    lines.forEach((line, i) => canvas.label(line, { in: region, c: 'mid', x: left, y: canvas.size * (0.92 + i * 1.2) }))
    canvas.key(region, 'o', cue.start, 250, 1)
    if (end !== Infinity) canvas.key(region, 'o', end, 200, 0)
  }
}
