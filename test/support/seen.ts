/** A page is led through its states, and what is wrong in any of them is written down with the state's name. */
import type { Browser, Page } from 'playwright-core'

type Media = 'screen' | 'print'
export type Look = (state: string, media?: Media) => Promise<void>

export interface Eyes {
  readonly browser: Browser
  readonly viewport: { readonly width: number; readonly height: number }
  finds(page: Page, media?: Media): Promise<readonly string[]>
}

export interface Seen {
  readonly states: readonly string[]
  readonly found: readonly string[]
}

export async function seen({ browser, viewport, finds }: Eyes, lead: (page: Page, look: Look) => Promise<void>): Promise<Seen> {
  const [states, found]: [string[], string[]] = [[], []]
  const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
  const look: Look = async (state, media) => {
    states.push(state)
    found.push(...(await finds(page, media)).map((what) => `${state}: ${what}`))
  }
  await lead(page, look).finally(() => page.close())
  return { states, found }
}
