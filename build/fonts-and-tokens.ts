/** What the style of a page in one file begins with: the fonts, and the player's tokens. In the player its script sets the theme; here the device does. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fonts } from './fonts/fonts'

const FAMILIES = { 'inter.woff2': 'Inter Variable', 'jetbrains-mono.woff2': 'JetBrains Mono Variable' } as const
const TOKENS = 'src/player/styles/tokens.css'

/** Dark is the device's wish; with `switched`, unless the page's switch says another. Paper is light. */
export async function fontsAndTokens(root: string, fonts: Fonts, { switched }: { readonly switched: boolean }): Promise<string> {
  const faces = Object.entries(FAMILIES).map(([file, family]) => {
    const data = Buffer.from(fonts[file as keyof Fonts]).toString('base64')
    return `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${data}) format('woff2');font-weight:400 700}`
  })
  return [...faces, themed(await readFile(join(root, TOKENS), 'utf8'), switched)].join('\n')
}

function themed(tokens: string, switched: boolean): string {
  const dark = /^\[data-theme='dark'\] (\{[^}]*\})/m
  const found = dark.exec(tokens)?.[1]
  if (found === undefined) throw new Error(`${TOKENS} has no dark tokens. Expected a rule for [data-theme="dark"].`)
  const byDevice = `@media screen and (prefers-color-scheme: dark) { :root${switched ? ":not([data-theme='light'])" : ''} ${found} }`
  const bySwitch = switched ? `\n@media screen { :root[data-theme='dark'] ${found} }` : ''
  return tokens.replace(dark, () => byDevice + bySwitch)
}
