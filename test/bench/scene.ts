/** The densest screen of a module, played on a slow device. */
import type { Browser } from 'playwright-core'
import { NAME_SHIM, serveModule } from '../../build/sheet/gallery'
import type { Course, Module } from '../../src/model/course'
import { rounded, type Row } from './row'
import { slowProcessor } from './throttle'

const LONGEST = 30_000
const SETTLED = 2_000

declare const bench: { tasks: { at: number; ms: number }[]; gaps: number[]; playing: number; on: boolean; end: number | null }

/** Counts from the key press on, while it plays. */
const COUNT = `
globalThis.bench = { tasks: [], gaps: [], playing: 0, on: true, from: performance.now(), end: null }
let played = false
new MutationObserver(() => {
  const plays = document.getElementById('app').dataset.state === 'playing'
  if (played && !plays) bench.end ??= performance.now() - bench.from
  played ||= plays
}).observe(document.getElementById('app'), { attributes: true })
new PerformanceObserver((list) => bench.on && bench.tasks.push(...list.getEntries().map((e) => ({ at: e.startTime - bench.from, ms: e.duration })))).observe({ type: 'longtask' })
let before = null
const count = (now) => {
  const plays = bench.on && document.getElementById('app').dataset.state === 'playing'
  if (plays && before !== null) {
    bench.gaps.push(now - before)
    bench.playing += now - before
  }
  before = plays ? now : null
  requestAnimationFrame(count)
}
requestAnimationFrame(count)`

const density = ({ stage: { wide } }: Module['screens'][number]): number => wide.nodes.length + wide.tracks.length

/** `what` names the scene in the rows' budgets. */
export async function sceneRows(
  browser: Browser,
  root: string,
  course: Course,
  module: Module,
  what = 'the densest scene',
): Promise<readonly Row[]> {
  const [screen] = [...module.screens].sort((a, b) => density(b) - density(a))
  if (!screen) throw new Error(`Module ${module.number} has no screen.`)
  const site = await serveModule(root, course, module)
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'no-preference' })
  try {
    const page = await context.newPage()
    await page.addInitScript({ content: NAME_SHIM })
    await page.goto(`${site.url}#screen=${screen.id}&beat=0`)
    await page.waitForSelector(`#app[data-state=paused][data-screen="${screen.id}"]`)
    await page.evaluate(() => document.fonts.ready.then(() => undefined))
    await slowProcessor(page)
    // What opening the page left to do is of the first screen's budget; nobody presses the key within a tenth of a second.
    await page.waitForTimeout(SETTLED)
    await page.evaluate(COUNT)
    await page.keyboard.press('Space')
    await page.waitForSelector('#app[data-state=playing]')
    const over = (id: string): boolean => {
      const { state, screen } = document.getElementById('app')?.dataset ?? {}
      return state !== 'playing' || screen !== id
    }
    // A screen may be longer than anybody wants to wait for: then this much of it.
    await page.waitForFunction(over, screen.id, { timeout: LONGEST, polling: 250 }).catch((error: Error) => {
      if (error.name !== 'TimeoutError') throw error
    })
    const {
      tasks: all,
      gaps,
      playing,
      end,
    } = await page.evaluate(() => {
      bench.on = false
      return bench
    })
    // The task in which the scene stops puts the question beneath it: told, but not of the scene.
    const tasks = all.filter(({ at, ms }) => end === null || at + ms < end)
    const after = all.filter((task) => !tasks.includes(task)).map(({ ms }) => `; what follows the scene took ${rounded(ms)} ms`)
    const told = `"${screen.id}": ${screen.stage.wide.nodes.length} nodes, ${screen.stage.wide.tracks.length} tracks, played ${rounded(playing / 1000, 1)} s${after.join('')}`
    const worst = rounded(Math.max(...gaps), 1)
    const when = tasks.map(({ at, ms }) => `, ${rounded(ms)} ms at ${rounded(at / 1000, 1)} s`).join('')
    const late = gaps.filter((gap) => gap > 25).length
    return [
      { budget: `longest task in ${what}`, limit: 50, measured: rounded(Math.max(0, ...tasks.map(({ ms }) => ms))), unit: 'ms', at: 'most', note: `${tasks.length} over 50 ms${when} (0 where none is); ${told}` },
      { budget: 'frames per second in it', limit: 60, measured: rounded((gaps.length * 1000) / playing), unit: '', at: 'least', note: `${gaps.length} frames, ${late} late, longest gap ${worst} ms` },
    ] // prettier-ignore
  } finally {
    await context.close()
    await site.close()
  }
}
