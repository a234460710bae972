/**
 * `frameAt(scene, time)`: animation as a pure function. Playing, seeking, stepping back, printing and tests are this one call.
 *
 * A scene is prepared once (its tracks sorted to their nodes); a node without tracks is the same object in every frame, so
 * that a painter may skip it by identity.
 */
import type { Frame, FrameNode, Key, Scene, SceneNode, TrackProp } from '../model/scene'
import type { Ms } from '../model/units'
import { formatValue, readValue } from './format-value'
import { numberAt, switchAt } from './value-at'

type Tracks = { readonly [Prop in TrackProp]?: readonly Key[] }

interface Prepared {
  readonly still: readonly FrameNode[]
  readonly moving: readonly (readonly [index: number, tracks: Tracks])[]
}

const known = new WeakMap<Scene, Prepared>()

export function frameAt(scene: Scene, time: Ms): Frame {
  const { still, moving } = prepare(scene)
  const nodes = [...still]
  for (const [index, tracks] of moving) nodes[index] = resolve(still[index]!, tracks, time)
  return { width: scene.width, height: scene.height, nodes }
}

function prepare(scene: Scene): Prepared {
  const found = known.get(scene)
  if (found) return found
  const tracks = new Map<number, Tracks>()
  for (const { n, p, k } of scene.tracks) if (scene.nodes[n]) tracks.set(n, { ...tracks.get(n), [p]: k } satisfies Tracks)
  const prepared = { still: scene.nodes.map(base), moving: [...tracks] }
  known.set(scene, prepared)
  return prepared
}

/** The node as it stands before any track has begun. */
function base(node: SceneNode): FrameNode {
  const { x = 0, y = 0, s = 1, o = 1, c = '' } = node
  return {
    node,
    x,
    y,
    s,
    o,
    c,
    draw: node.kind === 'link' ? (node.draw ?? 1) : 1,
    t: node.kind === 'label' ? (node.runs[0]?.t ?? '') : undefined,
  }
}

function resolve(still: FrameNode, tracks: Tracks, time: Ms): FrameNode {
  const run = (prop: 'x' | 'y' | 's' | 'o' | 'draw') => numberAt(still[prop], numbers(tracks[prop]), time)
  return {
    node: still.node,
    x: run('x'),
    y: run('y'),
    s: run('s'),
    o: run('o'),
    draw: run('draw'),
    c: switchAt(still.c, strings(tracks.c), time),
    t: textAt(still, tracks, time),
  }
}

/** A label's text: written by its running number once that has begun, else what `t` says. */
function textAt(still: FrameNode, tracks: Tracks, time: Ms): string | undefined {
  if (still.t === undefined) return undefined
  const text = switchAt(still.t, strings(tracks.t), time)
  const format = still.node.kind === 'label' ? still.node.format : undefined
  const keys = numbers(tracks.value)
  if (!format || !keys[0] || time < keys[0].at) return text
  return formatValue(numberAt(readValue(text, format), keys, time), format)
}

type KeyOf<Value> = Key & { readonly to: Value }
const none: readonly never[] = []
/** A track's property settles the type of its keys (model/scene.ts): `c` and `t` hold strings, all others numbers. */
const numbers = (keys: Tracks[TrackProp]) => (keys ?? none) as readonly KeyOf<number>[]
const strings = (keys: Tracks[TrackProp]) => (keys ?? none) as readonly KeyOf<string>[]
