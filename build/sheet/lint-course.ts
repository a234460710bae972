import type { Browser } from 'playwright-core'
import type { Module } from '../../src/model/course'
import { FRAMES, momentsOf, openViewer, type FrameSize } from './gallery'
import { lintPage, type Finding } from './lint-page'

export interface Found extends Finding {
  readonly screen: string
  /** From 1, as the sheets count. */
  readonly beat: number
  readonly frame: string
}

/** The visual lint over the last frame of every beat, in the four frame sizes. Themes share their geometry, so one is enough. */
export async function lintModule(
  browser: Browser,
  url: string,
  module: Module,
  each: (done: number, all: number) => void = () => undefined,
): Promise<readonly Found[]> {
  const moments = momentsOf(module)
  let done = 0
  // Side by side: a page mostly waits for its next frame.
  const look = async (size: FrameSize): Promise<readonly Found[]> => {
    const found: Found[] = []
    const viewer = await openViewer(browser, url, size, 'light')
    for (const moment of moments) {
      await viewer.show(moment)
      const findings = await viewer.page.evaluate(lintPage)
      found.push(...findings.map((f) => ({ ...f, screen: moment.screen, beat: moment.beat + 1, frame: `${size.width}×${size.height}` })))
      each(++done, moments.length * FRAMES.length)
    }
    await viewer.close()
    return found
  }
  return (await Promise.all(FRAMES.map(look))).flat()
}
