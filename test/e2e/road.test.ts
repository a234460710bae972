/** The road: module 4 from the launch to the LMS's record, in real Chromium through the preview LMS, by keyboard alone. */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import type { AttemptReport } from '../../build/preview/api'
import { startPreview } from '../../build/preview/server'
import { Learner } from '../support/learner'
import { buildPackages, dist, root } from '../support/packages'

jest.setTimeout(300_000)

let browser: Browser
let preview: Awaited<ReturnType<typeof startPreview>>
const errors: string[] = []

beforeAll(async () => {
  buildPackages()
  const attempts = mkdtempSync(join(tmpdir(), 'wsqd-road-'))
  preview = await startPreview({ root, dist, attempts, port: 0, now: () => Date.now(), onError: (message) => errors.push(message) })
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  await preview.close()
})

const launchUrl = (id: string) => new URL(`/launch/${id}?learner=bjorn&frame=1280x800`, preview.url).href
const report = async (id: string): Promise<AttemptReport> =>
  (await fetch(new URL(`/api/attempts/bjorn/${id}`, preview.url))).json() as Promise<AttemptReport>
async function settled(id: string, done: (report: AttemptReport) => boolean): Promise<AttemptReport> {
  for (let tries = 0; tries < 200; tries++) {
    const now = await report(id)
    if (done(now)) return now
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return report(id)
}
async function newPage(): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1700, height: 1000 } })
  page.on('pageerror', (error) => errors.push(error.message))
  return page
}
const writes = (calls: AttemptReport['calls']) => calls.filter((c) => c.method.endsWith('SetValue')).map((c) => c.element)

describe.each([
  [
    'wsqd-04-media-flows.scorm12',
    { status: 'cmi.core.lesson_status', raw: 'cmi.core.score.raw', time: 'cmi.core.total_time', wrong: 'wrong' },
  ],
  ['wsqd-04-media-flows.scorm2004-4', { status: 'cmi.success_status', raw: 'cmi.score.raw', time: 'cmi.total_time', wrong: 'incorrect' }],
])('%s', (id, element) => {
  const modern = id.includes('2004')

  it('[LIFE] a learner who leaves half-way comes back to the same screen and beat', async () => {
    const page = await newPage()
    let learner = await Learner.launch(page, launchUrl(id))
    expect((await learner.see()).state).toBe('ready')
    for (let faster = 0; faster < 6; faster++) await learner.press('>')
    await learner.press('Enter')
    await learner.stepUntil((s) => s.screen === 'peer-to-peer')
    // One whole screen plays by itself.
    let sight = await learner.see()
    if (sight.state === 'paused') {
      await learner.press('Space')
      sight = await learner.changed(sight)
    }
    while (sight.screen === 'peer-to-peer') sight = await learner.changed(sight, 30_000)
    expect(sight.screen).toBe('nat-complicates')
    const left = await learner.stepUntil((s) => s.screen === 'what-is-a-nat' && s.beat === '3')
    await page.goto(preview.url)
    await settled(id, (r) => r.sessions.length === 1 && r.finished)

    learner = await Learner.launch(page, launchUrl(id))
    expect(await learner.see()).toMatchObject({ screen: left.screen, beat: left.beat, state: 'ready' })
    await learner.press('Enter')
    const later = await learner.stepUntil((s) => s.screen === 'through-nat' && s.beat === '2')
    await page.goto(preview.url)
    await settled(id, (r) => r.sessions.length === 2 && r.finished)
    await page.close()

    const again = await newPage()
    learner = await Learner.launch(again, launchUrl(id))
    expect(await learner.see()).toMatchObject({ screen: later.screen, beat: later.beat })
    await again.close()
    const between = await settled(id, (r) => r.finished)
    expect(between.cmi[element.status] ?? 'unknown').not.toMatch(/passed|completed|failed/)
  })

  it('[SEM] played to the end, failed, retried and passed: the LMS shows passed, the best score, the time and every answer', async () => {
    const page = await newPage()
    const learner = await Learner.launch(page, launchUrl(id))
    await learner.press('Enter')
    await learner.stepUntil((s) => s.screen === '')
    const draw = learner.module.quiz?.draw ?? 0
    await learner.frame.waitForSelector('button:has-text("Start the quiz")')
    await learner.press('Enter')
    for (let n = 0; n < draw; n++) await learner.answer(await learner.question(), n === 0)
    await learner.frame.waitForSelector('.result')
    const failed = await settled(id, (r) => r.cmi[element.raw] !== undefined)
    expect([failed.cmi[element.raw], failed.cmi[element.status] ?? 'unknown']).toEqual(['20', modern ? 'unknown' : 'incomplete'])

    await learner.press('Enter')
    for (let n = 0; n < draw; n++) await learner.answer(await learner.question(), true)
    await learner.frame.waitForSelector('.result')
    await settled(id, (r) => r.cmi[element.status] === 'passed')
    await page.close()
    const end = await settled(id, (r) => r.finished)

    expect(end.errors).toEqual([])
    expect(end.cmi[element.status]).toBe('passed')
    if (modern) expect(end.cmi).toMatchObject({ 'cmi.completion_status': 'completed', 'cmi.score.scaled': '1', 'cmi.score.max': '100' })
    expect([end.cmi[element.raw], end.state.kind]).toEqual(['100', 'passed'])
    expect(end.cmi[element.time]).not.toMatch(/^(00:00:00|PT0S)/)
    const answers = [...Array(draw * 2).keys()].map((n) => [end.cmi[`cmi.interactions.${n}.id`], end.cmi[`cmi.interactions.${n}.result`]])
    expect(answers.map(([, result]) => result)).toEqual([
      'correct',
      ...Array<string>(draw - 1).fill(element.wrong),
      ...Array<string>(draw).fill('correct'),
    ])
    expect(answers.every(([name]) => /^m04_q_[a-z0-9_]+_[12]$/.test(name ?? ''))).toBe(true)
    const response = modern ? 'learner_response' : 'student_response'
    for (let n = 0; n < draw * 2; n++) expect(end.cmi[`cmi.interactions.${n}.${response}`]).toBeTruthy()
  })

  it('[LIFE] a finished attempt opens in review and records nothing', async () => {
    const before = await report(id)
    const page = await newPage()
    const learner = await Learner.launch(page, launchUrl(id))
    expect(await learner.frame.textContent('body')).toMatch(/review|nothing is recorded|not recorded/i)
    await learner.press('Enter')
    await learner.press('ArrowRight')
    await learner.press('Shift+ArrowRight')
    await page.close()
    const after = await settled(id, (r) => r.sessions.length > before.sessions.length && r.finished)
    expect(after.mode).toBe('review')
    const session = after.sessions.at(-1)?.id
    expect(writes(after.calls.filter((c) => c.session === session))).toEqual([])
    expect(after.cmi).toEqual(before.cmi)
  })
})

it('every other package launches as well', async () => {
  const page = await newPage()
  const learner = await Learner.launch(page, launchUrl('wsqd-04-media-flows.scorm2004-3'))
  expect((await learner.see()).state).toBe('ready')
  await page.close()
  expect((await settled('wsqd-04-media-flows.scorm2004-3', (r) => r.finished)).errors).toEqual([])
})

it('no page and no request failed on the way', () => {
  expect(errors).toEqual([])
})
