/** WCAG 2.2 A and AA by axe-core, of a page as it stands, in all the colours it has: the device's wish is changed beneath it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { root } from './packages'

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const modes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light, more contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark, more contrast', colorScheme: 'dark', contrast: 'more' },
] as const
type Mode = (typeof modes)[number]
/** What has no colours for more contrast. */
export const lightAndDark: readonly Mode[] = modes.filter(({ contrast }) => contrast === 'no-preference')
/** Colours change nothing for the other rules: these look once. */
const ofColours = ['color-contrast', 'link-in-text-block']

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

interface Wish {
  readonly media?: 'screen' | 'print' | undefined
  readonly colours?: readonly Mode[] | undefined
}

/** A line for every rule that is broken, and where. Frames in the page are not looked at. */
export async function axeFinds(page: Page, { media = 'screen', colours = modes }: Wish = {}): Promise<readonly string[]> {
  await page.evaluate(`if (!globalThis.axe) { ${axe} }`)
  const found: string[] = []
  for (const { name, ...wish } of colours) {
    await page.emulateMedia({ ...wish, media })
    const rules = name === 'light' ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] : ofColours
    const { violations } = (await page.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(rules)}, iframes: false, resultTypes: ['violations'] })`,
    )) as AxeRun
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`))
  }
  return found
}
