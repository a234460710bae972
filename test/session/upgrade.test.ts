/** Module 4 in two editions, both compiled from text: an admin replaces the zip while a learner is under way. */
import { join } from 'node:path'
import { assignSlots, slotsText } from '../../build/compile/slots'
import { read } from '../../build/compile/1-read/read'
import { compile } from '../../build/compile/compile'
import { Diagnostics } from '../../build/compile/diagnostic'
import { readFolder, type Files } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import type { Course, Module } from '../../src/model/course'
import { prng } from '../../src/model/draw'
import { outcome } from '../../src/model/outcome'
import type { ModuleProgress } from '../../src/model/progress'
import { fakePage } from '../hosts/fake-page'
import { sets } from '../hosts/host'
import { plainHost, type PlainHost } from '../hosts/plain-host'
import { launch, perform, road, SETTINGS, type Attempt, type Step } from './attempt'
import { standards, type Name } from './launch'

const root = join(__dirname, '..', '..')
const folder = '04-media-flows'
const [REMOVED, ADDED, MOVED, CHANGED] = ['case-hotel', 'in-the-train', 'doors-open', 'tcp-wait']

let first: Course
let second: Course
beforeAll(async () => {
  const [all, metrics] = await Promise.all([readFolder(join(root, 'modules')), loadMetrics(root)])
  const files = alone(all)
  const whole = async (of: Files): Promise<Course> => {
    const { course, diagnostics } = await compile(of, metrics)
    if (!course) throw new Error(diagnostics.map(({ code, found, expected }) => `${code}: ${found}; expected ${expected}`).join('\n'))
    return course
  }
  first = await whole(files)
  second = await whole(edited(files))
})

/** A course of this module only, as a package of it holds. */
function alone(files: Files): Files {
  const text = new TextDecoder().decode(files.get('course.yaml')).replace(/^modules:\n(?: +- .*\n)+/m, `modules: [${folder}]\n`)
  return new Map([...files, ['course.yaml', new TextEncoder().encode(text)]])
}

/** One screen out, one in, one elsewhere, one question made anew; slots as `wsqd slots --write` gives them. */
function edited(files: Files): Files {
  const text = (name: string) => new TextDecoder().decode(files.get(`${folder}/${name}`))
  const screens = text('screenplay.md').split(/^(?=## )/m)
  const of = (id: string) => screens.find((screen) => screen.includes(`::screen{#${id} `)) ?? ''
  const others = screens.filter((screen) => screen !== of(REMOVED) && screen !== of(MOVED))
  const at = others.indexOf(of('nat-and-ipv6'))
  const screenplay = [...others.slice(0, at), of(MOVED), NEW, ...others.slice(at)].join('')
  const quiz = text('quiz.yaml')
    .replaceAll(`teaches: ${REMOVED}/5`, 'teaches: turn-relays/1')
    .replace(`  - id: ${CHANGED}\n`, `  - id: ${CHANGED}\n    version: 2\n`)
  const to = (change: Readonly<Record<string, string>>): Files =>
    new Map([
      ...files,
      ...Object.entries(change).map(([name, content]) => [`${folder}/${name}`, new TextEncoder().encode(content)] as const),
    ])
  const texts = to({ 'screenplay.md': screenplay, 'quiz.yaml': quiz })
  const sources = read(texts, new Diagnostics())
  const module = sources?.modules[0]
  if (!module) throw new Error('the second edition cannot be read')
  return new Map([...texts, ...to({ 'screenplay.md': screenplay, 'quiz.yaml': quiz, 'slots.lock.json': slotsText(assignSlots(module)) })])
}

const NEW = `## In the train
::screen{#${ADDED}}

\`\`\`stage table train
columns: [where, what breaks]
rows:
  tunnel: [tunnel, everything]
  cell: [next cell, the address]
\`\`\`

::show[train.tunnel]
A train changes the network while you speak.

::show[train.cell]
Then the old address is nobody's any more.

`

const moduleOf = (course: Course): Module => course.modules[0]!
const mine = (attempt: Attempt, course: Course): ModuleProgress => attempt.progress().modules[moduleOf(course).id]!

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  const device = new Map<string, string>()
  let host: PlainHost
  const visit = async (course: Course): Promise<Attempt> => {
    const page = fakePage(undefined, device)
    host = host.relaunch()
    host.install(page)
    return launch({ page, course, driver: standards[standard].driver, random: prng(11) })
  }
  const after = async (steps: readonly Step[]): Promise<Attempt> => {
    device.clear()
    host = plainHost(standard)
    const attempt = await visit(first)
    for (const step of steps) await perform(attempt, step)
    attempt.page.pagehide(false)
    return attempt
  }

  it('[SUS-7] the second edition is another one: a screen gone, one new, one moved, a question changed', () => {
    const ids = (course: Course) => moduleOf(course).screens.map(({ id }) => id)
    expect(ids(first)).not.toContain(ADDED)
    expect(ids(second)).toContain(ADDED)
    expect(ids(second)).not.toContain(REMOVED)
    expect(ids(second).indexOf(MOVED as string)).toBeLessThan(ids(second).indexOf('nat-and-ipv6'))
    expect(moduleOf(second).quiz?.questions.find(({ id }) => id === CHANGED)?.version).toBe(2)
  })

  it('[SUS-7] half-way: the same screen and beat, everything seen, nothing more', async () => {
    const old = await after(road(moduleOf(first)).slice(0, 7).concat({ do: 'watch', screen: 7, beats: 5 }))
    const now = mine(await visit(second), second)
    expect(now.at).toEqual(mine(old, first).at)
    expect([...now.seen].sort()).toEqual([...mine(old, first).seen].sort())
    expect(now.entered).toEqual(mine(old, first).entered)
  })

  it('[SUS-7] at the screen that is gone: at the next one still to be seen', async () => {
    const index = moduleOf(first).screens.findIndex(({ id }) => id === REMOVED)
    await after([...road(moduleOf(first)).slice(0, index), { do: 'watch', screen: index, beats: 2 }])
    const now = mine(await visit(second), second)
    expect(moduleOf(second).screens.some(({ id }) => 'screen' in now.at && now.at.screen === id)).toBe(true)
    expect(now.at).toEqual({ screen: moduleOf(second).screens.find(({ id }) => !now.seen.has(id))?.id, beat: 0 })
  })

  it('[SUS-7] with a quiz open: answers stay but for the one whose question was changed', async () => {
    const open = await after(road(moduleOf(first)).slice(0, -3))
    const was = mine(open, first).quiz
    const now = mine(await visit(second), second).quiz
    expect(now).toMatchObject({ open: true, attempt: 1 })
    for (const id of was.drawn) {
      if (was.answers[id] && id !== CHANGED) expect(now.answers[id]).toEqual(was.answers[id])
    }
    expect(now.answers[CHANGED as string]).toBeUndefined()
    expect(now.drawn).toHaveLength(was.drawn.length)
  })

  it('[SUS-7] all seen and the quiz failed: the new screen is still to be seen, the score stays, nothing is claimed', async () => {
    await after(road(moduleOf(first), false))
    const attempt = await visit(second)
    expect(outcome(moduleOf(second), mine(attempt, second), SETTINGS, SETTINGS.pass)).toBeNull()
    expect(mine(attempt, second).seen.has(ADDED as string)).toBe(false)
    expect(mine(attempt, second).quiz.attempt).toBe(1)
    await attempt.page.advance(60_000)
    expect(sets(host.calls).filter((said) => /passed|completed/.test(said))).toEqual([])
  })

  it('[SUS-7] passed: the LMS keeps the pass, and nothing lowers it though a screen is new', async () => {
    await after(road(moduleOf(first)))
    const attempt = await visit(second)
    expect(mine(attempt, second).quiz.best).toBe(1)
    await attempt.page.advance(60_000)
    attempt.page.pagehide(false)
    expect(sets(host.calls).filter((said) => /status/.test(said))).toEqual([])
    expect(host.stored(standards[standard].status)).toMatch(/passed|completed/)
    expect(host.stored(standards[standard].raw)).toBe('100')
  })

  it('[SUS-7] and back to the first edition, should the admin think better of it: what was seen of the screen that was gone is there again', async () => {
    await after(road(moduleOf(first)))
    const between = await visit(second)
    await perform(between, { do: 'watch', screen: moduleOf(second).screens.findIndex(({ id }) => id === ADDED), beats: 9 })
    between.page.pagehide(false)
    const back = mine(await visit(first), first)
    expect([...back.seen].filter((id) => !id.startsWith('~')).sort()).toEqual(
      moduleOf(first)
        .screens.map(({ id }) => id)
        .sort(),
    )
  })
})
