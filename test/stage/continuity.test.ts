/** Screens that continue each other and cases begin exactly where the picture stands; the camera only ever comes nearer. */
import { compile } from '../../build/compile/compile'
import { boundsOf } from '../../build/stage/bounds'
import { clip } from '../../build/stage/clip'
import { pathBounds } from '../../build/stage/path-bounds'
import type { Screen } from '../../src/model/course'
import type { Frame, Scene } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'
import { fakeMetrics } from '../compile/fake-metrics'
import { smallCourse } from '../compile/small-course'

const head = '---\nid: knock\nnumber: 1\ntitle: A knock\nobjectives: []\n---\n'
const stage = '```stage network net\nuse: the-call\nshow: [ana, ana-nat, site, ben]\nana-nat: { table: [lets in] }\n```\n'

async function screensOf(text: string): Promise<readonly Screen[]> {
  const { course, diagnostics } = await compile(await smallCourse({ '01-knock/screenplay.md': head + text }), fakeMetrics)
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  return course!.modules[0]!.screens
}

/** What is to be seen, wherever its nodes stand in the list: kind, place on the frame, classes, words. */
function seen(scene: Scene, frame: Frame): readonly string[] {
  const at: { x: number; y: number; s: number; o: number; c: string }[] = []
  const out: string[] = []
  frame.nodes.forEach((node, i) => {
    const { in: parent } = scene.nodes[i]!
    const p = parent === undefined ? { x: 0, y: 0, s: 1, o: 1, c: '' } : at[parent]!
    const here = { x: p.x + p.s * node.x, y: p.y + p.s * node.y, s: p.s * node.s, o: p.o * node.o, c: `${p.c} ${node.c}` }
    at.push(here)
    const { kind } = node.node
    if (kind === 'region' || !here.o || !node.draw) return
    const round = (n: number) => Math.round(n * 10)
    out.push(
      [kind, round(here.x), round(here.y), round(here.s), round(here.o), node.draw, node.t, here.c.trim().replace(/\s+/g, ' ')].join(' '),
    )
  })
  return out.sort()
}
const last = (scene: Scene) => seen(scene, frameAt(scene, scene.length - 1))
const first = (scene: Scene) => seen(scene, frameAt(scene, 0))

describe.each(['wide', 'tall'] as const)('%s', (shape) => {
  test('a screen that continues another begins with its last frame, trails and all, and with nothing else', async () => {
    const [a, b, c] = await screensOf(`
## A knock
::screen{#knock covers="1.1"}

${stage}
::send[ana > ana-nat > site]{text="offer" lost="site"}
::show[ana-nat.table]{row="{{ben.srflx}}"}
She knocks.

::label[ana]{text="waits"}
::send[ana > ana-nat > site]{text="again"}
She waits.

## On
::screen{#on continues="knock"}

::send[site > ana-nat > ana]{text="answer"}
::label[ana]{text="hears it"}
It comes.

## And on
::screen{#and-on continues="on"}

\`\`\`stage table rows below
columns: [who, state]
rows:
  one: [Ana, waiting]
\`\`\`

::set[rows.one]{state=succeeded}
Done.
`)
    expect(first(b!.stage[shape])).toEqual(last(a!.stage[shape]))
    expect(first(c!.stage[shape])).toEqual(last(b!.stage[shape]))
    expect(first(b!.stage[shape]).join()).toContain('waits')
    expect(last(b!.stage[shape]).join()).not.toContain('waits')
    expect(b!.beats[0]!.start).toBe(0)
    // What is over before a screen begins is not carried along.
    expect(b!.stage[shape].nodes.some((node) => node.kind === 'label' && node.runs[0]?.t === 'again')).toBe(true)
    expect(c!.stage[shape].nodes.some((node) => node.kind === 'label' && node.runs[0]?.t === 'again')).toBe(false)
  })

  test('every case begins with the last frame of its screen, and takes nobody out of it', async () => {
    const [a] = await screensOf(`
## A knock
::screen{#knock covers="1.1"}

${stage}
::send[ana > ana-nat > site]{text="offer"}
She knocks.

::::what-if{#doors label="The router lets in"}
:::case[anyone]
::send[site > ana-nat > ana]{text="answer"}
:::
:::case[nobody]
::enter[ben]
::send[site > ana-nat]{text="answer" lost="ana-nat"}
:::
::::
`)
    const { cases } = a!.stage
    expect(cases).toHaveLength(2)
    for (const one of cases) expect(first(one[shape])).toEqual(last(a!.stage[shape]))
    expect(last(cases[0]![shape])).not.toEqual(last(cases[1]![shape]))
    expect(cases.map(({ description }) => description)).toEqual([
      '“answer” from call.example passes Ana’s router and reaches Ana.',
      'Ben appears. “answer” from call.example is refused at Ana’s router.',
    ])
  })

  test('zoom brings a part nearer, whole and within the frame, and back', async () => {
    const [a] = await screensOf(`
## A knock
::screen{#knock covers="1.1"}

${stage}
::zoom[ana-nat]
::show[ana-nat.table]{row="{{ben.srflx}}"}
She knocks.

::zoom[all]
And all is there again.
`)
    const scene = a!.stage[shape]
    const near = frameAt(scene, a!.beats[1]!.start - 1)
    const camera = near.nodes[0]!
    expect(camera.s).toBeGreaterThan(1.1)
    expect(camera.s).toBeLessThanOrEqual(1.8)
    expect([camera.x, camera.y].every((n) => n <= 0)).toBe(true)
    expect(camera.x + camera.s * scene.width).toBeGreaterThanOrEqual(scene.width - 1)
    expect(camera.y + camera.s * scene.height).toBeGreaterThanOrEqual(scene.height - 1)
    const at = boundsOf(scene, near, 'net', 'ana-nat')!
    expect([at.x >= 0, at.y >= 0, at.x + at.w <= scene.width, at.y + at.h <= scene.height]).toEqual([true, true, true, true])
    const end = frameAt(scene, scene.length - 1).nodes[0]!
    expect([end.x, end.y, end.s].map((n) => n + 0)).toEqual([0, 0, 1])
  })
})

test('a clip is what the whole shows in that time', async () => {
  const [a] = await screensOf(`
## A knock
::screen{#knock covers="1.1"}

${stage}
::send[ana > ana-nat > site]{text="offer" lost="site"}
She knocks, and waits for somebody to open.
`)
  const { wide } = a!.stage
  const piece = clip(wide, 700, 2400)
  for (const at of [0, 13, 500, 1100, 1699]) {
    // A movement that is cut in two eases once more: places may differ by that, never what is shown.
    const words = (list: readonly string[]) => list.map((one) => one.split(' ')[0])
    expect(words(seen(piece, frameAt(piece, at)))).toEqual(words(seen(wide, frameAt(wide, 700 + at))))
  }
  expect(seen(piece, frameAt(piece, 0))).toEqual(seen(wide, frameAt(wide, 700)))
})

test('paths are measured with all that their letters mean', () => {
  expect(pathBounds('M10 20H40V60H10Z')).toEqual({ x: 10, y: 20, w: 30, h: 40 })
  expect(pathBounds('M-20-11q0-9 9-9h22q9 0 9 9V9')).toEqual({ x: -20, y: -20, w: 40, h: 29 })
  expect(pathBounds('')).toEqual({ x: 0, y: 0, w: 0, h: 0 })
})
