/** Every state a learner can see of a module, one after another, in a page that is served by itself. */
import type { Page } from 'playwright-core'
import type { Module } from '../../src/model/course'

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

/** A module whose every question is drawn, so that every kind is met in one attempt. */
export const withEveryQuestion = (module: Module): Module => ({
  ...module,
  quiz: module.quiz && { ...module.quiz, draw: module.quiz.questions.length },
})

export async function open({ page, url, theme }: Tour, hash = ''): Promise<void> {
  await page.goto('about:blank')
  await page.goto(`${url}#theme=${theme}${hash}`)
  await page.waitForSelector('#app[data-state]')
}

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

/** Returns the kinds of questions that were met. */
export async function lookAtQuiz(tour: Tour): Promise<ReadonlySet<string>> {
  const { page, module, look } = tour
  await open(tour, `&screen=${module.screens.at(-1)?.id ?? ''}&beat=0`)
  await page.keyboard.press('Shift+ArrowRight')
  await page.waitForSelector('.page[data-page="quiz"]')
  await look('quiz intro')
  await page.keyboard.press('Enter')
  const kinds = new Set<string>()
  for (let n = 0; n < (module.quiz?.draw ?? 0); n++) {
    await page.waitForSelector('.question:not(.answered)')
    const kind = (await page.getAttribute('.question', 'data-kind')) ?? ''
    if (!kinds.has(kind)) await look(`${kind} asked`)
    await answerSomehow(page, kind)
    await page.waitForSelector('.question.answered')
    if (!kinds.has(kind)) await look(`${kind} answered`)
    kinds.add(kind)
    await page.keyboard.press('Enter')
  }
  await page.waitForSelector('.result')
  await look('quiz result')
  await page.locator('.dock button').first().press('Enter')
  await page.waitForSelector('.end-page')
  await look('end')
  return kinds
}

async function answerSomehow(page: Page, kind: string): Promise<void> {
  if (kind === 'match') {
    for (const list of await page.locator('.q select').all()) {
      await list.focus()
      await list.press('Home')
      await list.press('ArrowDown')
    }
    for (let n = 0; n < 20 && (await page.evaluate(() => !document.activeElement?.matches('#quiz-go, .check .primary'))); n++)
      await page.keyboard.press('Tab')
  } else if (kind !== 'order') await page.keyboard.press('1')
  await page.keyboard.press('Enter')
}
