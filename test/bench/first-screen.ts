/** From the LMS opening the content's frame to the first screen a learner can use, cold and slow, through the preview LMS. */
import { mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { startPreview } from '../../build/preview/server'
import { NAME_SHIM } from '../../build/sheet/gallery'
import { median, rounded, type Row } from './row'
import { slowLine, slowProcessor } from './throttle'

const RUNS = 5

/** In the content's frame: milliseconds from the start of its navigation to the frame drawn after `#app[data-state=ready]`. */
interface Marks {
  usable?: number
}
declare const bench: Marks

/** Runs in every frame before its own scripts. */
const WATCH = `${NAME_SHIM}
globalThis.bench = {}
if (window !== top) {
  const watch = new MutationObserver(() => {
    if (!document.querySelector('#app[data-state=ready]')) return
    watch.disconnect()
    requestAnimationFrame(() => setTimeout(() => (bench.usable = performance.now())))
  })
  watch.observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['data-state'] })
}`

interface Places {
  readonly root: string
  readonly dist: string
  /** For attempts. */
  readonly folder: string
}

export async function firstScreenRows(browser: Browser, places: Places, id: string): Promise<readonly Row[]> {
  const runs = []
  for (let run = 0; run < RUNS; run++) runs.push(await once(browser, places, id))
  const times = runs.map(({ usable }) => usable)
  const last = runs.at(-1)
  const names = (last?.urls ?? []).map((url) => url.split(/[?#]/)[0]?.split('/').at(-1))
  const most = { at: 'most', unit: '' } as const
  return [
    { ...most, budget: `first screen usable, ${id}`, limit: 1500, measured: median(times), unit: 'ms', note: `median of ${times.join(', ')}` },
    { ...most, budget: '  requests before it', limit: 5, measured: Math.max(...runs.map((r) => r.urls.length)), note: names.join(', ') },
    { ...most, budget: '  to another host', limit: 0, measured: Math.max(...runs.map((r) => r.foreign.length)), note: (last?.foreign ?? []).join(', ') },
  ] // prettier-ignore
}

/** A server, a browser profile and an attempt that have seen nothing before. */
async function once(browser: Browser, { root, dist, folder }: Places, id: string) {
  const errors: string[] = []
  const attempts = mkdtempSync(join(folder, 'attempts-'))
  const preview = await startPreview({ root, dist, attempts, port: 0, now: () => Date.now(), onError: (message) => errors.push(message) })
  const context = await browser.newContext({ viewport: { width: 1700, height: 1000 } })
  try {
    const page = await context.newPage()
    await page.addInitScript({ content: WATCH })
    await slowProcessor(page)
    await slowLine(page)
    page.on('pageerror', (error) => errors.push(error.message))
    const asked: string[] = []
    page.on('request', (request) => {
      if (request.frame() !== page.mainFrame() && /^https?:/.test(request.url())) asked.push(request.url())
    })
    await page.goto(new URL(`/launch/${id}?learner=ada&frame=1280x800`, preview.url).href)
    const frame = await (await page.waitForSelector('iframe#sco')).contentFrame()
    if (!frame) throw new Error('The launch page has no frame with content.')
    await frame.waitForFunction(() => bench.usable !== undefined, undefined, { polling: 50 })
    const urls = [...asked]
    const usable = await frame.evaluate(() => bench.usable ?? NaN)
    if (errors.length > 0) throw new Error(errors.join('\n'))
    return { usable: rounded(usable), urls, foreign: urls.filter((url) => !url.startsWith(preview.url)) }
  } finally {
    await context.close()
    await preview.close()
  }
}
