/** WCAG 2.2 A and AA by axe-core, on each screen state of module 4, in both themes. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { serveModule } from '../../build/sheet/gallery'
import type { Site } from '../../build/sheet/site'
import type { Module } from '../../src/model/course'
import { theCourse } from '../support/course'
import { root } from '../support/packages'

jest.setTimeout(300_000)
const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

let browser: Browser
let site: Site
let lesson: Module
beforeAll(async () => {
  const made = await theCourse()
  // Every question is drawn, so that every kind is met in one attempt.
  const quiz = made.module.quiz
  lesson = { ...made.module, quiz: quiz && { ...quiz, draw: quiz.questions.length } }
  site = await serveModule(root, made.course, lesson)
  browser = await launchChromium(process.env)
})
afterAll(async () => {
  await browser.close()
  await site.close()
})

describe.each(['light', 'dark'] as const)('%s', (theme) => {
  const found: string[] = []
  const states: string[] = []
  let page: Page

  const look = async (state: string): Promise<void> => {
    await page.evaluate(axe)
    const run = (await page.evaluate(
      `axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] })`,
    )) as AxeRun
    states.push(state)
    for (const { id, nodes } of run.violations) found.push(`${state}: ${id} at ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`)
  }
  const open = async (hash: string): Promise<void> => {
    await page.goto('about:blank')
    await page.goto(`${site.url}#theme=${theme}${hash}`)
    await page.waitForSelector('#app[data-state]')
  }

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce', colorScheme: theme })
  })
  afterAll(() => page.close())

  it('cover, outline, keys and details for support', async () => {
    await open('')
    await look('cover')
    await page.keyboard.press('o')
    await page.waitForSelector('dialog[open]')
    await look('outline')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await page.waitForSelector('dialog[open]')
    await look('keys')
    await page.keyboard.press('Escape')
    await page.keyboard.press('d')
    await page.waitForSelector('dialog[open] textarea')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Copy')
    await look('support')
    await page.keyboard.press('Escape')
  })

  it('every screen, and every prediction asked and answered', async () => {
    for (const screen of lesson.screens) {
      await open(`&screen=${screen.id}&beat=${screen.beats.length - 1}&end`)
      await look(screen.id)
      for (const [beat, { ask }] of screen.beats.entries()) {
        if (!ask) continue
        await open(`&screen=${screen.id}&beat=${beat}&end`)
        await page.keyboard.press('ArrowRight')
        await page.waitForSelector('#app[data-state="asking"]')
        await look(`${screen.id} asks ${ask.id}`)
        await page.keyboard.press('1')
        await page.waitForSelector('.asking .verdict')
        await look(`${screen.id} answered ${ask.id}`)
      }
    }
  })

  it('every switch, and a position of it', async () => {
    for (const screen of lesson.screens.filter(({ stage }) => stage.cases.length)) {
      await open(`&screen=${screen.id}&beat=${screen.beats.length - 1}&end`)
      await page.keyboard.press('ArrowRight')
      await page.waitForSelector('#app[data-state="trying"]')
      await look(`${screen.id} what if`)
      await page.keyboard.press('2')
      await look(`${screen.id} tried`)
    }
  })

  it('quiz: intro, each kind asked and answered, result, end', async () => {
    const last = lesson.screens.at(-1)
    await open(`&screen=${last?.id ?? ''}&beat=0`)
    await page.keyboard.press('Shift+ArrowRight')
    await page.waitForSelector('.page[data-page="quiz"]')
    await look('quiz intro')
    await page.keyboard.press('Enter')
    const kinds = new Set<string>()
    for (let n = 0; n < (lesson.quiz?.draw ?? 0); n++) {
      await page.waitForSelector('.question:not(.answered)')
      const kind = (await page.getAttribute('.question', 'data-kind')) ?? ''
      if (!kinds.has(kind)) await look(`${kind} asked`)
      await answerSomehow(page, kind)
      await page.waitForSelector('.question.answered')
      if (!kinds.has(kind)) await look(`${kind} answered`)
      kinds.add(kind)
      await page.keyboard.press('Enter')
    }
    expect([...kinds].sort()).toEqual(['choice', 'hotspot', 'line', 'match', 'number', 'order', 'several'])
    await page.waitForSelector('.result')
    await look('quiz result')
    await page.locator('.dock button').first().press('Enter')
    await page.waitForSelector('.end-page')
    await look('end')
  })

  it('no violation on any of them', () => {
    expect(states.length).toBeGreaterThan(40)
    expect(found).toEqual([])
  })
})

async function answerSomehow(page: Page, kind: string): Promise<void> {
  if (kind === 'match') {
    for (const list of await page.locator('.q select').all()) {
      await list.focus()
      await list.press('Home')
      await list.press('ArrowDown')
    }
    for (let n = 0; n < 20 && (await page.evaluate(() => document.activeElement?.id !== 'quiz-go')); n++) await page.keyboard.press('Tab')
  } else if (kind !== 'order') await page.keyboard.press('1')
  await page.keyboard.press('Enter')
}
