/** Addresses under their owners, and notes beside them. */
import type { StageBlock } from '../../compile/tree'
import { plainOf, runsOf } from '../text'
import type { Rect } from '../geometry'
import type { Context } from './context'

type Anchor = 'start' | 'middle' | 'end'
interface Slot {
  readonly x: number
  readonly y: number
  readonly anchor: Anchor
  /** Widest line that stays in its room. */
  readonly room: number
  /** Lines pile up from here instead of down: below is a wall. */
  readonly up?: boolean | undefined
}

const LINE_HEIGHT = 1.24
/** Half a doorway, with the leaf that stands open in it. */
const LEAF = 72

/** Where notes of a member begin, and how wide they may be. */
function slotOf({ canvas, layout, members }: Context, id: string): Slot | null {
  const spot = layout.spots.get(id)
  const door = layout.doors.get(id)
  if (!spot) {
    const up = door && layout.along === 'y' && door.label.y < door.at[1]
    return door ? { x: door.label.x, y: door.label.y + canvas.size * (up ? -1.3 : 1.3), anchor: door.label.anchor, room: 400, up } : null
  }
  const home = members.get(id)?.behind
  const walls = layout.rooms.find((r) => r.door === home)?.rect
  const { x, y, anchor } = spot.notes
  const inside =
    walls && layout.along === 'x'
      ? anchor === 'middle'
        ? walls.w - 20
        : anchor === 'end'
          ? x - walls.x - 12
          : walls.x + walls.w - x - 12
      : null
  const room =
    inside ??
    (anchor === 'start' ? Math.min(canvas.width - x - 20, 330) : walls ? 226 : Math.min(340, 2 * (canvas.width - 10 - x), 2 * (x - 10)))
  return { x, y, anchor, room }
}

/** An address too wide for its room breaks before its port, other text at blanks. */
function breakUp({ canvas, call }: Context, text: string, room: number): readonly string[] {
  if (canvas.widthOf(runsOf(text, call)) <= room) return [text]
  const port = /^(.*[^:])(:\d+)$/.exec(text)
  if (port && !text.includes(' ')) return [port[1] as string, port[2] as string]
  const joint = text.search(/[-.][^-.]+[.][^-.]+$/)
  if (!text.includes(' ') && joint > 0 && text.length <= 30 && !/\d{1,3}\.\d/.test(text))
    return [text.slice(0, joint + 1), text.slice(joint + 1)]
  if (!text.includes(' ')) return text.length > 30 ? [`${text.slice(0, 8)}…${text.slice(-6)}`] : [text]
  return canvas.wrap(text, room, canvas.size)
}

export function drawNotes(context: Context, stage: StageBlock): void {
  const { canvas, members, cues } = context
  const lines = new Map<string, number>()
  for (const member of members.values()) for (const part of member.shows) address(member.id, part, 0, 0)
  for (const cue of cues.filter((c) => c.direction.verb === 'show')) {
    for (const target of cue.direction.targets.filter((t) => t.stage === stage.name && t.part && t.part !== 'table'))
      address(target.name, target.part, cue.start, cue.end)
  }
  labels(context, stage.name, lines)

  function address(id: string, part: string, start: number, end: number): void {
    const value = members.get(id)?.values.get(part)
    if (!value) return
    const before = lines.get(id) ?? 0
    const written = write(context, id, value, before, [start, Infinity], false)
    if (!written) return
    lines.set(id, before + written.lines)
    if (end) canvas.key(written.node, 'o', start, end - start, 1)
  }
}

interface Written {
  readonly node: number
  readonly lines: number
}

/** Writes at the member's own place; a `free` note may go elsewhere if that is taken. It moves with the member. */
function write(context: Context, id: string, text: string, line: number, span: readonly [number, number], free: boolean): Written | null {
  const { canvas, call, layout, scenery } = context
  const slot = slotOf(context, id)
  const owner = scenery.regions.get(id)
  if (!slot || owner === undefined) return null
  const pieces = breakUp(context, text, slot.room)
  const step = canvas.size * LINE_HEIGHT
  const w = Math.max(...pieces.map((p) => canvas.widthOf(runsOf(p, call))))
  const h = pieces.length * step
  const left = slot.anchor === 'start' ? slot.x : slot.anchor === 'end' ? slot.x - w : slot.x - w / 2
  const own: Rect = { x: left, y: slot.y - canvas.size * 0.95 + (slot.up ? step - h - line * step : line * step), w, h }
  const spot = layout.spots.get(id)
  const around: readonly Rect[] = spot
    ? [
        { ...own, x: spot.x - w / 2, y: spot.rect.y - h - 10 - (spot.name === 'above' ? step : 0) },
        { ...own, x: spot.rect.x + spot.rect.w + 16, y: spot.y - h / 2 },
        { ...own, x: spot.rect.x - w - 16, y: spot.y - h / 2 },
        { ...own, y: own.y + step },
      ]
    : [
        ...(layout.along === 'y' ? [{ ...own, x: (layout.doors.get(id)?.at[0] ?? 0) - LEAF - w }] : []),
        ...[1, 2, 3, 4, 5, 6].map((n) => ({ ...own, y: own.y + n * (slot.up ? -step : step) })),
      ]
  const rect = free ? canvas.settle([own, ...around], span, -1) : own
  if (!free) canvas.claim(own, span)
  const origin = spot ? [spot.x, spot.y] : [0, 0]
  const anchor = rect.x === own.x ? slot.anchor : 'start'
  const x = (anchor === 'start' ? rect.x : anchor === 'end' ? rect.x + w : rect.x + w / 2) - (origin[0] as number)
  const node = canvas.region({ in: owner, ...(span[0] > 0 ? { o: 0 } : {}) })
  pieces.forEach((piece, i) => {
    const y = rect.y + canvas.size * 0.95 + i * step - (origin[1] as number)
    const runs = runsOf(piece, call)
    // The second half of a broken address keeps its owner's colour.
    const whole = runsOf(text, call)
    const styled = pieces.length > 1 && whole.length === 1 && plainOf(whole) === text ? [{ t: piece, c: whole[0]?.c ?? '' }] : runs
    canvas.label(styled, { in: node, x, y }, { anchor })
  })
  return { node, lines: pieces.length }
}

/** `label[ana]{text="…"}`: one note a member at a time. */
function labels(context: Context, stage: string, lines: ReadonlyMap<string, number>): void {
  const { canvas, cues } = context
  const notes = cues.filter((c) => c.direction.verb === 'label')
  notes.forEach((cue, i) => {
    for (const target of cue.direction.targets.filter((t) => t.stage === stage)) {
      const { text } = cue.direction.args
      const next = notes.slice(i + 1).find((c) => c.direction.targets.some((t) => t.name === target.name && t.stage === stage))
      if (typeof text !== 'string' || text === '') continue
      const written = write(
        context,
        target.name,
        text,
        lines.get(target.name) ?? 0,
        [Math.max(1, cue.start), next?.start ?? Infinity],
        true,
      )
      if (!written) continue
      canvas.key(written.node, 'o', cue.start, cue.end - cue.start, 1)
      if (next) canvas.key(written.node, 'o', next.start, 200, 0)
    }
  })
}
