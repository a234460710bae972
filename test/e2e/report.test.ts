/** The report in a browser, opened as a file: axe, a phone, keys alone, paper. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { axeFinds } from '../support/axe'
import { root } from '../support/packages'

jest.setTimeout(120_000)
let browser: Browser
let folder: string
let url: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-report-'))
  const file = join(folder, 'index.html')
  // Rollup and the style's fonts want Node's own modules.
  const run = spawnSync(process.execPath, ['--import', 'tsx', join(root, 'test/support/report-page.ts'), root, file], { encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The report could not be built:\n${run.stderr}`)
  url = pathToFileURL(file).href
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Opened {
  readonly page: Page
  /** What the console said, and what was asked of anybody. */
  readonly said: string[]
}
async function open(options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await browser.newPage(options)
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => void (request.url() !== url && !request.url().startsWith('data:') && said.push(request.url())))
  await page.goto(url)
  if (options.javaScriptEnabled !== false) await page.waitForSelector('html[data-ready]', { state: 'attached' })
  return { page, said }
}
const openAll = (page: Page): Promise<unknown> => page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
const wide = (page: Page): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth')

test('axe finds nothing in light and dark, the policy stops nothing, nobody else is asked', async () => {
  const { page, said } = await open({ viewport: { width: 1280, height: 800 } })
  await openAll(page)
  expect(await axeFinds(page)).toEqual([])
  expect(said).toEqual([])
  await page.close()
})

test.each([360, 320, 768])('%d wide: the page does not scroll sideways, all opened', async (width) => {
  const { page } = await open({ viewport: { width, height: 740 } })
  expect(await wide(page)).toBe(width)
  await openAll(page)
  expect(await wide(page)).toBe(width)
  await page.close()
})

test('keys alone choose a cohort, sort a table, find a learner and switch the colours', async () => {
  const { page, said } = await open()
  const name = (): Promise<string | null> => page.locator('#learners tbody th:visible').first().textContent()
  const active = (): Promise<string> => page.locator('#headline strong').nth(1).innerText()
  const before = await active()
  await page.focus('#cohort')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('#said').innerText()).toContain('Intake November')
  expect(await active()).not.toBe(before)
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  expect(await page.locator('#said').innerText()).toContain('last 90 days')

  const head = page.locator('#learners th[data-sort] button').first()
  await head.focus()
  await page.keyboard.press('Enter')
  const first = await name()
  expect(await page.locator('#learners th[aria-sort]').getAttribute('aria-sort')).toBe('ascending')
  await page.keyboard.press('Enter')
  expect(await name()).not.toBe(first)

  await page.focus('#find')
  await page.keyboard.type(first ?? '')
  expect(await page.locator('#learners tbody tr:visible').count()).toBe(1)

  const paper = (): Promise<unknown> => page.evaluate('getComputedStyle(document.body).backgroundColor')
  const light = await paper()
  await page.focus('#theme')
  await page.keyboard.press('Enter')
  expect(await page.locator('#theme').getAttribute('aria-pressed')).toBe('true')
  expect(await paper()).not.toBe(light)
  expect(said).toEqual([])
  await page.close()
})

test('without a script it is the report of everybody, without fields that would do nothing', async () => {
  const { page } = await open({ javaScriptEnabled: false })
  expect(await page.locator('.tools :is(select, input, button):visible').count()).toBe(0)
  expect(await page.locator('#road .drawing').first().isVisible()).toBe(true)
  await page.locator('#road summary').click()
  expect(await page.locator('#road table').isVisible()).toBe(true)
  await page.close()
})

test('a link to a question in what is shut opens it', async () => {
  const { page } = await open()
  const link = page.locator('#questions .items tbody a').last()
  const id = ((await link.getAttribute('href')) ?? '').slice(1)
  await link.click()
  expect(await page.locator(`[id="${id}"]`).isVisible()).toBe(true)
  await page.close()
})

test('on paper everything is open, nothing is cut, and the colours are light', async () => {
  const { page } = await open({ colorScheme: 'dark', viewport: { width: 690, height: 980 } })
  await page.emulateMedia({ media: 'print' })
  await page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
  expect(await page.locator('details:not([open])').count()).toBe(0)
  expect(await wide(page)).toBe(690)
  expect(
    await page.evaluate("[...document.querySelectorAll('.scroll')].filter((one) => one.scrollHeight > one.clientHeight + 1).length"),
  ).toBe(0)
  expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(255, 255, 255)')
  await page.evaluate("window.dispatchEvent(new Event('afterprint'))")
  expect(await page.locator('details[open]').count()).toBe(0)
  expect((await page.pdf({ preferCSSPageSize: true })).length).toBeGreaterThan(20_000)
  await page.close()
})
