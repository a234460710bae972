/** Paints the frames of one scene into an SVG element: mounts its nodes once, then patches what a frame changed. */
import type { Frame, FrameNode, Scene } from '../../model/scene'
import { mountNode, type Painted } from './element'

export interface Painter {
  paint(frame: Frame): void
  /** Takes the nodes out again. */
  clear(): void
}

export function createPainter(svg: SVGSVGElement, scene: Scene): Painter {
  const document = svg.ownerDocument
  const nodes: readonly Painted[] = scene.nodes.map((node) => mountNode(document, node))
  for (const [i, node] of scene.nodes.entries()) parentOf(node.in).append(nodes[i]!.element)
  svg.setAttribute('viewBox', `0 0 ${scene.width} ${scene.height}`)
  let before: readonly FrameNode[] = []

  function parentOf(index: number | undefined): Element {
    return (index === undefined ? undefined : nodes[index]?.element) ?? svg
  }
  return {
    paint({ nodes: now }) {
      for (let i = 0; i < now.length; i++) nodes[i]?.patch(now[i]!, before[i])
      before = now
    },
    clear: () => svg.replaceChildren(),
  }
}
