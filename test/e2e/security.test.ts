/** The finished packages as an attacker would like them: what may run, where it may ask, and an LMS whose every word is a script. */
import type { BrowserContext, Frame, Page } from 'playwright-core'
import { DESK, inChromium, listening } from '../support/in-chromium'
import { Learner } from '../support/learner'
import { startLms, type Lms } from '../support/lms'
import { takeQuiz, toTheQuiz } from '../support/road'

const packages = ['wsqd-04-media-flows.scorm12', 'wsqd-04-media-flows.scorm2004-4'] as const
const ATTACK = `"><img src=x onerror="window.owned=1"><script>window.owned=1</script><svg onload="window.owned=1">\${owned=1}`

const chromium = inChromium()
let context: BrowserContext
let lms: Lms
let violations: string[] = []
let asked: string[] = []

beforeAll(async () => {
  lms = await startLms('ada', (message) => violations.push(message))
})
afterAll(() => lms.close())
beforeEach(async () => {
  violations = []
  asked = []
  context = await chromium.browser.newContext(DESK)
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`policy: ${event.effectiveDirective} against ${event.blockedURI}`),
    ),
  )
  context.on('request', (request) => void asked.push(request.url()))
})
afterEach(() => context.close())

const newPage = async (): Promise<Page> => listening(await context.newPage(), violations, /error|warning/)
const outside = (): readonly string[] => asked.filter((url) => new URL(url).origin !== new URL(lms.url).origin)
const contentOf = (page: Page): Frame => {
  const frame = page.frames().find((one) => one.url().includes('/content/'))
  if (!frame) throw new Error('The launch page has no frame with content.')
  return frame
}

/** Before anything of the page runs: the run-time answers `get` for every element, and initializes or refuses. */
async function withHost(page: Page, get: string, refuses: boolean): Promise<void> {
  await page.addInitScript(
    ([answer, refused]) => {
      for (const name of ['API', 'API_1484_11']) {
        let kept: Record<string, unknown> | undefined
        Object.defineProperty(window, name, {
          configurable: true,
          get: () => kept,
          set(api: Record<string, unknown>) {
            const said = () => answer
            const no = () => 'false'
            kept = { ...api, LMSGetValue: said, GetValue: said, ...(refused && { LMSInitialize: no, Initialize: no, LMSGetLastError: said, GetLastError: said }) } // prettier-ignore
            for (const [key, value] of Object.entries(api)) kept[key] ??= value
          },
        })
      }
    },
    [get, refuses] as const,
  )
}

describe.each(packages)('%s', (id) => {
  it('from the cover to the end nothing breaks the content security policy, and nothing is asked of another host', async () => {
    const page = await newPage()
    const learner = await Learner.launch(page, lms.launchUrl(id))
    for (const key of ['o', '?', 'd']) {
      await learner.openDialog(key)
      await learner.closeDialog()
    }
    await toTheQuiz(learner)
    await takeQuiz(learner, 1, 5)
    await learner.press('Enter')
    await learner.frame.waitForSelector('.end-page')
    expect(violations).toEqual([])
    expect(asked.length).toBeGreaterThan(5)
    expect(outside()).toEqual([])
  })

  it('the policy is there: no inline script or handler, no other host', async () => {
    const page = await newPage()
    await Learner.launch(page, lms.launchUrl(id))
    const content = contentOf(page)
    await content.evaluate(async (attack) => {
      const script = document.createElement('script')
      script.textContent = 'window.owned = 1'
      const holder = document.createElement('div')
      holder.innerHTML = attack
      document.body.append(script, holder)
      await fetch('https://elsewhere.invalid/').catch(() => undefined)
      const frame = document.createElement('iframe')
      frame.src = 'https://elsewhere.invalid/'
      document.body.append(frame)
    }, ATTACK)
    for (const directive of ['script-src-elem', 'script-src-attr', 'connect-src', 'frame-src']) {
      await waitFor(() => violations.some((line) => line.startsWith(`policy: ${directive}`)), directive)
    }
    expect(await content.evaluate(() => 'owned' in window)).toBe(false)
  })

  it('what an LMS says is never markup: every answer a script', async () => {
    const page = await newPage()
    await withHost(page, ATTACK, false)
    const learner = await Learner.launch(page, lms.launchUrl(id))
    await learner.openDialog('d')
    const content = contentOf(page)
    expect(await content.inputValue('dialog textarea')).toContain(`${ATTACK.length} characters, not shown`)
    await learner.closeDialog()
    await learner.openDialog('o')
    expect(await injected(content)).toEqual({ owned: false, elements: 0 })
    expect(violations).toEqual([])
  })

  it('nor where it refuses: its words are nowhere', async () => {
    const page = await newPage()
    await withHost(page, ATTACK, true)
    await page.goto(lms.launchUrl(id))
    await page.waitForSelector('iframe#sco')
    await waitFor(() => page.frames().some((one) => one.url().includes('/content/')), 'the content')
    const content = contentOf(page)
    await content.waitForSelector('.plain-page')
    expect(await content.textContent('.plain-page')).not.toContain(ATTACK)
    await content.click('.plain-page .link')
    expect(await content.inputValue('dialog textarea')).not.toContain('onerror')
    expect(await injected(content)).toEqual({ owned: false, elements: 0 })
    expect(violations).toEqual([])
  })
})

const injected = (content: Frame): Promise<{ owned: boolean; elements: number }> =>
  content.evaluate(() => ({
    owned: 'owned' in window,
    elements: document.querySelectorAll('#app img, #app script, #app [onload], #app [onerror]').length,
  }))

async function waitFor(done: () => boolean, what: string): Promise<void> {
  for (let tries = 0; !done(); tries++) {
    if (tries === 200) throw new Error(`Waited 10 s for ${what}; found ${violations.join(' | ') || 'nothing'}.`)
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
