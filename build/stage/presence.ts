/** Coming and going, and going quiet: the same on every stage kind. */
import type { Canvas } from './canvas'
import type { Cue } from './director'

/** What has an `enter` is not there before it. Parts are the directors' own business. */
export function presence(canvas: Canvas, cues: readonly Cue[], regions: ReadonlyMap<string, number>, stage: string, root: number): void {
  const met = new Set<number>()
  for (const cue of cues) {
    const { verb, targets } = cue.direction
    if (verb !== 'enter' && verb !== 'exit') continue
    for (const target of targets.filter((t) => t.stage === stage && !t.part)) {
      const region = target.name ? regions.get(target.name) : root
      if (region === undefined) continue
      if (!met.has(region) && verb === 'enter') canvas.key(region, 'o', 0, 0, 0)
      met.add(region)
      canvas.key(region, 'o', cue.start, cue.end - cue.start, verb === 'enter' ? 1 : 0)
    }
  }
}

/** `focus` quiets everything but its targets; on a whole stage it ends the quiet. */
export function quieting(canvas: Canvas, cues: readonly Cue[], regions: ReadonlyMap<string, number>, stage: string): void {
  for (const cue of cues) {
    const { verb, targets } = cue.direction
    if (verb !== 'focus' && verb !== 'zoom') continue
    const named = new Set(targets.filter((t) => t.stage === stage).map((t) => t.name))
    for (const [id, region] of regions)
      canvas.key(region, 'c', cue.start, 0, canvas.classed(region, named.has('') || named.has(id) ? '' : 'quiet'))
  }
}
