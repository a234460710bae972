/**
 * `zoom`: the camera goes to a part of the stage and back. One region holds everything a screen shows, and moves; so a kind of stage does nothing
 * for it, and text only ever grows. What is left beside the target is quiet (`quieting`), and words that the edge would cut are gone.
 */
import type { Key, Scene, SceneNode, Track } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'
import { around, boundsOf, extents } from './bounds'
import type { Cue } from './director'
import { round, type Rect } from './geometry'

/** Nearer than this and one no longer sees where one is. */
const NEAREST = 1.8
/** Not worth a movement. */
const LEAST = 1.12
/** Around what is looked at. */
const AIR = 44

/** Whether a camera is needed at all: `zoom` on a whole stage only ever ends a look. */
export const zooms = (cues: readonly Cue[]): boolean =>
  cues.some(({ direction: { verb, targets } }) => verb === 'zoom' && targets.some((t) => t.name))

/** The scene with the way of its camera, node 0. What is looked at is all of it that is seen until the next `zoom`, or until the scene is cut (clip.ts). */
export function film(scene: Scene, cues: readonly Cue[], cuts: readonly number[] = []): Scene {
  const looks = cues.filter((cue) => cue.direction.verb === 'zoom').sort((a, b) => a.start - b.start)
  const x: Track['k'][number][] = []
  const y: Track['k'][number][] = []
  const s: Track['k'][number][] = []
  const views: View[] = []
  for (const [i, cue] of looks.entries()) {
    const end = Math.min(looks[i + 1]?.start ?? scene.length, ...cuts.filter((at) => at > cue.start))
    const moments = [cue.end, ...cues.flatMap((c) => [c.start, c.end]).filter((at) => at > cue.end && at < end), end - 1]
    const targets = cue.direction.targets.filter((t) => t.name)
    const seen = targets.flatMap((t) =>
      moments.flatMap((at) => boundsOf(scene, frameAt(scene, at), t.stage, t.part ? `${t.name}.${t.part}` : t.name) ?? []),
    )
    const view = seen.length ? viewOf(around(seen), scene) : { x: 0, y: 0, w: scene.width, h: scene.height }
    views.push({ rect: view, from: cue.start, till: end })
    const scale = Math.round((scene.width / view.w) * 1000) / 1000
    const key = { at: Math.round(cue.start), over: Math.round(cue.end - cue.start) }
    x.push({ ...key, to: round(-view.x * scale) })
    y.push({ ...key, to: round(-view.y * scale) })
    s.push({ ...key, to: scale })
  }
  const tracks = hidden(scene, views)
  return { ...scene, tracks: [...tracks, { n: 0, p: 'x', k: x }, { n: 0, p: 'y', k: y }, { n: 0, p: 's', k: s }] }
}

interface View {
  readonly rect: Rect
  readonly from: number
  /** When it is left, or the scene is cut. */
  readonly till: number
}
const FADE = 300

/** A line drawn for words: under them, or from them to what they tell of. */
const isRule = (node: SceneNode): boolean => node.kind === 'path' && /\b(rule|newest|lead)\b/.test(node.c ?? '')

/**
 * Words that a view does not hold whole are gone while it lasts, and a line that is left without any of its words. What appears or leaves by itself
 * in that time is left alone: it is what is looked at.
 */
function hidden(scene: Scene, views: readonly View[]): readonly Track[] {
  const own = new Map(scene.tracks.flatMap((track) => (track.p === 'o' ? [[track.n, track] as const] : [])))
  const gone = views.map((view) => goneIn(scene, view, own))
  const changed = scene.nodes.flatMap((_, n): readonly Track[] => {
    const fade: Key[] = []
    let out = false
    for (const [i, { from }] of views.entries()) {
      const now = gone[i]?.has(n) === true
      if (now !== out) fade.push({ at: from, over: now ? FADE : 2 * FADE, to: now ? 0 : shownAt(scene, n, from) })
      out = now
    }
    return fade.length ? [{ n, p: 'o', k: [...(own.get(n)?.k ?? []), ...fade].sort((a, b) => a.at - b.at) }] : []
  })
  const replaced = new Set(changed.map(({ n }) => n))
  return [...scene.tracks.filter((track) => !(track.p === 'o' && replaced.has(track.n))), ...changed]
}

function goneIn(scene: Scene, { rect, from, till }: View, own: ReadonlyMap<number, Track>): ReadonlySet<number> {
  if (rect.w >= scene.width) return new Set()
  const places = extents(scene, frameAt(scene, Math.min(till, scene.length) - 1))
  const cut = (n: number): boolean => {
    const acts = own.get(n)?.k.some((key) => key.at + (key.over ?? 0) > from && key.at < till + FADE) === true
    const place = places[n]
    return !acts && place !== null && place !== undefined && !within(place, rect)
  }
  const cutOf = (kind: (node: SceneNode) => boolean) => scene.nodes.flatMap((node, n) => (kind(node) && cut(n) ? [n] : []))
  const words = new Set(cutOf((node) => node.kind === 'label'))
  const readable = new Set(scene.nodes.flatMap((node, n) => (node.kind === 'label' && places[n] && !words.has(n) ? [node.in] : [])))
  return new Set([...words, ...cutOf((node) => isRule(node) && !readable.has(node.in))])
}

const shownAt = (scene: Scene, n: number, at: number): number => frameAt(scene, at).nodes[n]?.o ?? 1
const within = (a: Rect, b: Rect): boolean => a.x >= b.x && a.y >= b.y && a.x + a.w <= b.x + b.w && a.y + a.h <= b.y + b.h

/** A piece of the frame, in its shape, with the target in the middle as far as the frame goes. */
function viewOf(target: Rect, { width, height }: Scene): Rect {
  const scale = Math.min(NEAREST, width / (target.w + 2 * AIR), height / (target.h + 2 * AIR))
  if (scale < LEAST) return { x: 0, y: 0, w: width, h: height }
  const [w, h] = [width / scale, height / scale]
  const within = (middle: number, size: number, of: number): number => Math.min(Math.max(0, middle - size / 2), of - size)
  return { x: within(target.x + target.w / 2, w, width), y: within(target.y + target.h / 2, h, height), w, h }
}
