/**
 * The straight road in the engines of Firefox and Safari: launch, leave in the middle, come back, pass, by keyboard alone, and the LMS's record of
 * it. Where a browser is not installed and cannot be, its tests are skipped, and their name says how to get it.
 */
import type { OtherBrowser } from '../support/browsers/browser'
import { findFirefox } from '../support/browsers/firefox'
import { findWebKit } from '../support/browsers/webkit'
import { answerProblems } from '../support/interactions'
import { Learner } from '../support/learner'
import { startLms, type Lms } from '../support/lms'
import { names, passed, saidLast, takeQuiz, toTheQuiz } from '../support/road'

const packages = [
  ['wsqd-04-media-flows.scorm12', names.scorm12, false],
  ['wsqd-04-media-flows.scorm2004-4', names.scorm2004, true],
] as const

describe.each([
  ['Firefox', findFirefox(process.env)],
  ['WebKitGTK', findWebKit(process.env)],
])('%s', (name, found) => {
  if ('missing' in found) {
    it.skip(`is not here: ${found.missing}`, () => undefined)
    return
  }
  let browser: OtherBrowser
  let lms: Lms
  const errors: string[] = []

  beforeAll(async () => {
    lms = await startLms('chen', (message) => errors.push(message))
    browser = await found.start()
  })
  afterAll(async () => {
    await browser?.close()
    await lms?.close()
  })

  it.each(packages)('%s', async (id, { status, raw, time, place }, modern) => {
    let learner = await Learner.launch(browser.page, lms.launchUrl(id))
    expect((await learner.see()).state).toBe('ready')
    await learner.press('Enter')
    await learner.stepUntil((s) => s.screen === 'what-is-a-nat' && s.beat === '3')
    const left = await learner.stop()
    // By a link: the browser may keep the page for the way back, and the session is then not over (LIFE-21). What was done is there all the same.
    await browser.page.goto(lms.url)
    await lms.settled(id, (report) => report.cmi[place] === 'no-picture' && report.suspended !== null)

    learner = await Learner.launch(browser.page, lms.launchUrl(id))
    expect(await learner.see()).toEqual({ ...left, state: 'ready' })
    await toTheQuiz(learner)
    const given = await takeQuiz(learner, 1, 4)
    await learner.press('Enter')
    await learner.frame.waitForSelector('.end-page')
    await learner.openDialog('o')
    await learner.pressButton('Save and exit')
    await learner.frame.waitForSelector('.plain-page')

    const end = await lms.settled(id, (report) => report.finished)
    expect(end.state).toMatchObject({ kind: 'passed', percent: 80 })
    expect(end.cmi).toMatchObject({ ...passed(modern), [raw]: '80', [status]: 'passed' })
    expect(end.cmi[time]).toMatch(/[1-9]/)
    expect(end.suspended).toMatchObject({ reading: 'whole', progress: 1, modules: [{ quiz: { attempt: 1, best: 0.8, open: false } }] })
    expect(answerProblems(given, saidLast(end.calls), modern)).toEqual([])
    expect(end.errors).toEqual([])
    expect(end.sessions).toHaveLength(2)
  })

  it('no page and no request failed on the way', () => expect([...browser.errors, ...errors]).toEqual([]))
  it('is the browser that it is called', () => expect(browser.version).toMatch(new RegExp(`^${name} \\d`)))
})
