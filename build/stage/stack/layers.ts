/** What a `stack` block says: layers from the top down, beside each other in columns or once for each host. */
import type { LineCode } from '../../../src/model/scene'
import type { Call, Direction, Json, StageBlock, Target } from '../../compile/tree'
import { actorsOf } from '../network/cast'

export interface Layer {
  readonly id: string
  readonly label: string
  readonly note: string
  readonly is: LineCode | null
  /** The short name of what a packet gets here on its way down, or ''. */
  readonly adds: string
  readonly bytes: number
  /** It goes behind the packet, not before it. */
  readonly tail: boolean
  /** Indexes of the columns it lies across. */
  readonly columns: readonly number[]
  readonly hidden: boolean
  /** Counted from the bottom: where it lies, and where the next one above it lies. */
  readonly level: number
  readonly top: number
}
export interface Host {
  /** '' for a stack that is nobody's. */
  readonly id: string
  readonly name: string
  readonly who: string
  readonly token: string
  readonly layers: readonly Layer[]
}
export interface Stack {
  readonly title: string
  readonly columns: readonly string[]
  readonly layers: readonly Layer[]
  readonly hosts: readonly Host[]
  readonly levels: number
}

const isMap = (v: Json | undefined): v is { readonly [key: string]: Json } => typeof v === 'object' && v !== null && !Array.isArray(v)
const text = (v: Json | undefined): string => (v === undefined || v === null || typeof v === 'object' ? '' : String(v))
export const list = (v: Json | undefined): readonly string[] =>
  Array.isArray(v) ? v.map(String) : v === undefined || v === null ? [] : [text(v)]

export function stackOf(stage: StageBlock, call: Call): Stack {
  const { data } = stage
  const columns = list(data.columns)
  const raw = isMap(data.layers) ? Object.entries(data.layers) : []
  const bare = raw.map(([id, value]) => {
    const map = isMap(value) ? value : { label: value }
    const named = list(map.in).map((c) => columns.indexOf(c)).filter((c) => c >= 0) // prettier-ignore
    const all = columns.length ? columns.map((_, c) => c) : [0]
    return {
      id,
      label: text(map.label) || id,
      note: text(map.note),
      is: (text(map.is) || null) as LineCode | null,
      adds: text(map.adds),
      bytes: Number(map.bytes ?? 0),
      tail: map.tail === true,
      columns: named.length ? named : all,
      hidden: map.hidden === true,
    }
  })
  const layers = fall(bare, Math.max(1, columns.length))
  return {
    title: text(data.title),
    columns,
    layers,
    hosts: hostsOf(stage, call, layers),
    levels: Math.max(0, ...layers.map((l) => l.top)),
  }
}

/** Each lies on the highest of what is below it, and grows up to the lowest of what is above it. */
function fall(bare: readonly Omit<Layer, 'level' | 'top'>[], columns: number): readonly Layer[] {
  const heights = Array.from({ length: columns }, () => 0)
  const lying = [...bare].reverse().map((layer) => {
    const level = Math.max(...layer.columns.map((c) => heights[c] as number))
    for (const c of layer.columns) heights[c] = level + 1
    return { ...layer, level }
  })
  const highest = Math.max(0, ...heights)
  return lying
    .map((layer, i): Layer => {
      const above = lying.slice(i + 1).filter((l) => l.columns.some((c) => layer.columns.includes(c)))
      return { ...layer, top: Math.min(highest, ...above.map((l) => l.level)) }
    })
    .reverse()
}

function hostsOf(stage: StageBlock, call: Call, layers: readonly Layer[]): readonly Host[] {
  const ids = list(stage.data.hosts)
  if (!ids.length) {
    const actor = call.cast[stage.name]
    return [{ id: '', name: '', who: typeof actor?.colour === 'string' ? actor.colour.toUpperCase() : 'X', token: '', layers }]
  }
  const actors = actorsOf({ ...stage, data: { ...stage.data, show: [], layers: null } }, call)
  return ids.map((id): Host => {
    const actor = actors.get(id)
    const own = list(actor?.layers)
    const is = String(actor?.is ?? '')
    return {
      id,
      name: String(actor?.name ?? id),
      who: is === 'attacker' ? 'M' : typeof actor?.colour === 'string' ? actor.colour.toUpperCase() : 'X',
      token: is === 'attacker' ? 'laptop' : is === 'nat' || is === 'firewall' ? 'door-shut' : ['laptop', 'phone', 'server'].includes(is) ? is : '', // prettier-ignore
      layers: own.length ? layers.filter((l) => own.includes(l.id)) : layers,
    }
  })
}

/** The host and the layer that a target names; without a host it is every one's, without a layer the whole stack. */
export function meant(stack: Stack, { name, part }: Target): { readonly host: Host | null; readonly layer: Layer | null } {
  const host = stack.hosts.find((h) => h.id !== '' && h.id === name) ?? null
  const layer = stack.layers.find((l) => l.id === (host ? part : name)) ?? null
  return { host, layer }
}

/** One piece of a packet's way: down through these layers, up through those, or over the wire. */
export interface Leg {
  readonly host: Host
  readonly down: boolean
  /** In the order it passes them. */
  readonly layers: readonly Layer[]
}

/** A way over hosts goes to the bottom of one and up the next; within one it goes from layer to layer. */
export function legsOf(stack: Stack, direction: Direction): readonly Leg[] {
  const stops = direction.targets.map((t) => meant(stack, t))
  const [first, last] = stops
  if (stops.length === 2 && first?.layer && last?.layer && first.host === last.host) {
    const [a, b] = [first.layer, last.layer]
    const host = first.host ?? (stack.hosts[0] as Host)
    const down = a.level >= b.level
    const between = beneath(host, down ? a : b).filter((l) => l.level >= Math.min(a.level, b.level))
    return [{ host, down, layers: down ? between : [...between].reverse() }]
  }
  return stops.flatMap(({ host, layer }, i): Leg[] => {
    if (!host) return []
    const top = layer ?? host.layers[0]
    if (!top) return []
    const whole = beneath(host, top)
    const up: Leg = { host, down: false, layers: [...whole].reverse() }
    const down: Leg = { host, down: true, layers: whole }
    return i === 0 ? [down] : i === stops.length - 1 ? [up] : [up, down]
  })
}

/** A layer and everything it rests on, from the top down. */
const beneath = (host: Host, top: Layer): readonly Layer[] =>
  host.layers.filter((l) => l === top || (l.level < top.level && l.columns.some((c) => top.columns.includes(c))))
