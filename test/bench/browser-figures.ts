/** What only a browser can tell: when the first screen can be used, and whether the densest scene runs smoothly. */
import type { Browser, Page } from 'playwright-core'
import type { Module } from '../../src/model/course'
import { NAME_SHIM } from '../../build/sheet/gallery'

const RUNS = 5
const median = (numbers: readonly number[]): number => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0

async function slow(page: Page, network: boolean): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  if (!network) return
  await cdp.send('Network.enable')
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: (1.6e6 / 8) | 0,
    uploadThroughput: (750e3 / 8) | 0,
  })
}

export interface FirstScreen {
  readonly ms: number
  readonly requests: readonly string[]
  readonly foreign: readonly string[]
}

/** From the start of the content's own navigation until its first screen takes a key: cold cache, CPU/4, 1.6 Mbit/s, 150 ms. Median of five. */
export async function firstScreen(browser: Browser, launchUrl: string): Promise<FirstScreen> {
  const times: number[] = []
  let requests: string[] = []
  for (let run = 0; run < RUNS; run++) {
    const context = await browser.newContext({ viewport: { width: 1700, height: 1000 } })
    const page = await context.newPage()
    const seen: string[] = []
    page.on('request', (request) => request.frame() !== page.mainFrame() && request.url() !== 'about:blank' && seen.push(request.url()))
    await page.addInitScript({
      content: `${NAME_SHIM}; new MutationObserver(() => {
        const ready = document.querySelector('#app[data-state="ready"]')
        if (ready && !window.usableAt) requestAnimationFrame(() => { window.usableAt ??= performance.now() })
      }).observe(document, { subtree: true, childList: true, attributes: true })`,
    })
    await slow(page, true)
    await page.goto(launchUrl, { timeout: 120_000 })
    const frame = await (await page.waitForSelector('iframe#sco'))?.contentFrame()
    if (!frame) throw new Error('The launch page has no frame with content.')
    await frame.waitForFunction(() => 'usableAt' in window, undefined, { timeout: 60_000 })
    times.push(await frame.evaluate(() => (window as unknown as { usableAt: number }).usableAt))
    requests = [...new Set(seen)]
    await context.close()
  }
  const host = new URL(launchUrl).host
  return { ms: median(times), requests, foreign: requests.filter((url) => new URL(url).host !== host) }
}

export interface Smoothness {
  readonly screen: string
  readonly nodes: number
  readonly longest: number
  readonly frames: number
}

/** Plays the scene with the most nodes for eight seconds at CPU/4, after it has been put on the stage. */
export async function densest(browser: Browser, url: string, module: Module): Promise<Smoothness> {
  const screen = [...module.screens].sort((a, b) => b.stage.wide.nodes.length - a.stage.wide.nodes.length)[0]
  if (!screen) throw new Error('The module has no screen.')
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  await page.goto(`${url}#screen=${screen.id}&beat=3`)
  await page.waitForSelector(`#app[data-screen="${screen.id}"]`)
  await page.evaluate(() => document.fonts.ready)
  await slow(page, false)
  await page.waitForTimeout(500)
  await page.keyboard.press('Space')
  await page.waitForSelector('#app[data-state="playing"]')
  const run = await page.evaluate(`new Promise((done) => {
    let longest = 0, frames = 0
    new PerformanceObserver((list) => { for (const e of list.getEntries()) longest = Math.max(longest, e.duration) }).observe({ type: 'longtask' })
    const start = performance.now()
    const tick = (now) => { frames++; now - start < 8000 ? requestAnimationFrame(tick) : done({ longest, frames: frames / ((now - start) / 1000) }) }
    requestAnimationFrame(tick)
  })`)
  await page.close()
  return { screen: screen.id, nodes: screen.stage.wide.nodes.length, ...(run as { longest: number; frames: number }) }
}
