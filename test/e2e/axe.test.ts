/** WCAG 2.2 A and AA by axe-core, on each screen state of module 4: every theme, and from right to left. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { serveModule } from '../../build/sheet/gallery'
import type { Site } from '../../build/sheet/site'
import { theCourse } from '../support/course'
import { root } from '../support/packages'
import { lookAtDialogs, lookAtQuiz, lookAtScreens, withEveryQuestion, type Tour } from '../support/states'

jest.setTimeout(300_000)
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

let browser: Browser
let made: Awaited<ReturnType<typeof theCourse>>
beforeAll(async () => {
  made = await theCourse()
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())

describe.each([
  ['light', 'light', 'en', 'all'],
  ['dark', 'dark', 'en', 'all'],
  ['contrast', 'light', 'en', 'some'],
  ['contrast', 'dark', 'en', 'some'],
  ['light', 'light', 'ar-XB', 'some'],
] as const)('%s on a %s device, in %s', (theme, colorScheme, lang, screens) => {
  const found: string[] = []
  const states: string[] = []
  let page: Page
  let site: Site
  let tour: Tour

  const look = async (state: string): Promise<void> => {
    await page.evaluate(axe)
    const run = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
    )) as AxeRun
    states.push(state)
    for (const { id, nodes } of run.violations) found.push(`${state}: ${id} at ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
  }

  beforeAll(async () => {
    const module = withEveryQuestion(made.module)
    site = await serveModule(root, made.course, module, lang)
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', colorScheme })
    tour = { page, url: site.url, module, theme, look, screens }
  })
  afterAll(async () => {
    await page.close()
    await site.close()
  })

  it('cover, outline, settings and keys', () => lookAtDialogs(tour))
  it('screens, with predictions asked and answered, and switches tried', () => lookAtScreens(tour))
  it('quiz: intro, each kind asked and answered, result, end', async () => {
    expect([...(await lookAtQuiz(tour))].sort()).toEqual(['choice', 'hotspot', 'line', 'match', 'number', 'order', 'several'])
  })
  it('no violation on any of them', () => {
    expect(states.length).toBeGreaterThan(screens === 'all' ? 40 : 19)
    expect(found).toEqual([])
  })
})
