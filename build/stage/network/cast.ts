import type { Actor, Call, Direction, Json, StageBlock } from '../../compile/tree'

export type Side = 'left' | 'right' | 'middle'

/** One who stands on the stage, with what this screen's block changes about them. */
export interface Member {
  readonly id: string
  readonly is: 'laptop' | 'phone' | 'server' | 'nat' | 'firewall' | 'attacker'
  readonly name: string
  readonly side: Side
  /** The door they live behind, where it is on stage. */
  readonly behind: string | null
  readonly room: string | null
  /** Class of the visual grammar: A, B, M or X. */
  readonly who: string
  /** Parts of call.yaml that stand under them from the start. */
  readonly shows: readonly string[]
  readonly values: ReadonlyMap<string, string>
  /** Columns of the table a door may own. */
  readonly table: readonly string[] | null
}

const SETTINGS = new Set(['use', 'show', 'title'])
const isObject = (v: Json | undefined): v is { readonly [key: string]: Json } => typeof v === 'object' && v !== null && !Array.isArray(v)
const strings = (v: Json | undefined): readonly string[] => (Array.isArray(v) ? v.map(String) : typeof v === 'string' ? [v] : [])

/** Every actor the block may speak of: the call's cast, changed by the block's own keys. Clocks are the header's and not among them. */
export function actorsOf(stage: StageBlock, call: Call): ReadonlyMap<string, Actor> {
  const all = new Map<string, Actor>(Object.entries(call.cast))
  for (const [id, change] of Object.entries(stage.data)) {
    if (SETTINGS.has(id) || !isObject(change)) continue
    const merged = { name: id, ...all.get(id), ...change } as Actor
    all.set(id, merged)
  }
  const shown = strings(stage.data.show)
  const named = new Set([...shown, ...Object.keys(stage.data)])
  return shown.length ? new Map([...all].filter(([id]) => named.has(id))) : all
}

/** The key of the block that is a clock, if there is one. */
export function clockOf(stage: StageBlock): { readonly id: string; readonly from: number | null } | null {
  for (const [id, value] of Object.entries(stage.data)) {
    if (isObject(value) && value.is === 'clock')
      return { id, from: typeof value.from === 'number' ? value.from : value.from === undefined ? null : Number(value.from) }
  }
  return null
}

/** Who is on stage: `show`, else everyone the block or its directions name. */
export function membersOf(stage: StageBlock, directions: readonly Direction[], call: Call): readonly Member[] {
  const actors = actorsOf(stage, call)
  const shown = strings(stage.data.show)
  const named = new Set([
    ...shown,
    ...Object.keys(stage.data).filter((id) => actors.has(id)),
    ...(shown.length ? [] : directions.flatMap((d) => d.targets.filter((t) => t.stage === stage.name).map((t) => t.name))),
  ])
  const present = new Map([...actors].filter(([id, a]) => named.has(id) && a.is !== 'clock'))
  return [...present].map(([id, actor]) => member(id, actor, present))
}

function member(id: string, actor: Actor, present: ReadonlyMap<string, Actor>): Member {
  const behind = typeof actor.behind === 'string' && present.has(actor.behind) ? actor.behind : null
  const colour = typeof actor.colour === 'string' ? actor.colour : ''
  const door = actor.is === 'nat' || actor.is === 'firewall'
  return {
    id,
    is: actor.is as Member['is'],
    name: String(actor.name),
    side: (actor.place as Side | undefined) ?? 'middle',
    behind,
    room: typeof actor.room === 'string' ? actor.room : null,
    who: actor.is === 'attacker' ? 'M' : colour ? colour.toUpperCase() : 'X',
    shows: shows(actor, door),
    values: new Map(Object.entries(actor).flatMap(([k, v]) => (typeof v === 'string' ? [[k, v] as const] : []))),
    table: Array.isArray(actor.table) ? actor.table.map(String) : null,
  }
}

/** `address: host` shows that part; `address: true` on a door shows its own. A plain address in call.yaml is only a value. */
function shows(actor: Actor, door: boolean): readonly string[] {
  if (actor.address === true) return ['address']
  if (door || typeof actor.address !== 'string') return []
  return typeof actor[actor.address] === 'string' ? [actor.address] : []
}
