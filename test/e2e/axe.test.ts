/** WCAG 2.2 A and AA by axe-core: every state × every colour, from left to right and from right to left. */
import { NAME_SHIM, serveModule } from '../../build/sheet/gallery'
import type { Module } from '../../src/model/course'
import { startWorld } from '../preview/fixture'
import { axeFinds, lightAndDark } from '../support/axe'
import { inChromiumWithCourse } from '../support/in-chromium'
import { startLms } from '../support/lms'
import { lookAtNotices, lookAtProgramme } from '../support/notices'
import { root } from '../support/packages'
import { lookAtPreview } from '../support/preview-pages'
import { serveProgramme } from '../support/programme-site'
import { lookAtReading } from '../support/reading'
import { seen, type Seen } from '../support/seen'
import { lookAtChecks, lookAtDialogs, lookAtQuiz, lookAtScreens, withEveryKind, type Tour } from '../support/states'

const here = inChromiumWithCourse()

const looked = (lead: Parameters<typeof seen>[1], colours?: typeof lightAndDark): Promise<Seen> =>
  seen({ browser: here.browser, viewport: { width: 1280, height: 800 }, finds: (page, media) => axeFinds(page, { media, colours }) }, lead)

async function toured(module: Module, lang: string, screens: Tour['screens'], ...tours: readonly ((tour: Tour) => Promise<unknown>)[]) {
  const site = await serveModule(root, here.course, module, lang)
  return looked(async (page, look) => {
    for (const tour of tours) await tour({ page, url: site.url, module, theme: 'system', look, screens })
  }).finally(() => site.close())
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
    const { states, found } = await toured(here.module, lang, screens, tour)
    expect(found).toEqual([])
    expect(states.length).toBeGreaterThanOrEqual(least)
  })

  it('quiz: intro, each kind asked and answered, result, the way back, end', async () => {
    const kinds: string[] = []
    const module = withEveryKind(moduleOf(5))
    const { found } = await toured(module, lang, screens, async (tour) => kinds.push(...(await lookAtQuiz(tour))))
    expect(found).toEqual([])
    expect(kinds.sort()).toEqual(['choice', 'hotspot', 'line', 'match', 'number', 'order', 'several', 'text'])
  })

  it('checks in the middle of a screen', async () => {
    const kinds: string[] = []
    const { found } = await toured(moduleOf(3), lang, screens, async (tour) => kinds.push(...(await lookAtChecks(tour))))
    expect(found).toEqual([])
    expect(kinds.sort()).toEqual(['line', 'match', 'order'])
  })

  it.each([
    ['the programme’s menu, and a module opened from it', lookAtProgramme, 9],
    ['whatever is wrong with text or LMS', lookAtNotices, 11],
  ] as const)('%s', async (_, tour, least) => {
    const site = await serveProgramme(root, here.course, lang)
    const there = { url: site.url, course: here.course }
    const { states, found } = await looked((page, look) => tour({ page, look, ...there })).finally(() => site.close())
    expect(found).toEqual([])
    expect(states.length).toBeGreaterThanOrEqual(least)
  })
})

it('the preview LMS: catalogue, launch page with every look of its inspector, gallery, what went wrong', async () => {
  const errors: string[] = []
  const lms = await startLms('ada', (message) => errors.push(message))
  const world = await startWorld(root)
  const there = { course: lms.url, fixture: world.preview.url }
  const { states, found } = await looked((page, look) => lookAtPreview({ page, look, ...there }), lightAndDark)
    .finally(() => lms.close())
    .finally(() => world.preview.close())
  expect(errors).toEqual([])
  expect(found).toEqual([])
  expect(states.length).toBeGreaterThanOrEqual(15)
})

/** Words on the colour of words: the browser puts a plate of the page's colour behind them, which is what such words are drawn in. */
function onTheirOwnColour(): readonly string[] {
  const probe = document.body.appendChild(document.createElement('i'))
  const ink = getComputedStyle(probe).color
  probe.remove()
  const words = [...document.querySelectorAll('#app :is(button, span, kbd, h1, p, label)')].filter(({ textContent }) => textContent?.trim())
  const ground = (one: Element | null): string => {
    const is = one ? getComputedStyle(one).backgroundColor : ''
    return one && /rgba\(.*, 0\)/.test(is) ? ground(one.parentElement) : is
  }
  const full = words.filter((one) => ground(one) === ink)
  return [`${full.length > 0}`, ...full.filter((one) => getComputedStyle(one).forcedColorAdjust !== 'none').map((one) => one.outerHTML)]
}

it('where the reader sets the colours, words on a full ground are still drawn in another', async () => {
  const site = await serveModule(root, here.course, moduleOf(5))
  const page = await here.browser.newPage({ forcedColors: 'active', colorScheme: 'dark', reducedMotion: 'reduce' })
  await page.addInitScript({ content: NAME_SHIM })
  await page.goto(site.url)
  await page.waitForSelector('.cover')
  expect(await page.evaluate(onTheirOwnColour)).toEqual(['true'])
  await page.close()
  await site.close()
})

function moduleOf(wanted: number): Module {
  const module = here.course.modules.find(({ number }) => number === wanted)
  if (!module) throw new Error(`The course has no module ${wanted}.`)
  return module
}
