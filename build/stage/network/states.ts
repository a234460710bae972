/** `set` on members and doors, and `move`. */
import { STATES } from '../vocabulary'
import type { Context } from './context'
import type { Leads } from './notebook'
import { besideOf, layoutAt } from './moves'

export function drawStates(context: Context, opened: ReadonlyMap<string, number>, leads: ReadonlyMap<string, Leads>): void {
  const { canvas, cues, scenery, layout } = context
  for (const [id, door] of scenery.doors) {
    const turns: [number, boolean][] = cues
      .filter((c) => c.direction.verb === 'set' && c.direction.targets.some((t) => t.name === id))
      .flatMap((c) =>
        c.direction.args.state === 'open' || c.direction.args.state === 'shut'
          ? [[c.start, c.direction.args.state === 'open'] as [number, boolean]]
          : [],
      )
    const written = cues.find((c) => c.direction.verb === 'show' && c.direction.targets.some((t) => t.name === id && t.part === 'table'))
    const first = Math.min(opened.get(id) ?? Infinity, written?.start ?? Infinity)
    if (Number.isFinite(first) && !turns.some(([at]) => at < first)) turns.push([first, true])
    for (const [at, open] of turns.sort((a, b) => a[0] - b[0])) {
      for (const nodes of [door, leads.get(id)]) {
        if (!nodes) continue
        canvas.key(nodes.shut, 'o', at, 250, open ? 0 : 1)
        canvas.key(nodes.open, 'o', at, 250, open ? 1 : 0)
      }
    }
  }
  // Words keep clear of where somebody is going to stand.
  for (const cue of cues.filter((c) => c.direction.verb === 'move')) {
    const moved = layoutAt(canvas, layout, context.members, [cue], Infinity).spots.get(cue.direction.targets[0]?.name ?? '')
    if (moved) canvas.claim(moved.rect, [cue.start, Infinity])
  }
  for (const cue of cues) {
    const { verb, targets, args } = cue.direction
    if (verb === 'set' && typeof args.state === 'string') for (const target of targets) verdict(context, target.name, args.state, cue.start)
    if (verb === 'move') move(context, targets[0]?.name ?? '', targets[1]?.name ?? '', cue.start, cue.end)
  }

  function verdict({ layers }: Context, id: string, state: string, at: number): void {
    const spot = layout.spots.get(id)
    if (!spot) return
    const use = STATES.get(state)?.sign ?? null
    const left = use ? 34 : 0
    const runs = [{ t: state }]
    const w = canvas.widthOf(runs, canvas.size, 'mid') + left
    const h = canvas.size * 1.25
    const { rect } = spot
    const below = spot.notes.y
    const spots = [
      { x: spot.x - w / 2, y: below - canvas.size, w, h },
      { x: spot.x - w / 2, y: below + canvas.size * 0.4, w, h },
      { x: spot.x - w / 2, y: rect.y - h - 12, w, h },
      { x: rect.x + rect.w + 14, y: spot.y - h / 2, w, h },
      { x: rect.x - w - 14, y: spot.y - h / 2, w, h },
      { x: spot.x - w / 2, y: rect.y + rect.h + 8, w, h },
      { x: rect.x + rect.w + 14, y: rect.y - h, w, h },
      { x: rect.x - w - 14, y: rect.y + rect.h - h / 2, w, h },
    ]
    // Until the next state, or until its owner leaves.
    const next = cues.find(
      (c) => c.start > at && ['set', 'exit'].includes(c.direction.verb) && c.direction.targets.some((t) => t.name === id),
    )
    const place = canvas.settle(spots, [at, next?.start ?? Infinity])
    const region = canvas.region({ in: layers.notes, x: place.x, y: place.y, o: 0 })
    if (use) canvas.token(use, { in: region, x: 14, y: h / 2, s: use === 'cross' ? 0.75 : 1, c: 'X' })
    canvas.label(runs, { in: region, c: use === 'cross' ? 'mid cs' : 'mid', x: left, y: canvas.size })
    canvas.key(region, 'o', at, 250, 1)
    if (next) canvas.key(region, 'o', next.start, 200, 0)
  }
}

function move({ canvas, layout, members, scenery }: Context, id: string, to: string, start: number, end: number): void {
  const region = scenery.regions.get(id)
  const place = besideOf(canvas, layout, members, id, to)
  if (region === undefined || !place) return
  canvas.key(region, 'x', start, end - start, place[0])
  canvas.key(region, 'y', start, end - start, place[1])
}
