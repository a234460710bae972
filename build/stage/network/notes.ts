/** Addresses under their owners, and notes beside them. */
import type { Run } from '../../../src/model/scene'
import type { StageBlock } from '../../compile/tree'
import { runsOf } from '../text'
import type { Context } from './context'

interface Slot {
  readonly x: number
  readonly y: number
  readonly anchor: 'start' | 'middle' | 'end'
}

/** Lines stack downward from where notes of this member begin. */
function slotOf(context: Context, id: string): Slot | null {
  const spot = context.layout.spots.get(id)
  const door = context.layout.doors.get(id)
  if (spot) return spot.notes
  return door ? { x: door.label.x, y: door.label.y + context.canvas.size * 1.3, anchor: door.label.anchor } : null
}

export function drawNotes(context: Context, stage: StageBlock): void {
  const { canvas, call, members, cues, scenery } = context
  const lines = new Map<string, number>()
  const write = (id: string, runs: readonly Run[], from: number, until: number, fixed: boolean): number => {
    const slot = slotOf(context, id)
    const owner = scenery.regions.get(id)
    const spot = context.layout.spots.get(id)
    if (!slot || owner === undefined) return -1
    const line = lines.get(id) ?? 0
    if (fixed) lines.set(id, line + 1)
    const y = slot.y + line * canvas.size * 1.26
    const w = canvas.widthOf(runs)
    const x = slot.anchor === 'start' ? slot.x : slot.anchor === 'end' ? slot.x - w : slot.x - w / 2
    canvas.claim({ x, y: y - canvas.size * 0.95, w, h: canvas.size * 1.2 }, [from, until])
    // Notes of a member move with its region, whose origin is the member's own place.
    const origin = spot ? [spot.x, spot.y] : [0, 0]
    return canvas.label(
      runs,
      { in: owner, x: slot.x - (origin[0] as number), y: y - (origin[1] as number), ...(from > 0 ? { o: 0 } : {}) },
      { anchor: slot.anchor },
    )
  }
  for (const member of members.values()) {
    for (const part of member.shows) {
      const value = member.values.get(part)
      if (value) write(member.id, runsOf(value, call), 0, Infinity, true)
    }
  }
  for (const cue of cues) {
    const { verb, targets } = cue.direction
    if (verb !== 'show') continue
    for (const target of targets.filter((t) => t.stage === stage.name && t.part && t.part !== 'table')) {
      const value = members.get(target.name)?.values.get(target.part)
      if (!value) continue
      const node = write(target.name, runsOf(value, call), cue.start, Infinity, true)
      if (node >= 0) canvas.key(node, 'o', cue.start, cue.end - cue.start, 1)
    }
  }
  labels(context, stage.name, write)
}

/** `label[ana]{text="…"}`: one note a member at a time. */
function labels(
  context: Context,
  stage: string,
  write: (id: string, runs: readonly Run[], from: number, until: number, fixed: boolean) => number,
): void {
  const { canvas, call, cues } = context
  const notes = cues.filter((c) => c.direction.verb === 'label')
  notes.forEach((cue, i) => {
    for (const target of cue.direction.targets.filter((t) => t.stage === stage)) {
      const text = cue.direction.args.text
      const next = notes.slice(i + 1).find((c) => c.direction.targets.some((t) => t.name === target.name && t.stage === stage))
      if (typeof text !== 'string' || text === '') continue
      const node = write(target.name, runsOf(text, call), cue.start, next?.start ?? Infinity, false)
      if (node < 0) continue
      canvas.key(node, 'o', cue.start, cue.end - cue.start, 1)
      if (next) canvas.key(node, 'o', next.start, 200, 0)
    }
  })
}
