/** The lanes of a ladder: who they are and where their lifelines run. */
import type { Call, Json, StageBlock } from '../../compile/tree'
import type { Canvas } from '../canvas'
import type { Rect } from '../geometry'
import { actorsOf } from '../network/cast'

export interface Lane {
  readonly id: string
  readonly name: string
  readonly is: string
  readonly who: string
  readonly x: number
  readonly lines: readonly string[]
  readonly values: ReadonlyMap<string, string>
}

const list = (v: Json | undefined): readonly string[] => (Array.isArray(v) ? v.map(String) : [])

export interface LaneName {
  readonly id: string
  /** Neighbours it stands between, for one who is not in `lanes`. */
  readonly between: readonly [string, string] | null
}

/** `lanes:` in order, then actors of the block with `lane: between a and b`. */
export function laneNames(stage: StageBlock): readonly LaneName[] {
  const inOrder = list(stage.data.lanes).map((id): LaneName => ({ id, between: null }))
  const guests = Object.entries(stage.data).flatMap(([id, value]): LaneName[] => {
    if (!value || typeof value !== 'object' || Array.isArray(value)) return []
    const lane = (value as { readonly [key: string]: Json }).lane
    const match = typeof lane === 'string' ? /^between (\S+) and (\S+)$/.exec(lane) : null
    return match ? [{ id, between: [match[1] as string, match[2] as string] }] : []
  })
  return [...inOrder, ...guests]
}

export function layLanes(stage: StageBlock, call: Call, box: Rect, canvas: Canvas): readonly Lane[] {
  const actors = actorsOf({ ...stage, data: { ...stage.data, show: [] } }, call)
  const names = laneNames(stage)
  const fixed = names.filter((n) => !n.between)
  const step = box.w / fixed.length
  const xs = new Map(fixed.map((n, i) => [n.id, box.x + step * (i + 0.5)]))
  for (const guest of names) {
    if (!guest.between) continue
    const [a, b] = guest.between.map((id) => xs.get(id))
    xs.set(guest.id, ((a ?? box.x) + (b ?? box.x + box.w)) / 2)
  }
  return names.flatMap(({ id, between }): Lane[] => {
    const actor = actors.get(id)
    if (!actor) return []
    const colour = typeof actor.colour === 'string' ? actor.colour.toUpperCase() : 'X'
    return [
      {
        id,
        name: String(actor.name),
        is: String(actor.is),
        who: actor.is === 'attacker' ? 'M' : colour,
        x: xs.get(id) ?? box.x,
        lines: canvas.wrap(String(actor.name), (between ? step / 2 : step) - 12, canvas.size, 'bold'),
        values: new Map(Object.entries(actor).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v] as const] : []))),
      },
    ]
  })
}
