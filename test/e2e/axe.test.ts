/** WCAG 2.2 A and AA by axe-core: every state × every colour, from left to right and from right to left. */
import type { Browser, Frame, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import { serveModule } from '../../build/sheet/gallery'
import type { Module } from '../../src/model/course'
import { axeFinds } from '../support/axe'
import { theCourse } from '../support/course'
import { root } from '../support/packages'
import { lookAtReading } from '../support/reading'
import { lookAtDialogs, lookAtQuiz, lookAtScreens, withEveryQuestion, type Tour } from '../support/states'

jest.setTimeout(300_000)
let browser: Browser
let made: Awaited<ReturnType<typeof theCourse>>
beforeAll(async () => {
  made = await theCourse()
  browser = await launchChromium(process.env)
})
afterAll(() => browser.close())

/** How many states were seen, and everything that was found in them. */
interface Seen {
  readonly states: string[]
  readonly found: string[]
}
const newPage = (): Promise<Page> => browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' })

async function seen(
  look: (page: Page, note: (state: string, frame?: Frame, media?: 'screen' | 'print') => Promise<void>) => Promise<void>,
) {
  const all: Seen = { states: [], found: [] }
  const page = await newPage()
  await look(page, async (state, frame, media) => {
    all.states.push(state)
    all.found.push(...(await axeFinds(page, frame, media)).map((what) => `${state}: ${what}`))
  })
  await page.close()
  return all
}

async function toured(module: Module, lang: string, screens: Tour['screens'], ...tours: readonly ((tour: Tour) => Promise<unknown>)[]) {
  const site = await serveModule(root, made.course, module, lang)
  const all = await seen(async (page, note) => {
    const look = (state: string, media?: 'screen' | 'print') => note(state, undefined, media)
    for (const tour of tours) await tour({ page, url: site.url, module, theme: 'system', look, screens })
  })
  await site.close()
  return all
}

describe.each([
  ['en', 'all'],
  ['ar-XB', 'some'],
] as const)('%s', (lang, screens) => {
  it.each([
    ['cover, outline, settings, keys, support', lookAtDialogs, 5],
    ['screens playing, asking and answered, switches tried', lookAtScreens, screens === 'all' ? 30 : 8],
    ['Read, a term, finding, the choice of what to print, paper', lookAtReading, 7],
  ] as const)('%s', async (_, tour, least) => {
    const { states, found } = await toured(made.module, lang, screens, tour)
    expect(found).toEqual([])
    expect(states.length).toBeGreaterThanOrEqual(least)
  })

  it('quiz: intro, each kind asked and answered, result, end', async () => {
    const kinds: string[] = []
    const { found } = await toured(withEveryQuestion(made.module), lang, screens, async (tour) => kinds.push(...(await lookAtQuiz(tour))))
    expect(found).toEqual([])
    expect(kinds.sort()).toEqual(['choice', 'hotspot', 'line', 'match', 'number', 'order', 'several'])
  })
})
