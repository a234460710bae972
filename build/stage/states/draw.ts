/** The machine at rest: its head, stations or pills, ways and their reasons. */
import type { Run } from '../../../src/model/scene'
import type { Direct } from '../director'
import type { Point } from '../geometry'
import { runsOf } from '../text'
import { keyOf, R, type Layout, type Station, type Track } from './layout'
import type { Machine } from './machine'
import { reasonClass } from './reasons'

export interface Drawn {
  readonly root: number
  /** Ways that light up, and refusals. */
  readonly now: number
  /** The mark and verdicts: above everything. */
  readonly top: number
  readonly regions: ReadonlyMap<string, number>
  /** Labels of each state's name. */
  readonly names: ReadonlyMap<string, readonly number[]>
  /** Labels of each way's reason, where it is written at rest. */
  readonly reasons: ReadonlyMap<string, readonly number[]>
}

export const circle = (r: number): string => `M${-r} 0a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`
export const polyPath = (points: readonly Point[]): string => points.map(([x, y], i) => `${i ? 'L' : 'M'}${near(x)} ${near(y)}`).join('')
const near = (n: number): number => Math.round(n * 10) / 10
export const HEAD = 'M-13 -7L0 0L-13 7'

/** Among the regions, the ways: quiet whenever a state is brought forward. */
const WAYS = '> ways'

export function drawMachine(job: Direct, machine: Machine, layout: Layout): Drawn {
  const { canvas, stage } = job
  const { who } = machine
  const root = canvas.region({ in: job.parent, id: stage.name, c: who })
  drawHead(job, machine, layout, root)
  const ways = canvas.region({ in: root, c: who })
  const reasons = new Map<string, readonly number[]>()
  const stubs = layout.tracks.filter((t) => t.way.from === 'any')
  for (const track of layout.tracks) if (!stubs.includes(track)) reasons.set(keyOf(track.way), drawTrack(job, track, ways, layout))
  const now = canvas.region({ in: root })
  const regions = new Map<string, number>([[WAYS, ways]])
  const names = new Map<string, readonly number[]>()
  for (const station of layout.stations.values()) {
    const region = canvas.region({ in: root, c: who, id: `${stage.name}.${station.id}` })
    regions.set(station.id, region)
    names.set(station.id, drawStation(job, station, region))
    // What leads here from everywhere comes and goes with the state.
    for (const track of stubs) if (track.way.to === station.id) reasons.set(keyOf(track.way), drawTrack(job, track, region, layout))
    if (machine.hidden.includes(station.id)) canvas.key(region, 'o', 0, 0, 0)
  }
  return { root, now, top: canvas.region({ in: root }), regions, names, reasons }
}

function drawStation({ canvas }: Direct, { x, y, pill, name }: Station, region: number): readonly number[] {
  if (pill) canvas.box(pill, { in: region, c: 'badge' }, Math.min(pill.h / 2, 34))
  canvas.path(circle(R), { in: region, c: 'badge', x, y })
  return name.lines.map((line, i) =>
    canvas.label(line, { in: region, c: 'm', x: name.x, y: name.y + i * canvas.size * 1.16 }, { anchor: name.anchor }),
  )
}

function drawTrack({ canvas }: Direct, { points, turn, reason, way }: Track, region: number, layout: Layout): readonly number[] {
  canvas.path(polyPath(points), { in: region, c: 'line fine' })
  const [x, y] = points.at(-1) as Point
  // On a line, the arrows stand with the words: two of them would not fit between two tracks.
  if (layout.stations.get(way.to)?.pill || !reason) canvas.path(HEAD, { in: region, c: 'line fine', x, y }, turn)
  if (!reason || reason.shy) return []
  return reason.lines.map((_, i) => canvas.label(reasonRuns(reason, i, 'soft'), { in: region, x: reason.x, y: reason.y + i * canvas.size * 1.16 }, { anchor: reason.anchor })) // prettier-ignore
}

/** One line of a reason, with the arrow of its way before or behind it. */
export function reasonRuns({ lines, arrow, anchor }: NonNullable<Track['reason']>, i: number, c: string): readonly Run[] {
  const text = lines[i] ?? ''
  const run: Run = { t: text, c: [reasonClass(lines.join('')), c].filter(Boolean).join(' ') }
  if (!arrow) return [run]
  return anchor === 'end' ? [run, { t: ` ${arrow}`, c }] : [{ t: `${arrow} `, c }, run]
}

/** “Ana’s pc.signalingState”: the word with a dot in it is set in code type. */
function drawHead({ canvas, call }: Direct, machine: Machine, { head }: Layout, root: number): void {
  if (!head) return
  const { size } = canvas
  const runs = machine.title
    .split(/(?<=\s)/)
    .flatMap((word): readonly Run[] => (/\w\.\w/.test(word) ? [{ t: word, c: 'm soft' }] : runsOf(word, call).map((r) => ({ ...r, c: `${r.c ?? ''} bold`.trim() })))) // prettier-ignore
  const side = head.anchor === 'end' ? -1 : 1
  const room = machine.token ? (machine.token === 'phone' ? 40 : 68) : 0
  if (machine.token)
    canvas.token(machine.token, { in: root, x: head.x + side * (room / 2 - 4), y: head.y + size * 0.82, s: machine.token === 'phone' ? 0.36 : 0.38 }) // prettier-ignore
  canvas.label(runs, { in: root, x: head.x + side * room, y: head.y + size * 1.16 }, { anchor: head.anchor })
}
