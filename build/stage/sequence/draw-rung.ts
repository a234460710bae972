import type { Run } from '../../../src/model/scene'
import type { Cue, Direct } from '../director'
import { HOP, LOSS } from '../timing'
import type { Lane } from './lanes'
import { SHAPE, type Rung } from './rungs'

const END = 14

/** Draws a rung with its top at `y` and returns its region. */
export function drawRung(job: Direct, rung: Rung, ladder: number, y: number): number {
  const { canvas } = job
  const { cue } = rung
  const first = rung.lanes[0] as Lane
  const shown = rung.kind === 'note' && cue.direction.verb === 'show' ? cue.direction.targets.find((t) => t.name === first.id)?.part : ''
  const region = canvas.region({ in: ladder, c: first.who, o: 0, ...(shown ? { id: `${first.id}.${shown}` } : {}) })
  canvas.key(region, 'o', cue.start, 150, 1)
  if (rung.kind === 'note') drawNote(job, rung, region, y)
  else drawWay(job, rung, region, y)
  const gone = rung.kind === 'band' ? unlinked(job, rung) : undefined
  if (gone) canvas.key(region, 'o', gone.start, gone.end - gone.start, 0)
  // What happened before this beat is history: still there, but soft. A connection stands until it is unlinked.
  if (rung.kind !== 'band') canvas.key(region, 'c', cue.until, 0, canvas.classed(region, 'quiet'))
  return region
}

/** The `unlink` that ends a connection. */
function unlinked({ cues }: Direct, { cue, lanes }: Rung): Cue | undefined {
  const ends = lanes.map((l) => l.id).sort().join() // prettier-ignore
  return cues.find((c) => c.direction.verb === 'unlink' && c.start > cue.start && c.direction.targets.map((t) => t.name).sort().join() === ends) // prettier-ignore
}

/** Text in the middle of x, on paper so that a lifeline does not run through it; kept inside the stage. */
function text(job: Direct, region: number, runs: readonly Run[], x: number, baseline: number, c: string, at: number | null): void {
  const { canvas, box } = job
  const w = canvas.widthOf(runs, canvas.size, c)
  const cx = Math.min(Math.max(x, box.x + w / 2 + 6), box.x + box.w - w / 2 - 6)
  const plate = canvas.box(
    { x: cx - w / 2 - 7, y: baseline - canvas.size * 0.86, w: w + 14, h: canvas.size * 1.14 },
    { in: region, c: 'plate', ...(at === null ? {} : { o: 0 }) },
  )
  const label = canvas.label(runs, { in: region, c, x: cx, y: baseline, ...(at === null ? {} : { o: 0 }) }, { anchor: 'middle' })
  if (at !== null) for (const n of [plate, label]) canvas.key(n, 'o', at, 200, 1)
}

function drawNote(job: Direct, rung: Rung, region: number, y: number): void {
  const { canvas } = job
  const lane = rung.lanes[0] as Lane
  const line = canvas.size * 1.18
  const top = y + (rung.shape ? SHAPE : 0)
  if (rung.shape) canvas.token(rung.shape, { in: region, x: lane.x, y: y + 32, s: 0.72 })
  rung.text.forEach((runs, i) => text(job, region, runs, lane.x + (rung.sign ? 16 : 0), top + canvas.size + i * line, 'mid', null))
  if (!rung.sign) return
  const w = canvas.widthOf(rung.text[0] ?? [{ t: '' }], canvas.size, 'mid')
  canvas.box({ x: lane.x - w / 2 - 30, y: y + canvas.size * 0.14, w: 40, h: canvas.size * 1.14 }, { in: region, c: 'plate' })
  canvas.token(rung.sign, {
    in: region,
    x: lane.x + 16 - w / 2 - 20,
    y: y + canvas.size * 0.68,
    s: rung.sign === 'cross' ? 0.7 : 1,
    c: 'X',
  })
}

function drawWay(job: Direct, rung: Rung, region: number, y: number): void {
  const { canvas } = job
  const { cue, lanes } = rung
  const line = canvas.size * 1.18
  const ly = y + (rung.text.length + (rung.stepped ? 1 : 0)) * line + 12
  const drop = rung.slow ? 30 : 0
  const from = lanes[0] as Lane
  const to = lanes.at(-1) as Lane
  const dir = Math.sign(to.x - from.x) || 1
  const x0 = from.x + dir * END
  const x1 = to.x - dir * (rung.lost ? 46 : END)
  const middles = lanes.slice(1, -1)
  const way = [[x0, ly] as const, ...middles.map((l) => [l.x, ly + drop * share(l.x)] as const), [x1, ly + drop] as const]
  function share(x: number): number {
    return Math.abs((x - x0) / (x1 - x0 || 1))
  }
  const node = canvas.link(way, rung.line, { in: region, id: `${from.id}>${to.id}` }, 0)
  const arrive = cue.end - (rung.lost ? LOSS : 0)
  const hop = rung.kind === 'band' ? cue.end - cue.start : HOP * (rung.slow ? 2 : 1)
  middles.concat(to).forEach((lane, i) => {
    const begin = rung.kind === 'band' ? cue.start : cue.start + hop * i
    if (rung.kind === 'band' && i > 0) return
    const reach = rung.kind === 'band' || lane === to ? 1 : share(lane.x)
    canvas.key(node, 'draw', begin, Math.min(hop, arrive - begin), reach)
  })
  if (rung.kind === 'message') {
    traveller(job, rung, region, way, hop, arrive)
    if (rung.lost) {
      const cross = canvas.token('cross', { in: region, x: x1 + dir * 24, y: ly + drop, s: 0.8, o: 0 })
      canvas.key(cross, 'o', arrive, 200, 1)
    } else {
      const head = canvas.path(
        'M-15-8L0 0L-15 8',
        { in: region, c: `arrow l-${rung.line}`, x: x1, y: ly + drop, o: 0 },
        dir > 0 ? (drop ? 3 : 0) : drop ? 177 : 180,
      )
      canvas.key(head, 'o', arrive - 120, 120, 1)
    }
  }
  for (const lane of middles)
    canvas.path('M-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0Z', { in: region, c: 'hop', x: lane.x, y: ly + drop * share(lane.x) })
  const halves = rung.after && middles[0]
  const centre = halves ? (x0 + halves.x) / 2 : (from.x + to.x) / 2
  rung.text.forEach((runs, i) => text(job, region, runs, centre, y + canvas.size * 0.92 + i * line, `mid cw`, null))
  if (halves && rung.after) {
    const below = rung.stepped ? rung.text.length * line : 0
    text(job, region, rung.after, (halves.x + x1) / 2, y + canvas.size * 0.92 + below, 'mid cw', cue.start + hop)
  }
  rung.below.forEach((runs, i) => {
    const isReason = rung.lost && i === rung.below.length - 1
    text(
      job,
      region,
      runs,
      isReason ? x1 - dir * 10 : centre,
      ly + drop + canvas.size * (rung.lost ? 1.34 : 1.1) + i * line,
      'mid',
      isReason ? arrive : null,
    )
  })
}

/** A dot in the sender's colour that the eye follows along the rung. */
function traveller(
  job: Direct,
  rung: Rung,
  region: number,
  way: readonly (readonly [number, number])[],
  hop: number,
  arrive: number,
): void {
  const { canvas } = job
  const [x, y] = way[0] as readonly [number, number]
  const dot = canvas.path('M-10 0a10 10 0 1 0 20 0a10 10 0 1 0-20 0Z', { in: region, c: 'traveller', x, y })
  way.slice(1).forEach(([tx, ty], i) => {
    const begin = rung.cue.start + hop * i
    canvas.key(dot, 'x', begin, Math.min(hop, arrive - begin), tx)
    if (ty !== y) canvas.key(dot, 'y', begin, Math.min(hop, arrive - begin), ty)
  })
  canvas.key(dot, 'o', arrive - 60, 160, 0)
}
