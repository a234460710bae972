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

/** From left to right: a guest has a column of its own, left of the right one of its neighbours, so that names have room beside each other. */
function ordered(names: readonly LaneName[]): readonly string[] {
  const ids = names.filter((n) => !n.between).map((n) => n.id)
  for (const { id, between } of names) {
    if (!between) continue
    const at = between.map((neighbour) => ids.indexOf(neighbour)).filter((i) => i >= 0)
    ids.splice(at.length ? Math.max(...at) : ids.length, 0, id)
  }
  return ids
}

export function layLanes(stage: StageBlock, call: Call, box: Rect, canvas: Canvas): readonly Lane[] {
  const actors = actorsOf({ ...stage, data: { ...stage.data, show: [] } }, call)
  const names = laneNames(stage)
  const inOrder = ordered(names)
  const step = box.w / inOrder.length
  const xs = new Map(inOrder.map((id, i) => [id, box.x + step * (i + 0.5)]))
  return names.flatMap(({ id }): Lane[] => {
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
        lines: canvas.wrap(String(actor.name), step - 12, canvas.size, 'bold'),
        values: new Map(Object.entries(actor).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v] as const] : []))),
      },
    ]
  })
}
