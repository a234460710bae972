/** The block of a timeline: events and spans on one axis. */
import type { Json, StageBlock } from '../../compile/tree'
import { clockOf } from '../network/cast'

export interface Item {
  readonly id: string
  readonly kind: 'event' | 'span'
  readonly from: number
  /** The same as `from` on an event. */
  readonly to: number
  readonly text: string
  /** Its moment as it is written: `412 ms`, `May 2013`, `2013`; of a span, both. */
  readonly says: string
}
export interface Hand {
  readonly id: string
  readonly from: number
}
export interface Axis {
  readonly title: string
  readonly unit: 'ms' | 'year'
  readonly from: number
  readonly to: number
  /** In order of time, events before spans. */
  readonly items: readonly Item[]
  readonly lit: readonly string[]
  readonly hand: Hand | null
}

const isMap = (v: Json | undefined): v is { readonly [key: string]: Json } => typeof v === 'object' && v !== null && !Array.isArray(v)
const list = (v: Json | undefined): readonly Json[] => (Array.isArray(v) ? (v as readonly Json[]) : [])

/** `2013`, `2013-05` and `2013-05-29` as years; any number as it is. Null for what is no moment. */
export function momentOf(value: Json | undefined): number | null {
  if (typeof value === 'number') return value
  const match = typeof value === 'string' ? /^(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?$/.exec(value.trim()) : null
  if (match) return Number(match[1]) + (Number(match[2] ?? 1) - 1) / 12 + (Number(match[3] ?? 1) - 1) / 365
  return typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)) ? Number(value) : null
}

export function axisOf(stage: StageBlock): Axis {
  const { data } = stage
  const unit = data.unit === 'year' ? 'year' : 'ms'
  const events = entries(data.events).flatMap(([id, v]): Item[] => {
    const at = momentOf(list(v)[0])
    return at === null ? [] : [{ id, kind: 'event', from: at, to: at, text: String(list(v)[1] ?? id), says: spell(list(v)[0], unit) }]
  })
  const spans = entries(data.spans).flatMap(([id, v]): Item[] => {
    const [from, to] = [momentOf(list(v)[0]), momentOf(list(v)[1])]
    return from === null || to === null
      ? []
      : [{ id, kind: 'span', from, to, text: String(list(v)[2] ?? id), says: `${spell(list(v)[0], unit)} to ${spell(list(v)[1], unit)}` }]
  })
  const early = (a: Item, b: Item): number => a.from - b.from
  const items = [...[...events].sort(early), ...[...spans].sort(early)]
  const hand = handOf(stage)
  const all = [...items.flatMap((i) => [i.from, i.to]), ...(hand ? [hand.from] : [])]
  return {
    title: typeof data.title === 'string' ? data.title : '',
    unit,
    from: momentOf(data.from) ?? Math.min(...all),
    to: momentOf(data.to) ?? Math.max(...all),
    items,
    lit: Array.isArray(data.lit) ? data.lit.map(String) : typeof data.lit === 'string' ? [data.lit] : [],
    hand,
  }
}

/** `hand: 2011`, or the call clock. */
function handOf(stage: StageBlock): Hand | null {
  const clock = clockOf(stage)
  if (clock) return { id: clock.id, from: clock.from ?? 0 }
  const from = momentOf(stage.data.hand)
  return from === null ? null : { id: 'hand', from }
}

export const entries = (v: Json | undefined): readonly (readonly [string, Json])[] => (isMap(v) ? Object.entries(v) : [])

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** As exact as the author was. */
function spell(value: Json | undefined, unit: Axis['unit']): string {
  const [year, month, day] = typeof value === 'string' ? value.trim().split('-') : []
  if (unit === 'ms' || !month) return writeMoment(momentOf(value) ?? 0, unit)
  return `${day ? `${Number(day)} ` : ''}${MONTHS[Number(month) - 1] ?? ''} ${year ?? ''}`
}

/** A place on the axis: `412 ms`, `2013`. */
export const writeMoment = (at: number, unit: Axis['unit']): string => (unit === 'ms' ? `${Math.round(at)} ms` : String(Math.floor(at)))
