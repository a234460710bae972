/** WCAG 2.2, 1.4.10: at 320 CSS pixels, which is a screen of 1280 at 400 %, nothing is cut and nothing scrolls to the side. */
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { NAME_SHIM, serveModule } from '../../build/sheet/gallery'
import type { Site } from '../../build/sheet/site'
import { theCourse } from '../support/course'
import { root } from '../support/packages'
import { lookAtDialogs, lookAtQuiz, lookAtScreens, withEveryKind, type Tour } from '../support/states'

jest.setTimeout(300_000)
let browser: Browser
let made: Awaited<ReturnType<typeof theCourse>>
beforeAll(async () => {
  made = await theCourse()
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())

/** What sticks out of the window, or out of a box that hides it. A code block and a table of a question may scroll by themselves. */
function sticksOut(): readonly string[] {
  const scroller = document.scrollingElement!
  const found = scroller.scrollWidth > scroller.clientWidth ? [`the page is ${scroller.scrollWidth} px wide`] : []
  for (const element of document.querySelectorAll<HTMLElement>('#app *')) {
    if (element.closest('.figure, .sr, svg, .beats, .rail') || !element.checkVisibility()) continue
    const { left, right, width } = element.getBoundingClientRect()
    if (width > 0 && (left < -0.5 || right > innerWidth + 0.5)) found.push(`${element.outerHTML.slice(0, 90)} at ${left}–${right}`)
  }
  for (const box of document.querySelectorAll('.pane, .main, dialog, .dialog-body, .question, .asking, .end-page, .result, .cover')) {
    if (box.scrollWidth > box.clientWidth + 1) found.push(`.${box.className} holds ${box.scrollWidth} px in ${box.clientWidth}`)
  }
  return found
}

describe.each([
  ['en', 320, 256],
  ['en', 320, 568],
  ['en-XA', 320, 568],
  ['de', 320, 568],
  ['ar-XB', 320, 568],
] as const)('%s, %d × %d', (lang, width, height) => {
  const found: string[] = []
  const states: string[] = []
  let page: Page
  let site: Site
  let tour: Tour

  beforeAll(async () => {
    const module = withEveryKind(made.module)
    site = await serveModule(root, made.course, module, lang)
    page = await browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' })
    await page.addInitScript({ content: NAME_SHIM })
    const look = async (state: string): Promise<void> => {
      states.push(state)
      for (const what of await page.evaluate(sticksOut)) found.push(`${state}: ${what}`)
    }
    tour = { page, url: site.url, module, theme: 'light', look, screens: lang === 'en' && height > 400 ? 'all' : 'some' }
  })
  afterAll(async () => {
    await page.close()
    await site.close()
  })

  it('nothing sticks out of any state', async () => {
    await lookAtDialogs(tour)
    await lookAtScreens(tour)
    await lookAtQuiz(tour)
    expect(states.length).toBeGreaterThan(19)
    expect(found).toEqual([])
  })
})
