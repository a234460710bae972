/** Where the layers of a stack stand, and the room beside or below them where packets are drawn. */
import type { Direct } from '../director'
import type { Rect } from '../geometry'
import { legsOf, type Host, type Layer, type Stack } from './layers'
import { LINE, notesOf, SAMPLE, wordsOf } from './words'
import { rowsOf, widthOfRow } from './packet-rows'

export interface Plan {
  /** `host layer` → its brick. */
  readonly bricks: ReadonlyMap<string, Rect>
  readonly hosts: readonly { readonly host: Host; readonly rect: Rect }[]
  /** Baseline of heads, where there are any. */
  readonly headY: number
  /** From column to column, and the width of one. */
  readonly step: number
  readonly column: number
  /** Height of the wire that joins the stacks. */
  readonly wireY: number
  /** Where a packet's rows are drawn: beside the layers, or in an area below. */
  readonly rows:
    { readonly kind: 'beside'; readonly x: number; readonly w: number } | { readonly kind: 'below'; readonly rect: Rect } | null
}
export const brickKey = (host: string, layer: string): string => `${host} ${layer}`
export const JOINT = 6
const COLUMN = 18

export function planStack(job: Direct, stack: Stack): Plan {
  const { canvas, box, cues, shape } = job
  const { size } = canvas
  const n = stack.hosts.length
  const several = n > 1
  const sends = cues.filter((c) => c.direction.verb === 'send')
  const rows = sends.map((c) => rowsOf(legsOf(stack, c.direction), c, job.call))
  const need = Math.max(0, ...rows.flat().map((r) => widthOfRow(canvas, r))) + 84
  const links = cues.filter((c) => c.direction.verb === 'link')
  const said = Math.max(0, ...links.map((c) => (typeof c.direction.args.text === 'string' ? canvas.widthOf(c.direction.args.text, size, 'mid') : 0))) // prettier-ignore
  // In one stack a link crosses the joint between two columns, and has its word there.
  const joint = several || !links.length || !stack.columns.length ? COLUMN : Math.max(44, said + (shape === 'wide' ? 20 : 8))
  const labels = stack.layers.map((l) => canvas.widthOf(l.label, size, 'mid') + (l.is ? 2 * SAMPLE + 16 : 40))
  const notes = stack.hosts.flatMap((host) =>
    host.layers.flatMap((l) => notesOf(job, l, host).map((t) => canvas.widthOf(t, size, 'mid') + 50)),
  )
  const slim = Math.max(150, ...labels.map((w) => Math.min(w, 250)))
  const full = Math.min(shape === 'wide' ? 420 : 330, Math.max(300, slim, ...notes))
  const beside = sends.length > 0 && n <= 2 && box.w - n * slim >= need
  const below = sends.length > 0 && !beside
  const least = !several ? 0 : beside ? need : links.length ? Math.max(64, shape === 'wide' ? said + 40 : Math.min(said + 16, 170)) : 56
  const w =
    stack.columns.length && !beside
      ? box.w
      : Math.min(several ? full : 620, beside && !several ? box.w - need : (box.w - least * (n - 1)) / n)
  const between = several ? Math.min((box.w - n * w) / (n - 1), beside ? need + 160 : Math.max(least, 320)) : 0
  const left = box.x + (box.w - n * w - between * (n - 1) - (beside && !several ? need : 0)) / 2
  const lost = sends.some((c) => c.direction.args.lost !== undefined)
  const wire = !several || !(sends.length || links.length) ? 4 : lost ? 26 + size * 1.5 : 26
  const head = (stack.title ? size * 1.7 : 0) + (several ? size * 2.1 : stack.columns.length ? size * 1.5 : 0)
  const strip = below ? Math.max(...rows.map((r) => r.length)) * size * 1.62 + 16 : 0
  const area = box.h - head - wire - strip
  const columns = Math.max(1, stack.columns.length)
  const column = (w - joint * (columns - 1)) / columns
  const deepest = Math.max(0, ...stack.hosts.flatMap((host) => host.layers.map((l) => linesFor(host, l))))
  const most = Math.max(size * (beside || shape === 'tall' ? 3.7 : 3.2), deepest * size * LINE + 16)
  const unit = Math.min(area / Math.max(1, stack.levels), most)
  const top = box.y + head + Math.max(0, (area - unit * stack.levels) / (below ? 2.6 : 2))
  const foot = top + unit * stack.levels
  const hosts = stack.hosts.map((host, i) => ({ host, rect: { x: left + i * (w + between), y: top, w, h: foot - top } }))
  const bricks = new Map(
    hosts.flatMap(({ host, rect }) => host.layers.map((layer): [string, Rect] => [brickKey(host.id, layer.id), brick(layer, rect)])),
  )
  const gutter = several ? { x: left + w, w: between } : { x: left + w, w: box.x + box.w - left - w }

  function linesFor(host: Host, layer: Layer): number {
    const { lines, deep } = wordsOf(job, layer, host, column * layer.columns.length + joint * (layer.columns.length - 1))
    return (lines.length + deep) / (layer.top - layer.level)
  }
  return {
    bricks,
    hosts,
    headY: top - size * 0.62,
    wireY: foot + (wire > 4 ? 22 : 0),
    step: column + joint,
    column,
    rows: beside
      ? { kind: 'beside', ...gutter }
      : below
        ? { kind: 'below', rect: { x: box.x, y: foot + wire + 12, w: box.w, h: strip - 16 } }
        : null,
  }

  function brick(layer: Layer, rect: Rect): Rect {
    const [first, last] = [Math.min(...layer.columns), Math.max(...layer.columns)]
    const across = (last - first + 1) * (column + joint) - joint
    return { x: rect.x + first * (column + joint), y: foot - layer.top * unit, w: across, h: (layer.top - layer.level) * unit - JOINT }
  }
}
