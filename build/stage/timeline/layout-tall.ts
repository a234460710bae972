/** The axis runs down: spans to its left, events to its right, pushed apart where they crowd. */
import { blockOf, wordsOf, type Block } from './block'
import { writeMoment } from './content'
import { BAR, placer, ticks, type Room, type Spot, type TimelineLayout } from './layout'

const GAP = 9
/** The widest a span's text gets before it breaks, and the least that is left for events. */
const SPAN = 140
const EVENTS = 200

export function layTall(room: Room): TimelineLayout {
  const { axis, box, size, measure } = room
  const title = axis.title ? size * 1.9 : 0
  const start = box.y + title + (axis.hand ? size * 1.5 : 14)
  const end = box.y + box.h - (axis.hand ? size * 1.6 : 14)
  const place = placer(axis, start, end)
  const { spans, widths } = layLanes(room, place)
  const marks = axis.hand ? [] : ticks(axis, end - start, 56)
  const numbers = axis.hand
    ? measure(writeMoment(axis.to, axis.unit), 'm bold') + 34
    : Math.max(20, ...marks.map((t) => measure(t.text, '') + 26))
  const line = box.x + widths.reduce((a, b) => a + b, 0) + numbers
  const x = line + 52
  const left = box.x + box.w - x
  const events = axis.items.filter((i) => i.kind === 'event').map((i) => blockOf(i, left, room))
  const tops = apart(events, box.y + title, box.y + box.h, (b) => place(b.item.from) - size * 0.62)
  const cramped = left < EVENTS
  return {
    size,
    axis: line,
    start,
    end,
    place,
    ticks: marks,
    title: box.y + size,
    needs: cramped ? x - box.x : title + events.reduce((sum, b) => sum + b.h + GAP, 0),
    has: cramped ? box.w - EVENTS : box.h,
    spots: [
      ...events.map((b, i): Spot => {
        const y = place(b.item.from)
        return { ...wordsOf(b, 'right', x, (tops[i] ?? 0) + size * 0.94, room), from: y, to: y, bar: 0 }
      }),
      ...spans.map(({ block, lane }): Spot => {
        const bar = box.x + widths.slice(0, lane + 1).reduce((a, c) => a + c, 0) - BAR - 14
        const y = place(block.item.from) + size * 0.8
        return { ...wordsOf(block, 'right', bar - 10 - block.w, y, room), from: place(block.item.from), to: place(block.item.to), bar }
      }),
    ],
  }
}

/** Each near where it belongs, none over another; what was pushed out at the foot pushes back. */
function apart(blocks: readonly Block[], from: number, to: number, want: (b: Block) => number): readonly number[] {
  const tops: number[] = []
  let free = from
  for (const b of blocks) {
    const top = Math.max(want(b), free)
    tops.push(top)
    free = top + b.h + GAP
  }
  let limit = to
  for (let i = blocks.length - 1; i >= 0; i--) {
    tops[i] = Math.min(tops[i] ?? 0, limit - (blocks[i]?.h ?? 0))
    limit = (tops[i] ?? 0) - GAP
  }
  return tops
}

/** Spans in as few columns as keep their bars and texts apart. */
function layLanes(room: Room, place: TimelineLayout['place']) {
  const lanes: { readonly until: number; readonly w: number }[][] = []
  const items = room.axis.items.filter((i) => i.kind === 'span')
  // What is ever written under a span, or its longest word, makes its column wide: its own text may be as wide.
  const width = Math.max(SPAN, ...items.map((i) => blockOf(i, SPAN, room).w))
  const spans = items.map((item) => {
    const block = blockOf(item, width, room)
    const from = place(item.from)
    const free = lanes.findIndex((lane) => lane.every((o) => o.until <= from))
    const lane = free < 0 ? lanes.push([]) - 1 : free
    lanes[lane]?.push({ until: Math.max(place(item.to), from + block.h), w: block.w + BAR + 26 })
    return { block, lane }
  })
  return { spans, widths: lanes.map((lane) => Math.max(...lane.map((o) => o.w))) }
}
