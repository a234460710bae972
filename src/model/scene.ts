/**
 * A scene is a display list and tracks over time: everything a stage shows, with nothing left to decide.
 * Directors (build/stage) write scenes, `frameAt` (src/scene) reads them, the player paints frames.
 *
 * Units are the scene's own: 1280×640 wide, 720×860 tall. Times are nominal milliseconds from the start of the screen.
 */
import type { Ms } from './units'

export interface Scene {
  readonly width: number
  readonly height: number
  readonly length: Ms
  /** Painter's order; a parent always comes before its children. */
  readonly nodes: readonly SceneNode[]
  readonly tracks: readonly Track[]
}

/** Fields every node has. Short names: they travel in the page. */
interface Base {
  /** Index of the region this node lies in; absent at the root. */
  readonly in?: number
  /** Classes from the visual grammar (`A`, `bold`, `soft`, `now` …), blank-separated. */
  readonly c?: string
  /** Translation; where absent, 0. */
  readonly x?: number
  readonly y?: number
  /** Scale about the node's origin; where absent, 1. */
  readonly s?: number
  /** Opacity, 0–1; where absent, 1. A node at 0 is not painted at all. */
  readonly o?: number
  /** Who or what this is (`ana`, `ana-nat.table`); lint and focus use it. */
  readonly id?: string
}

/** A container: what moves, fades or scales together. */
export interface Region extends Base {
  readonly kind: 'region'
}
export interface Box extends Base {
  readonly kind: 'box'
  readonly w: number
  readonly h: number
  readonly r?: number
}
/** A run of text in one style; `c` holds classes such as `m` (code type), `bold`, `ca` (Ana's colour). */
export interface Run {
  readonly t: string
  readonly c?: string
}
export interface Label extends Base {
  readonly kind: 'label'
  /** Type size in scene units: 26 or more wide, 28 or more tall. */
  readonly size: number
  readonly anchor?: 'start' | 'middle' | 'end'
  readonly runs: readonly Run[]
  /** Set on a number that runs: how its track's value is written. */
  readonly format?: 'number' | 'seconds' | 'milliseconds'
  /** Width in scene units measured at build with the shipped font. */
  readonly w: number
}
export interface Path extends Base {
  readonly kind: 'path'
  readonly d: string
  /** Rotation in degrees about the origin. */
  readonly rot?: number
}
/** A line drawn along points, in a line code of the visual grammar. Its `draw` track trims it from the start. */
export interface Link extends Base {
  readonly kind: 'link'
  readonly points: readonly (readonly [number, number])[]
  readonly line: LineCode
  /** The share drawn at the start, 0–1; where absent, 1. */
  readonly draw?: number
}
/** A shape of the sprite: laptop, phone, server, door-open, cross … */
export interface Token extends Base {
  readonly kind: 'token'
  readonly use: string
  readonly rot?: number
  /** −1 mirrors the shape across its own vertical axis. */
  readonly flip?: -1
}

export type SceneNode = Region | Box | Label | Path | Link | Token

export type LineCode = 'signal' | 'media' | 'data' | 'stun' | 'dtls' | 'plain' | 'http' | 'hatched'

/**
 * What a track may change. `x y s o draw value` are numbers and run; `c` (classes) and `t` (text of the first run) switch.
 * `value` is a number that a label with a `format` writes.
 */
export type TrackProp = 'x' | 'y' | 's' | 'o' | 'draw' | 'value' | 'c' | 't'

export interface Track {
  /** Index into `nodes`. */
  readonly n: number
  readonly p: TrackProp
  /** In order of `at`, never overlapping: each key starts where the one before it ended. */
  readonly k: readonly Key[]
}

/** From `at`, in `over` ms (0: at once), to the value `to`. Ease is in-out unless `lin`. */
export interface Key {
  readonly at: Ms
  readonly over?: Ms
  readonly to: number | string
  readonly lin?: 1
}

/** One moment of a scene: the same nodes with every track resolved. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly nodes: readonly FrameNode[]
}
export interface FrameNode {
  readonly node: SceneNode
  readonly x: number
  readonly y: number
  readonly s: number
  readonly o: number
  readonly draw: number
  readonly c: string
  /** The text of the first run, after tracks. Undefined on what is not a label. */
  readonly t: string | undefined
}
