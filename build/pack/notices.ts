/**
 * `licenses.txt` of a package: the licences of everything of others that is in it. MIT and the SIL Open Font License both ask that their
 * text travel along, and the player's script has lost its comments.
 */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Where build/fonts takes the two fonts from. */
const FONTS = ['@fontsource-variable/jetbrains-mono', 'inter-ui']

const INTRODUCTION = `The course in this package is licensed under CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/legalcode):
"WebRTC School Qualified Developer (WSQD)", by the WSQD authors. Its player is licensed under MIT, by the same.
The schemas (*.xsd, *.dtd) are ADL's, IMS's and W3C's, unchanged, under the notices in them.
What follows are the licences of the software and the fonts that the player uses.
`

/** `packages` are the npm packages in the player's script. */
export async function notices(root: string, packages: readonly string[]): Promise<string> {
  const names = [...new Set([...packages, ...FONTS])].sort()
  const texts = await Promise.all(names.map(async (name) => `${'-'.repeat(80)}\n${name}\n\n${await licenseOf(root, name)}`))
  return [INTRODUCTION, ...texts].join('\n').replaceAll('\r\n', '\n')
}

async function licenseOf(root: string, name: string): Promise<string> {
  const folder = join(root, 'node_modules', name)
  const file = (await readdir(folder)).sort().find((entry) => /^(licen[cs]e|copying)/i.test(entry))
  if (file === undefined) {
    throw new Error(
      `The package "${name}" is in the player, and its folder has no LICENSE. Find out under which licence it comes, or do without it.`,
    )
  }
  return (await readFile(join(folder, file), 'utf8')).trim() + '\n'
}

/** `@preact/signals` of `…/node_modules/@preact/signals/dist/signals.module.js`; null for a file of ours. */
export function packageOf(moduleId: string): string | null {
  return /.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+)/.exec(moduleId)?.[1]?.replaceAll('\\', '/') ?? null
}
