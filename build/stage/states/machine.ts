/** What a `states` block says: which states, which ways, where they stand. */
import type { Call, Json, StageBlock } from '../../compile/tree'
import { knownMachines } from './known-machines'

export interface Way {
  /** `any` holds from everywhere. */
  readonly from: string
  readonly to: string
  readonly why: string
}
export interface Machine {
  readonly title: string
  /** Class of the visual grammar: A, B, M or X. */
  readonly who: string
  /** The silhouette of whoever it belongs to, or ''. */
  readonly token: string
  readonly states: readonly string[]
  readonly start: string
  readonly ways: readonly Way[]
  /** Null: on one line. '' leaves a place empty. */
  readonly rows: readonly (readonly string[])[] | null
  readonly hidden: readonly string[]
}

const isMap = (v: Json | undefined): v is { readonly [key: string]: Json } => typeof v === 'object' && v !== null && !Array.isArray(v)
export const list = (v: Json | undefined): readonly string[] => (Array.isArray(v) ? v.map((item) => String(item ?? '')) : [])

/** `new > checking` → its two ends; null where it is written otherwise. */
export function endsOf(key: string): readonly [string, string] | null {
  const match = /^(\S+)\s*>\s*(\S+)$/.exec(key.trim())
  return match ? [match[1] as string, match[2] as string] : null
}

export function machineOf(stage: StageBlock, call: Call): Machine {
  const { data } = stage
  const known = typeof data.use === 'string' ? knownMachines.get(data.use) : undefined
  const shown = data.show === 'all' ? known?.states : Array.isArray(data.show) ? list(data.show) : known?.shows
  const states = shown ?? list(data.states)
  const written = isMap(data.ways) ? data.ways : known?.ways
  const ways = Object.entries(written ?? {}).flatMap(([key, why]): Way[] => {
    const ends = endsOf(key)
    if (!ends || !states.includes(ends[1]) || (ends[0] !== 'any' && !states.includes(ends[0]))) return []
    return [{ from: ends[0], to: ends[1], why: why === null ? '' : String(why) }]
  })
  const rows = Array.isArray(data.rows) ? data.rows.map(list) : (known?.rows ?? null)
  const standing = rows?.map((row) => row.map((s) => (states.includes(s) ? s : ''))).filter((row) => row.some(Boolean))
  const onMap = standing !== undefined && standing.length > 1
  const actor = call.cast[typeof data.who === 'string' ? data.who : stage.name]
  return {
    title: typeof data.title === 'string' ? data.title : '',
    who: actor?.is === 'attacker' ? 'M' : typeof actor?.colour === 'string' ? actor.colour.toUpperCase() : 'X',
    token: actor?.is === 'attacker' ? 'laptop' : actor && ['laptop', 'phone', 'server'].includes(actor.is) ? actor.is : '',
    states,
    start: typeof data.start === 'string' ? data.start : ((known && states.includes(known.start) ? known.start : states[0]) ?? ''),
    ways: onMap ? ways.map(shortened) : ways,
    rows: onMap ? standing : null,
    hidden: list(data.hidden),
  }
}

/** Between two pills there is no room for a call written out. */
const shortened = (way: Way): Way => ({
  ...way,
  why: way.why.replace(/^set(Local|Remote)Description\((\w+)\)$/, (_, side: string, type: string) => `${side.toLowerCase()} ${type}`),
})

/** The way from one state to another, if the machine has one. */
export const wayBetween = (machine: Machine, from: string, to: string): Way | undefined =>
  machine.ways.find((w) => w.to === to && w.from === from) ?? machine.ways.find((w) => w.to === to && w.from === 'any' && from !== to)
