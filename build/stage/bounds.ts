/**
 * Where something stands in a frame, read from the display list alone: so the camera and questions that point into a picture work on every kind of
 * stage. All a director owes is a node with the `id` of whatever a direction may name; parts and rows may be called `name.part` or `stage.name`.
 */
import type { Frame, FrameNode, Scene } from '../../src/model/scene'
import type { Rect } from './geometry'
import { pathBounds } from './path-bounds'

interface Placed {
  readonly x: number
  readonly y: number
  readonly s: number
  readonly shown: boolean
}

/** Where a shape of the sprite lies about its origin, at scale 1. */
const TOKENS: Readonly<Record<string, Rect>> = {
  laptop: { x: -84, y: -46, w: 168, h: 102 },
  phone: { x: -37, y: -66, w: 74, h: 132 },
  server: { x: -34, y: -54, w: 68, h: 108 },
  face: { x: -17, y: -14, w: 34, h: 28 },
  certificate: { x: -52, y: -36, w: 104, h: 86 },
  'door-shut': { x: -12, y: -50, w: 24, h: 100 },
  'door-open': { x: -12, y: -56, w: 107, h: 106 },
  'door-unknown': { x: -12, y: -50, w: 24, h: 100 },
}
const TOKEN: Rect = { x: -14, y: -14, w: 28, h: 28 }

/** Null where nothing of that name on that stage is to be seen; '' is the stage. `ana-nat` also finds `ana-nat.table`. */
export function boundsOf(scene: Scene, frame: Frame, stage: string, name: string): Rect | null {
  const ids = name ? [name, `${stage}.${name}`] : [stage]
  const onStage: boolean[] = []
  const mine: boolean[] = []
  const rects = extents(scene, frame).filter((_, i) => {
    const { id = '', in: parent = -1 } = scene.nodes[i]!
    onStage.push(id === stage || onStage[parent] === true)
    // A stage may be named after one who stands on it: then its root is not him.
    const named = ids.some((one) => id === one || id.startsWith(`${one}.`)) && (!name || onStage[parent] === true)
    mine.push((named && onStage[i] === true) || mine[parent] === true)
    return mine[i]
  })
  const seen = rects.filter((rect) => rect !== null)
  return seen.length ? around(seen) : null
}

/** Where every node of a frame lies; null for regions, and for what is not to be seen. */
export function extents(scene: Scene, frame: Frame): readonly (Rect | null)[] {
  const placed: Placed[] = []
  return frame.nodes.map((at, i) => {
    const node = scene.nodes[i]!
    const parent = node.in === undefined ? { x: 0, y: 0, s: 1, shown: true } : (placed[node.in] as Placed)
    const here = {
      x: parent.x + parent.s * at.x,
      y: parent.y + parent.s * at.y,
      s: parent.s * at.s,
      shown: parent.shown && at.o > 0 && at.draw > 0,
    }
    placed.push(here)
    const local = here.shown ? extentOf(at) : null
    return local && { x: here.x + local.x * here.s, y: here.y + local.y * here.s, w: local.w * here.s, h: local.h * here.s }
  })
}

/** Smallest rectangle that holds all of them. */
export function around(rects: readonly Rect[]): Rect {
  const x = Math.min(...rects.map((r) => r.x))
  const y = Math.min(...rects.map((r) => r.y))
  return { x, y, w: Math.max(...rects.map((r) => r.x + r.w)) - x, h: Math.max(...rects.map((r) => r.y + r.h)) - y }
}

function extentOf({ node }: FrameNode): Rect | null {
  switch (node.kind) {
    case 'region':
      return null
    case 'box':
      return { x: 0, y: 0, w: node.w, h: node.h }
    case 'label':
      return {
        x: node.anchor === 'middle' ? -node.w / 2 : node.anchor === 'end' ? -node.w : 0,
        y: -node.size * 0.8,
        w: node.w,
        h: node.size * 1.05,
      }
    case 'path':
      return turned(pathBounds(node.d), node.rot ?? 0)
    case 'link':
      return around(node.points.map(([x, y]) => ({ x, y, w: 0, h: 0 })))
    case 'token': {
      const { x, y, w, h } = TOKENS[node.use] ?? TOKEN
      return turned({ x: node.flip ? -x - w : x, y, w, h }, node.rot ?? 0)
    }
  }
}

/** Turned about its origin: exactly by right angles, else all that it could reach. */
function turned(rect: Rect, degrees: number): Rect {
  const { x, y, w, h } = rect
  const angle = ((degrees % 360) + 360) % 360
  if (angle === 0) return rect
  if (angle === 90) return { x: -y - h, y: x, w: h, h: w }
  if (angle === 180) return { x: -x - w, y: -y - h, w, h }
  if (angle === 270) return { x: y, y: -x - w, w: h, h: w }
  const far = Math.max(Math.abs(x), Math.abs(y), Math.abs(x + w), Math.abs(y + h))
  return { x: -far, y: -far, w: 2 * far, h: 2 * far }
}
