/** An LRS that is not where the package is: every request is asked for first, and the page reads no more of an answer than it is let. In real Chromium. */
import type { Browser } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import type { XapiLaunching } from '../../build/preview/xapi/api'
import type { Statement } from '../../src/xapi/statement'
import { startFaultProxy, type Fault, type FaultProxy } from '../hosts/fault-proxy'
import { Learner } from '../support/learner'
import { problemsOf, startXapiLms, verbsOf, type XapiLms } from '../support/xapi-lms'

const TINCAN = 'wsqd-04-media-flows.tincan'

let browser: Browser
let lms: XapiLms
let proxy: FaultProxy
const errors: string[] = []
beforeAll(async () => {
  lms = await startXapiLms((message) => errors.push(message))
  browser = await launchChromium(process.env)
})
afterEach(() => proxy.stop())
afterAll(async () => {
  await browser.close()
  await lms.close()
  expect(errors).toEqual([])
})

/** Opens the package with the LRS behind the proxy, as its only page. */
async function open(learner: string) {
  const answer = await fetch(new URL(`/api/attempts/${learner}/${TINCAN}/launch`, lms.url), { method: 'POST', body: '{}' })
  const { href } = (await answer.json()) as XapiLaunching
  const address = new URL(href, lms.url)
  const endpoint = new URL(address.searchParams.get('endpoint') ?? '')
  address.searchParams.set('endpoint', endpoint.href.replace(lms.url, proxy.url))
  // The package's own policy wants another origin to be encrypted; on this machine none is.
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', bypassCSP: true })
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto(address.href)
  await page.waitForSelector('#app[data-state]')
  return { context, page, player: await Learner.inFrame(page, page) }
}

it.each([
  ['every header that helps', ['ETag', 'Retry-After', 'X-Experience-API-Version', 'Last-Modified']],
  ['no header at all', []],
])(
  '[TIN-2] [TIN-3] [BOX-1] [BOX-4] an LRS of another origin that exposes %s: nothing is lost or twice, the last word of a closed tab neither',
  async (_, exposed) => {
    const learner = exposed.length ? 'ada' : 'chen'
    const said = new Set<string>()
    let harm: Fault | undefined
    proxy = await startFaultProxy({
      target: lms.url,
      exposed,
      delay: () => 0,
      next({ method, path, body }) {
        if (!/\/statements/.test(path)) return undefined
        if (method === 'POST') for (const { id } of JSON.parse(body) as Statement[]) said.add(id)
        return harm
      },
    })
    const { context, page, player } = await open(learner)
    await player.press('Enter')
    const ids = player.module.screens.map(({ id }) => id)
    await player.stepUntil(({ screen }) => screen === ids[1])
    harm = 429
    await player.stepUntil(({ screen }) => screen === ids[2])
    // Said, refused, and waited for: until the LRS takes it, or the page goes.
    for (const end = Date.now() + 10_000; proxy.total() < 1 && Date.now() < end;) await page.waitForTimeout(50)
    expect(proxy.total()).toBeGreaterThan(0)
    harm = undefined
    await player.stop()
    await page.close()
    const report = await lms.told(learner, TINCAN, (r) => verbsOf(r).includes('terminated'))
    expect(verbsOf(report).at(-1)).toBe('terminated')
    const held = report.statements.map(({ statement }) => statement.id)
    expect([...held].sort()).toEqual([...said].sort())
    expect(verbsOf(report).filter((verb) => verb === 'experienced')).toHaveLength(3)
    expect(problemsOf(report)).toEqual([])

    // Another launch finds the place.
    const again = await open(learner)
    expect((await again.player.see()).screen).toBe(ids[2])
    await again.context.close()
    await context.close()
  },
)
