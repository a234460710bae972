/**
 * A piece of a scene as a scene of its own: it begins as the whole stood at `from`, and has only what is seen until `to`. Screens that continue each
 * other, and the cases of a switch, are drawn as one long scene and cut: so the first frame of one *is* the last of the other.
 */
import type { Key, Scene, SceneNode, Track } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'

export function clip(scene: Scene, from: number, to: number): Scene {
  const start = frameAt(scene, from).nodes
  const tracks = scene.tracks.map((track) => ({ ...track, k: later(track, from, to) }))
  const moves = (n: number, p: Track['p']): boolean => tracks.some((t) => t.n === n && t.p === p && t.k.length > 0)
  const kept = new Map<number, number>()
  const nodes: SceneNode[] = []
  scene.nodes.forEach((node, i) => {
    const at = start[i]!
    if (node.in !== undefined && !kept.has(node.in)) return
    if ((at.o === 0 && !moves(i, 'o')) || (at.draw === 0 && !moves(i, 'draw'))) return
    kept.set(i, nodes.length)
    const { in: parent, c: _c, x: _x, y: _y, s: _s, o: _o, ...rest } = node
    const place = {
      ...(parent === undefined ? {} : { in: kept.get(parent) as number }),
      ...(at.c && { c: at.c }),
      ...(at.x && { x: at.x }),
      ...(at.y && { y: at.y }),
      ...(at.s !== 1 && { s: at.s }),
      ...(at.o !== 1 && { o: at.o }),
    }
    if (rest.kind === 'label' && at.t !== undefined)
      nodes.push({ ...rest, ...place, runs: [{ ...rest.runs[0], t: at.t }, ...rest.runs.slice(1)] })
    else if (rest.kind === 'link') nodes.push({ ...rest, ...place, draw: at.draw })
    else nodes.push({ ...rest, ...place })
  })
  const moved = tracks.flatMap(({ n, p, k }) => (k.length && kept.has(n) ? [{ n: kept.get(n) as number, p, k }] : []))
  return { ...scene, length: Math.round(to - from), nodes, tracks: moved }
}

/** Keys that have begun are in the first frame; one that is still running there ends where it would have. */
function later({ k }: Track, from: number, to: number): readonly Key[] {
  return k.flatMap((key): readonly Key[] => {
    const left = key.at + (key.over ?? 0) - from
    if (key.at >= to || left < 0 || (left === 0 && key.at < from) || (!key.over && key.at <= from)) return []
    return key.at >= from ? [{ ...key, at: key.at - from }] : [{ ...key, at: 0, over: left }]
  })
}
