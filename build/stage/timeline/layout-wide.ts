/** The axis runs across: flags above it (and below, where they are many and there are no spans), spans under it. */
import { blockOf, wordsOf, type Block } from './block'
import { fly, POLE, type Flags } from './flags'
import { writeMoment } from './content'
import { BAR, placer, ticks, type Room, type Spot, type TimelineLayout } from './layout'

/** The widest a flag and a span's text get before they break. */
const FLAG = 330
const SPAN = 300
/** The shortest pole. */
const LEAST = 26

export function layWide(room: Room): TimelineLayout {
  const { axis, box, size } = room
  const events = axis.items.filter((i) => i.kind === 'event').map((i) => blockOf(i, FLAG, room))
  const tries = events.flatMap((_, split) => [false, true].map((both) => attempt(room, events, split, both)))
  const best = [...tries].sort((a, b) => a.cost - b.cost)[0] ?? attempt(room, events, 0, false)
  const { start, end, place, up, down, lanes, under, needs } = best
  const { spans, laneHeights } = lanes
  const title = titleOf(room)
  const y = box.y + Math.max(0, (box.h - needs) / 2)
  const line = y + title + up.reach
  return {
    size,
    axis: line,
    start,
    end,
    place,
    needs,
    has: box.h,
    title: y + size,
    ticks: axis.hand ? [] : ticks(axis, end - start, 110),
    spots: [
      ...[up, down].flatMap(({ flags }, side) =>
        flags.map(({ block, offset, flies }): Spot => {
          const x = place(block.item.from)
          const top = side ? line + offset : line - offset - block.h
          return { ...wordsOf(block, flies, flies === 'right' ? x + POLE : x - POLE, top + size * 0.94, room), from: x, to: x, bar: 0 }
        }),
      ),
      ...spans.map(({ block, lane, x }): Spot => {
        const bar = line + under + laneHeights.slice(0, lane).reduce((a, c) => a + c, 0)
        return { ...wordsOf(block, 'right', x, bar + BAR + size * 0.98, room), from: place(block.item.from), to: place(block.item.to), bar }
      }),
    ],
  }
}

const titleOf = ({ axis, size }: Room): number => (axis.title ? size * 1.9 : 0)

/** The first `split` flags fly left; with `both`, every other one hangs below the axis. */
function attempt(room: Room, events: readonly Block[], split: number, both: boolean) {
  const { axis, box, size, measure } = room
  const ends = axis.hand ? [axis.from, axis.to].map((at) => measure(writeMoment(at, axis.unit), '') + 16) : [46, 46]
  const left = new Set(events.slice(0, split))
  const [start, end] = inset(room, events, left, box.x + (ends[0] ?? 0), box.x + box.w - (ends[1] ?? 0))
  const place = placer(axis, start, end)
  const lanes = layLanes(room, place)
  const under = size * (axis.hand ? 1.75 : 2)
  const below = under + lanes.laneHeights.reduce((a, b) => a + b, 0)
  const up = fly(both ? events.filter((_, i) => i % 2 === 0) : events, left, place, LEAST)
  const down: Flags = both
    ? fly(
        events.filter((_, i) => i % 2 === 1),
        left,
        place,
        under + 4,
      )
    : { flags: [], reach: 0 }
  const needs = titleOf(room) + up.reach + Math.max(below, down.reach)
  const lost = box.w - (end - start)
  // One side is calmer than two, and a long axis tells moments apart; but before all it has to fit.
  const cost = (needs > box.h ? 1e4 : 0) + (both && lanes.spans.length ? 1e5 : 0) + needs + lost * 0.4 + (both ? 120 : 0)
  return { start, end, place, lanes, under, up, down, needs, cost }
}

/** The axis begins late and ends early enough for the texts at its ends. */
function inset(
  { axis, box }: Room,
  events: readonly Block[],
  left: ReadonlySet<Block>,
  from: number,
  to: number,
): readonly [number, number] {
  let [start, end] = [from, to]
  for (let n = 0; n < 3; n++)
    for (const b of events) {
      const share = (b.item.from - axis.from) / (axis.to - axis.from || 1)
      const x = start + (end - start) * share
      const early = box.x + POLE + b.w - x
      const late = x + POLE + b.w - (box.x + box.w)
      if (left.has(b) && early > 0 && share < 1) start += early / (1 - share)
      if (!left.has(b) && late > 0 && share > 0) end -= late / share
    }
  return [start, end]
}

/** Spans in as few lanes as keep their bars and texts apart. */
function layLanes(room: Room, place: TimelineLayout['place']) {
  const { axis, box } = room
  const lanes: { readonly bar: number; readonly text: number; readonly h: number }[][] = []
  const spans = axis.items
    .filter((i) => i.kind === 'span')
    .map((item) => {
      const block = blockOf(item, SPAN, room)
      const [from, to] = [place(item.from), place(item.to)]
      const x = Math.max(box.x, Math.min(from, box.x + box.w - block.w))
      const free = lanes.findIndex((lane) => lane.every((o) => o.bar <= from && o.text + 20 < x))
      const lane = free < 0 ? lanes.push([]) - 1 : free
      lanes[lane]?.push({ bar: to, text: x + block.w, h: block.h + BAR + 14 })
      return { block, lane, x }
    })
  return { spans, laneHeights: lanes.map((lane) => Math.max(...lane.map((o) => o.h))) }
}
