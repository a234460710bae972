/** Every state a learner can see of a module, one after another, in a page that is served by itself. */
import type { Page } from 'playwright-core'
import type { Module } from '../../src/model/course'
import { Learner } from './learner'

export interface Tour {
  readonly page: Page
  readonly url: string
  readonly module: Module
  readonly theme: 'light' | 'system'
  /** Called in every state, with its name. */
  look(state: string, media?: 'screen' | 'print'): Promise<void>
  /** All screens with all their predictions, or those that make a difference: the first, and one that asks. */
  readonly screens: 'all' | 'some'
}

/** A module whose quiz asks one question of every kind it has, so that one attempt meets them all. */
export function withEveryKind(module: Module): Module {
  const bank = module.quiz?.questions ?? []
  const questions = bank.filter(({ kind }, i) => bank.findIndex((one) => one.kind === kind) === i)
  return { ...module, quiz: module.quiz && { ...module.quiz, draw: questions.length, questions } }
}

/** The page anew, or its next place where it stands already: with another number each, so that the same place is a change too. */
export async function open({ page, url, theme }: Tour, hash = ''): Promise<void> {
  if (hash && page.url().startsWith(`${url}#`)) {
    const next = `#theme=${theme}${hash}&n=${++visits}`
    await page.evaluate((to) => void (location.hash = to), next)
    // The page hears of it in a task of its own, and draws after that.
    await page.evaluate(() => new Promise((done) => setTimeout(() => requestAnimationFrame(done))))
    return
  }
  await page.goto('about:blank')
  await page.goto(`${url}#theme=${theme}${hash}`)
  await page.waitForSelector('#app[data-state]')
}
let visits = 0

export async function lookAtDialogs(tour: Tour): Promise<void> {
  const { page, look } = tour
  await open(tour)
  await look('cover')
  for (const [key, name] of [['o', 'outline'], ['s', 'settings'], ['?', 'keys'], ['d', 'support']] as const) {
    await page.keyboard.press(key)
    await page.waitForSelector(`dialog[open].${name === 'support' ? 'keys' : name}`)
    await look(name)
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
  } // prettier-ignore
}

export async function lookAtScreens(tour: Tour): Promise<void> {
  const { page, module, look } = tour
  await open(tour, `&screen=${module.screens[0]?.id ?? ''}&beat=0`)
  await page.keyboard.press('Space')
  await page.waitForSelector('#app[data-state="playing"]')
  await look('playing')
  const asking = module.screens.find(({ beats }) => beats.some(({ ask }) => ask))
  const wanted = tour.screens === 'all' ? module.screens : [...new Set([module.screens[0], asking].flatMap((one) => one ?? []))]
  for (const screen of wanted) {
    await open(tour, `&screen=${screen.id}&beat=${screen.beats.length - 1}&end`)
    await look(screen.id)
    for (const [beat, { ask }] of screen.beats.entries()) {
      if (!ask) continue
      await open(tour, `&screen=${screen.id}&beat=${beat}&end`)
      await page.keyboard.press('ArrowRight')
      await page.waitForSelector('#app[data-state="asking"]')
      await look(`${screen.id} asks ${ask.id}`)
      await page.keyboard.press('1')
      await page.waitForSelector('.asking .verdict')
      await look(`${screen.id} answered ${ask.id}`)
    }
  }
  for (const screen of module.screens.filter(({ stage }) => stage.cases.length)) {
    await open(tour, `&screen=${screen.id}&beat=${screen.beats.length - 1}&end`)
    await page.keyboard.press('ArrowRight')
    await page.waitForSelector('#app[data-state="trying"]')
    await look(`${screen.id} what if`)
    await page.keyboard.press('2')
    await look(`${screen.id} tried`)
  }
}

/** One attempt that gets everything wrong, one that gets everything right. Returns the kinds of questions that were met. */
export async function lookAtQuiz(tour: Tour): Promise<ReadonlySet<string>> {
  const { page, module, look } = tour
  const learner = Learner.at(page, module)
  const kinds = new Set<string>()
  await open(tour, `&screen=${module.screens.at(-1)?.id ?? ''}&beat=0`)
  await page.keyboard.press('Shift+ArrowRight')
  for (const rightly of [false, true]) {
    await page.waitForSelector('.quiz-intro')
    await look(rightly ? 'quiz intro, again' : 'quiz intro')
    await page.keyboard.press('Enter')
    for (let n = 0; n < (module.quiz?.draw ?? 0); n++) {
      const question = await learner.question()
      if (!rightly) await lookAtAsked(tour, question.kind, kinds.size < 2)
      await learner.give(question, rightly)
      await look(`${question.kind} answered ${rightly ? 'rightly' : 'wrongly'}`)
      kinds.add(question.kind)
      await learner.go()
    }
    await page.waitForSelector('.result')
    await look(rightly ? 'passed' : 'not passed')
    if (!rightly) await lookUp(tour)
    await page.locator('.dock button').first().press('Enter')
    await page.waitForSelector('.end-page')
    await look(rightly ? 'end' : 'end, not passed')
    if (!rightly) await page.locator('.choices .primary').click()
  }
  return kinds
}

/** As it is asked, and when it was to be answered with nothing; an order is whole as it stands. */
async function lookAtAsked({ page, look }: Tour, kind: string, emptyToo: boolean): Promise<void> {
  await look(`${kind} asked`)
  if (!emptyToo || kind === 'order') return
  await page.keyboard.press('Enter')
  await page.waitForSelector('.missing:not(:empty)')
  await look(`${kind}, nothing chosen`)
}

/** From the result to a screen that teaches what was missed, and back. */
async function lookUp({ page, look }: Tour): Promise<void> {
  await page.locator('.missed button').first().click()
  await page.waitForSelector('.banner')
  await look('looking up')
  await page.locator('.banner button').click()
  await page.waitForSelector('.result')
}

/** Every check in the middle of a screen: asked, answered wrongly, answered rightly. Returns their kinds. */
export async function lookAtChecks(tour: Tour): Promise<readonly string[]> {
  const { page, module, look } = tour
  const learner = Learner.at(page, module)
  const checks = module.screens.flatMap(({ id, beats }) =>
    beats.flatMap(({ ask }, beat) => (ask?.check ? [{ id, beat, check: ask.check }] : [])),
  )
  // What was answered is not asked again, unless the page begins anew, and remembers nothing.
  await page.addInitScript(() => localStorage.clear())
  for (const rightly of [false, true]) {
    await open(tour)
    for (const { id, beat, check } of checks) {
      await open(tour, `&screen=${id}&beat=${beat}&end`)
      await page.keyboard.press('ArrowRight')
      await page.waitForSelector('.asking.check')
      if (!rightly) await lookAtAsked(tour, check.kind, true)
      await learner.give(check, rightly)
      await look(`${check.id} answered ${rightly ? 'rightly' : 'wrongly'}`)
    }
  }
  return checks.map(({ check }) => check.kind)
}
