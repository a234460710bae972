/** Shares a frame out among the stages of a screen, lets each director draw, and returns the scene. */
import type { Scene } from '../../src/model/scene'
import type { Diagnostics } from '../compile/diagnostic'
import type { Call, LinkedScreen, StageBlock } from '../compile/tree'
import type { Metrics } from '../fonts/metrics'
import { Canvas } from './canvas'
import type { Cue, Director } from './director'
import type { Rect } from './geometry'
import { doesNotFit } from './messages'
import { directors } from './registry'

interface Part {
  readonly stage: StageBlock
  readonly director: Director
  readonly cues: readonly Cue[]
}

const GAP = 24
const MARGIN = { wide: { x: 16, y: 14 }, tall: { x: 18, y: 14 } } as const

export function compose(
  screen: LinkedScreen,
  cues: readonly Cue[],
  length: number,
  context: { readonly call: Call; readonly metrics: Metrics; readonly diagnostics: Diagnostics },
  shape: 'wide' | 'tall',
): Scene {
  const canvas = new Canvas(shape, context.metrics, context.diagnostics, screen.at)
  const parts = screen.stages.flatMap((stage): Part[] => {
    const director = directors.get(stage.kind)
    return director ? [{ stage, director, cues: cues.filter((c) => c.direction.targets.some((t) => t.stage === stage.name)) }] : []
  })
  for (const [part, box] of shareOut(parts, shape, context.call, canvas)) {
    canvas.at = part.stage.at
    part.director.direct({ stage: part.stage, cues: part.cues, call: context.call, canvas, box, shape, diagnostics: context.diagnostics })
  }
  return canvas.scene(length)
}

/** Wide: what is below lies under the rest, left and right stand beside each other. Tall: all in one column. */
function shareOut(parts: readonly Part[], shape: 'wide' | 'tall', call: Call, canvas: Canvas): readonly (readonly [Part, Rect])[] {
  const margin = MARGIN[shape]
  const frame: Rect = { x: margin.x, y: margin.y, w: canvas.width - 2 * margin.x, h: canvas.height - 2 * margin.y }
  if (shape === 'tall') return column(parts, frame, shape, call, canvas)
  const under = parts.filter((p) => p.stage.place === 'below' || p.stage.place === 'overlay')
  const upper = parts.filter((p) => !under.includes(p))
  if (!upper.length) return column(under, frame, shape, call, canvas)
  const rows = stack([upper, ...under.map((p) => [p])], frame, shape, call, canvas)
  return rows.flatMap(([group, rect]) => sideBySide(group, rect))
}

const column = (parts: readonly Part[], frame: Rect, shape: 'wide' | 'tall', call: Call, canvas: Canvas): readonly (readonly [Part, Rect])[] =>
  stack(parts.map((p) => [p]), frame, shape, call, canvas).map(([group, rect]) => [group[0] as Part, rect]) // prettier-ignore

/** Each row gets what it needs; what is left goes to those that would like more. */
function stack(
  groups: readonly (readonly Part[])[],
  frame: Rect,
  shape: 'wide' | 'tall',
  call: Call,
  canvas: Canvas,
): readonly (readonly [readonly Part[], Rect])[] {
  const needs = groups.map((group) => {
    const each = group.map((p) => p.director.height(p.stage, p.cues, call, frame.w / group.length, shape))
    return { min: Math.max(...each.map((n) => n.min)), ideal: Math.max(...each.map((n) => n.ideal)) }
  })
  const gaps = GAP * (groups.length - 1)
  const least = needs.reduce((sum, n) => sum + n.min, 0) + gaps
  const last = groups.at(-1)?.[0]
  if (least > frame.h + 1 && last)
    canvas.diagnostics.add(doesNotFit(last.stage.at, `the screen, ${shape},`, least, frame.h, 'fewer rows, or two screens'))
  const wish = needs.map((n) => Math.max(0, n.ideal - n.min))
  const spare = Math.max(0, frame.h - least)
  const total = wish.reduce((a, b) => a + b, 0)
  const squeeze = Math.min(1, (frame.h - gaps) / (least - gaps || 1))
  let y = frame.y
  return groups.map((group, i) => {
    const need = needs[i] as { min: number; ideal: number }
    const share = total > 0 ? (spare * (wish[i] as number)) / total : spare / groups.length
    const h = need.min * squeeze + share
    const rect = { x: frame.x, y, w: frame.w, h }
    y += h + GAP
    return [group, rect] as const
  })
}

function sideBySide(group: readonly Part[], rect: Rect): readonly (readonly [Part, Rect])[] {
  const order = { left: 0, main: 1, right: 2, below: 3, overlay: 4 } as const
  const sorted = [...group].sort((a, b) => order[a.stage.place] - order[b.stage.place])
  const w = (rect.w - GAP * (sorted.length - 1)) / sorted.length
  return sorted.map((part, i) => [part, { x: rect.x + i * (w + GAP), y: rect.y, w, h: rect.h }] as const)
}
