/** Lit lines of a text are let go by `lines` without `from`. */
import { join } from 'node:path'
import { compile } from '../../build/compile/compile'
import { loadMetrics } from '../../build/fonts/metrics'
import { lastMoment } from '../../src/player/models/scene-time'
import { frameAt } from '../../src/scene/frame-at'
import { smallCourse } from '../compile/small-course'

const screenplay = `---
id: knock
number: 1
title: A text
objectives: []
---

## Lines
::screen{#lines covers="1.1"}

\`\`\`stage bytes sdp
text: |
  v=0
  s=-
  t=0 0
\`\`\`

::show[sdp]
Three lines stand here.

::lines[sdp]{from=2 to=3}
Two of them are lit.

::lines[sdp]
And none of them is.
`

it.each(['wide', 'tall'] as const)('%s: the band ends, and nothing else is lit', async (shape) => {
  const { course } = await compile(await smallCourse({ '01-knock/screenplay.md': screenplay }), await loadMetrics(join(__dirname, '../..')))
  const screen = course?.modules[0]?.screens[0]
  if (!screen) throw new Error('The text does not compile.')
  const visible = screen.beats.map((beat) => frameAt(screen.stage[shape], lastMoment(beat)).nodes.filter(({ o }) => o > 0).length)
  expect(visible[1]).toBeGreaterThan(visible[0] ?? 0)
  expect(visible[2]).toBe(visible[0])
})
