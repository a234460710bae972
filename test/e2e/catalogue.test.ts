/** `dist/index.html` in a browser, opened as a file: axe, no script, a narrow phone. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { buildFonts } from '../../build/fonts/fonts'
import { catalogue } from '../../build/pack/catalogue/catalogue'
import { catalogueStyle } from '../../build/pack/catalogue/style'
import { buildPackages } from '../../build/pack/packages'
import { settingsOf } from '../../build/pack/settings'
import { scormTargets as targets } from '../../build/pack/targets'
import { courseOf, shellOf } from '../pack/fixture'
import { root } from '../support/packages'

jest.setTimeout(120_000)
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
let browser: Browser
let folder: string
let url: string
beforeAll(async () => {
  const course = courseOf()
  const shells = new Map(await Promise.all(Object.values(targets).map(async (target) => [target, await shellOf(target)] as const)))
  const packages = await buildPackages(course, { modules: course.modules, programme: null }, shells, () => 0)
  const style = await catalogueStyle(root, await buildFonts(root))
  folder = mkdtempSync(join(tmpdir(), 'wsqd-catalogue-'))
  writeFileSync(join(folder, 'index.html'), catalogue({ course, packages, settings: settingsOf(course), mastery: false }, style))
  url = pathToFileURL(join(folder, 'index.html')).href
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

test.each([
  ['light', 1280],
  ['dark', 360],
] as const)('%s, %d wide: axe finds nothing, nothing is wider than the page, the policy stops nothing', async (colorScheme, width) => {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(`${url}#moodle`)
  await page.waitForSelector('#moodle[open]')
  await page.evaluate("for (const one of document.querySelectorAll('details:not(.lms)')) one.open = true")
  await page.evaluate(axe)
  const run = (await page.evaluate(
    `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'], resultTypes: ['violations'] })`,
  )) as { violations: readonly { id: string; nodes: readonly { html: string }[] }[] }
  expect(run.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([])
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width)
  expect(said).toEqual([])
  await page.close()
})

test('the field finds an LMS by another of its names', async () => {
  const page = await browser.newPage()
  await page.goto(url)
  await page.fill('#filter', 'D2L')
  expect(await page.locator('details.lms:visible').evaluateAll((rows) => rows.map(({ id }) => id))).toEqual(['brightspace'])
  await page.fill('#filter', 'nobody knows this')
  expect(await page.locator('#none').isVisible()).toBe(true)
  await page.close()
})

test('without a script a row opens by a click, and there is no field that would do nothing', async () => {
  const page = await browser.newPage({ javaScriptEnabled: false })
  await page.goto(url)
  expect(await page.locator('#filter').isVisible()).toBe(false)
  await page.click('#docebo summary')
  expect(await page.locator('#docebo .zip a').isVisible()).toBe(true)
  await page.close()
})
