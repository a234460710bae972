/** WCAG 2.2, 1.4.10: at 320 CSS pixels, which is a screen of 1280 at 400 %, nothing is cut and nothing scrolls to the side. */
import type { Page } from 'playwright-core'
import { NAME_SHIM, serveModule } from '../../build/sheet/gallery'
import { inChromiumWithCourse } from '../support/in-chromium'
import { root } from '../support/packages'
import { seen } from '../support/seen'
import { lookAtDialogs, lookAtQuiz, lookAtScreens, withEveryKind, type Tour } from '../support/states'

const here = inChromiumWithCourse()

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
  it('nothing sticks out of any state', async () => {
    const module = withEveryKind(here.module)
    const site = await serveModule(root, here.course, module, lang)
    const screens = lang === 'en' && height > 400 ? 'all' : 'some'
    const eyes = { browser: here.browser, viewport: { width, height }, finds: (page: Page) => page.evaluate(sticksOut) }
    const { states, found } = await seen(eyes, async (page, look) => {
      await page.addInitScript({ content: NAME_SHIM })
      const tour: Tour = { page, url: site.url, module, theme: 'light', look, screens }
      await lookAtDialogs(tour)
      await lookAtScreens(tour)
      await lookAtQuiz(tour)
    }).finally(() => site.close())
    expect(states.length).toBeGreaterThan(19)
    expect(found).toEqual([])
  })
})
