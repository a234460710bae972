/** Layers come and go, go quiet, change their notes, are marked. */
import type { Canvas } from '../canvas'
import type { Cue, Direct } from '../director'
import { writeNote, type Brick, type DrawnStack } from './draw'
import { meant, type Stack } from './layers'

/** How far above its place a layer appears before it settles. */
const FALL = 22

const bricksOf = (stack: Stack, { bricks }: DrawnStack, cue: Cue, stage: string): readonly Brick[] =>
  cue.direction.targets
    .filter((t) => t.stage === stage)
    .flatMap((target) => {
      if (!target.name) return bricks
      const { host, layer } = meant(stack, target)
      return bricks.filter((b) => (!host || b.host === host) && (!layer || b.layer === layer))
    })

export function comeAndGo(job: Direct, stack: Stack, drawn: DrawnStack): void {
  const { canvas, cues, stage } = job
  const met = new Set<number>()
  for (const { layer, region } of drawn.bricks) if (layer.hidden) canvas.key(region, 'o', 0, 0, 0)
  for (const cue of cues) {
    const { verb, targets } = cue.direction
    const mine = targets.filter((t) => t.stage === stage.name)
    const over = cue.end - cue.start
    if (verb === 'enter' || verb === 'exit' || verb === 'show') {
      const [heads, whole] = [mine.flatMap((t) => (t.part ? [] : (drawn.heads.get(t.name) ?? []))), mine.some((t) => !t.name)]
      const bricks = whole ? [] : bricksOf(stack, drawn, cue, stage.name)
      const regions = [...bricks.map((b) => b.region), ...heads, ...(whole ? [drawn.root] : [])]
      for (const region of regions) {
        if (!met.has(region) && verb === 'enter') canvas.key(region, 'o', 0, 0, 0)
        met.add(region)
        canvas.key(region, 'o', cue.start, over, verb === 'exit' ? 0 : 1)
      }
      if (verb !== 'exit')
        for (const { region } of bricks) {
          canvas.key(region, 'y', cue.start, 0, -FALL)
          canvas.key(region, 'y', cue.start, over, 0)
        }
    }
    if (verb === 'focus' || verb === 'zoom') {
      const named = new Set(bricksOf(stack, drawn, cue, stage.name))
      for (const brick of drawn.bricks)
        canvas.key(brick.region, 'c', cue.start, 0, canvas.classed(brick.region, named.has(brick) ? '' : 'quiet'))
    }
  }
}

/** `set` and `label` change what is written in a layer; `mark` makes its edge heavy until the beat ends. */
export function note(canvas: Canvas, job: Direct, stack: Stack, drawn: DrawnStack, cue: Cue): void {
  const { verb, args } = cue.direction
  for (const brick of bricksOf(stack, drawn, cue, job.stage.name)) {
    if (verb === 'mark') {
      edge(canvas, drawn.top, brick, cue.start, cue.until)
      continue
    }
    const state = typeof args.state === 'string' ? args.state : null
    const text = state ?? (typeof args.text === 'string' ? args.text : '')
    for (const old of brick.notes) canvas.key(old, 'o', cue.start, 150, 0)
    brick.notes = writeNote(job, brick, text, state, cue.start)
    for (const fresh of brick.notes) canvas.key(fresh, 'o', cue.start + 100, 200, 1)
  }
}

/** A heavy edge around a layer for a while. */
export function edge(canvas: Canvas, parent: number, { rect, host }: Brick, from: number, to: number): void {
  const region = canvas.region({ in: parent, c: host.who, o: 0 })
  canvas.box({ x: rect.x - 3, y: rect.y - 3, w: rect.w + 6, h: rect.h + 6 }, { in: region, c: 'line now' }, 8)
  canvas.key(region, 'o', from, 150, 1)
  canvas.key(region, 'o', to, 150, 0)
}
