/** Read, finding and paper in a real browser: places, focus, reflow, WCAG by axe-core, and the pages of the PDF. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { serveModule } from '../../build/sheet/gallery'
import { lintPage } from '../../build/sheet/lint-page'
import type { Site } from '../../build/sheet/site'
import type { Module } from '../../src/model/course'
import { theCourse } from '../support/course'
import { root } from '../support/packages'

jest.setTimeout(300_000)
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

let browser: Browser
let site: Site
let lesson: Module
beforeAll(async () => {
  const { course, module } = await theCourse()
  lesson = module
  site = await serveModule(root, course, module)
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

const open = async (page: Page, hash: string): Promise<void> => {
  await page.goto('about:blank')
  await page.goto(`${site.url}#${hash}`)
  await page.waitForSelector('#app[data-state]')
}
const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
const saved = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => [...document.querySelectorAll('.outline .state')].map((state) => state.textContent ?? ''))

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  test('no violation in Read, its terms and answers, in finding and in the choice of what to print', async () => {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', colorScheme: theme })
    const found: string[] = []
    const look = async (state: string): Promise<void> => {
      await page.evaluate(axe)
      const run = (await page.evaluate(
        `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
      )) as AxeRun
      for (const { id, nodes } of run.violations) found.push(`${state}: ${id} at ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
    }
    // Between them they have pictures, tables, code, a case and predictions.
    for (const id of ['what-is-a-nat', 'ice-checks', 'ice-servers', 'case-hotel']) {
      await open(page, `read/${id}&theme=${theme}`)
      for (const fold of await page.locator('.guess summary').all()) await fold.click()
      await look(id)
    }
    expect(await page.locator('.extra pre').count()).toBeGreaterThan(0)
    await open(page, `read/what-is-a-nat&theme=${theme}`)
    await page.locator('.term').first().click()
    await look('a term')
    await page.keyboard.press('Escape')
    await page.keyboard.press('/')
    await page.waitForSelector('dialog.find[open]')
    await look('finding')
    await page.keyboard.type('nat')
    await page.waitForSelector('.hits button')
    await look('found')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'Print' }).click()
    await page.waitForSelector('dialog.print-choice[open]')
    await look('print')
    await page.close()
    expect(found).toEqual([])
  })
})

test('a term opens and closes by key, beside its word, and focus stays there', async () => {
  const page = await browser.newPage({ viewport: { width: 650, height: 666 } })
  await open(page, 'read/what-is-a-nat')
  const term = page.locator('.term').first()
  await term.focus()
  await page.keyboard.press('Enter')
  const meaning = page.locator('.meaning:popover-open')
  expect(await meaning.textContent()).toMatch(/^private address An address/)
  const [word, note] = [await term.boundingBox(), await meaning.boundingBox()]
  expect(Math.abs((note?.y ?? 0) - (word?.y ?? 0) - (word?.height ?? 0))).toBeLessThan(20)
  await page.keyboard.press('Escape')
  expect([await meaning.count(), await focused(page)]).toEqual([0, 'private address'])
  await page.close()
})

test('[SEM-1] who scrolls or tabs to the end has seen the screen; the place goes along to Watch', async () => {
  const page = await browser.newPage({ viewport: { width: 800, height: 450 } })
  await open(page, 'read/ice-checks')
  expect(await page.getByText('seen', { exact: true }).count()).toBe(0)
  await page.locator('[data-beat="7"]').evaluate((beat) => beat.scrollIntoView())
  await page.waitForTimeout(200)
  await page.keyboard.press('r')
  await page.waitForSelector('#app[data-state="playing"]')
  // The line at the upper edge may begin with the end of the beat before.
  expect(['6', '7']).toContain(await page.getAttribute('#app', 'data-beat'))
  await page.keyboard.press('r')
  for (let tabs = 0; tabs < 40 && !(await focused(page)).startsWith('Next:'); tabs++) await page.keyboard.press('Tab')
  await page.waitForSelector('.read-end .saved')
  await page.keyboard.press('o')
  await page.waitForSelector('dialog[open]')
  expect((await saved(page)).filter((state) => state === 'seen' || state === 'you are here')).toHaveLength(1)
  await page.close()
})

test('finding by key alone: to the beat, and with Esc back to where one was', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })
  await open(page, 'read/ice-checks')
  const next = page.getByRole('button', { name: 'The next screen' })
  await next.focus()
  await page.keyboard.press('/')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('hairpin')
  await page.waitForSelector('.hits button')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('The next screen')
  await page.keyboard.press('/')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('Thirty seconds')
  await page.waitForSelector('.hits button')
  await page.keyboard.press('Tab')
  if (!(await focused(page)).includes('ICE connectivity checks')) await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('dialog', { state: 'detached' })
  expect(await focused(page)).toContain('Thirty seconds without an answer')
  expect(await page.locator('.prose:focus').evaluate((p) => p.getBoundingClientRect().top < innerHeight)).toBe(true)
  await page.close()
})

test('from the outline one dialog opens another, and it stays', async () => {
  const page = await browser.newPage()
  await open(page, 'ice-checks/2')
  await page.keyboard.press('o')
  await page.locator('dialog.outline').getByRole('button', { name: 'Print' }).click()
  await page.waitForTimeout(200)
  expect(await page.locator('dialog.print-choice[open]').count()).toBe(1)
  await page.close()
})

test.each([
  [320, 640],
  [320, 200],
  [360, 640],
  [650, 666],
  [800, 450],
  [1280, 800],
])('at %i×%i nothing leaves the frame sideways, is cut or too small, on any screen', async (width, height) => {
  const page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
  const found: string[] = []
  for (const { id } of lesson.screens) {
    await open(page, `read/${id}`)
    for (const fold of await page.locator('.guess summary').all()) await fold.click()
    // An article scrolls under the header and the dock.
    const seen = (await page.evaluate(lintPage)).filter(({ what }) => !/^(header|\.stage-box) and \./.test(what))
    found.push(...seen.map(({ rule, what }) => `${id}: ${rule} ${what}`))
    const wide = await page.evaluate(() => {
      const read = document.querySelector('.read')
      return Math.max((read?.scrollWidth ?? 0) - (read?.clientWidth ?? 0), document.documentElement.scrollWidth - innerWidth)
    })
    if (wide > 0) found.push(`${id}: ${wide} px too wide`)
  }
  await page.keyboard.press('/')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('port')
  await page.waitForSelector('.hits button')
  const dialog = await page.locator('dialog').evaluate((d) => d.scrollWidth - d.clientWidth)
  await page.close()
  expect({ found, dialog }).toEqual({ found: [], dialog: 0 })
})

test('the handout: every screen with its pictures, in light colours from a dark page, in few enough pages', async () => {
  const page = await browser.newPage({ colorScheme: 'dark' })
  await open(page, 'read/ice-checks&theme=dark')
  await page.evaluate(() => {
    addEventListener('beforeprint', () =>
      queueMicrotask(() => {
        const { theme = '' } = document.documentElement.dataset
        const pictures = [...document.querySelectorAll<SVGSVGElement>('.handout svg.stage')]
        const drawn = pictures.filter((svg) => svg.viewBox.baseVal.height > 100 && svg.querySelector('text')).length
        document.body.dataset.printed = JSON.stringify({ theme, titles: document.querySelectorAll('.handout h2').length, drawn })
      }),
    )
  })
  const pdf = await page.pdf({ format: 'A4' })
  // A switch is printed in every position.
  const stills = lesson.screens.flatMap(({ beats, stage }) => [...beats.filter(({ still }) => still), ...stage.cases]).length
  expect(JSON.parse((await page.getAttribute('body', 'data-printed')) ?? '{}')).toEqual({
    theme: 'light',
    titles: lesson.screens.length + 2,
    drawn: stills,
  })
  expect(pagesOf(pdf)).toBeGreaterThan(lesson.screens.length)
  expect(pagesOf(pdf)).toBeLessThan(2 * lesson.screens.length)
  expect([await page.getAttribute('html', 'data-theme'), await page.locator('.handout').count()]).toEqual(['dark', 0])
  await page.close()
})

/** Page objects of a PDF: they may lie in compressed streams. */
function pagesOf(pdf: Buffer): number {
  const text = pdf.toString('latin1')
  const streams = [...text.matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)].map(([, body = '']) => {
    try {
      return inflateSync(Buffer.from(body, 'latin1')).toString('latin1')
    } catch {
      return ''
    }
  })
  return [text, ...streams].join('\n').match(/\/Type\s*\/Page\b/g)?.length ?? 0
}
