/** The stacks at rest: bricks with their labels and notes, heads, the wire between. */
import type { Direct } from '../director'
import type { Rect } from '../geometry'
import { runsOf } from '../text'
import { STATES } from '../vocabulary'
import { brickKey, type Plan } from './bricks'
import type { Host, Layer, Stack } from './layers'
import { LINE, wordsOf } from './words'

export interface Brick {
  readonly host: Host
  readonly layer: Layer
  readonly rect: Rect
  readonly region: number
  /** Nodes of its note; another note takes their place. */
  notes: readonly number[]
  /** The label, which makes room for a note. */
  readonly group: number
  /** The note stands behind the label, not below it. */
  readonly behind: boolean
  readonly lines: number
  /** Middle of the brick: x, and the baseline of a single line; width of the label. */
  readonly cx: number
  readonly cy: number
  readonly label: number
  readonly room: number
}
export interface DrawnStack {
  readonly root: number
  readonly bricks: readonly Brick[]
  readonly heads: ReadonlyMap<string, number>
  /** Where links and packets are drawn: above the bricks. */
  readonly top: number
  /** By how much the fullest brick is too low for its words. */
  readonly short: number
}

export function drawStack(job: Direct, stack: Stack, plan: Plan): DrawnStack {
  const { canvas, box, parent } = job
  const { size } = canvas
  const root = canvas.region({ in: parent, id: job.stage.name })
  if (stack.title) canvas.label(stack.title, { in: root, c: 'bold', x: plan.hosts[0]?.rect.x ?? box.x, y: box.y + size })
  const heads = new Map<string, number>()
  for (const { host, rect } of plan.hosts) if (host.name) heads.set(host.id, drawHead(job, host, rect, plan.headY, root))
  columnHeads(job, stack, plan, root)
  let short = 0
  const bricks = plan.hosts.flatMap(({ host }) =>
    host.layers.map((layer): Brick => {
      const rect = plan.bricks.get(brickKey(host.id, layer.id)) as Rect
      const region = canvas.region({ in: root, c: host.who, id: [job.stage.name, host.id, layer.id].filter(Boolean).join('.') })
      canvas.box(rect, { in: region, c: host.who === 'X' ? 'key' : 'body' }, 6)
      canvas.claim(rect)
      const words = wordsOf(job, layer, host, rect.w)
      if (words.sample && layer.is) canvas.link([[rect.x + 16, rect.y + rect.h / 2], [rect.x + 60, rect.y + rect.h / 2]], layer.is, { in: region }) // prettier-ignore
      // Too low for two lines, a note stands behind its label.
      const label = canvas.widthOf(words.lines[0] ?? '', size, 'mid')
      const together = label + 18 + words.widest
      const behind = words.deep > 0 && words.lines.length === 1 && rect.h < 2 * size * LINE + 4 && together <= rect.w - 24 - words.sample
      const rows = words.lines.length + (behind ? 0 : words.deep)
      short = Math.max(short, rows * size * LINE + 4 - rect.h)
      const cx = rect.x + rect.w / 2
      const cy = rect.y + rect.h / 2 + size * 0.36
      const group = canvas.region({ in: region })
      words.lines.forEach((line, i) =>
        canvas.label(line, { in: group, c: 'mid', x: cx, y: cy + (i - (words.lines.length - 1) / 2) * size * LINE }, { anchor: 'middle' }),
      )
      const brick: Brick = {
        host,
        layer,
        rect,
        region,
        group,
        behind,
        lines: words.lines.length,
        notes: [],
        cx,
        cy,
        label,
        room: words.room,
      }
      if (layer.note) brick.notes = writeNote(job, brick, layer.note, null, 0)
      return brick
    }),
  )
  return { root, bricks, heads, top: canvas.region({ in: root }), short }
}

/** A note, or a state with its sign, from a time on; the label makes room. Returns the nodes. */
export function writeNote(job: Direct, brick: Brick, text: string, state: string | null, at: number): readonly number[] {
  const { canvas, call } = job
  const { size } = canvas
  const { region, behind, lines: own, cx, cy, label } = brick
  const sign = state ? (STATES.get(state)?.sign ?? null) : null
  const c = sign === 'cross' ? 'mid cs' : at || state ? 'mid' : 'soft'
  const lines = text === '' ? [] : behind ? [runsOf(text, call)] : canvas.wrap(text, brick.room, size, 'mid').map((l) => runsOf(l, call))
  const room = sign ? 36 : 0
  const w = Math.max(0, ...lines.map((l) => canvas.widthOf(l, size, c))) + room
  const [prop, shift] = behind ? (['x', w ? -(w + 18) / 2 : 0] as const) : (['y', (-lines.length * size * LINE) / 2] as const)
  canvas.key(brick.group, prop, at, at ? 200 : 0, shift)
  const left = behind ? cx - (label + 18 + w) / 2 + label + 18 : cx - w / 2
  return lines.flatMap((runs, i) => {
    const y = behind ? cy : cy + ((own - 1) / 2 + 1 + i) * size * LINE + shift
    const x = behind || sign ? left + room : cx
    const node = canvas.label(runs, { in: region, c, x, y, ...(at ? { o: 0 } : {}) }, behind || sign ? {} : { anchor: 'middle' })
    if (!sign || i) return [node]
    return [node, canvas.token(sign, { in: region, c: 'X', x: left + 12, y: y - size * 0.34, s: sign === 'cross' ? 0.62 : 0.95, ...(at ? { o: 0 } : {}) })] // prettier-ignore
  })
}

function drawHead({ canvas }: Direct, host: Host, rect: Rect, y: number, root: number): number {
  const region = canvas.region({ in: root, c: host.who })
  const scale = host.token === 'phone' ? 0.36 : host.token === 'door-shut' ? 0.42 : 0.4
  const token = host.token ? (host.token === 'phone' || host.token === 'server' || host.token === 'door-shut' ? 42 : 76) : 0
  const w = canvas.widthOf(host.name, canvas.size, 'bold') + token
  const x = rect.x + rect.w / 2 - w / 2
  if (host.token) canvas.token(host.token, { in: region, x: x + token / 2 - 6, y: y - canvas.size * 0.36, s: scale })
  canvas.label(host.name, { in: region, c: 'bold', x: x + token, y })
  return region
}

function columnHeads({ canvas }: Direct, { columns }: Stack, plan: Plan, root: number): void {
  const rect = plan.hosts[0]?.rect
  if (!rect || !columns.length) return
  columns.forEach((name, c) =>
    canvas.label(
      name,
      { in: root, c: 'soft', x: rect.x + plan.step * c + plan.column / 2, y: plan.headY + canvas.size * 0.2 },
      { anchor: 'middle' },
    ),
  )
}
