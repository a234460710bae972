/** What every form of `bytes` does alike: parts come and go, fall quiet, are marked; the rest is their own. */
import type { Cue, Direct } from '../director'
import type { Part, Picture } from './part'

export function act({ canvas, cues, stage }: Direct, picture: Picture): void {
  const { root, parts, rest } = picture
  const met = new Set<number>()
  const fade = (regions: readonly number[], cue: Cue, to: 0 | 1, at = cue.start) => {
    for (const region of regions) {
      met.add(region)
      canvas.key(region, 'o', at, Math.min(400, cue.end - cue.start), to)
    }
  }
  const absent = new Set(parts.filter((p) => p.hidden).flatMap((p) => p.regions))
  for (const region of absent) canvas.key(region, 'o', 0, 0, 0)
  for (const cue of cues) {
    const { verb, targets, args } = cue.direction
    const mine = targets.filter((t) => t.stage === stage.name)
    const named = parts.filter((p) => mine.some((t) => t.name === p.id))
    const whole = mine.some((t) => !t.name)
    const regions = whole ? [root] : named.flatMap((p) => p.regions)
    const carried = String(args.carries ?? '').split('.')
    const brought = [
      ...named,
      ...(whole && verb === 'count' ? parts : []),
      ...parts.filter((p) => carried[0] === stage.name && carried[1] === p.id),
    ]
    if (verb === 'enter') for (const region of regions) if (!met.has(region)) canvas.key(region, 'o', 0, 0, 0)
    if (verb === 'enter' || verb === 'show') fade(regions, cue, 1)
    else if (verb === 'exit') fade(regions, cue, 0)
    // A hidden part comes with the first direction that speaks of it, a carried one when it arrives.
    else for (const region of brought.flatMap((p) => p.regions)) if (absent.has(region) && !met.has(region)) fade([region], cue, 1, verb === 'send' ? cue.end - 100 : cue.start) // prettier-ignore
    if (verb === 'focus' || verb === 'zoom') quiet(whole ? [] : named)
    if (verb === 'mark') for (const part of named) mark(part, cue)
    if (verb === 'set') for (const part of named) part.set(cue)
    if (verb === 'count') for (const part of named) part.count?.(cue)
    if (whole) picture.whole?.(cue)

    function quiet(strong: readonly Part[]): void {
      const kept = new Set(strong.flatMap((p) => p.regions))
      for (const region of new Set([...parts.flatMap((p) => p.regions), ...rest]))
        canvas.key(region, 'c', cue.start, 0, canvas.classed(region, !strong.length || kept.has(region) ? '' : 'quiet'))
    }
  }

  function mark(part: Part, cue: Cue): void {
    const region = canvas.region({ in: root, o: 0 })
    canvas.key(region, 'o', cue.start, 200, 1)
    canvas.key(region, 'o', cue.until, 200, 0)
    for (const { x, y, w, h } of part.rects)
      if (part.marked === 'edge') canvas.box({ x, y, w, h }, { in: region, c: 'line now' })
      else canvas.path(`M${x} ${y + h}h${w}`, { in: region, c: 'newest' })
  }
}
