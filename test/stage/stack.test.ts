/** A packet inside one of several hosts stays with it: no wire, and nothing beyond the frame. */
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { loadMetrics } from '../../build/fonts/metrics'
import { smallCourse } from '../compile/small-course'

const screenplay = `---
id: knock
number: 1
title: A stack
objectives: []
---

## Inside
::screen{#inside covers="1.1"}

\`\`\`stage stack wire
hosts: [ana, ben]
layers:
  app: { label: voice }
  udp: { label: UDP, adds: UDP }
  ip:  { label: IP, adds: IP }
\`\`\`

::send[ana.app > ana.ip]{text="down"}
It goes down in one computer.

::send[ben.ip > ben.app]{text="up"}
It goes up in the other.
`

it.each(['wide', 'tall'] as const)('%s: the line of a packet inside one host is upright, and between the two stacks', async (shape) => {
  const { course } = await compile(await smallCourse({ '01-knock/screenplay.md': screenplay }), await loadMetrics(join(__dirname, '../..')))
  const scene = course?.modules[0]?.screens[0]?.stage[shape]
  const ways = scene?.nodes.flatMap((node) => (node.kind === 'link' ? [node.points.map(([x]) => Math.round(x))] : [])) ?? []
  const [down, up] = ways.map((xs) => new Set(xs))
  expect([down?.size, up?.size, ways.length]).toEqual([1, 1, 2])
  const [left, right] = [ways[0]?.[0] ?? NaN, ways[1]?.[0] ?? NaN]
  expect(0 < left && left < right && right < (scene?.width ?? 0)).toBe(true)
})
