/** A `send`: the ticket that travels, the trail that stays until the beat ends, the cross where it died. */
import type { LineCode } from '../../../src/model/scene'
import type { Cue } from '../director'
import type { Canvas } from '../canvas'
import type { Point, Rect } from '../geometry'
import { runsOf } from '../text'
import { HOP } from '../timing'
import { lineCodeOf } from '../vocabulary'
import { arrowHead, badge, refuse, trailLabel } from './packet-words'
import { drawTicket, sizeOf, type TicketText } from '../ticket'
import type { Call } from '../../compile/tree'
import { lengthOf, shifted, traceOf, upTo, wayOf, type Way } from './ways'
import type { Layout } from './layout'
import type { Member } from './cast'

export interface Layers {
  readonly ground: number
  readonly lines: number
  readonly cast: number
  readonly notes: number
  readonly packets: number
}

export interface PacketJob {
  readonly cue: Cue
  readonly canvas: Canvas
  readonly call: Call
  readonly layout: Layout
  readonly members: ReadonlyMap<string, Member>
  readonly layers: Layers
  /** Sideways shift of its lane, and its number among the beat's packets (0: alone). */
  readonly lane: number
  readonly number: number
  /** Told when it passes a door, so that the door opens. */
  readonly onDoor: (door: string, at: number) => void
}

const isStun = /\b(STUN|TURN|Binding|Allocate|USE-CANDIDATE|success|check)\b/i
export const lineOf = ({ direction: { args } }: Cue): LineCode => lineCodeOf(args, isStun.test(String(args.text ?? '')) ? 'stun' : 'http')

const ticketText = (job: PacketJob): TicketText => {
  const { args } = job.cue.direction
  const runs = (v: string | true | undefined) => (typeof v === 'string' ? runsOf(v, job.call) : undefined)
  const from = runs(args.from)
  const to = runs(args.to)
  const becomes = runs(args.becomes)
  return { text: runs(args.text) ?? [{ t: 'packet' }], ...(from ? { from } : {}), ...(to ? { to } : {}), ...(becomes ? { becomes } : {}) }
}

/** Draws the packet and its trail; what is returned writes the words, once every trail of the beat has its place. */
export function drawPacket(job: PacketJob): () => void {
  const { cue, canvas, layout, members } = job
  const names = cue.direction.targets.map((t) => t.name)
  const lost = typeof cue.direction.args.lost === 'string' ? cue.direction.args.lost : null
  const reach = lost && names.includes(lost) ? names.slice(0, names.indexOf(lost) + 1) : names
  const who = members.get(names[0] as string)?.who ?? 'X'
  const text = ticketText(job)
  const size = sizeOf(canvas, text)
  const plain = shifted(wayOf(reach.length > 1 ? reach : names, members, layout), job.lane)
  // What dies at its own door gets no room to be seen inside: it is drawn dying just beyond, where no road goes on.
  const own = lost !== null && lost === members.get(names[0] as string)?.behind
  const way = own ? beyond(plain, layout.along === 'y' ? size.h + 220 : size.w + 130) : plain
  const total = lengthOf(way.points)
  const vertical =
    layout.along === 'y' &&
    Math.abs((way.points.at(-1) as Point)[1] - (way.points[0] as Point)[1]) >
      Math.abs((way.points.at(-1) as Point)[0] - (way.points[0] as Point)[0])
  const along = vertical ? size.h / 2 : size.w / 2
  // A lost packet stops before the door that refuses it, its cross between the two.
  const travelled = lost ? Math.max(along + 20, total - 44) : total
  const ends = upTo(way.points, travelled)
  const span = [cue.start, cue.until] as const
  const boxAt = (distance: number): Rect => {
    const [x, y] = upTo(way.points, Math.max(0.01, distance)).at(-1) as Point
    return { x: x - size.w / 2, y: y - size.h / 2, w: size.w, h: size.h }
  }
  // A lost ticket stays where it covers nothing, as near to its end as it can.
  const nearest = Math.max(total * 0.3, total - 44 - 34 - along)
  const stops = [0, 20, 40, 60, 90, 120, 160, 200, 240].map((back) => Math.max(total * 0.25, nearest - back))
  const ticketStop = lost ? (stops.find((d) => canvas.isFree(boxAt(d), span, 2, 'badge')) ?? nearest) : total
  const trail = canvas.link(ends, lineOf(cue), { in: job.layers.lines, id: `${names[0]}>${names.at(-1)}` }, 0)
  const ticket = drawTicket(canvas, who, text, job.layers.packets)
  animate(job, way, ticket.node, trail, { total, travelled, ticketStop, scaleOut: !lost })
  if (ticket.before !== null && ticket.after !== null) {
    const at = timeAtDoor(job, way, total) ?? cue.start + (cue.end - cue.start) / 2
    canvas.key(ticket.before, 'o', at, 200, 0)
    canvas.key(ticket.after, 'o', at, 200, 1)
  }
  for (const rect of traceOf(ends)) canvas.claim(rect, span, 'line')
  canvas.key(trail, 'o', cue.until, 250, 0)
  if (lost) canvas.claim(boxAt(ticketStop), span)
  openDoors(job, way, total)
  return () => {
    if (job.number) badge(job, way.points, who)
    if (lost) refuse(job, ends.at(-1) as Point)
    else {
      arrowHead(job, ends)
      trailLabel(job, text, ends, who)
    }
  }
}

/** The way, longer by `by` in the direction it leaves its last door. */
function beyond(way: Way, by: number): Way {
  const [a, b] = [way.points.at(-2) as Point, way.points.at(-1) as Point]
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1
  const end: Point = [b[0] + ((b[0] - a[0]) / length) * by, b[1] + ((b[1] - a[1]) / length) * by]
  return { points: [...way.points, end], stops: [...way.stops.slice(0, -1), way.points.length] }
}

/** When the packet stands in a door on its way, by the order of its hops. */
function timeAtDoor(job: PacketJob, way: Way, total: number): number | null {
  const names = job.cue.direction.targets.map((t) => t.name)
  const hop = names.findIndex((n) => job.layout.doors.has(n))
  const stop = hop < 0 ? undefined : way.stops[hop]
  if (stop !== undefined && hop > 0) return job.cue.start + hopTime(job) * hop
  const i = way.points.findIndex(([x, y]) =>
    [...job.layout.doors.values()].some((d) => Math.hypot(d.at[0] - x, d.at[1] - y) <= Math.abs(job.lane) + 1),
  )
  return i > 0 ? job.cue.start + ((job.cue.end - job.cue.start) * lengthOf(way.points.slice(0, i + 1))) / total : null
}

const hopTime = (job: PacketJob): number => HOP * (job.cue.direction.args.slow ? 2 : 1)

function animate(
  job: PacketJob,
  way: Way,
  ticket: number,
  trail: number,
  go: { readonly total: number; readonly travelled: number; readonly ticketStop: number; readonly scaleOut: boolean },
): void {
  const { canvas, cue } = job
  const start = way.points[0] as Point
  canvas.key(ticket, 'x', 0, 0, start[0])
  canvas.key(ticket, 'y', 0, 0, start[1])
  canvas.key(ticket, 's', 0, 0, 0.35)
  canvas.key(ticket, 's', cue.start, 260, 1)
  canvas.key(ticket, 'o', cue.start, 160, 1)
  let from = 0
  for (let hop = 1; hop < way.stops.length; hop++) {
    const begin = cue.start + hopTime(job) * (hop - 1)
    const last = hop === way.stops.length - 1
    const leg = way.points.slice(way.stops[hop - 1], (way.stops[hop] as number) + 1)
    const legLength = lengthOf(leg)
    const bent = leg.length > 2
    let done = 0
    for (let i = 1; i < leg.length; i++) {
      const step = lengthOf([leg[i - 1] as Point, leg[i] as Point])
      const at = begin + (hopTime(job) * done) / (legLength || 1)
      const over = (hopTime(job) * step) / (legLength || 1)
      const here = from + done + step
      const stopAt = upTo(way.points, Math.max(0.01, Math.min(here, go.ticketStop))).at(-1) as Point
      canvas.key(ticket, 'x', at, over, stopAt[0], bent ? 1 : undefined)
      canvas.key(ticket, 'y', at, over, stopAt[1], bent ? 1 : undefined)
      canvas.key(trail, 'draw', at, over, Math.min(1, here / go.travelled), bent ? 1 : undefined)
      done += step
    }
    from += legLength
    if (last && go.scaleOut) {
      canvas.key(ticket, 's', begin + hopTime(job) - 180, 180, 0.35)
      canvas.key(ticket, 'o', begin + hopTime(job) - 150, 150, 0)
    }
  }
  if (!go.scaleOut) canvas.key(ticket, 'o', cue.until, 250, 0)
}

/** A door opens to who comes from inside, and nothing gets in by a door that is shut. */
function openDoors(job: PacketJob, way: Way, total: number): void {
  const { cue, layout, members } = job
  const home = members.get(cue.direction.targets[0]?.name ?? '')?.behind
  for (const [id, door] of layout.doors) {
    const i = way.points.findIndex(([x, y]) => Math.hypot(door.at[0] - x, door.at[1] - y) <= Math.abs(job.lane) + 1)
    if (i <= 0 || (i === way.points.length - 1 && id !== home)) continue
    const share = lengthOf(way.points.slice(0, i + 1)) / total
    const named = cue.direction.targets.findIndex((t) => t.name === id)
    const at = named > 0 ? cue.start + hopTime(job) * named - 300 : cue.start + (cue.end - cue.start) * share - 250
    job.onDoor(id, Math.max(cue.start, at))
  }
}
