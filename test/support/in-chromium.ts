/** What the browser tests of a file share. Each of these is called once, at its top: what it gives is there from the first test to the last. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../../build/browser'
import type { Course, Module } from '../../src/model/course'
import { theCourse } from './course'
import { Learner } from './learner'
import { startLms, type Lms } from './lms'

/** A large window: the launch page has its inspector beside the course. */
export const DESK = { viewport: { width: 1700, height: 1000 } } as const

export function inChromium(): { readonly browser: Browser } {
  const here = {} as { browser: Browser }
  beforeAll(async () => {
    here.browser = await launchChromium(process.env)
  })
  afterAll(() => here.browser.close())
  return here
}

/** With module 4, and the course that it is of. */
export function inChromiumWithCourse(): { readonly browser: Browser; readonly course: Course; readonly module: Module } {
  const here = inChromium()
  beforeAll(async () => void Object.assign(here, await theCourse()))
  return here as ReturnType<typeof inChromiumWithCourse>
}

export interface AtLms {
  readonly lms: Lms
  /** One for all pages: a context that closes takes the last beacons of its pages with it, which a browser does not. */
  readonly context: BrowserContext
  /** Of the LMS and of all pages. */
  readonly errors: readonly string[]
  newPage(): Promise<Page>
  /** In a page of its own. */
  launch(id: string): Promise<Learner>
}

export function inChromiumAtLms(learner: string, options: BrowserContextOptions = DESK): AtLms {
  const chromium = inChromium()
  const errors: string[] = []
  const here = { errors } as { lms: Lms; context: BrowserContext; errors: string[] }
  beforeAll(async () => {
    here.lms = await startLms(learner, (message) => errors.push(message))
    here.context = await chromium.browser.newContext(options)
  })
  afterAll(() => here.lms.close())
  const newPage = async (): Promise<Page> => listening(await here.context.newPage(), errors)
  return Object.assign(here, { newPage, launch: async (id: string) => Learner.launch(await newPage(), here.lms.launchUrl(id)) })
}

/** A page, and from now on in `said` what it says is wrong. */
export function listening(page: Page, said: string[], kinds = /^error$/): Page {
  page.on('pageerror', (error) => said.push(error.message))
  page.on('console', (message) => void (kinds.test(message.type()) && said.push(message.text())))
  return page
}
