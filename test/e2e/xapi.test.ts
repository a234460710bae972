/** cmi5 and Tin Can packages from the launch to the LRS, in real Chromium through the preview LMS, by keyboard alone. */
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import type { Module } from '../../src/model/course'
import { axeFinds } from '../support/axe'
import { Learner } from '../support/learner'
import { packagedModules } from '../support/packages'
import { takeQuiz, toTheQuiz } from '../support/road'
import { messagesIn } from '../support/words'
import { problemsOf, startXapiLms, verbsOf, type XapiLms } from '../support/xapi-lms'

const CMI5 = 'wsqd-programme.cmi5~m04'
const TINCAN = 'wsqd-04-media-flows.tincan'
const t = messagesIn('en')

let browser: Browser
let lms: XapiLms
const errors: string[] = []

beforeAll(async () => {
  lms = await startXapiLms((message) => errors.push(message))
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  await lms.close()
  expect(errors).toEqual([])
})

/** One for each learner: what a device keeps is kept there. */
async function device(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: { width: 1700, height: 1000 }, reducedMotion: 'reduce' })
  context.on('page', (page) => page.on('pageerror', (error) => errors.push(error.message)))
  return context
}
const launch = async (context: BrowserContext, learner: string, id: string, more: Record<string, string> = {}): Promise<Learner> =>
  Learner.launch(await context.newPage(), lms.launchUrl(learner, id, more))
const pageOf = (learner: Learner): Page => learner.page as unknown as Page
const frameOf = (learner: Learner): Frame => learner.frame as unknown as Frame
/** A tab in the background draws no frames, so it is asked and not waited for. */
async function delivery(learner: Learner, state: string): Promise<void> {
  const now = () => learner.frame.evaluate(() => document.querySelector<HTMLElement>('.saved')?.dataset['delivery'])
  const until = Date.now() + 15_000
  while ((await now()) !== state && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 100))
  expect(await now()).toBe(state)
}
async function saveAndExit(learner: Learner): Promise<void> {
  if (!(await learner.frame.evaluate(() => document.querySelector('.end-page') !== null))) await learner.openDialog('o')
  await learner.pressButton(t.saveAndExit)
}
/** How much lies in the outbox of this device. */
const waiting = (learner: Learner): Promise<number> =>
  frameOf(learner).evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const open = indexedDB.open('wsqd', 1)
        open.onerror = () => reject(new Error(String(open.error)))
        open.onsuccess = () => {
          const count = open.result.transaction('outbox').objectStore('outbox').count()
          count.onsuccess = () => resolve(count.result)
        }
      }),
  )

it('[CMI-1] [CMI-2] [CMI-3] [CMI-8] a module in cmi5: reloaded, left with a score of 0, resumed and passed in another session', async () => {
  const context = await device()
  const first = await launch(context, 'ada', CMI5)
  await first.press('Enter')
  await first.stepUntil((sight) => sight.screen === 'what-is-a-nat' && sight.beat === '2')
  const stood = await first.stop()
  await delivery(first, 'saved')

  // [CMI-6] The token was given out once; the page that is loaded again has it.
  await Promise.all([frameOf(first).waitForNavigation(), frameOf(first).evaluate(() => location.reload())])
  await first.frame.waitForSelector('#app[data-state]')
  expect(await first.see()).toMatchObject({ screen: stood.screen, beat: stood.beat })
  expect(new URL(frameOf(first).url()).search).toBe('')
  await frameOf(first).focus('body')
  await toTheQuiz(first)
  await takeQuiz(first, 1, 0)
  await saveAndExit(first)
  await frameOf(first).waitForURL('**/returned')
  const between = await lms.told('ada', CMI5, (r) => r.finished)
  expect(problemsOf(between)).toEqual([])
  const said = verbsOf(between)
  expect([said[0], said[1], said.at(-2), said.at(-1)]).toEqual(['launched', 'initialized', 'failed', 'terminated'])
  const inQuiz = between.statements.filter(({ verb, statement }) => verb === 'answered' && /\/q\//.test(statement.object.id ?? ''))
  expect(inQuiz).toHaveLength(first.module.quiz?.draw ?? 0)
  const asked = between.statements.filter(({ statement }) => /\/p\//.test(statement.object.id ?? ''))
  expect(
    asked
      .map(({ words }) => words)
      .filter((words) => !/^Ada (answered what the screen asked: .*(right|wrong)|skipped what the screen asked)/.test(words)),
  ).toEqual([])
  expect(new Set(asked.map(({ statement }) => statement.object.id)).size).toBe(asked.length)
  expect(said.filter((verb) => verb === 'initialized')).toHaveLength(1)
  expect(between.statements.at(-2)?.statement.result).toMatchObject({ success: false, score: { scaled: 0 } })
  expect(inQuiz[2]?.words).toMatch(/^Ada answered question 3 of the quiz: .*wrong, [\d.]+ s$/)

  const second = await launch(context, 'ada', CMI5)
  await second.frame.waitForSelector('.quiz-intro')
  await takeQuiz(second, 2, second.module.quiz?.draw ?? 0)
  await second.press('Enter')
  await second.frame.waitForSelector('.end-page')
  await saveAndExit(second)
  await frameOf(second).waitForURL('**/returned')
  const end = await lms.told('ada', CMI5, (r) => r.finished)
  expect(problemsOf(end)).toEqual([])
  expect(
    verbsOf(end)
      .slice(said.length)
      .filter((verb) => verb !== 'answered'),
  ).toEqual(['launched', 'initialized', 'scored', 'completed', 'passed', 'terminated'])
  expect(end.state).toMatchObject({ kind: 'passed', percent: 100 })

  // [CMI-9] Looked at again: nothing is recorded but the session.
  for (const mode of ['browse', 'review']) {
    const looking = await launch(context, 'ada', CMI5, { mode })
    const before = await lms.report('ada', CMI5)
    await looking.press('Enter')
    await looking.press('ArrowRight')
    await looking.press('ArrowRight')
    await saveAndExit(looking)
    await frameOf(looking).waitForURL('**/returned')
    const after = await lms.told('ada', CMI5, (r) => r.finished)
    expect(verbsOf(after).slice(verbsOf(end).length).slice(-3)).toEqual(['launched', 'initialized', 'terminated'])
    expect(after.documents.filter(({ id }) => id.includes('progress'))).toEqual(
      before.documents.filter(({ id }) => id.includes('progress')),
    )
    expect(problemsOf(after)).toEqual([])
  }
  await context.close()
})

it.each([
  ['cmi5, in the session that it was or in the next', CMI5],
  ['Tin Can', TINCAN],
])('[BOX-3] [CMI-12] %s: the LRS is down, the page is closed, and all is delivered when it is opened again', async (_, id) => {
  const context = await device()
  const before = await launch(context, 'bjorn', id)
  await before.press('Enter')
  await delivery(before, 'saved')
  await lms.faults('bjorn', id, '503')
  await before.stepUntil((sight) => sight.screen === 'what-is-a-nat' && sight.beat === '2')
  const stood = await before.stop()
  await delivery(before, 'retrying')
  expect(await waiting(before)).toBeGreaterThan(0)
  await pageOf(before).close()
  expect(verbsOf(await lms.report('bjorn', id))).not.toContain('experienced')

  await lms.faults('bjorn', id, '')
  const after = await launch(context, 'bjorn', id)
  expect(await after.see()).toMatchObject({ screen: stood.screen, beat: stood.beat })
  const report = await lms.told('bjorn', id, (r) => verbsOf(r).includes('experienced'))
  await delivery(after, 'saved')
  expect(await waiting(after)).toBe(0)
  const screens = report.statements.filter(({ verb }) => verb === 'experienced').map(({ statement }) => statement.object.id)
  expect(screens.length).toBe(new Set(screens).size)
  expect(report.statements.flatMap(({ broken }) => broken ?? [])).toEqual([])
  expect(report.statements.filter(({ verb }) => verb === 'initialized')).toHaveLength(2)
  await context.close()
})

it('[BOX-5] two tabs of one session: one at a time sends, under a lock of the browser, and nothing is said twice', async () => {
  const context = await device()
  const one = await launch(context, 'chen', CMI5)
  const opening = context.waitForEvent('page')
  await frameOf(one).evaluate(() => void window.open(location.href))
  const tab = await opening
  await tab.waitForSelector('#app[data-state]')
  const two = await Learner.inFrame(tab, tab.mainFrame())
  await two.press('Enter')
  await two.stepUntil((sight) => sight.screen === two.module.screens[1]?.id)
  await delivery(two, 'saved')

  await lms.faults('chen', CMI5, 'delay')
  const locks = (): Promise<readonly string[]> =>
    tab.evaluate(async () => {
      const { held = [], pending = [] } = await navigator.locks.query()
      return [...held.map(({ name }) => `held ${name}`), ...pending.map(({ name }) => `pending ${name}`)]
    })
  await two.stepUntil((sight) => sight.screen === two.module.screens[2]?.id)
  await pageOf(one).bringToFront()
  await one.press('Enter')
  await one.stepUntil((sight) => sight.screen === one.module.screens[1]?.id)
  await one.stop()
  const seen = await locks()
  expect(seen.filter((lock) => lock.startsWith('held wsqd.outbox'))).toHaveLength(1)
  await lms.faults('chen', CMI5, '')
  for (const learner of [one, two]) await delivery(learner, 'saved')
  const report = await lms.told('chen', CMI5, (r) => verbsOf(r).filter((verb) => verb === 'experienced').length >= 3)
  expect(problemsOf(report)).toEqual([])
  expect(verbsOf(report).filter((verb) => verb === 'initialized')).toHaveLength(1)
  expect(verbsOf(report).filter((verb) => verb === 'experienced')).toHaveLength(3)
  await context.close()
})

it('[CMI-13] the player speaks the first of the learner’s languages that it knows, and begins without sound for who wants none', async () => {
  const context = await device()
  const german = await launch(context, 'bjorn', 'wsqd-programme.cmi5~m01')
  expect(await frameOf(german).evaluate(() => document.documentElement.lang)).toBe('de')
  await german.openDialog('?')
  expect(await frameOf(german).textContent('dialog h2')).toBe(messagesIn('de').keys)
  const silent = await launch(context, 'chen', 'wsqd-programme.cmi5~m01')
  const kept = await frameOf(silent).evaluate(() => Object.entries(localStorage).map(([key, value]) => `${key} ${String(value)}`))
  expect(kept.filter((one) => one.includes('"sound":false'))).toHaveLength(1)
  expect(kept.filter((one) => one.includes('"sound":true'))).toHaveLength(1)
  await context.close()
})

it('the inspector tells the story in words, by keyboard, and axe finds nothing in it; the catalogue shows where each unit stands', async () => {
  const context = await device()
  const page = await context.newPage()
  await page.goto(lms.launchUrl('ada', CMI5, { mode: 'review' }))
  await page.waitForSelector('.story li')
  const told = await page.locator('.story li p:first-child').allTextContents()
  expect(told.slice(0, 2)).toEqual(['The LMS launched “Media Flows in WebRTC” for Ada, in Normal mode', 'Ada began'])
  expect(await page.textContent('#errors')).toBe('0 errors')
  await page.locator('.story summary').nth(1).focus()
  await page.keyboard.press('Enter')
  expect(JSON.parse((await page.textContent('.story li:nth-child(2) pre')) ?? '')).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/initialized' },
  })
  await page.selectOption('.filter select', 'passed')
  expect(await page.locator('.story li p:first-child').allTextContents()).toEqual(['Ada passed with 100 %'])
  await page.focus('#tab-story')
  for (const [tab, text] of [
    ['documents', 'LMS.LaunchData'],
    ['requests', 'cmi5LearnerPreferences'],
    ['session', 'passed 100 %'],
  ] as const) {
    await page.keyboard.press('ArrowRight')
    await page.waitForFunction(([id, words]) => document.querySelector(`#panel-${id}:not([hidden])`)?.textContent?.includes(words), [
      tab,
      text,
    ] as const)
    expect(await axeFinds(page)).toEqual([])
  }
  await page.focus('#tab-session')
  await page.keyboard.press('ArrowRight')
  expect(await axeFinds(page)).toEqual([])
  await page.goto(lms.url)
  expect(await page.textContent('[data-package="wsqd-programme.cmi5~m04"] [data-learner=ada] .state')).toContain('passed 100 %')
  await context.close()
})

it('[TIN-4] the programme in one package: statements define in full what was opened, and the progress is of the course', async () => {
  const context = await device()
  const id = 'wsqd-programme.tincan'
  const [module] = packagedModules(id)
  const menu = await launch(context, 'ada', id)
  const learner = menu.in(module as Module)
  await learner.pressButton(module?.title ?? '')
  await learner.frame.waitForSelector('.cover')
  await learner.press('Enter')
  await learner.stepUntil((sight) => sight.screen === module?.screens[1]?.id)
  await learner.stop()
  const report = await lms.told('ada', id, (r) => verbsOf(r).includes('progressed'))
  expect(problemsOf(report)).toEqual([])
  const [, visit, progress] = report.statements
  expect(visit?.words).toContain(`Ada looked at “${module?.screens[0]?.title ?? ''}” for`)
  expect(progress?.words).toMatch(/^Ada has seen \d+ % of “WebRTC School Qualified Developer”$/)
  await pageOf(learner).close()
  expect(verbsOf(await lms.told('ada', id, (r) => r.finished)).at(-1)).toBe('terminated')
  await context.close()
})

const inGerman = messagesIn('de')
const broken = [
  ['no-fetch', 'noLaunch', 'The address has no "fetch"; expected', ''],
  ['used-token', 'usedToken', '(error 1)', /POST fetch at [\w.:]+ → “200”/],
  ['no-data', 'noLaunchData', '(LMS.LaunchData: status 404)', /GET http:\S+\/activities\/state LMS\.LaunchData → “404”/],
  ['wrong-endpoint', 'noLaunchData', '(LMS.LaunchData: status 404)', /\/nowhere\/activities\/state LMS\.LaunchData → “404”/],
] as const
it.each(broken)('[CMI-10] a launch with %s ends in a screen that says so, and a report for support', async (what, code, reason, call) => {
  const context = await device()
  await context.grantPermissions([])
  const page = await context.newPage()
  await page.goto(lms.launchUrl('ada', CMI5, { broken: what }))
  const frame = await (await page.waitForSelector('iframe#sco')).contentFrame()
  await frame?.waitForSelector('.plain-page')
  expect(await frame?.textContent('h1')).toBe(t.cannotOpen(code))
  for (const words of [t.cannotOpenWhy(code), t.whatToDo(code), t.withoutSaving]) expect(await frame?.textContent('main')).toContain(words)
  await frame?.click('.plain-page .link')
  const report = await frame?.inputValue('textarea')
  expect(report).toContain(`standard cmi5, ${code}: `)
  expect(report).toContain(reason)
  expect(report).toMatch(call)
  for (const secret of ['Ada', '/ada/', 'Okafor', 'Basic', 'token=']) expect(report).not.toContain(secret)
  await context.close()
})

it('[CMI-10] where the LRS is down a launch can be tried again, and goes on where it failed', async () => {
  const context = await device()
  const page = await context.newPage()
  await page.goto(lms.launchUrl('chen', 'wsqd-programme.cmi5~m02', { fault: '503' }))
  const frame = await (await page.waitForSelector('iframe#sco')).contentFrame()
  expect(await frame?.textContent('.asked')).toBe(t.opening)
  await frame?.waitForSelector('.plain-page', { timeout: 60_000 })
  expect(await frame?.textContent('h1')).toBe(t.cannotOpen('noAnswer'))
  expect(await frame?.isVisible('.asked')).toBe(false)
  expect(await frame?.textContent('main')).not.toMatch(/503|LMS\.LaunchData/)
  await lms.faults('chen', 'wsqd-programme.cmi5~m02', '')
  await frame?.click('.plain-page .primary')
  await frame?.waitForSelector('#app[data-state]')
  const report = await lms.told('chen', 'wsqd-programme.cmi5~m02', (r) => verbsOf(r).includes('initialized'))
  expect(verbsOf(report)).toEqual(['launched', 'initialized'])
  await context.close()
})

it('what a launch that fails says is said in every language', () => {
  const codes = ['noApi', 'noLaunch', 'usedToken', 'noLaunchData', 'refused', 'noAnswer', 'ended', 'not opened']
  for (const say of ['cannotOpen', 'cannotOpenWhy', 'whatToDo'] as const)
    for (const code of codes) expect(inGerman[say](code)).not.toBe(t[say](code))
})
