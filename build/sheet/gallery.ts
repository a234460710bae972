/** Opens every moment of a course in a real browser: what contact sheets photograph and the visual lint looks at. */
import type { Browser, Page } from 'playwright-core'
import type { Course, Module, Screen } from '../../src/model/course'
import { buildFonts } from '../fonts/fonts'
import type { Files } from '../files'
import { settingsOf } from '../pack/settings'
import { page as launchPage } from '../pack/page'
import { buildPlayers } from '../player'
import { buildWords, spokenOf } from '../words/words'
import { serveFiles, type Site } from './site'

export interface FrameSize {
  readonly width: number
  readonly height: number
}
/** The four frames of the look: a phone, Moodle's frame, a small iframe, a laptop. */
export const FRAMES: readonly FrameSize[] = [
  { width: 360, height: 640 },
  { width: 650, height: 666 },
  { width: 800, height: 450 },
  { width: 1280, height: 800 },
]

export interface Moment {
  readonly screen: string
  readonly beat: number
  /** Index of a case, after the last beat. */
  readonly case?: number
}

/** The last frame of every beat in order, and of every case after its screen. */
export const momentsOf = (module: Module): readonly Moment[] => module.screens.flatMap(momentsOfScreen)
export const momentsOfScreen = ({ id, beats, stage }: Screen): readonly Moment[] => [
  ...beats.map((_, beat) => ({ screen: id, beat })),
  ...stage.cases.map((_, i) => ({ screen: id, beat: beats.length - 1, case: i })),
]

export interface Standalone {
  /** `local` keeps progress in the browser, `null` keeps none. */
  readonly player?: 'local' | 'null'
  /** What the player speaks; the course's language where absent. */
  readonly lang?: string
}

/** One module as a page with a standalone player. */
export async function moduleFiles(
  root: string,
  course: Course,
  module: Module,
  { player: name = 'local', lang }: Standalone = {},
): Promise<Files> {
  const player = (await buildPlayers(root, [name])).files.get(name)
  const files: Files = new Map([...(player ?? []), ...Object.entries(await buildFonts(root)), ...(await buildWords(root, lang))])
  const one: Course = { ...course, lang: module.lang ?? course.lang, modules: [module] }
  const settings = { ...settingsOf(course), lang: lang ?? spokenOf(one.lang, files) }
  const html = launchPage({ course: one, settings, title: module.title }, files)
  return new Map([...files, ['index.html', new TextEncoder().encode(html)]])
}

export const serveModule = async (root: string, course: Course, module: Module, lang?: string): Promise<Site> =>
  serveFiles(await moduleFiles(root, course, module, lang === undefined ? {} : { lang }))

/** tsx keeps function names by a helper of its own, which a function sent to the browser as text would miss. */
export const NAME_SHIM = 'globalThis.__name ??= (f) => f'

export interface Viewer {
  readonly page: Page
  /** Shows the last frame of a beat and waits until it is drawn. */
  show(moment: Moment): Promise<void>
  close(): Promise<void>
}

export async function openViewer(browser: Browser, url: string, size: FrameSize, theme: 'light' | 'dark'): Promise<Viewer> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce', colorScheme: theme })
  const page = await context.newPage()
  await page.addInitScript({ content: NAME_SHIM })
  const hash = ({ screen, beat, case: nth }: Moment) =>
    `#screen=${screen}&beat=${beat}&end&theme=${theme}${nth === undefined ? '' : `&case=${nth}`}`
  let open = false
  return {
    page,
    async show(moment) {
      if (!open) await page.goto(url + hash(moment))
      else await page.evaluate((h) => void (location.hash = h), hash(moment))
      open = true
      await page.waitForSelector(`#app[data-screen="${moment.screen}"][data-beat="${moment.beat}"]`)
      await page.evaluate(async () => {
        await document.fonts.ready
        await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))
      })
    },
    close: () => context.close(),
  }
}
