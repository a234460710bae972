/** The road: module 4 from the launch to the LMS's record, in real Chromium through the preview LMS, by keyboard alone. */
import type { Page } from 'playwright-core'
import { inChromiumAtLms } from '../support/in-chromium'
import { answerProblems, type Given } from '../support/interactions'
import { Learner } from '../support/learner'
import { names, passed, saidLast, takeQuiz, toTheQuiz } from '../support/road'

const here = inChromiumAtLms('bjorn')
const launch = (page: Page, id: string): Promise<Learner> => Learner.launch(page, here.lms.launchUrl(id))

describe.each([
  ['wsqd-04-media-flows.scorm12', names.scorm12, 'SCORM 1.2'],
  ['wsqd-04-media-flows.scorm2004-4', names.scorm2004, 'SCORM 2004 4th edition'],
])('%s', (id, name, standard) => {
  const modern = standard.includes('2004')
  const given: Given[] = []

  it('[SEM-1] a screen plays by itself to its end and on to the next; [LIFE-10] the LMS hears nothing while it plays', async () => {
    const page = await here.newPage()
    const learner = await launch(page, id)
    expect((await learner.see()).state).toBe('ready')
    for (let faster = 0; faster < 6; faster++) await learner.press('>')
    await learner.press('Enter')
    const [, first, second, third] = learner.module.screens.map((screen) => screen.id)
    await learner.stepUntil((s) => s.screen === second)
    await learner.playOn()
    const after = await learner.watchUntil((s) => s.screen !== second, 60_000)
    expect(after).toMatchObject({ screen: third, state: 'playing' })

    const { calls } = await here.lms.settled(id, (r) => r.cmi[name.place] === second)
    const told = (screen: string | undefined): number => calls.findIndex((c) => c.element === name.place && c.value === screen)
    const between = calls.slice(told(first), told(second))
    expect(between.filter((c) => c.method.endsWith('Commit'))).toHaveLength(1)
    await page.close()
    await here.lms.settled(id, (r) => r.finished)
  })

  it('[LIFE-2] whoever leaves in the middle of a screen comes back to the same screen and beat', async () => {
    const page = await here.newPage()
    let learner = await launch(page, id)
    await learner.press('Enter')
    await learner.stepUntil((s) => s.screen === 'what-is-a-nat' && s.beat === '3')
    const left = await learner.stop()
    await page.goto(here.lms.url)
    await here.lms.settled(id, (r) => r.finished)

    learner = await launch(page, id)
    expect(await learner.see()).toEqual({ screen: left.screen, beat: left.beat, state: 'ready' })
    await learner.press('Enter')
    await learner.stepUntil((s) => s.screen === 'through-nat' && s.beat === '2')
    const later = await learner.stop()
    await page.close({ runBeforeUnload: false })
    await here.lms.settled(id, (r) => r.finished)

    const again = await here.newPage()
    learner = await launch(again, id)
    expect(await learner.see()).toEqual({ screen: later.screen, beat: later.beat, state: 'ready' })
    await again.close()
    const between = await here.lms.settled(id, (r) => r.finished)
    // [SEM-6] An outcome is said only when final.
    expect(between.cmi[name.status]).toBe(modern ? 'unknown' : 'incomplete')
    expect(between.suspended).toMatchObject({ reading: 'whole' })
  })

  it('[SEM-2] [SEM-6] [SEM-8] failed, worse, then passed: the LMS shows the best score, and passed only at the end', async () => {
    const page = await here.newPage()
    const learner = await launch(page, id)
    await toTheQuiz(learner)
    expect(learner.module.quiz?.draw).toBe(5)

    const status = modern ? 'unknown' : 'incomplete'
    for (const [attempt, right, raw, said] of [
      [1, 2, '40', status],
      [2, 1, '40', status],
      [3, 4, '80', 'passed'],
    ] as const) {
      given.push(...(await takeQuiz(learner, attempt, right)))
      const { cmi } = await here.lms.settled(id, (r) => r.cmi[name.raw] === raw && r.cmi[name.status] === said)
      expect({ attempt, raw: cmi[name.raw], status: cmi[name.status] }).toEqual({ attempt, raw, status: said })
    }
    await learner.press('Enter')
    await learner.frame.waitForSelector('.end-page')
    await page.close()
    const end = await here.lms.settled(id, (r) => r.finished)

    expect(end.state).toMatchObject({ kind: 'passed', percent: 80 })
    expect(end.cmi).toMatchObject({ ...passed(modern), ...(modern ? { 'cmi.score.scaled': '0.8' } : {}) })
    expect(end.suspended).toMatchObject({ reading: 'whole', progress: 1, modules: [{ quiz: { attempt: 3, best: 0.8, open: false } }] })
  })

  it('the time of all sessions is added up, and is not more than has passed', async () => {
    const { cmi, sessions } = await here.lms.report(id)
    const [hours = 0, minutes = 0, seconds = 0] = (cmi[name.time] ?? '').match(/[\d.]+/g)?.map(Number) ?? []
    const total = modern ? spelled(cmi[name.time] ?? '') : hours * 3600 + minutes * 60 + seconds
    const open = sessions.reduce((sum, s) => sum + (Date.parse(s.finished ?? s.started) - Date.parse(s.started)) / 1000, 0)
    expect(total).toBeGreaterThan(10)
    expect(total).toBeLessThanOrEqual(open + 1)
  })

  it(modern ? '[S04-2] [S04-4] every answer is an interaction' : '[S12-2] [S12-4] every answer is an interaction', async () => {
    const { cmi, calls } = await here.lms.report(id)
    const said = saidLast(calls)
    expect(given).toHaveLength(15)
    expect(answerProblems(given, said, modern)).toEqual([])
    // The LMS holds what was said; the run-time writes 1.2's latency in its own, shorter way.
    const answers = Object.entries(said).filter(([element]) => element.startsWith('cmi.interactions.') && !element.endsWith('.latency'))
    expect(cmi).toMatchObject(Object.fromEntries(answers))
    expect(cmi[`cmi.interactions.${given.length}.id`]).toBeUndefined()
  })

  it('[LIFE-24] scorm-again, strict, took every call', async () => {
    const { errors: refused, calls, dropped } = await here.lms.report(id)
    expect(refused).toEqual([])
    expect(dropped).toBe(0)
    const codes = new Set(calls.filter((c) => c.error !== '0').map((c) => `${c.method} ${c.error}`))
    expect([...codes].filter((code) => !/^(GetValue|GetLastError|GetDiagnostic|GetErrorString) 403$/.test(code))).toEqual([])
  })

  it('[LIFE-23] a finished attempt opens in review and records nothing', async () => {
    const before = await here.lms.report(id)
    const page = await here.newPage()
    const learner = await launch(page, id)
    await learner.frame.waitForSelector('.banner:has-text("Nothing is recorded")')
    const end = await learner.see()
    expect(end.state).toBe('done')
    await learner.pressButton('Watch again')
    await learner.changed(end)
    await learner.stepUntil((s) => s.screen === learner.module.screens[2]?.id)
    await page.close()
    const after = await here.lms.settled(id, (r) => r.sessions.length > before.sessions.length && r.finished)
    expect(after.mode).toBe('review')
    const own = after.calls.filter((c) => c.session === after.sessions.at(-1)?.id)
    expect(own.filter((c) => /SetValue|Commit/.test(c.method))).toEqual([])
    expect(own.at(-1)?.method).toMatch(/^(LMSFinish|Terminate)$/)
    // The LMS starts the session's own time anew with each session; nothing else has moved.
    expect(lasting(after.cmi)).toEqual(lasting(before.cmi))
    expect(after.errors).toEqual([])
  })
})

it('SCORM 2004 3rd edition launches, plays and leaves without an error', async () => {
  const id = 'wsqd-04-media-flows.scorm2004-3'
  const page = await here.newPage()
  const learner = await launch(page, id)
  await learner.press('Enter')
  await learner.stepUntil((s) => s.beat === '2')
  await page.close()
  const { errors: refused, cmi } = await here.lms.settled(id, (r) => r.finished)
  expect(refused).toEqual([])
  expect(cmi).toMatchObject({
    'cmi.completion_status': 'incomplete',
    'cmi.suspend_data': expect.stringMatching(/^[A-Za-z0-9_-]+$/) as string,
  })
})

it('no page and no request failed on the way', () => expect(here.errors).toEqual([]))

const lasting = (cmi: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(cmi).filter(([element]) => !element.endsWith('session_time')))

/** `PT0H1M2.5S` in seconds. */
function spelled(duration: string): number {
  const [, hours = 0, minutes = 0, seconds = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(duration) ?? []
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
}
