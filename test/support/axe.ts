/** WCAG 2.2 A and AA by axe-core, of a page as it stands, in all the colours it has: the device's wish is changed beneath it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Frame, Page } from 'playwright-core'
import { root } from './packages'

const axe = readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8')
const modes = [
  { name: 'light', colorScheme: 'light', contrast: 'no-preference' },
  { name: 'dark', colorScheme: 'dark', contrast: 'no-preference' },
  { name: 'light, more contrast', colorScheme: 'light', contrast: 'more' },
  { name: 'dark, more contrast', colorScheme: 'dark', contrast: 'more' },
] as const
/** Colours change nothing for the other rules: these look once. */
const ofColours = ['color-contrast', 'link-in-text-block']

interface AxeRun {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

/** A line for every rule that is broken, and where. `frame` is the part of the page that is looked at; frames in it are not. */
export async function axeFinds(
  page: Page,
  frame: Frame = page.mainFrame(),
  media: 'screen' | 'print' = 'screen',
): Promise<readonly string[]> {
  await frame.evaluate(`if (!globalThis.axe) { ${axe} }`)
  const found: string[] = []
  for (const { name, ...wish } of modes) {
    await page.emulateMedia({ ...wish, media })
    const rules = name === 'light' ? ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] : ofColours
    const { violations } = (await frame.evaluate(
      `axe.run(document, { runOnly: ${JSON.stringify(rules)}, iframes: false, resultTypes: ['violations'] })`,
    )) as AxeRun
    found.push(...violations.map(({ id, nodes }) => `${name}: ${id} at ${nodes.map((n) => n.html.slice(0, 120)).join(' | ')}`))
  }
  return found
}
