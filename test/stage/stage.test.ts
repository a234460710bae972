/** Laws of the stage, over module 4 as it stands: whatever an author writes, scenes are sound. */
import { join } from 'node:path'
import { compile, type Compiled } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Screen } from '../../src/model/course'
import type { Scene, Track } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'

const root = join(__dirname, '../..')
let compiled: Compiled
let screens: readonly Screen[]

beforeAll(async () => {
  compiled = await compile(await readFolder(join(root, 'modules')), await loadMetrics(root))
  screens = compiled.course?.modules.flatMap((m) => m.screens) ?? []
}, 120_000)

const each = (check: (scene: Scene, screen: Screen, shape: 'wide' | 'tall') => void): void => {
  expect(screens.length).toBeGreaterThan(0)
  for (const screen of screens) for (const shape of ['wide', 'tall'] as const) check(screen.stage[shape], screen, shape)
}

it('the course compiles without a diagnostic', () => {
  expect(compiled.diagnostics).toEqual([])
})

it('frames are 1280×640 wide and 720×860 tall', () => {
  each((scene, _, shape) => expect([scene.width, scene.height]).toEqual(shape === 'wide' ? [1280, 640] : [720, 860]))
})

it('a parent comes before its children', () => {
  each((scene) => scene.nodes.forEach((node, i) => node.in !== undefined && expect(node.in).toBeLessThan(i)))
})

it('no number of a scene is NaN or infinite', () => {
  each((scene) => {
    const numbers = JSON.stringify(scene).match(/null|NaN|Infinity/g)
    expect(numbers).toBeNull()
  })
})

it('keys of a track are in order and never overlap', () => {
  const sound = ({ k }: Track) =>
    k.every((key, i) => {
      const next = k[i + 1]
      return !next || key.at + (key.over ?? 0) <= next.at
    })
  each((scene, screen) => expect([screen.id, scene.tracks.filter((t) => !sound(t))]).toEqual([screen.id, []]))
})

it('no line turns back in its last few units, so an arrow points at whom it reaches', () => {
  const turnsBack = (points: readonly (readonly [number, number])[]): boolean => {
    const [from, bend, to] = points.slice(-3)
    if (!from || !bend || !to) return false
    const [ax, ay, bx, by] = [bend[0] - from[0], bend[1] - from[1], to[0] - bend[0], to[1] - bend[1]]
    const last = Math.hypot(bx, by)
    return last < 30 && ax * bx + ay * by < -0.99 * Math.hypot(ax, ay) * last
  }
  each((scene, screen, shape) => {
    const links = scene.nodes.flatMap((node) => (node.kind === 'link' && turnsBack(node.points) ? [node.points] : []))
    expect([screen.id, shape, links]).toEqual([screen.id, shape, []])
  })
})

it('text is never set below 26 units wide or 28 tall', () => {
  each((scene, _, shape) => {
    for (const node of scene.nodes) if (node.kind === 'label') expect(node.size).toBeGreaterThanOrEqual(shape === 'wide' ? 26 : 28)
  })
})

it('beats follow each other without gap, wide and tall share their times', () => {
  for (const screen of screens) {
    let at = 0
    for (const beat of screen.beats) {
      expect(beat.start).toBe(at)
      at += beat.length
    }
    expect([screen.stage.wide.length, screen.stage.tall.length]).toEqual([Math.round(at), Math.round(at)])
  }
})

it('every move lies inside its beat', () => {
  for (const { beats } of screens)
    for (const beat of beats)
      for (const [from, to] of beat.moves) expect(from >= beat.start && to <= beat.start + beat.length && from < to).toBe(true)
})

it('the last frames of two neighbouring beats differ: every beat changes the picture or points into it', () => {
  const seen = (scene: Scene, time: number) =>
    JSON.stringify(
      frameAt(scene, time)
        .nodes.filter((n) => n.o > 0)
        .map(({ node, x, y, s, o, draw, c, t }) => [scene.nodes.indexOf(node), x, y, s, o, draw, c, t]),
    )
  const same: string[] = []
  each((scene, screen, shape) => {
    screen.beats.slice(1).forEach((beat, i) => {
      const before = screen.beats[i]!
      if (seen(scene, before.start + before.length - 1) === seen(scene, beat.start + beat.length - 1))
        same.push(`${screen.id} ${shape} beat ${i + 2}`)
    })
  })
  expect(same).toEqual([])
})

it('every beat is described in words', () => {
  const mute = screens.flatMap((s) => s.beats.flatMap((b, i) => (b.description ? [] : [`${s.id} ${i + 1}`])))
  expect(mute).toEqual([])
})
