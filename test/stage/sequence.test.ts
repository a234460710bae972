/** A ladder gives every lane a column: names and words beside each other never meet, wide or tall. */
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Scene } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'
import { smallCourse } from '../compile/small-course'

const screenplay = `---
id: knock
number: 1
title: A ladder
objectives: []
---

## Between
::screen{#between covers="1.1"}

\`\`\`stage sequence ladder
use: the-call
lanes: [ana, site, ben]
mallory: { is: attacker, lane: between site and ben, hidden: true }
\`\`\`

::send[ana > site > ben]{text="a=fingerprint: one" becomes="a=fingerprint: another"}
A line leaves as one thing and arrives as another.

::enter[mallory]
Somebody sits between.

::move[mallory > site]
She moves to the site.
`

/** Where the words of all visible labels lie: left, right and baseline. */
function words(scene: Scene, time: number) {
  const { nodes } = frameAt(scene, time)
  const at = (n: number | undefined): readonly [number, number, number] => {
    const node = n === undefined ? undefined : nodes[n]
    if (!node) return [0, 0, 1]
    const [x, y, o] = at(node.node.in)
    return [x + node.x, y + node.y, o * node.o]
  }
  return nodes.flatMap(({ node, t }, n) => {
    const [x, y, o] = at(n)
    return node.kind === 'label' && o > 0 ? [{ t, left: x - node.w / 2, right: x + node.w / 2, y: Math.round(y) }] : []
  })
}

it.each(['wide', 'tall'] as const)(
  '%s: nobody’s name lies on another’s, and what a text becomes not on what it was',
  async (shape) => {
    const { course } = await compile(
      await smallCourse({ '01-knock/screenplay.md': screenplay }),
      await loadMetrics(join(__dirname, '../..')),
    )
    const screen = course?.modules[0]?.screens[0]
    if (!screen) throw new Error('The ladder does not compile.')
    for (const beat of screen.beats) {
      const all = words(screen.stage[shape], beat.start + beat.length - 1)
      expect(all.length).toBeGreaterThan(4)
      const meet = all.flatMap((a, i) =>
        all
          .slice(i + 1)
          .filter((b) => a.y === b.y && a.left < b.right && b.left < a.right)
          .map((b) => [a.t, b.t]),
      )
      expect(meet).toEqual([])
    }
  },
  60_000,
)
