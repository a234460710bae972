/** Module 4 by touch alone, on a phone: cover, gestures, predictions, settings, quiz, and what the LMS has in the end. */
import { inChromiumAtLms } from '../support/in-chromium'
import { Toucher } from '../support/toucher'

const id = 'wsqd-04-media-flows.scorm12'
const here = inChromiumAtLms('bjorn', { viewport: { width: 1200, height: 1000 }, hasTouch: true, isMobile: true })
let learner: Toucher

beforeAll(async () => {
  learner = await Toucher.launch(await here.newPage(), here.lms.launchUrl(id, '360x640'))
})

it('starts by a tap; a tap on the picture pauses and plays', async () => {
  await learner.tap('.cover .primary')
  await learner.frame.waitForSelector('#app[data-state="playing"]')
  await learner.tap('.stage-box')
  await learner.frame.waitForSelector('#app[data-state="paused"]')
  expect(await learner.frame.evaluate(() => matchMedia('(hover: none)').matches)).toBe(true)
})

it('a swipe to the left steps on, one to the right steps back, and neither is a tap', async () => {
  const beat = async () => Number((await learner.see()).beat)
  // The first swipe goes to the end of the beat that was paused.
  await learner.swipe(1)
  const first = await beat()
  await learner.swipe(1)
  await learner.frame.waitForSelector(`#app[data-beat="${first + 1}"][data-state="paused"]`)
  await learner.swipe(-1)
  await learner.frame.waitForSelector(`#app[data-beat="${first}"][data-state="paused"]`)
})

it('settings are within reach, and stay', async () => {
  await learner.tap('header .menu')
  await learner.tap('.outline .dialog-foot .link:nth-child(3)')
  await learner.frame.locator('.settings select').nth(1).selectOption('2')
  await learner.tap('.settings [role="switch"]:not(:disabled)')
  await learner.tap('.settings .icon')
  const kept = await learner.frame.evaluate(() =>
    Object.entries(localStorage).flatMap(([key, value]) => (key.startsWith('wsqd.preferences') ? [`${key} ${String(value)}`] : [])),
  )
  expect(kept).toHaveLength(1)
  expect(kept[0]).toMatch(/"captionSize":1.25/)
  expect(kept[0]).not.toMatch(/bjorn/i)
})

it('every screen, every prediction and the quiz, and the LMS has it', async () => {
  await learner.stepUntil(({ screen }) => screen === '')
  await learner.tap('.quiz-intro .primary')
  for (let n = 0; n < (learner.module.quiz?.draw ?? 0); n++) await learner.answer()
  await learner.frame.waitForSelector('.result')
  await learner.tap('.dock .primary')
  await learner.tap('.end-page .secondary:last-of-type')
  await learner.frame.waitForSelector('[role="status"]')
  const end = await here.lms.settled(id, (report) => report.finished)
  expect(end.cmi).toMatchObject({ 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '100' })
  expect(end.errors).toEqual([])
  expect(here.errors).toEqual([])
})
