/** What a designer would see at once, looked for at every beat of module 4; and a proof that the lint can find it. */
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { findingsTable } from '../../build/commands/look'
import { serveModule } from '../../build/sheet/gallery'
import { lintModule } from '../../build/sheet/lint-course'
import { lintPage } from '../../build/sheet/lint-page'
import { theCourse } from '../support/course'
import { root } from '../support/packages'

jest.setTimeout(300_000)
let browser: Browser
beforeAll(async () => {
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())

it('nothing overlaps, is cut, escapes or is too small in module 4, in the four frames', async () => {
  const { course, module } = await theCourse()
  const site = await serveModule(root, course, module)
  const found = await lintModule(browser, site.url, module)
  await site.close()
  expect(found.length ? findingsTable(found) : '').toBe('')
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
