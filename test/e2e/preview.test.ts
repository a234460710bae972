/** The preview LMS in a real browser, with the smallest package there is: what the run-time says, and what is stored of it. */
import type { Frame, Page } from 'playwright-core'
import type { AttemptReport } from '../../build/preview/api'
import { startWorld, type World } from '../preview/fixture'
import { inChromium, listening } from '../support/in-chromium'

interface Sco {
  readonly began: string
  readonly mode: string
  readonly e: Readonly<Record<'entry' | 'exit' | 'status' | 'place' | 'time' | 'second', string>>
  call(method: string, ...args: readonly string[]): string
  get(element: string): string
  set(element: string, value: string): string
}
declare const sco: Sco

const chromium = inChromium()
let world: World
let page: Page
const seen: string[] = []

beforeAll(async () => {
  world = await startWorld(process.cwd())
}, 120_000)
afterAll(async () => {
  await world.preview.close()
  expect(world.errors).toEqual([])
  expect(seen).toEqual([])
})
beforeEach(async () => {
  page = listening(await chromium.browser.newPage(), seen)
})
afterEach(() => page.close())

async function launch(id: string): Promise<Frame> {
  await page.goto(new URL(`/launch/${id}?learner=bjorn&frame=650x666&mode=normal`, world.preview.url).href)
  await page.waitForSelector('iframe#sco')
  const frame = await (await page.$('iframe#sco'))?.contentFrame()
  if (frame === null || frame === undefined) throw new Error('The launch page has no frame with content.')
  await frame.waitForFunction(() => typeof sco === 'object' && sco.mode !== undefined)
  return frame
}
const leave = async (): Promise<void> => {
  await page.goto(world.preview.url)
}
async function report(id: string): Promise<AttemptReport> {
  return (await world.get(`/api/attempts/bjorn/${id}`)).json() as Promise<AttemptReport>
}
/** Beacons and logs arrive a moment after the page that sent them. */
async function settled(id: string, done: (report: AttemptReport) => boolean): Promise<AttemptReport> {
  for (let tries = 0; tries < 40; tries += 1) {
    const now = await report(id)
    if (done(now)) return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`Not what was waited for: ${JSON.stringify(await report(id), null, 1).slice(0, 3000)}`)
}

describe.each([
  ['fixture.scorm12', 'cmi.core.lesson_status', 'cmi.core.lesson_location', 'cmi.core.total_time', '00:00:01.5', '00:00:03'],
  ['fixture.scorm2004-3', 'cmi.completion_status', 'cmi.location', 'cmi.total_time', 'PT1.5S', 'PT3S'],
])('%s', (id, status, place, time, once, twice) => {
  test('initialises, sets, commits at once, finishes on leaving, and resumes', async () => {
    const frame = await launch(id)
    expect(await frame.textContent('#says')).toBe('true | ab-initio |  | ')
    const committed = await frame.evaluate(() => {
      sco.set(sco.e.place, 'screen_3')
      sco.set('cmi.suspend_data', 'abc')
      return sco.call('Commit', '')
    })
    expect(committed).toBe('true')
    // Commit is synchronous: no waiting here.
    const during = await report(id)
    expect(during.cmi).toMatchObject({ [status]: 'incomplete', [place]: 'screen_3', 'cmi.suspend_data': 'abc' })
    expect([during.initialised, during.finished, during.cmi[time]]).toEqual([true, false, undefined])

    await leave()
    const after = await settled(id, ({ finished }) => finished)
    expect(after.cmi[time]).toBe(once)
    expect(after.errors).toEqual([])
    expect(after.calls.at(-1)?.method).toMatch(/LMSFinish|Terminate/)

    const again = await launch(id)
    expect(await again.textContent('#says')).toBe('true | resume | screen_3 | abc')
    await leave()
    expect((await settled(id, ({ cmi }) => cmi[time] !== once)).cmi[time]).toBe(twice)
  }, 30_000)

  test('comes back after a reload, which sends a beacon', async () => {
    const frame = await launch(id)
    await frame.evaluate(() => sco.set('cmi.suspend_data', 'only the beacon brings this'))
    await page.reload()
    const again = await (await page.waitForSelector('iframe#sco')).contentFrame()
    await again?.waitForFunction(() => typeof sco === 'object' && sco.mode !== undefined)
    expect(await again?.textContent('#says')).toContain('only the beacon brings this')
  }, 30_000)

  test('shows and counts what the run-time refuses', async () => {
    const frame = await launch(id)
    expect(await frame.evaluate(() => sco.set(sco.e.status, 'nonsense'))).toBe('false')
    await page.waitForFunction(() => document.getElementById('errors')?.textContent === '1 error')
    expect(await page.textContent('.calls tr.bad')).toContain('nonsense')
    const after = await settled(id, ({ errors }) => errors.length > 0)
    expect(after.errors.map(({ element, error }) => [element, error])).toEqual([[status, id.includes('12') ? '405' : '406']])
    expect(after.errors[0]?.meaning).not.toBe('')
  }, 30_000)

  test('opens in review when it is over, and anew after "Start again"', async () => {
    const frame = await launch(id)
    await frame.evaluate(() => {
      sco.set(sco.e.status, 'completed')
      sco.call('Commit', '')
    })
    await leave()
    await settled(id, ({ finished }) => finished)
    const review = await launch(id)
    expect(await review.evaluate(() => sco.mode)).toBe('review')
    expect(await page.textContent('#notice')).toContain('opens in review')
    await page.click('text=Start again')
    await page.waitForFunction(() => document.getElementById('facts')?.textContent === 'attempt 2, normal')
    expect((await report(id)).cmi).not.toHaveProperty([place])
  }, 30_000)
})

test('a window of its own finds the run-time at its opener', async () => {
  const id = 'fixture.scorm2004-4'
  await page.goto(new URL(`/launch/${id}?learner=bjorn&where=window`, world.preview.url).href)
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.click('text=Open the course')])
  await popup.waitForFunction(() => typeof sco === 'object' && sco.mode !== undefined)
  expect(await popup.evaluate(() => sco.began)).toBe('true')
  await popup.close({ runBeforeUnload: true })
  await settled(id, ({ finished }) => finished)
}, 30_000)

test('the inspector is worked by keyboard, and folds away', async () => {
  await launch('fixture.scorm12')
  await page.focus('#tab-calls')
  await page.keyboard.press('ArrowRight')
  expect(await page.textContent('[role=tab][aria-selected=true]')).toBe('Values')
  expect(await page.textContent('#panel-values')).toContain('Åkesson, Björn')
  await page.focus('#toggle')
  await page.keyboard.press('Enter')
  expect(await page.isVisible('#inspector')).toBe(false)
  expect(await page.getAttribute('#toggle', 'aria-expanded')).toBe('false')
}, 30_000)

test('the frame is of the size that was asked for, and resizes in place', async () => {
  const frame = await launch('fixture.scorm12')
  const size = () => frame.evaluate(() => [innerWidth, innerHeight])
  expect(await size()).toEqual([650, 666])
  await page.selectOption('#frame', '360x640')
  expect(await size()).toEqual([360, 640])
  expect(await page.evaluate(() => new URL(location.href).searchParams.get('frame'))).toBe('360x640')
}, 30_000)
