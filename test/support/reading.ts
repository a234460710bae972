/** What a learner sees of Read, of finding, and on paper. */
import type { Tour } from './states'
import { open } from './states'

export async function lookAtReading(tour: Tour): Promise<void> {
  const { page, module, look } = tour
  const asking = module.screens.filter(({ beats }) => beats.some(({ ask }) => ask)).slice(0, 1)
  const reading = module.screens.filter(({ more }) => /<pre|<table/.test(more ?? '')).slice(0, 2)
  const trying = module.screens.filter(({ stage }) => stage.cases.length > 0).slice(0, 1)
  for (const { id } of new Set([...asking, ...reading, ...trying])) {
    await open(tour, `&screen=${id}&beat=0`)
    await page.keyboard.press('r')
    await page.waitForSelector('.read')
    for (const fold of await page.locator('.guess summary').all()) await fold.click()
    await look(`Read, ${id}`)
  }
  await page.locator('.term').first().click()
  await look('a term')
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await page.waitForSelector('dialog.find[open]')
  await look('finding')
  await page.keyboard.type(module.title.slice(0, 4))
  await page.waitForSelector('.hits button')
  await look('found')
  await page.keyboard.type('zzz')
  await page.waitForSelector('.hits:empty', { state: 'attached' })
  await look('found nothing')
  await page.keyboard.press('Escape')
  await page.waitForSelector('dialog', { state: 'detached' })
  await page.locator('.dock .word').nth(1).click()
  await page.waitForSelector('dialog.print-choice[open]')
  await look('what to print')
  // The printer is asked for by the page and never comes: what is laid out for it stays.
  await page.evaluate(() => void (window.print = () => undefined))
  for (const [n, paper] of ['handout', 'transcript'].entries()) {
    if (n) await page.locator('.dock .word').nth(1).click()
    await page.locator('.print-choice .primary').nth(n).click()
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    await page.waitForSelector(`.handout[data-paper="${paper}"]`, { state: 'attached' })
    await look(`on paper, the ${paper}`, 'print')
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  }
}
