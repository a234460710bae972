/** States on a map of rows and columns, as the author wrote them; a tall frame turns it. Ways keep clear of names, reasons of both. */
import type { Direct } from '../director'
import { centre, inset, type Point, type Rect } from '../geometry'
import { headHeight, R, turnOf, type Layout, type Station, type Track } from './layout'
import type { Machine, Way } from './machine'
import { placeReasons } from './reasons'
import { routeWay } from './routes'

const PAD = 14

export function layMap(job: Direct, machine: Machine): Layout {
  const { canvas, box, shape } = job
  const { size } = canvas
  const rows = shape === 'wide' ? (machine.rows ?? []) : turned(machine.rows ?? [])
  const columns = Math.max(...rows.map((r) => r.length))
  const head = headHeight(machine, canvas)
  const area: Rect = { x: box.x, y: box.y + head, w: box.w, h: box.h - head }
  const most = Math.min((area.w - 40 * (columns - 1)) / columns, 420)
  const names = new Map(machine.states.map((s) => [s, namesOf(s)]))
  const widthOf = (s: string): number =>
    Math.max(0, ...(names.get(s) ?? []).map((l) => canvas.widthOf(l, size, 'm bold'))) + 2 * R + 3 * PAD - 4
  const heightOf = (s: string): number => Math.max(2 * R + 2 * PAD, (names.get(s)?.length ?? 1) * size * 1.16 + PAD * 1.6)
  const wide = Array.from({ length: columns }, (_, c) => Math.max(0, ...rows.map((r) => (r[c] ? widthOf(r[c]) : 0))))
  const gap = columns > 1 ? Math.min((area.w - wide.reduce((a, b) => a + b, 0)) / (columns - 1), 300) : 0
  const left = area.x + (area.w - wide.reduce((a, b) => a + b, 0) - gap * (columns - 1)) / 2
  const xs = wide.map((w, c) => left + wide.slice(0, c).reduce((a, b) => a + b + gap, 0) + w / 2)
  const below = rows.at(-1)?.some((s) => machine.ways.some((w) => w.from === 'any' && w.to === s)) ? size * 2.4 : 0
  const step = Math.min((area.h - below) / rows.length, size * 10)
  const first = area.y + (area.h - below - step * rows.length) / 2 + step / 2
  const stations = new Map<string, Station>()
  rows.forEach((row, r) =>
    row.forEach((id, c) => {
      if (!id) return
      const [w, h] = [widthOf(id), heightOf(id)]
      const pill: Rect = { x: (xs[c] as number) - w / 2, y: first + step * r - h / 2, w, h }
      const lines = names.get(id) ?? [id]
      const x = pill.x + PAD + R
      const y = pill.y + h / 2 + size * 0.35 - ((lines.length - 1) * size * 1.16) / 2
      stations.set(id, { id, x, y: pill.y + h / 2, pill, name: { lines, x: x + R + PAD - 4, y, anchor: 'start' } })
      canvas.claim(inset(pill, -6))
    }),
  )
  if (machine.title) canvas.claim({ x: box.x, y: box.y, w: box.w, h: size * 1.6 })
  const pills = [...stations.values()].map((s) => s.pill as Rect)
  const route = (way: Pick<Way, 'from' | 'to'>): readonly Point[] => {
    const [a, b] = [stations.get(way.from)?.pill, stations.get(way.to)?.pill]
    if (!a || !b) return []
    const both = machine.ways.some((w) => w.from === way.to && w.to === way.from)
    return routeWay(a, b, pills, both)
  }
  const bare = machine.ways.flatMap((way): Track[] => {
    const points = way.from === 'any' ? stub(stations.get(way.to)) : route(way)
    return points.length ? [{ way, points, turn: turnOf(points), reason: null }] : []
  })
  return {
    stations,
    tracks: placeReasons(job, bare, area),
    head: machine.title ? { x: box.x, y: box.y, anchor: 'start' } : null,
    between: (from, to) => route({ from, to }),
    beside(state, w, h) {
      const pill = stations.get(state)?.pill as Rect
      const [x, y] = centre(pill)
      return [
        { x: x - w / 2, y: pill.y + pill.h + 8, w, h },
        { x: x - w / 2, y: pill.y - h - 8, w, h },
        { x: pill.x + pill.w + 12, y: y - h / 2, w, h },
        { x: pill.x - w - 12, y: y - h / 2, w, h },
        { x: pill.x, y: pill.y + pill.h + 40, w, h },
        { x: pill.x, y: pill.y - h - 40, w, h },
      ]
    },
  }

  /** In one line where it fits, else broken after its hyphens. */
  function namesOf(id: string): readonly string[] {
    const room = most - 2 * R - 3 * PAD + 4
    if (canvas.widthOf(id, size, 'm bold') <= room) return [id]
    const out: string[] = []
    for (const piece of id.split(/(?<=-)/)) {
      const last = out.at(-1)
      if (last !== undefined && canvas.widthOf(last + piece, size, 'm bold') <= room) out[out.length - 1] = last + piece
      else out.push(piece)
    }
    return out
  }
  /** What may come from everywhere comes from nowhere in particular: a short way from below. */
  function stub(station: Station | undefined): readonly Point[] {
    if (!station?.pill) return []
    const [x] = centre(station.pill)
    const foot = station.pill.y + station.pill.h
    return [
      [x, foot + size * 1.9],
      [x, foot],
    ]
  }
}

const turned = (rows: readonly (readonly string[])[]): readonly (readonly string[])[] =>
  Array.from({ length: Math.max(...rows.map((r) => r.length)) }, (_, c) => rows.map((r) => r[c] ?? ''))
