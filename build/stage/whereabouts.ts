/** Where a named thing stands in a frame: the region that bears its name, and what is drawn in it. */
import type { Frame, FrameNode, Scene } from '../../src/model/scene'
import type { Target } from '../compile/tree'
import type { Rect } from './geometry'

/** Half the size of a token at scale 1, about. */
const TOKEN = 60

/** The region of a part, else of its owner; of a stage, its own. Ids are `stage`, `stage.name` or, on stages of actors, `name`. */
export function regionOf(scene: Scene, { stage, name, part }: Target): number | null {
  const root = scene.nodes.findIndex((n) => n.id === stage)
  if (!name) return root < 0 ? null : root
  const ids = [...(part ? [`${stage}.${name}.${part}`, `${name}.${part}`] : []), `${stage}.${name}`, name]
  const inside = (n: number | undefined): boolean => n !== undefined && (n === root || inside(scene.nodes[n]?.in))
  for (const id of ids) {
    const found = scene.nodes.findIndex((n, i) => n.id === id && i !== root && inside(n.in))
    if (found >= 0) return found
  }
  return null
}

/** The rectangle around everything in a region that has a size of its own. Null where there is nothing. */
export function boundsOf(scene: Scene, frame: Frame, region: number): Rect | null {
  const rects = frame.nodes.flatMap((n): Rect[] => {
    const own = sizeOf(n)
    const place = own && placed(frame.nodes, n.node.in, region)
    if (!own || !place) return []
    const s = place.s * (n.node.kind === 'region' ? 1 : n.s)
    return [{ x: place.x + (n.x + own.x * n.s) * place.s, y: place.y + (n.y + own.y * n.s) * place.s, w: own.w * s, h: own.h * s }]
  })
  if (!rects.length || !scene.nodes[region]) return null
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  return { x, y, w: Math.max(...rects.map((r) => r.x + r.w)) - x, h: Math.max(...rects.map((r) => r.y + r.h)) - y }
}

/** Every text that is seen. */
export function textsOf(frame: Frame): readonly Rect[] {
  const seen = (n: FrameNode | undefined): boolean =>
    n !== undefined && n.o > 0 && (n.node.in === undefined || seen(frame.nodes[n.node.in]))
  return frame.nodes.flatMap((n): Rect[] => {
    const own = n.node.kind === 'label' && seen(n) ? sizeOf(n) : null
    const place = own && placed(frame.nodes, n.node.in, null)
    return own && place
      ? [{ x: place.x + (n.x + own.x) * place.s, y: place.y + (n.y + own.y) * place.s, w: own.w * place.s, h: own.h * place.s }]
      : []
  })
}

/** About a node's own origin. */
function sizeOf({ node, o }: FrameNode): Rect | null {
  if (node.kind === 'label') {
    const x = node.anchor === 'end' ? -node.w : node.anchor === 'middle' ? -node.w / 2 : 0
    return { x, y: -node.size * 0.76, w: node.w, h: node.size }
  }
  if (node.kind === 'box') return { x: 0, y: 0, w: node.w, h: node.h }
  return node.kind === 'token' && o > 0 ? { x: -TOKEN, y: -TOKEN * 0.8, w: TOKEN * 2, h: TOKEN * 1.6 } : null
}

/** Where the parent of a node lies on the stage; null where it is not in the region (null: the whole stage). */
function placed(
  nodes: readonly FrameNode[],
  parent: number | undefined,
  region: number | null,
): { readonly x: number; readonly y: number; readonly s: number } | null {
  let [x, y, s, met] = [0, 0, 1, region === null]
  for (let at = parent; at !== undefined; at = nodes[at]?.node.in) {
    const node = nodes[at]
    if (!node) break
    ;[x, y, s] = [node.x + x * node.s, node.y + y * node.s, s * node.s]
    met ||= at === region
  }
  return met ? { x, y, s } : null
}
