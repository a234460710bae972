/** Whole modules over cmi5 in real Chromium, by keyboard: the preview is their LMS, the LRS is not ours, and the way to both has 500 faults. */
import type { Browser, BrowserContext } from 'playwright-core'
import type { XapiReport } from '../../build/preview/xapi/report'
import { launchChromium } from '../../build/browser'
import { prng } from '../../src/model/draw'
import { brokenRules } from '../../src/xapi/check'
import type { Statement } from '../../src/xapi/statement'
import { FAULTS, startFaultProxy, type Fault, type FaultProxy } from '../hosts/fault-proxy'
import { verbOf } from '../hosts/lrs-host'
import { startRealLrs, type RealLrs } from '../hosts/real-lrs'
import { Learner } from '../support/learner'
import { startLms, type Lms } from '../support/lms'
import { root } from '../support/packages'
import { takeQuiz } from '../support/road'
import { statementsIn, storedIn } from '../xapi/in-lrs'

const WANTED = 500
const UNITS = ['wsqd-programme.cmi5~m04', 'wsqd-programme.cmi5~m05']

const random = prng(41)
/** How many of a hundred requests with statements come to harm, and which. */
let harm = 95
let harms: readonly Fault[] = FAULTS
/** Nothing is said to be stored, though some is. */
const OUTAGE = FAULTS.filter((fault) => fault !== 'delay')
let browser: Browser
let context: BrowserContext
let lrs: RealLrs
let lms: Lms
let proxy: FaultProxy
const errors: string[] = []
/** All that left the page, arrived or not. */
const said = new Set<string>()

const toLrs = ({ method, path, body }: { readonly method: string; readonly path: string; readonly body: string }) => {
  if (!/^\/lrs\/.*\/statements/.test(path)) return undefined
  if (method === 'POST') for (const { id } of JSON.parse(body) as Statement[]) said.add(id)
  return random() * 100 < harm ? harms[Math.floor(random() * harms.length)] : undefined
}

beforeAll(async () => {
  lrs = await startRealLrs(root)
  const [username = '', password = ''] = Buffer.from(lrs.authorization.slice(6), 'base64').toString().split(':')
  const statements = Object.assign(new URL('statements', lrs.url), { username, password })
  lms = await startLms('ada', (message) => errors.push(message), { statements })
  proxy = await startFaultProxy({ target: lms.url, next: toLrs, delay: () => 20 + 300 * random() ** 4 })
  browser = await launchChromium(process.env)
  context = await browser.newContext({ viewport: { width: 1700, height: 1000 } })
  // Up to a minute between two attempts is what an LRS needs, and too long for a test. The two times of patience, 12 s and 20 s, stay.
  await context.addInitScript(() => {
    const wait = window.setTimeout.bind(window)
    const hasty = (run: () => void, ms = 0): number => wait(run, ms < 500 || ms === 12_000 || ms === 20_000 ? ms : 5)
    Object.assign(window, { setTimeout: hasty })
  })
})
afterAll(async () => {
  await browser.close()
  await proxy.stop()
  await lms.close()
  await lrs.stop()
})

/** From the cover to the LMS's own page, with every answer right. Returns what an LRS must then hold of it: verbs, with the end of the object's id. */
async function playThrough(id: string, faults: number): Promise<readonly string[]> {
  ;[harm, harms] = [95, FAULTS]
  const page = await context.newPage()
  page.on('pageerror', (error) => errors.push(error.message))
  const learner = await Learner.launch(page, lms.launchUrl(id).replace(lms.url, proxy.url))
  await learner.press('Enter')
  await learner.stepUntil((sight) => sight.state === 'quiz')
  await learner.frame.waitForSelector('.quiz-intro')
  // An outage, until there were faults enough.
  ;[harm, harms] = [100, OUTAGE]
  const given = await takeQuiz(learner, 1, Infinity)
  for (const end = Date.now() + 100_000; proxy.total() < faults && Date.now() < end;) await moment(20)
  ;[harm, harms] = [50, FAULTS]
  await learner.press('Enter')
  await learner.frame.waitForSelector('.end-page')
  await learner.pressButton('Save and exit')
  await page.frameLocator('#sco').getByText('Back in the LMS').waitFor()
  await page.close()
  return [
    ...learner.module.screens.map((screen) => `experienced s/${screen.id}`),
    ...learner.module.screens.flatMap(({ beats }) => beats.flatMap(({ ask }) => (ask ? [`answered p/${ask.id}`] : []))),
    ...given.map(({ question }) => `answered q/${question.id}`),
    ...['initialized', 'scored', 'completed', 'passed', 'terminated'],
  ]
}
const moment = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const told = (statement: Statement): string =>
  [verbOf(statement), ...(/\/([sqp]\/[^/]+)$/.exec(statement.object.id)?.slice(1) ?? [])].join(' ')

it('[BOX-1] [BOX-6] [CMI-2] [CMI-7] modules played to the end through 500 faults: a real LRS has everything, and nothing twice', async () => {
  const wanted: string[] = []
  for (const [i, id] of UNITS.entries()) wanted.push(...(await playThrough(id, ((i + 1) * WANTED) / UNITS.length)))
  expect(proxy.total()).toBeGreaterThanOrEqual(WANTED)
  const stored = await statementsIn(lrs)
  const faults = [...proxy.done].map(([fault, times]) => `${times} ${fault}`).join(', ')
  process.stdout.write(`${proxy.total()} faults (${faults}), ${UNITS.length} modules, ${said.size} said, ${stored.length} stored\n`)
  expect(await storedIn(lrs)).toEqual([...said].sort())
  expect(stored.map(told).filter((what) => !what.startsWith('progressed')).sort()).toEqual(wanted.sort()) // prettier-ignore
  expect(stored.flatMap((statement) => brokenRules(statement))).toEqual([])
  for (const id of UNITS) {
    const { state, requests } = (await lms.report(id)) as unknown as XapiReport
    expect([id, state.kind]).toEqual([id, 'passed'])
    expect(requests.filter(({ status, said }) => status < 500 && said !== '')).toEqual([])
  }
  expect(errors).toEqual([])
})

it('[BOX-4] whoever closes the tab after an outage leaves nothing behind', async () => {
  const own = await browser.newContext({ viewport: { width: 1700, height: 1000 } })
  const page = await own.newPage()
  harm = 0
  const learner = await Learner.launch(page, lms.launchUrl('wsqd-programme.cmi5~m04').replace(lms.url, proxy.url).replace('ada', 'chen'))
  await learner.press('Enter')
  ;[harm, harms] = [100, [503]]
  const [, third] = learner.module.screens.map(({ id }) => id).slice(1)
  await learner.stepUntil(({ screen }) => screen === third)
  const before = new Set(await storedIn(lrs))
  expect([...said].filter((id) => !before.has(id)).length).toBeGreaterThan(2)
  harm = 0
  await page.close()
  for (const end = Date.now() + 10_000; (await storedIn(lrs)).length < said.size && Date.now() < end;) await moment(50)
  expect(await storedIn(lrs)).toEqual([...said].sort())
  await own.close()
})
