import { ALWAYS } from '../canvas'
import type { Direct } from '../director'
import type { Rect } from '../geometry'
import type { Limit } from './content'
import type { Plot } from './plot'

/** A dotted line across the field with its text on it, where no series runs at any height it takes; `count` moves both. */
export function drawLimit({ canvas, stage, cues }: Direct, plot: Plot, limit: Limit, root: number): number {
  const { field } = plot
  const { size } = canvas
  const moves = cues.flatMap(({ direction: { verb, args, targets }, start, end }) =>
    verb === 'count' && targets.some((t) => t.stage === stage.name && t.name === limit.id) && typeof args.to === 'string'
      ? [{ start, end, y: plot.y(Number(args.to)) }]
      : [],
  )
  const heights = [{ y: plot.y(limit.at), from: 0 }, ...moves.map((m) => ({ y: m.y, from: m.start }))]
  const w = canvas.widthOf(limit.text, size, 'mid')
  const rectAt = (x: number, above: boolean, y: number): Rect => ({ x, y: above ? y - size * 1.16 : y + size * 0.2, w, h: size * 0.96 })
  const spots = [1, 0, 0.75, 0.5, 0.25].flatMap((share) =>
    [true, false].map((above) => ({ x: field.x + 8 + (field.w - w - 16) * share, above })),
  )
  const score = ({ x, above }: (typeof spots)[number]): number =>
    heights.filter(({ y }) => {
      const rect = rectAt(x, above, y)
      return rect.y >= field.y - size && rect.y + rect.h <= field.y + field.h && canvas.isFree(rect, ALWAYS)
    }).length
  const best = [...spots].sort((a, b) => score(b) - score(a))[0] as (typeof spots)[number]
  const region = canvas.region({ in: root, id: `${stage.name}.${limit.id}` })
  const moving = canvas.region({ in: region, y: plot.y(limit.at) })
  canvas.path(`M${field.x} 0H${field.x + field.w}`, { in: moving, c: 'perf' })
  // Where a series has to pass, the words come first.
  if (score(best) < heights.length) canvas.box({ ...rectAt(best.x - 4, best.above, 0), w: w + 8 }, { in: moving, c: 'plate' })
  canvas.label(limit.text, { in: moving, c: 'mid', x: best.x, y: best.above ? -size * 0.34 : size })
  for (const { start, end, y } of moves) canvas.key(moving, 'y', start, end - start, y)
  heights.forEach(({ y, from }, i) => {
    const span = [from, heights[i + 1]?.from ?? Infinity] as const
    canvas.claim(rectAt(best.x, best.above, y), span)
    canvas.claim({ x: field.x, y: y - 3, w: field.w, h: 6 }, span, 'line')
  })
  return region
}
