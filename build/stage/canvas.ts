/** Where directors draw: it makes nodes and tracks, measures every text with the font that ships, and remembers what is taken. */
import type { Metrics, TextStyle } from '../fonts/metrics'
import type { Key, Label, LineCode, Path, Run, Scene, SceneNode, Token, Track, TrackProp } from '../../src/model/scene'
import type { At } from '../compile/tree'
import type { Diagnostics } from '../compile/diagnostic'
import { glyphMissing, textTooSmall } from './messages'
import { overlaps, round, type Point, type Rect } from './geometry'

export interface Place {
  readonly in?: number
  readonly c?: string
  readonly x?: number
  readonly y?: number
  readonly s?: number
  readonly o?: number
  readonly id?: string
}

type Span = readonly [number, number]
interface Claim {
  /** Lines may run under a badge, not under words. */
  readonly sort: 'thing' | 'line'
  readonly page: string
  readonly rect: Rect
  readonly span: Span
}

export const ALWAYS: Span = [0, Number.POSITIVE_INFINITY]
/** Share of a type size above the baseline, and the height of a line. */
export const ASCENT = 0.76
export const LINE = 1.24

const weights: readonly (readonly [string, TextStyle['weight']])[] = [
  ['bold', 620],
  ['mid', 540],
]
const weightOf = (c: string): TextStyle['weight'] => weights.find(([name]) => c.split(' ').includes(name))?.[1] ?? 400

export class Canvas {
  readonly #nodes: SceneNode[] = []
  readonly #tracks = new Map<string, { n: number; p: TrackProp; k: Key[] }>()
  readonly #claims: Claim[] = []
  /** Type size of ordinary text: the smallest that stays readable in the smallest frame (design §4). */
  readonly size: number

  constructor(
    readonly shape: 'wide' | 'tall',
    readonly metrics: Metrics,
    readonly diagnostics: Diagnostics,
    /** Where the stage block stands: the place that diagnostics about its drawing name. */
    public at: At,
    /** Pages are never seen together: what is taken on one is free on another. */
    public page = '',
  ) {
    this.size = shape === 'wide' ? 26 : 28
  }

  get width(): number {
    return this.shape === 'wide' ? 1280 : 720
  }
  get height(): number {
    return this.shape === 'wide' ? 640 : 860
  }

  region(place: Place = {}): number {
    return this.#push({ kind: 'region', ...tidy(place) })
  }
  box(rect: Rect, place: Place = {}, r = 0): number {
    return this.#push({ kind: 'box', w: round(rect.w), h: round(rect.h), ...(r ? { r } : {}), ...tidy({ ...place, x: rect.x, y: rect.y }) })
  }
  path(d: string, place: Place = {}, rot = 0): number {
    const node: Path = { kind: 'path', d, ...(rot ? { rot } : {}), ...tidy(place) }
    return this.#push(node)
  }
  link(points: readonly Point[], line: LineCode, place: Place = {}, draw?: number): number {
    const rounded = points.map(([x, y]): Point => [round(x), round(y)])
    return this.#push({ kind: 'link', points: rounded, line, ...(draw === undefined ? {} : { draw }), ...tidy(place) })
  }
  token(use: string, place: Place = {}, turn: { readonly rot?: number; readonly flip?: -1 } = {}): number {
    const node: Token = { kind: 'token', use, ...turn, ...tidy(place) }
    return this.#push(node)
  }
  /** `runs` in one line; `x`,`y` is the baseline at the anchor. */
  label(
    runs: string | readonly Run[],
    place: Place = {},
    text: { readonly size?: number; readonly anchor?: Label['anchor']; readonly format?: Label['format'] } = {},
  ): number {
    const parts = typeof runs === 'string' ? [{ t: runs }] : runs
    const size = text.size ?? this.size
    if (size < this.size) this.diagnostics.add(textTooSmall(this.at, size, this.size, parts.map((r) => r.t).join('')))
    for (const run of parts) this.#checkGlyphs(run, place.c)
    const anchor = text.anchor && text.anchor !== 'start' ? { anchor: text.anchor } : {}
    const format = text.format ? { format: text.format } : {}
    return this.#push({
      kind: 'label',
      size,
      ...anchor,
      ...format,
      runs: parts,
      w: round(this.widthOf(parts, size, place.c)),
      ...tidy(place),
    })
  }

  /** Width of a line of text in scene units. */
  widthOf(runs: string | readonly Run[], size = this.size, c = ''): number {
    const parts = typeof runs === 'string' ? [{ t: runs }] : runs
    return parts.reduce((sum, run) => {
      const all = `${c} ${run.c ?? ''}`
      return sum + this.metrics.width(run.t, { code: all.split(' ').includes('m'), weight: weightOf(all), size })
    }, 0)
  }

  /** Breaks a text into lines no wider than `width`, at blanks. A word wider than that stands alone. */
  wrap(text: string, width: number, size = this.size, c = ''): readonly string[] {
    const lines: string[] = []
    for (const word of text.split(/\s+/)) {
      const last = lines.at(-1)
      if (last !== undefined && this.widthOf(`${last} ${word}`, size, c) <= width) lines[lines.length - 1] = `${last} ${word}`
      else lines.push(word)
    }
    return lines
  }

  /** From `at` the property runs in `over` ms to `to`. Overlapping keys are cut short, so a track never has two minds. */
  key(n: number, p: TrackProp, at: number, over: number, to: number | string, lin?: 1): void {
    const id = `${n} ${p}`
    const track = this.#tracks.get(id) ?? { n, p, k: [] }
    this.#tracks.set(id, track)
    const value = typeof to === 'number' ? round(to * 10) / 10 : to
    track.k.push({ at: Math.round(at), ...(over ? { over: Math.round(over) } : {}), to: value, ...(lin ? { lin } : {}) })
  }

  /** Takes a place for a span of time; without one, for good. */
  claim(rect: Rect, span: Span = ALWAYS, sort: Claim['sort'] = 'thing'): void {
    this.#claims.push({ sort, page: this.page, rect, span })
  }
  isFree(rect: Rect, span: Span, gap = 4, what: 'words' | 'badge' = 'words'): boolean {
    return !this.#here(what).some((c) => c.span[0] < span[1] && span[0] < c.span[1] && overlaps(c.rect, rect, gap))
  }
  /** Whether it lies on the stage. */
  holds(r: Rect): boolean {
    return r.x >= 4 && r.y >= 4 && r.x + r.w <= this.width - 4 && r.y + r.h <= this.height - 4
  }
  /** The first candidate that is free in that time, else the one that covers least; it is claimed. */
  settle(candidates: readonly Rect[], span: Span, gap = 4, what: 'words' | 'badge' = 'words'): Rect {
    const covered = (r: Rect) =>
      this.#here(what).reduce(
        (sum, c) => (c.span[0] < span[1] && span[0] < c.span[1] ? sum + shared(c.rect, r) * (c.sort === 'thing' ? 8 : 1) : sum),
        0,
      ) + (this.holds(r) ? 0 : 1e6)
    const free = candidates.find((r) => this.holds(r) && this.isFree(r, span, gap, what))
    const best = free ?? [...candidates].sort((a, b) => covered(a) - covered(b))[0]
    if (!best) throw new Error('settle() needs at least one candidate')
    this.claim(best, span)
    return best
  }

  /** The classes of a node with one more; what a `c` track switches to. */
  classed(n: number, extra: string): string {
    return [this.#nodes[n]?.c ?? '', extra].filter(Boolean).join(' ')
  }

  scene(length: number): Scene {
    const tracks: Track[] = [...this.#tracks.values()].map(({ n, p, k }) => ({ n, p, k: untangle(k) }))
    return { width: this.width, height: this.height, length: Math.round(length), nodes: this.#nodes, tracks }
  }

  #here(what: 'words' | 'badge'): readonly Claim[] {
    return this.#claims.filter((c) => c.page === this.page && (what === 'words' || c.sort !== 'line'))
  }
  #push(node: SceneNode): number {
    return this.#nodes.push(node) - 1
  }
  #checkGlyphs(run: Run, c = ''): void {
    const code = `${c} ${run.c ?? ''}`.split(' ').includes('m')
    const missing = this.metrics.missing(run.t, code)
    if (missing.length) this.diagnostics.add(glyphMissing(this.at, missing, run.t, code))
  }
}

const shared = (a: Rect, b: Rect): number =>
  Math.max(0, Math.min(a.x + a.w, b.x + b.w) - Math.max(a.x, b.x)) * Math.max(0, Math.min(a.y + a.h, b.y + b.h) - Math.max(a.y, b.y))

/** In order of time, each key ending where the next begins. */
function untangle(keys: readonly Key[]): readonly Key[] {
  const sorted = [...keys].sort((a, b) => a.at - b.at)
  return sorted.map((key, i) => {
    const next = sorted[i + 1]
    return next && key.over && key.at + key.over > next.at ? { ...key, over: Math.max(0, next.at - key.at) } : key
  })
}

/** Leaves out what is at its default, and rounds: the page carries this twice a screen. */
function tidy(place: Place): Place {
  return {
    ...(place.in === undefined ? {} : { in: place.in }),
    ...(place.c ? { c: place.c } : {}),
    ...(place.x ? { x: round(place.x) } : {}),
    ...(place.y ? { y: round(place.y) } : {}),
    ...(place.s === undefined || place.s === 1 ? {} : { s: Math.round(place.s * 1000) / 1000 }),
    ...(place.o === undefined || place.o === 1 ? {} : { o: place.o }),
    ...(place.id ? { id: place.id } : {}),
  }
}
