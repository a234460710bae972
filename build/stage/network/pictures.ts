/** `label[ana]{text="Ben’s face" sees=ben}`: what one has on the screen before them, until the next note there. */
import { badDirection } from '../messages'
import type { Direct } from '../director'
import type { Context } from './context'

/** Where a picture lies on a screen, beside the name; shapes without a screen have none. */
const SCREENS: Readonly<Record<string, readonly [number, number]>> = { laptop: [47, 24], phone: [0, -36] }
const [WIDTH, HEIGHT] = [34, 28]

export function drawPictures(job: Direct, { canvas, cues, members, layout, scenery }: Context): void {
  const notes = cues.filter((c) => c.direction.verb === 'label')
  notes.forEach((cue, i) => {
    const { sees } = cue.direction.args
    if (sees === undefined) return
    for (const { name } of cue.direction.targets) {
      const place = SCREENS[members.get(name)?.is ?? '']
      const spot = layout.spots.get(name)
      const owner = scenery.regions.get(name)
      const seen = members.get(String(sees))
      if (!place || !spot || owner === undefined || (!seen && sees !== 'nothing')) {
        const found = place ? `sees="${String(sees)}"` : `\`${name}\`, who has no screen`
        job.diagnostics.add(badDirection(cue.direction.at, found, 'a laptop or a phone that sees somebody of this stage, or nothing', 'write `label[ana]{text="…" sees=ben}`')) // prettier-ignore
        continue
      }
      const at = { x: place[0] * spot.s, y: place[1] * spot.s, s: spot.s }
      const picture = canvas.region({ in: owner, ...at, o: 0, c: seen?.who ?? 'X' })
      if (seen) canvas.token('face', { in: picture })
      else canvas.box({ x: -WIDTH / 2, y: -HEIGHT / 2, w: WIDTH, h: HEIGHT }, { in: picture, c: 'dead' }, 3)
      canvas.key(picture, 'o', cue.start, 250, 1)
      const next = notes.slice(i + 1).find((c) => c.direction.targets.some((t) => t.name === name))
      if (next) canvas.key(picture, 'o', next.start, 200, 0)
    }
  })
}
