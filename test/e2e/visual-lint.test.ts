/** What a designer would see at once, looked for at every beat of all modules, the gallery and the examples; and a proof that the lint can find it. */
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { findingsTable } from '../../build/commands/look'
import { compile } from '../../build/compile/compile'
import { readFolder } from '../../build/files'
import { loadMetrics } from '../../build/fonts/metrics'
import { FRAMES, momentsOf, serveModule } from '../../build/sheet/gallery'
import { lintModule } from '../../build/sheet/lint-course'
import { lintPage } from '../../build/sheet/lint-page'
import { compileGallery } from '../../build/sheet/stage-gallery'
import type { Course } from '../../src/model/course'
import { caseCourse } from '../compile/small-course'
import { root } from '../support/packages'

jest.setTimeout(900_000)
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())

const metrics = () => loadMetrics(root)
const example = async (name: string) => compile(await caseCourse(name, 'given'), await metrics())
const courses: readonly (readonly [string, () => Promise<{ readonly course: Course | null }>])[] = [
  ['the course', async () => compile(await readFolder(join(root, 'modules')), await metrics())],
  ['the gallery of stage kinds', () => compileGallery(root)],
  ...['fingerprint', 'ice-checks', 'offer-answer'].map((name) => [`the example ${name}`, () => example(`example-${name}`)] as const),
]

it.each(courses)('nothing overlaps, is cut, escapes or is too small in %s, in the four frames', async (name, make) => {
  const { course } = await make()
  const modules = course?.modules ?? []
  const found: string[] = []
  for (const module of modules) {
    const site = await serveModule(root, course as Course, module)
    const findings = await lintModule(browser, site.url, module)
    await site.close()
    if (findings.length) found.push(`module ${module.id}\n${findingsTable(findings)}`)
  }
  const frames = modules.reduce((sum, module) => sum + momentsOf(module).length * FRAMES.length, 0)
  process.stderr.write(`visual lint of ${name}: ${frames} frames\n`)
  expect(frames).toBeGreaterThan(0)
  expect(found.join('\n')).toBe('')
})

it('the lint finds an overlap, a text that escapes, one that is too small, one under a ticket, and a page too wide', async () => {
  const page = await browser.newPage({ viewport: { width: 640, height: 400 } })
  await page.setContent(`<div id="app"><svg class="stage" viewBox="0 0 640 320" width="640" height="320">
    <text x="20" y="60" font-size="26">one upon</text><text x="40" y="64" font-size="26">another</text>
    <text x="600" y="160" font-size="26">over the edge</text>
    <text x="20" y="200" font-size="9">tiny</text>
    <text x="220" y="284" font-size="26">hidden</text><g><path class="ticket" d="M200 240h200v60h-200Z" fill="#fff"></path></g>
  </svg></div>`)
  const rules = (await page.evaluate(lintPage)).map((f) => f.rule)
  await page.close()
  expect([...new Set(rules)].sort()).toEqual(['covered', 'cut', 'escape', 'overlap', 'small'])
})
