/** The hosts and the faults of the preview LMS in a real browser, with the smallest package there is. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Frame, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import type { AttemptReport } from '../../build/preview/api'
import { startWorld, type World } from '../preview/fixture'
import { root } from '../support/packages'

interface Sco {
  readonly mode: string
  readonly e: Readonly<Record<'place' | 'status', string>>
  call(method: string, ...args: readonly string[]): string
  get(element: string): string
  set(element: string, value: string): string
}
declare const sco: Sco

const OLD = 'fixture.scorm12'
const NEW = 'fixture.scorm2004-4'
let browser: Browser
let world: World
let page: Page

beforeAll(async () => {
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())
beforeEach(async () => {
  world = await startWorld(root)
  page = await browser.newPage({ viewport: { width: 1500, height: 900 } })
})
afterEach(async () => {
  await page.close()
  await world.preview.close()
  expect(world.errors).toEqual([])
})

async function launch(id: string, more = ''): Promise<Frame> {
  await page.goto(new URL(`/launch/${id}?learner=ada&frame=650x666${more}`, world.preview.url).href)
  const frame = await (await page.waitForSelector('iframe#sco')).contentFrame()
  if (frame === null) throw new Error('The launch page has no frame with content.')
  await frame.waitForFunction(() => typeof sco === 'object' && sco.mode !== undefined)
  return frame
}
const report = async (id: string): Promise<AttemptReport> => (await world.get(`/api/attempts/ada/${id}`)).json() as Promise<AttemptReport>
const commit = (frame: Frame, place: string | null): Promise<readonly string[]> =>
  frame.evaluate((value) => {
    if (value !== null) sco.set(sco.e.place, value)
    return [sco.call('Commit', ''), sco.call('GetLastError')]
  }, place)
const probe = (frame: Frame): Promise<string> =>
  frame.evaluate(async () => {
    try {
      const answer = await fetch('style/sco.css', { method: 'HEAD', cache: 'no-store' })
      return answer.redirected ? 'led away' : String(answer.status)
    } catch {
      return 'no answer'
    }
  })
const flip = (fault: string): Promise<void> => page.locator(`#faults input[value=${fault}]`).press('Space')
const moment = (ms = 600): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, ms))

test.each([
  [OLD, 'cmi.core.lesson_location'],
  [NEW, 'cmi.location'],
])('%s: each fault does what it says, and stops when it is switched off', async (id, place) => {
  const frame = await launch(id)
  const found: Record<string, unknown> = {}
  for (const fault of ['refused', 'expired', 'lying']) {
    await flip(fault)
    found[fault] = [await commit(frame, fault), (await report(id)).cmi[place], await probe(frame)]
    await flip(fault)
  }
  expect(found).toEqual({
    refused: [['false', '101'], undefined, '200'],
    expired: [['false', '101'], undefined, 'led away'],
    lying: [['true', '0'], undefined, '200'],
  })
  await flip('slow')
  const from = performance.now()
  expect(await commit(frame, 'slow')).toEqual(['true', '0'])
  expect(performance.now() - from).toBeGreaterThan(1900)
  await flip('slow')
  expect([await commit(frame, 'sound'), (await report(id)).cmi[place], await probe(frame)]).toEqual([['true', '0'], 'sound', '200'])
})

test.each([
  [OLD, 'cmi.core.lesson_location', undefined],
  [NEW, 'cmi.location', 'said offline'],
])('%s in Moodle: offline a commit is "true" and lost; 1.2 never says it again, 2004 does', async (id, place, later) => {
  const frame = await launch(id, '&host=moodle')
  await flip('offline')
  expect(await commit(frame, 'said offline')).toEqual(['true', '0'])
  expect([await probe(frame), (await report(id)).cmi[place]]).toEqual(['no answer', undefined])
  await flip('offline')
  expect(await commit(frame, null)).toEqual(['true', '0'])
  expect([await probe(frame), (await report(id)).cmi[place]]).toEqual(['200', later])
})

test('in Moodle a page that goes with more than 64 KiB takes it along', async () => {
  const frame = await launch(OLD, '&host=moodle')
  await commit(frame, 's1')
  await frame.evaluate(() => sco.set('cmi.suspend_data', 'ü'.repeat(32_500)))
  await page.goto(world.preview.url)
  await moment()
  const { cmi, finished } = await report(OLD)
  expect([cmi['cmi.core.lesson_location'], cmi['cmi.suspend_data'], finished]).toEqual(['s1', undefined, false])
})

test.each([
  [
    'at once, by its button',
    '',
    (frame: Frame) => frame.evaluate(() => sco.set(sco.e.place, 'lost')).then(() => page.locator('#kill').press('Enter')),
  ],
  ['by its next commit', '&fault=killed', (frame: Frame) => commit(frame, 'lost').catch(() => undefined)],
])('the tab is killed %s: it hears nothing of it, and nothing of it is heard', async (_, more, kill) => {
  const frame = await launch(NEW, more)
  await frame.evaluate(() => window.addEventListener('pagehide', () => localStorage.setItem('heard', 'pagehide')))
  await kill(frame)
  await page.waitForSelector('text=The tab was killed')
  await moment()
  expect(await page.locator('iframe').count()).toBe(0)
  expect(await page.evaluate(() => localStorage.getItem('heard'))).toBeNull()
  const { cmi, finished, calls } = await report(NEW)
  expect([cmi['cmi.location'], finished, calls.some(({ method }) => method === 'Terminate')]).toEqual([undefined, false, false])
})

test('Open edX answers "true" at once, stores a moment later, and is deaf to what it was asked', async () => {
  const frame = await launch(OLD, '&host=openedx')
  const said = await frame.evaluate(() => [sco.set('cmi.core.lesson_status', 'passed'), sco.set('cmi.core.score.raw', '80'), sco.get('cmi.core.lesson_status'), sco.get('cmi.core.lesson_mode')]) // prettier-ignore
  expect(said).toEqual(['true', 'true', '', ''])
  await page.waitForFunction(() => document.getElementById('saved')?.textContent !== '')
  await moment()
  expect((await report(OLD)).cmi).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'xblock.lesson_status': 'completed', 'xblock.lesson_score': '0.8' }) // prettier-ignore
})

test('faults are switched by keyboard, told in words, kept in the address, and open to everybody', async () => {
  const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
  await launch(OLD)
  await page.focus('#toggle')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('offline')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Space')
  await flip('slow')
  expect(await page.textContent('#faults-said')).toBe('Every commit is answered with an error. Every commit takes two seconds.')
  expect(await page.evaluate(() => new URL(location.href).searchParams.get('fault'))).toBe('refused,slow')
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await page.evaluate(axe)
    const run = `axe.run({ exclude: ['iframe'] }, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`
    const { violations } = (await page.evaluate(run)) as { readonly violations: readonly { readonly id: string }[] }
    expect({ colorScheme, violations: violations.map(({ id }) => id) }).toEqual({ colorScheme, violations: [] })
  }
})

test('the catalogue keeps the LMS that was chosen, and launches in it', async () => {
  await page.goto(world.preview.url)
  await page.selectOption('#host', 'moodle')
  await page.reload()
  expect(await page.inputValue('#host')).toBe('moodle')
  await page.locator(`[data-package="${OLD}"] a`).first().click()
  await page.waitForSelector('iframe#sco')
  expect(await page.textContent('.facts')).toContain('Moodle')
})
