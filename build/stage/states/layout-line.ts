/** Stations on one line from the top down, reasons beside it: the narrow form, for two machines side by side. */
import type { Direct } from '../director'
import type { Point } from '../geometry'
import { headHeight, R, turnOf, type Layout, type Reason, type Station, type Track } from './layout'
import type { Machine, Way } from './machine'

/** Between stations that only have their names. */
export const TIGHT = 2.7
const OFFSET = 7
/** How far in a line stands on a tall frame, so that two machines one above the other share it. */
const TALL = 110

export function layLine(job: Direct, machine: Machine): Layout {
  const { canvas, box, shape, stage } = job
  const { size } = canvas
  const line = size * 1.2
  // The labels of a machine on the left lie to its left, so that what passes between two machines has the middle.
  const mirrored = shape === 'wide' && stage.place === 'left'
  const top = box.y + headHeight(machine, canvas) + R + 10
  const room = box.y + box.h - R - 8 - top
  const pairs = machine.states.slice(1).map((to, i) => reasonsBetween(machine, machine.states[i] as string, to))
  const full = pairs.map((reasons) => Math.max(TIGHT * size, reasons.length * line + size * 1.9))
  const needed = full.reduce((a, b) => a + b, 0)
  const roomy = needed <= room
  const natural = roomy ? full : pairs.map(() => room / Math.max(1, pairs.length))
  const extra = roomy ? Math.min((room - needed) / Math.max(1, pairs.length), size * 2.4) : 0
  const used = natural.reduce((a, b) => a + b + extra, 0)
  const first = top + Math.max(0, (room - used) / 2)
  const widest = Math.max(
    ...machine.states.map((s) => canvas.widthOf(s, size, 'm bold')),
    ...pairs.flat().map((w) => canvas.widthOf(`${w.why} ↓`, size, 'm bold')),
  )
  const aside = 38
  const group = widest + aside + R
  const x = mirrored
    ? box.x + Math.min(group, box.w - R - 8)
    : shape === 'tall'
      ? box.x + Math.min(TALL, Math.max(R + 8, box.w - group))
      : stage.place === 'right'
        ? box.x + box.w - Math.min(group, box.w - R - 8)
        : box.x + (box.w - group) / 2 + R
  const side = mirrored ? -1 : 1
  const anchor = mirrored ? 'end' : 'start'
  const ys = machine.states.map((_, i) => first + natural.slice(0, i).reduce((a, b) => a + b + extra, 0))
  const stations = new Map(
    machine.states.map((id, i): [string, Station] => {
      const y = ys[i] as number
      return [id, { id, x, y, pill: null, name: { lines: [id], x: x + side * aside, y: y + size * 0.35, anchor } }]
    }),
  )
  for (const { name } of stations.values()) claim(name.lines[0] as string, name.x, name.y, 'm bold')
  const titled = canvas.widthOf(machine.title, size, 'm bold') + 68
  if (machine.title) canvas.claim({ x: box.x, y: box.y, w: box.w, h: size * 1.6 })
  const inner = Math.max(0, ...machine.ways.map((w) => Math.abs(machine.states.indexOf(w.from) - machine.states.indexOf(w.to)) - 1))
  const tracks = machine.ways.flatMap((way): Track[] => {
    const [i, j] = [machine.states.indexOf(way.from), machine.states.indexOf(way.to)]
    if (way.from === 'any' || i === j) return []
    const points = run(way)
    if (Math.abs(i - j) > 1) return [{ way, points, turn: turnOf(points), reason: null }]
    const gap = Math.min(i, j)
    const all = pairs[gap] as readonly Way[]
    const middle = ((ys[gap] as number) + (ys[gap + 1] as number)) / 2
    const at = roomy ? all.indexOf(way) - (all.length - 1) / 2 : 0
    const reason: Reason | null = way.why
      ? { lines: [way.why], arrow: i < j ? '↓' : '↑', x: x + side * aside, y: middle + at * line + size * 0.35, anchor, shy: !roomy }
      : null
    if (reason && roomy) claim(`${way.why} ↓`, reason.x, reason.y, 'm')
    return [{ way, points, turn: turnOf(points), reason }]
  })

  function claim(text: string, at: number, y: number, c: string): void {
    const w = canvas.widthOf(text, size, c)
    canvas.claim({ x: mirrored ? at - w : at, y: y - size * 0.8, w, h: size })
  }

  /** Neighbours by the line itself, down on its right and up on its left; others round it, on the side without words. */
  function run({ from, to }: Pick<Way, 'from' | 'to'>): readonly Point[] {
    const [i, j] = [machine.states.indexOf(from), machine.states.indexOf(to)]
    const dir = Math.sign(j - i)
    const [ya, yb] = [ys[i] as number, ys[j] as number]
    if (Math.abs(i - j) <= 1) {
      const both = machine.ways.some((w) => w.from === to && w.to === from)
      const shift = both ? OFFSET * dir : 0
      return [
        [x + shift, ya + dir * R],
        [x + shift, yb - dir * R],
      ]
    }
    const out = x - side * (R + 12 + (Math.abs(i - j) - 1) * 18 + (dir > 0 ? 0 : 9))
    return [
      [x - side * R, ya],
      [out, ya],
      [out, yb],
      [x - side * R, yb],
    ]
  }
  return {
    stations,
    tracks,
    head: machine.title ? { x: mirrored ? box.x : shape === 'tall' ? Math.max(box.x, Math.min(x - R, box.x + box.w - titled)) : stage.place === 'right' ? box.x + box.w : box.x, y: box.y, anchor: shape === 'wide' && stage.place === 'right' ? 'end' : 'start' } : null, // prettier-ignore
    between: (from, to) => run({ from, to }),
    beside(state, w, h) {
      const s = stations.get(state) as Station
      const named = canvas.widthOf(state, size, 'm bold')
      const away = R + 20 + inner * 18
      const beyond = s.x + side * (aside + named + 22)
      return [
        { x: mirrored ? beyond - w : beyond, y: s.y - h / 2, w, h },
        { x: mirrored ? s.x + away : s.x - away - w, y: s.y - h / 2, w, h },
        { x: mirrored ? s.x - aside - w : s.x + aside, y: s.y + size * 0.5, w, h },
        { x: mirrored ? s.x - aside - w : s.x + aside, y: s.y - size * 0.5 - h, w, h },
      ]
    },
  }
}

function reasonsBetween(machine: Machine, a: string, b: string): readonly Way[] {
  return machine.ways.filter((w) => w.why && ((w.from === a && w.to === b) || (w.from === b && w.to === a)))
}
