/** The preview LMS's own pages, one state after another: what an author or an admin sees of it. */
import type { Page } from 'playwright-core'

export interface PreviewTour {
  readonly page: Page
  /** Of a preview with the course, and of one with the smallest package there is. */
  readonly course: string
  readonly fixture: string
  look(state: string): Promise<void>
}

const PACKAGE = 'wsqd-04-media-flows.scorm12'
const SMALL = 'fixture.scorm12'

export async function lookAtPreview(tour: PreviewTour): Promise<void> {
  await lookAtInspector(tour)
  await lookAtPages(tour)
}

async function lookAtInspector({ page, course, look }: PreviewTour): Promise<void> {
  const launch = new URL(`/launch/${PACKAGE}?learner=ada&frame=1280x800`, course).href
  await page.goto(launch)
  const frame = page.frameLocator('#sco')
  await frame.locator('.cover .primary').press('Enter')
  await frame.locator('.stage').waitFor()
  await frame.locator('body').press('Shift+ArrowRight')
  await page.evaluate(answersAndErrors)
  await page.locator('#errors.bad').waitFor()
  await look('launch, a frame larger than its room, calls')
  await page.locator('#errors').click()
  await look('calls, errors only')
  for (const name of ['values', 'answers', 'suspended', 'session']) {
    await page.locator(`#tab-${name}`).click()
    await page.locator(`#panel-${name}`).filter({ hasText: /\S/ }).waitFor()
    if (name === 'suspended') await page.locator('#panel-suspended .raw').waitFor()
    await look(`inspector, ${name}`)
  }
  await page.locator('#faults input').first().check()
  await look('a fault switched on')
  await page.locator('#faults input').first().uncheck()
  await page.locator('#toggle').click()
  await look('inspector folded away')
  await page.locator('#kill').click()
  await page.locator('.own .first').waitFor()
  await look('killed')
  await page.goto(course)
  await look('catalogue, begun')
}

async function lookAtPages({ page, course, fixture, look }: PreviewTour): Promise<void> {
  const pages = [
    ['catalogue, nothing begun', '/'],
    ['a window of its own', `/launch/${SMALL}?learner=bjorn&where=window`],
    ['in review', `/launch/${SMALL}?learner=bjorn&mode=review`],
    ['not there', '/launch/nothing'],
    ['logged out', '/login'],
  ] as const
  for (const [state, path] of pages) {
    await page.goto(new URL(path, fixture).href)
    if (path.startsWith('/launch/f')) await page.locator('#room > *').waitFor()
    await look(state)
  }
  await page.goto(new URL('/stages', course).href)
  await look('stages')
}

/** Said to the run-time as content would: answers for the inspector, and a value that is refused. */
function answersAndErrors(): void {
  const { API } = window as unknown as { readonly API: { LMSSetValue(element: string, value: string): string } }
  const answer = { id: 'm04_q_1', type: 'choice', student_response: 'a', result: 'wrong', latency: '0000:00:12.50' }
  for (const [name, value] of Object.entries(answer)) API.LMSSetValue(`cmi.interactions.0.${name}`, value)
  API.LMSSetValue('cmi.core.lesson_status', 'nonsense')
}
