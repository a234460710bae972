/** Standing connections, in the line codes of the visual grammar. */
import type { LineCode } from '../../../src/model/scene'
import type { Point } from '../geometry'
import type { Context } from './context'
import { lengthOf, traceOf, upTo, wayOf } from './ways'

/** `onDoor` is told of the doors a connection stands in. */
export function drawLinks({ canvas, layout, members, layers, cues }: Context, onDoor: (door: string, at: number) => void): void {
  const standing = new Map<string, { node: number; label: number | null }>()
  for (const cue of cues) {
    const { verb, targets, args } = cue.direction
    const names = targets.map((t) => t.name).filter((n) => members.has(n))
    if (names.length < 2) continue
    const key = [...names].sort().join()
    if (verb === 'unlink') {
      const known = standing.get(key)
      if (known) for (const n of [known.node, known.label]) if (n !== null) canvas.key(n, 'o', cue.start, cue.end - cue.start, 0)
      standing.delete(key)
    }
    if (verb !== 'link') continue
    const { points } = wayOf(names, members, layout)
    for (const [id, { at }] of layout.doors) if (points.slice(1, -1).some((p) => p[0] === at[0] && p[1] === at[1])) onDoor(id, cue.start)
    const line = (typeof args.is === 'string' ? args.is : 'signal') as LineCode
    const gone = cues.find((c) => c.direction.verb === 'unlink' && c.start > cue.start && c.direction.targets.map((t) => t.name).sort().join() === key) // prettier-ignore
    const until = gone ? gone.end : Infinity
    const node = canvas.link(points, line, { in: layers.lines, id: key }, 0)
    canvas.key(node, 'draw', cue.start, cue.end - cue.start, 1)
    for (const rect of traceOf(points)) canvas.claim(rect, [cue.start, until], 'line')
    standing.set(key, { node, label: typeof args.text === 'string' ? label(points, args.text, cue.start, until) : null })
  }

  function label(points: readonly Point[], text: string, start: number, until: number): number {
    const w = canvas.widthOf(text, canvas.size, 'mid')
    const h = canvas.size * 1.25
    const candidates = [0.5, 0.38, 0.62, 0.25, 0.75].flatMap((share) => {
      const [x, y] = upTo(points, Math.max(0.01, lengthOf(points) * share)).at(-1) as Point
      return [
        { x: x - w / 2, y: y - h - 12, w, h },
        { x: x - w / 2, y: y + 12, w, h },
        { x: x + 18, y: y - h / 2, w, h },
        { x: x - w - 18, y: y - h / 2, w, h },
      ]
    })
    const rect = canvas.settle(candidates, [start, until])
    const node = canvas.label(text, { in: layers.lines, c: 'mid', x: rect.x, y: rect.y + canvas.size, o: 0 })
    canvas.key(node, 'o', start + 300, 300, 1)
    return node
  }
}
