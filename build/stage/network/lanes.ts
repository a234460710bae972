/** Packets of one beat that use the same stretch run beside each other, so that the beat's last frame shows them all. */
import type { Cue } from '../director'
import type { Member } from './cast'
import type { Layout } from './layout'
import { wayOf } from './ways'

export interface Lane {
  readonly lane: number
  /** Order within the beat, from 1; 0 for a packet that travels alone. */
  readonly number: number
}

const SPREAD = 52
/** Half of what a doorway leaves free: an open leaf stands at one of its jambs. */
const DOORWAY = 30

/** Stretches that a standing link covers at this time: a packet runs beside the pipe, not in it. */
const linkedNow = (cues: readonly Cue[], at: Cue): readonly (readonly string[])[] =>
  cues
    .filter((c) => c.direction.verb === 'link' && c.start < at.until)
    .filter((link) => !cues.some((c) => c.direction.verb === 'unlink' && c.start > link.start && c.start <= at.start && same(c, link)))
    .map((c) => c.direction.targets.map((t) => t.name))

const same = (a: Cue, b: Cue): boolean => {
  const names = (c: Cue) => c.direction.targets.map((t) => t.name).sort().join() // prettier-ignore
  return names(a) === names(b)
}

export function lanesOf(cues: readonly Cue[], members: ReadonlyMap<string, Member>, layout: Layout): ReadonlyMap<Cue, Lane> {
  const sends = cues.filter((c) => c.direction.verb === 'send')
  const stretches = (names: readonly string[]): ReadonlySet<string> => {
    const { points } = wayOf(names.filter((n) => members.has(n)), members, layout) // prettier-ignore
    return new Set(points.slice(1).map((p, i) => [p, points[i]].map((q) => q?.map((v) => Math.round(v / 30)).join()).sort().join(' '))) // prettier-ignore
  }
  const out = new Map<Cue, Lane>()
  for (const beat of new Set(sends.map((c) => c.beat))) {
    const group = sends.filter((c) => c.beat === beat)
    const ways = group.map((c) => stretches(c.direction.targets.map((t) => t.name)))
    const meets = (a: ReadonlySet<string>, b: ReadonlySet<string>) => [...a].some((s) => b.has(s))
    group.forEach((cue, i) => {
      const rivals = group.map((_, k) => k).filter((k) => k === i || meets(ways[i] as ReadonlySet<string>, ways[k] as ReadonlySet<string>))
      const walled = cue.direction.targets.some((t) => layout.doors.has(t.name) || layout.doors.has(members.get(t.name)?.behind ?? ''))
      const step = walled ? Math.min(SPREAD, (2 * DOORWAY) / Math.max(1, rivals.length - 1)) : SPREAD
      const aside = walled ? DOORWAY : 38
      const piped = linkedNow(cues, cue).some((names) => meets(stretches(names), ways[i] as ReadonlySet<string>))
      const place = rivals.indexOf(i)
      const lane = piped ? ([-aside, aside, -76, 76][place] ?? 0) : (place - (rivals.length - 1) / 2) * step
      out.set(cue, { lane, number: group.length > 1 ? i + 1 : 0 })
    })
  }
  return out
}
