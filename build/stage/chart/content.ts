/** The block of a chart: axes, series, limits, marks. */
import type { LineCode } from '../../../src/model/scene'
import type { Call, Json, StageBlock } from '../../compile/tree'
import type { Point } from '../geometry'

export interface Scale {
  readonly unit: string
  readonly from: number
  readonly to: number
  readonly step: number
}
export interface Series {
  readonly id: string
  readonly text: string
  readonly as: 'line' | 'step' | 'bars'
  readonly points: readonly Point[]
  /** Class of its owner; '' for ink. */
  readonly who: string
  readonly line: LineCode
  /** How many before it are drawn alike, but for their colour: each has a fill, or dashes, of its own. */
  readonly nth: number
}
export interface Limit {
  readonly id: string
  readonly text: string
  readonly at: number
}
/** A place on a series. */
export interface Mark {
  readonly id: string
  readonly series: string
  readonly x: number
}
export interface Chart {
  readonly title: string
  readonly x: Scale
  readonly y: Scale
  readonly series: readonly Series[]
  readonly limits: readonly Limit[]
  readonly marks: readonly Mark[]
}

type Fields = { readonly [key: string]: Json }
export const isMap = (v: Json | undefined): v is Fields => typeof v === 'object' && v !== null && !Array.isArray(v)
export const entries = (v: Json | undefined): readonly (readonly [string, Json])[] => (isMap(v) ? Object.entries(v) : [])
export const list = (v: Json | undefined): readonly Json[] => (Array.isArray(v) ? (v as readonly Json[]) : [])
export const LINES: readonly LineCode[] = ['signal', 'media', 'data', 'dtls', 'stun', 'http']
export const FORMS: readonly Series['as'][] = ['line', 'step', 'bars']

export function chartOf(stage: StageBlock, call: Call): Chart {
  const { data } = stage
  const [x, y] = [isMap(data.x) ? data.x : {}, isMap(data.y) ? data.y : {}]
  const from = Number(x.from ?? 0)
  const raw = entries(data.series).filter((e): e is readonly [string, Fields] => isMap(e[1]))
  const last = Math.max(
    ...raw.flatMap(([, s]) => (s.points ? list(s.points).map((p) => Number(list(p)[0])) : [from + list(s.values).length - 1])),
  )
  const to = x.to === undefined ? last : Number(x.to)
  const drawn = raw.map(([id, s]): Omit<Series, 'nth'> => ({
    id,
    text: String(s.text ?? id),
    as: FORMS.find((f) => f === s.as) ?? 'line',
    points: pointsOf(s, from, to),
    who: whoOf(s.who, call),
    line: LINES.find((l) => l === s.is) ?? 'http',
  }))
  const series = drawn.map((s, i): Series => ({ ...s, nth: drawn.slice(0, i).filter((before) => alike(before, s)).length }))
  const limits = entries(data.limits).map(([id, v]): Limit => ({ id, at: Number(list(v)[0]), text: String(list(v)[1] ?? id) }))
  const most = Math.max(...series.flatMap((s) => s.points.map((p) => p[1])), ...limits.map((l) => l.at))
  return {
    title: typeof data.title === 'string' ? data.title : '',
    x: scale(x, from, to, false, series.some((s) => s.as === 'bars') ? WHOLE : STEPS),
    y: scale(y, Number(y.from ?? 0), y.to === undefined ? most : Number(y.to), y.to === undefined),
    series,
    limits,
    marks: entries(data.marks).map(([id, v]): Mark => ({ id, series: String(list(v)[0]), x: Number(list(v)[1]) })),
  }
}

type Drawn = Pick<Series, 'as' | 'line'>
/** Bars differ by nothing but colour; lines do where they have the same code. */
const alike = (a: Drawn, b: Drawn): boolean => (a.as === 'bars' || b.as === 'bars' ? a.as === b.as : a.line === b.line)

/** `values` spread evenly over the axis (bars: over its slots), or `points` as they are. */
function pointsOf(s: Fields, from: number, to: number): readonly Point[] {
  if (s.points) return list(s.points).map((p): Point => [Number(list(p)[0]), Number(list(p)[1])])
  const values = list(s.values).map(Number)
  return values.map((v, i): Point => [from + ((to - from) * i) / Math.max(1, values.length - 1), v])
}

function whoOf(who: Json | undefined, call: Call): string {
  const actor = typeof who === 'string' ? call.cast[who] : undefined
  if (!actor) return ''
  return actor.is === 'attacker' ? 'M' : typeof actor.colour === 'string' ? actor.colour.toUpperCase() : 'X'
}

const STEPS: readonly number[] = [1, 2, 2.5, 5, 10]
/** Bars are counted: there is no packet 2.5. */
const WHOLE: readonly number[] = [1, 2, 3, 5, 10]
/** Round steps: four to six of them. An axis whose end nobody gave ends on one. */
function scale(axis: Fields, from: number, to: number, free: boolean, steps = STEPS): Scale {
  const rough = (to - from || 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = steps.map((f) => f * power).find((s) => s >= rough * 0.999) ?? power * 10
  return { unit: String(axis.unit ?? ''), from, to: free ? Math.ceil(to / step - 1e-9) * step : to, step }
}

/** The value of a series at a place: between two points as it is drawn. */
export function valueAt({ points, as }: Series, x: number): number {
  const next = points.findIndex((p) => p[0] >= x)
  const after = points[next < 0 ? points.length - 1 : next]
  const before = points[next <= 0 ? 0 : next - 1]
  if (!after || !before) return 0
  if (after[0] === x || before[0] === after[0]) return after[1]
  return as === 'line' ? before[1] + ((x - before[0]) / (after[0] - before[0])) * (after[1] - before[1]) : before[1]
}

/** `2,400` is read wrong in half of the world: thousands stand apart by a thin blank's stand-in, a no-break one. */
export const write = (n: number): string => String(Math.round(n * 1000) / 1000).replace(/\B(?=(\d{3})+$)/g, '\u00a0')
