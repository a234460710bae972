/**
 * The gallery of stage kinds, frame by frame: what stands on the stage when a beat ends is what was recorded.
 *   UPDATE=1 npx jest test/stage/gallery   records anew; look at the contact sheets before you commit it
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Compiled } from '../../build/compile/compile'
import type { Module } from '../../src/model/course'
import type { Scene } from '../../src/model/scene'
import { frameAt } from '../../src/scene/frame-at'
import { compileGallery } from '../../build/sheet/stage-gallery'

const folder = join(__dirname, 'frames')
let compiled: Compiled
let modules: readonly Module[]

beforeAll(async () => {
  compiled = await compileGallery(join(__dirname, '../..'))
  modules = compiled.course?.modules ?? []
}, 120_000)

it('compiles without a diagnostic but those of a gallery: short, and one kind after the other', () => {
  expect(compiled.diagnostics.filter(({ code }) => !['WSQD303', 'WSQD309', 'WSQD310'].includes(code))).toEqual([])
  expect(modules.length).toBeGreaterThan(0)
})

it('each kind at the end of each beat, wide and tall, is as recorded', () => {
  for (const module of modules) {
    const path = join(folder, `${module.id}.txt`)
    const now = recordOf(module)
    if (process.env['UPDATE'] || !existsSync(path)) {
      if (!process.env['UPDATE']) throw new Error(`No recorded frames of ${module.id}. Record them: UPDATE=1 npx jest test/stage/gallery`)
      mkdirSync(folder, { recursive: true })
      writeFileSync(path, now)
    }
    expect(now).toBe(readFileSync(path, 'utf8'))
  }
})

it('no number is NaN, no text is too small, and every beat changes the picture', () => {
  for (const { screens } of modules)
    for (const screen of screens)
      for (const shape of ['wide', 'tall'] as const) {
        const scene = screen.stage[shape]
        expect(JSON.stringify(scene)).not.toMatch(/null|NaN|Infinity/)
        const sizes = scene.nodes.flatMap((node) => (node.kind === 'label' ? [node.size] : []))
        expect(Math.min(...sizes)).toBeGreaterThanOrEqual(shape === 'wide' ? 26 : 28)
        const ends = screen.beats.map((beat) => shownAt(scene, beat.start + beat.length - 1).join('\n'))
        expect([screen.id, shape, ends.filter((end, i) => end === ends[i - 1])]).toEqual([screen.id, shape, []])
      }
})

it('every beat is told in words', () => {
  const mute = modules.flatMap((m) => m.screens.flatMap((s) => s.beats.flatMap((b, i) => (b.description ? [] : [`${s.id} ${i + 1}`]))))
  expect(mute).toEqual([])
})

/** The first beat of a screen whole, the others by what they take away and add: so a diff reads as what an author would see. */
function recordOf({ screens }: Module): string {
  const shapes = ['wide', 'tall'] as const
  const beats = screens.flatMap(({ id, beats, stage }) =>
    shapes.flatMap((shape) => {
      const frames = beats.map((beat) => shownAt(stage[shape], beat.start + beat.length - 1))
      return frames.map(
        (now, i) => `## ${id} ${shape} ${i + 1}\n${(i ? changes(frames[i - 1] as readonly string[], now) : now).join('\n')}\n`,
      )
    }),
  )
  return beats.join('\n')
}

function changes(before: readonly string[], now: readonly string[]): readonly string[] {
  const [old, fresh] = [new Set(before), new Set(now)]
  return [...before.filter((line) => !fresh.has(line)).map((l) => `- ${l}`), ...now.filter((line) => !old.has(line)).map((l) => `+ ${l}`)]
}

/** One line a node that can be seen, in painter's order: what it is, where, how. */
function shownAt(scene: Scene, time: number): readonly string[] {
  const { nodes } = frameAt(scene, time)
  const seen = nodes.map(() => true)
  const quiet = nodes.map(() => '')
  return nodes.flatMap((now, i): string[] => {
    const { node } = now
    const parent = node.in
    seen[i] = now.o > 0 && (parent === undefined || seen[parent] === true)
    quiet[i] = now.c.includes('quiet') || (parent !== undefined && quiet[parent]) ? ' quiet' : ''
    if (!seen[i]) return []
    const place = [now.x, now.y].map(Math.round).join(',')
    const style = `${now.c ? ` .${now.c.trim().replaceAll(' ', '.')}` : ''}${now.c.includes('quiet') ? '' : quiet[i]}`
    switch (node.kind) {
      case 'region':
        return now.x || now.y ? [`region ${place}${style}`] : []
      case 'label':
        return [
          `label ${place} ${node.anchor ?? 'start'} ${node.size}${style} “${[now.t, ...node.runs.slice(1).map((r) => r.t)].join('|')}”`,
        ]
      case 'box':
        return [`box ${place} ${Math.round(node.w)}×${Math.round(node.h)}${style}`]
      case 'path':
        return [`path ${place}${style} ${node.d}`]
      case 'link':
        return [`link ${node.line} ${now.draw} ${node.points.map((p) => p.map(Math.round).join(',')).join(' ')}${style}`]
      case 'token':
        return [`token ${node.use} ${place}${style}`]
    }
  })
}
