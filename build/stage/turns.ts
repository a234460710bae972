/**
 * A tall frame that has no room for all its stages: the one that acts grows to the whole frame. While the first stage acts,
 * one that can (a table) keeps a strip at the foot with the row of the moment, so that the subject of a beat is never dropped.
 */
import type { Canvas } from './canvas'
import type { Draw, Part } from './compose'
import { isFlight } from './flights'
import type { Rect } from './geometry'

export function takeTurns(parts: readonly Part[], frame: Rect, gap: number, canvas: Canvas, draw: Draw, camera?: number): void {
  const [first, ...others] = parts
  if (!first) return
  const strips = others.filter((p) => p.director.strip)
  const stripped = strips.reduce((sum, p) => sum + (p.director.strip?.height ?? 0) + gap, 0)
  const turns = actingByBeat(parts)
  for (const part of parts) {
    canvas.page = part.stage.name
    const region = canvas.region(camera === undefined ? {} : { in: camera })
    const box = part === first ? { ...frame, h: frame.h - stripped } : frame
    draw(part, box, region)
    follow(canvas, region, turns, part)
  }
  let y = frame.y + frame.h - stripped + gap
  for (const part of strips) {
    canvas.page = `${part.stage.name} strip`
    const region = canvas.region(camera === undefined ? {} : { in: camera })
    const h = part.director.strip?.height ?? 0
    draw(part, { x: frame.x, y, w: frame.w, h }, region, true)
    follow(canvas, region, turns, first)
    y += h + gap
  }
  canvas.page = ''
}

interface Turn {
  readonly at: number
  readonly part: Part
}

/** Who acts in each beat: the first stage if it does anything, else whoever does. */
function actingByBeat(parts: readonly Part[]): readonly Turn[] {
  const beats = [...new Set(parts.flatMap((p) => p.cues.map((c) => c.beat)))].sort((a, b) => a - b)
  return beats.flatMap((beat): Turn[] => {
    const part = parts.find((p) => p.cues.some((c) => c.beat === beat))
    const at = Math.min(...parts.flatMap((p) => p.cues.filter((c) => c.beat === beat).map((c) => c.start)))
    // What something becomes on another stage is seen there: once it has arrived, that stage acts.
    const arrivals = (part?.cues ?? [])
      .filter((c) => c.beat === beat && isFlight(c))
      .flatMap((c): Turn[] =>
        parts.filter((p) => p.stage.name === c.direction.targets[1]?.stage).map((p) => ({ part: p, at: c.end + 300 })),
      )
    return part ? [{ part, at }, ...arrivals] : []
  })
}

/** Shown while it is this part's turn. */
function follow(canvas: Canvas, region: number, turns: readonly Turn[], part: Part): void {
  let shown = (turns[0]?.part ?? part) === part
  if (!shown) canvas.key(region, 'o', 0, 0, 0)
  for (const turn of turns) {
    const now = turn.part === part
    if (now !== shown) canvas.key(region, 'o', Math.max(0, turn.at - 300), 300, now ? 1 : 0)
    shown = now
  }
}
