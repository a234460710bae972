/** Shares a frame out among the stages of a screen, lets each director draw, and returns the scene. */
import type { Scene } from '../../src/model/scene'
import type { Diagnostics } from '../compile/diagnostic'
import type { At, Call, StageBlock } from '../compile/tree'
import type { Metrics } from '../fonts/metrics'
import { film, zooms } from './camera'
import { Canvas } from './canvas'
import type { Cue, Direct, Director } from './director'
import { drawFlights, isFlight } from './flights'
import type { Rect } from './geometry'
import { doesNotFit, morphAlone } from './messages'
import { directors } from './registry'
import { takeTurns } from './turns'

export interface Part {
  readonly stage: StageBlock
  readonly director: Director
  readonly cues: readonly Cue[]
}
/** What stands on a screen; of screens that continue each other, what stands on all of them. */
export interface Standing {
  readonly stages: readonly StageBlock[]
  readonly at: At
  /** Where the scene will be cut. */
  readonly cuts?: readonly number[]
}
/** A director's job once its box is known. */
export type Draw = (part: Part, box: Rect, parent: number, strip?: boolean) => void

const GAP = 24
const MARGIN = { wide: { x: 16, y: 14 }, tall: { x: 18, y: 14 } } as const

export function compose(
  screen: Standing,
  cues: readonly Cue[],
  length: number,
  context: { readonly call: Call; readonly metrics: Metrics; readonly diagnostics: Diagnostics },
  shape: 'wide' | 'tall',
): Scene {
  const canvas = new Canvas(shape, context.metrics, context.diagnostics, screen.at)
  const camera = zooms(cues) ? canvas.region({ id: 'camera' }) : undefined
  const filmed = camera === undefined ? {} : { in: camera }
  const flights = cues.some(isFlight)
  const ground = flights ? canvas.region(filmed) : -1
  const whole = (apart: boolean): Scene => {
    if (flights) drawFlights(canvas, cues, length, { ground, sky: canvas.region(filmed), apart })
    const scene = canvas.scene(length)
    return camera === undefined ? scene : film(scene, cues, screen.cuts)
  }
  const parts = screen.stages.flatMap((stage): Part[] => {
    const director = directors.get(stage.kind)
    return director ? [{ stage, director, cues: cues.filter((c) => concerns(c, stage.name)) }] : []
  })
  const draw: Draw = (part, box, parent, strip = false) => {
    canvas.at = part.stage.at
    const job: Direct = { ...part, call: context.call, canvas, box, parent, shape, diagnostics: context.diagnostics }
    if (strip) part.director.strip?.direct(job)
    else {
      part.director.direct(job)
      jobs.push(job)
    }
  }
  const jobs: Direct[] = []
  for (const part of parts) checkMorphs(part, context.diagnostics)
  const margin = MARGIN[shape]
  const frame: Rect = { x: margin.x, y: margin.y, w: canvas.width - 2 * margin.x, h: canvas.height - 2 * margin.y }
  const rows = rowsOf(parts, shape)
  const needs = rows.map((row) => need(row, frame.w, shape, context.call))
  const least = needs.reduce((sum, n) => sum + n.min, 0) + GAP * (rows.length - 1)
  if (least > frame.h + 1 && shape === 'tall' && rows.length > 1) {
    takeTurns(parts, frame, GAP, canvas, draw, camera)
    drawBetween(parts, jobs, canvas.region(filmed))
    return whole(true)
  }
  const last = rows.at(-1)?.[0]
  if (least > frame.h + 1 && last)
    context.diagnostics.add(doesNotFit(last.stage.at, `the screen, ${shape},`, least, frame.h, 'fewer rows, or two screens'))
  const root = canvas.region(filmed)
  stack(rows, needs, frame).forEach(([row, rect]) => sideBySide(row, rect).forEach(([part, box]) => draw(part, box, root)))
  drawBetween(parts, jobs, root)
  return whole(false)
}

/** Only code has versions of itself. */
function checkMorphs({ stage, director, cues }: Part, diagnostics: Diagnostics): void {
  for (const { direction } of cues)
    if (direction.verb === 'morph' && director.kind !== 'code' && direction.targets.every((t) => t.stage === stage.name))
      diagnostics.add(morphAlone(direction.at, director.kind, stage.name))
}

/** It names something on this stage, or carries something of it elsewhere. */
const concerns = ({ direction }: Cue, stage: string): boolean =>
  direction.targets.some((t) => t.stage === stage) || String(direction.args.carries ?? '').split('.')[0] === stage

function drawBetween(parts: readonly Part[], jobs: readonly Direct[], parent: number): void {
  for (const director of new Set(parts.map((p) => p.director)))
    director.between?.(
      jobs.filter((j) => parts.some((p) => p.stage === j.stage && p.director === director)),
      parent,
    )
}

/** Wide: what is below lies under the rest, left and right stand beside each other. Tall: all in one column. */
function rowsOf(parts: readonly Part[], shape: 'wide' | 'tall'): readonly (readonly Part[])[] {
  if (shape === 'tall') return parts.map((p) => [p])
  const under = parts.filter((p) => p.stage.place === 'below' || p.stage.place === 'overlay')
  const upper = parts.filter((p) => !under.includes(p))
  return [...(upper.length ? [upper] : []), ...under.map((p) => [p])]
}

interface Need {
  readonly min: number
  readonly ideal: number
}

function need(row: readonly Part[], width: number, shape: 'wide' | 'tall', call: Call): Need {
  const each = row.map((p) => p.director.height(p.stage, p.cues, call, width / row.length, shape))
  return { min: Math.max(...each.map((n) => n.min)), ideal: Math.max(...each.map((n) => n.ideal)) }
}

/** Each row gets what it needs; what is left goes to those that would like more. */
function stack(rows: readonly (readonly Part[])[], needs: readonly Need[], frame: Rect): readonly (readonly [readonly Part[], Rect])[] {
  const gaps = GAP * (rows.length - 1)
  const least = needs.reduce((sum, n) => sum + n.min, 0) + gaps
  const wish = needs.map((n) => Math.max(0, n.ideal - n.min))
  const spare = Math.max(0, frame.h - least)
  const wishes = wish.reduce((a, b) => a + b, 0)
  const squeeze = Math.min(1, (frame.h - gaps) / (least - gaps || 1))
  let y = frame.y
  return rows.map((row, i) => {
    const share = wishes > 0 ? (spare * (wish[i] ?? 0)) / wishes : spare / rows.length
    const h = (needs[i]?.min ?? 0) * squeeze + share
    const rect = { x: frame.x, y, w: frame.w, h }
    y += h + GAP
    return [row, rect] as const
  })
}

function sideBySide(row: readonly Part[], rect: Rect): readonly (readonly [Part, Rect])[] {
  const order = { left: 0, main: 1, right: 2, below: 3, overlay: 4 } as const
  const sorted = [...row].sort((a, b) => order[a.stage.place] - order[b.stage.place])
  const w = (rect.w - GAP * (sorted.length - 1)) / sorted.length
  return sorted.map((part, i) => [part, { x: rect.x + i * (w + GAP), y: rect.y, w, h: rect.h }] as const)
}
