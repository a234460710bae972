/** Every package of the edition, from its first screen to the LMS's last word, in real Chromium through the preview LMS, by keyboard alone. */
import { readdirSync } from 'node:fs'
import type { Module } from '../../src/model/course'
import { inChromiumAtLms } from '../support/in-chromium'
import { Learner } from '../support/learner'
import { dist, packagedModules } from '../support/packages'
import { takeQuiz } from '../support/road'

const here = inChromiumAtLms('bjorn')

/** From the cover to the page at the end: every screen, and the quiz with every answer right. */
async function playThrough(learner: Learner): Promise<void> {
  await learner.press('Enter')
  const { quiz } = learner.module
  const end = await learner.stepUntil((sight) => sight.state === (quiz ? 'quiz' : 'done'))
  if (!quiz) return expect(end.state).toBe('done')
  await learner.frame.waitForSelector('.quiz-intro')
  await takeQuiz(learner, 1, Infinity)
}
const isModern = (id: string): boolean => id.includes('2004')
/** What the LMS shows of a finished package. */
const finished = (id: string, quiz: boolean): Readonly<Record<string, string>> =>
  isModern(id)
    ? { 'cmi.completion_status': 'completed', ...(quiz && { 'cmi.success_status': 'passed', 'cmi.score.raw': '100' }) }
    : { 'cmi.core.lesson_status': quiz ? 'passed' : 'completed', ...(quiz && { 'cmi.core.score.raw': '100' }) }
const has = (cmi: Readonly<Record<string, string>>, wanted: Readonly<Record<string, string>>): boolean =>
  Object.entries(wanted).every(([element, value]) => cmi[element] === value)

const ids = readdirSync(dist)
  .filter((name) => /\.scorm[^.]*\.zip$/.test(name))
  .map((name) => name.slice(0, -4))
  .sort()

test.each(ids.filter((id) => !id.startsWith('wsqd-programme')))('[SEM-1] [SEM-3] %s plays through, and the LMS says so', async (id) => {
  const learner = await here.launch(id)
  await playThrough(learner)
  const wanted = finished(id, learner.module.quiz !== null)
  const { cmi } = await here.lms.settled(id, (report) => has(report.cmi, wanted))
  expect(cmi).toMatchObject(wanted)
  expect(here.errors).toEqual([])
})

describe.each(ids.filter((id) => id.startsWith('wsqd-programme')))('%s', (id) => {
  const modules = packagedModules(id)
  const statusOf = isModern(id) ? 'cmi.completion_status' : 'cmi.core.lesson_status'
  const open = async (learner: Learner, module: Module): Promise<Learner> => {
    await learner.pressButton(module.title)
    await learner.frame.waitForSelector('.cover')
    return learner.in(module)
  }

  it('[LIFE-11] [SEM-9] is incomplete until its last module is done, then passed with the mean of the quizzes', async () => {
    const learner = await here.launch(id)
    expect((await learner.see()).state).toBe('menu')
    for (const [i, module] of modules.entries()) {
      await playThrough(await open(learner, module))
      if (i + 1 === modules.length) break
      if (module.quiz) await learner.press('Enter')
      await learner.frame.waitForSelector('.end-page')
      await learner.pressButton('All modules')
      await learner.frame.waitForSelector('.menu-page')
      expect(await learner.frame.textContent('.menu-head p')).toBe(`${i + 1} of ${modules.length} modules done`)
      const { cmi } = await here.lms.report(id)
      expect(cmi[statusOf]).toBe('incomplete')
      expect(cmi['cmi.core.score.raw'] ?? cmi['cmi.score.raw'] ?? '').toBe('')
    }
    const wanted = finished(id, true)
    const { cmi } = await here.lms.settled(id, (report) => has(report.cmi, wanted))
    expect(cmi).toMatchObject(wanted)
    expect(here.errors).toEqual([])
  })

  it('[LIFE-2] whoever leaves in the middle of a module comes back to the same screen and beat', async () => {
    // Finished, it opens in review; another learner begins.
    const [first, second] = modules as readonly [Module, Module]
    const page = await here.context.newPage()
    const url = here.lms.launchUrl(id).replace('learner=bjorn', 'learner=ada')
    let learner = (await Learner.launch(page, url)).in(first)
    await open(learner, second)
    learner = learner.in(second)
    await learner.press('Enter')
    const at = second.screens[1]?.id
    await learner.stepUntil((sight) => sight.screen === at && sight.beat === '1')
    const left = await learner.stop()
    await page.goto(here.lms.url)

    learner = (await Learner.launch(page, url)).in(second)
    await learner.pressButton(`Continue with module ${second.number}`)
    await learner.frame.waitForSelector('.resume')
    expect(await learner.see()).toEqual({ screen: left.screen, beat: left.beat, state: 'ready' })
    await page.close()
  })

  it('a module that cannot be loaded is said, and can be asked for again', async () => {
    const page = await here.context.newPage()
    const learner = await Learner.launch(page, here.lms.launchUrl(id).replace('learner=bjorn', 'learner=chen'))
    const [first] = modules as readonly [Module]
    await page.route('**/module-*.json*', (route) => route.abort())
    await learner.pressButton(first.title)
    await learner.frame.waitForSelector('[role=alert]')
    expect(await learner.frame.textContent('[role=alert]')).toContain(first.title)
    await page.unroute('**/module-*.json*')
    await learner.pressButton('Try again')
    await learner.frame.waitForSelector('.cover')
    await page.close()
  })
})
