/** The programme's menu in each of its states, a module opened from it, and every notice a learner can meet between course and LMS. */
import type { Page } from 'playwright-core'
import type { Course } from '../../src/model/course'
import { begin, enter, enterQuiz, readAll, type Progress } from '../../src/model/progress'
import { encodeSuspend } from '../../src/model/suspend/codec'
import { lmsInPage } from './lms-in-page'

export interface ProgrammeTour {
  readonly page: Page
  readonly url: string
  readonly course: Course
  look(state: string): Promise<void>
}

export async function lookAtProgramme(tour: ProgrammeTour): Promise<void> {
  const { page, look, course } = tour
  await page.addInitScript(lmsInPage)
  await toMenu(tour, '')
  await look('menu, nothing begun')
  await page.keyboard.press('d')
  await page.waitForSelector('dialog[open]')
  await look('menu, support')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.route('**/module-03.json*', (route) => route.abort())
  await page.locator('.modules button').nth(2).click()
  await page.waitForSelector('[role="alert"]')
  await look('menu, a module that cannot be loaded')
  await page.locator('.modules button').first().click()
  await page.waitForSelector('.cover')
  await look('module 1, cover')
  await page.keyboard.press('o')
  await page.waitForSelector('dialog[open].outline')
  await look('module 1, outline')

  await toMenu(tour, `?suspend=${encodeSuspend(course, passed(course, 2))}`)
  await look('menu, half done')
  await page.locator('.modules button').nth(1).click()
  await page.waitForSelector('.end-page')
  await look('module 2, its end, the next one offered')
  await toMenu(tour, `?suspend=${encodeSuspend(course, passed(course, course.modules.length))}`)
  await look('menu, all done')
  await page.locator('footer button').click()
  await page.waitForSelector('.plain-page')
  await look('closed, saved')
}

export async function lookAtNotices(tour: ProgrammeTour): Promise<void> {
  const { page, url, look, course } = tour
  await page.addInitScript(lmsInPage)
  for (const damaged of ['no-course.html', 'no-words.html']) {
    await page.goto(url + damaged)
    await page.waitForSelector('.plain-page')
    await look(damaged)
  }
  await page.goto(`${url}?initialize=false&debug=1`)
  await page.waitForSelector('dialog[open]')
  await look('refused, support')
  await page.goto(`${url}?none`)
  await page.waitForSelector('.plain-page')
  await look('no LMS')
  await page.locator('.plain-page .secondary').click()
  await page.waitForSelector('.menu-page')
  await look('menu, without saving')

  await toMenu(tour, `?mode=review&suspend=${encodeSuspend(course, passed(course, 1))}`)
  await look('menu in review')
  await openFirst(tour)
  await look('module 1 in review')

  // The journal of the second visit is what the third, at an LMS that knows nothing, is offered.
  await toMenu(tour, '?id=bea&commit=false&finish=false')
  await openFirst(tour)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+ArrowRight')
  await page.waitForSelector('.saved:not([data-delivery^="sav"])')
  await look('not saved, kept here')
  await page.keyboard.press('o')
  await page.locator('.outline .secondary').click()
  await page.waitForSelector('.plain-page .link')
  await look('closed, kept here')
  await toMenu(tour, '?id=bea')
  await openFirst(tour)
  await page.waitForSelector('.resume')
  await look('start again, offered')
  await toMenu(tour, '?id=&commit=false&finish=false')
  await page.locator('footer button').click()
  await page.waitForSelector('.plain-page .link')
  await look('closed, lost')
}

async function toMenu({ page, url }: ProgrammeTour, query: string): Promise<void> {
  await page.goto(url + query)
  await page.waitForSelector('.menu-page')
}
async function openFirst({ page }: ProgrammeTour): Promise<void> {
  await page.locator('.modules button').first().click()
  await page.waitForSelector('.page')
}

/** The first `count` modules seen and passed, the next one begun. */
function passed(course: Course, count: number): Progress {
  let progress = begin(course, () => 0.5)
  for (const module of course.modules.slice(0, count)) {
    for (const screen of module.screens) progress = readAll(progress, module, screen)
    progress = enterQuiz(progress, module)
    const of = progress.modules[module.id]
    if (!module.quiz || !of) continue
    const quiz = { ...of.quiz, attempt: 1, best: 0.9, drawn: module.quiz.questions.slice(0, module.quiz.draw).map(({ id }) => id) }
    progress = { ...progress, modules: { ...progress.modules, [module.id]: { ...of, quiz } } }
  }
  const next = course.modules[count]
  const [screen] = next?.screens ?? []
  return next && screen ? enter(progress, next, screen, 0) : progress
}
