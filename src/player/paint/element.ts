/** The SVG element of one node, mounted once, and the way to bring it up to a frame. Attributes that did not change are not touched. */
import type { FrameNode, Label, LineCode, Link, SceneNode } from '../../model/scene'
import { near, polyline } from './polyline'

const SVG = 'http://www.w3.org/2000/svg'

export interface Painted {
  readonly element: SVGElement
  patch(now: FrameNode, before: FrameNode | undefined): void
}

/** Line codes drawn as two strokes, the lower first: beads lie on a thread, a double line is a wide one with its middle taken out. */
const strokes: { readonly [Line in LineCode]?: readonly string[] } = {
  data: ['data', 'beads'],
  dtls: ['dtls', 'dtls-core'],
  hatched: ['hatched', 'hatched-core'],
}

export function mountNode(document: Document, node: SceneNode): Painted {
  const make = (name: string, attributes: Readonly<Record<string, string | number | undefined>> = {}): SVGElement => {
    const element = document.createElementNS(SVG, name) as SVGElement
    for (const [key, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(key, String(value))
    return element
  }
  switch (node.kind) {
    case 'region':
      return painted(make('g', { 'data-id': node.id }), node)
    case 'box':
      return painted(make('rect', { width: node.w, height: node.h, rx: node.r }), node, 'box')
    case 'path':
      return painted(make('path', { d: node.d }), node, 'path')
    case 'token':
      return painted(make('use', { href: `#${node.use}` }), node)
    case 'link':
      return mountLink(node, make)
    case 'label':
      return mountLabel(node, make)
  }
}

type Make = (name: string, attributes?: Readonly<Record<string, string | number | undefined>>) => SVGElement

function mountLink(node: Link, make: Make): Painted {
  const group = make('g')
  const paths = (strokes[node.line] ?? [node.line]).map((name) => make('path', { class: `wire ${name}` }))
  group.append(...paths)
  return painted(group, node, 'link', (now, before) => {
    if (now.draw === before?.draw) return
    const d = polyline(node.points, now.draw)
    for (const path of paths) path.setAttribute('d', d)
  })
}

function mountLabel(node: Label, make: Make): Painted {
  const text = make('text', { 'font-size': node.size, 'text-anchor': node.anchor === 'start' ? undefined : node.anchor })
  const spans = node.runs.map((run) => {
    const span = make('tspan', { class: run.c })
    span.textContent = run.t
    return span
  })
  text.append(...spans)
  return painted(text, node, '', (now, before) => {
    if (now.t !== before?.t && spans[0]) spans[0].textContent = now.t ?? ''
  })
}

/** What every node has: place, opacity, classes. At opacity 0 it is not there at all. */
function painted(element: SVGElement, node: SceneNode, own = '', more?: Painted['patch']): Painted {
  const turn = 'rot' in node && node.rot ? ` rotate(${node.rot})` : ''
  const flip = 'flip' in node ? -1 : 1
  return {
    element,
    patch(now, before) {
      if (now === before) return
      const moved = !before || now.x !== before.x || now.y !== before.y || now.s !== before.s
      if (moved && (now.x || now.y || now.s !== 1 || turn || flip < 0 || before)) {
        const scale = now.s === 1 && flip === 1 ? '' : ` scale(${near(now.s * flip)} ${near(now.s)})`
        element.setAttribute('transform', `translate(${near(now.x)} ${near(now.y)})${turn}${scale}`)
      }
      if (now.o !== (before?.o ?? 1)) {
        if (now.o < 1) element.setAttribute('opacity', String(near(now.o)))
        else element.removeAttribute('opacity')
        if (now.o <= 0) element.setAttribute('display', 'none')
        else element.removeAttribute('display')
      }
      if (now.c !== before?.c && (now.c || own || before)) element.setAttribute('class', own && now.c ? `${own} ${now.c}` : own || now.c)
      more?.(now, before)
    },
  }
}
