/** The style of the catalogue: the player's tokens and fonts, put into the page itself. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fonts } from '../../fonts/fonts'
import type { CatalogueStyle } from './catalogue'

/** In the order of the cascade. */
const OWN = ['page', 'which-lms', 'packages', 'narrow']
const NAMES = { 'inter.woff2': 'Inter Variable', 'jetbrains-mono.woff2': 'JetBrains Mono Variable' } as const

export async function catalogueStyle(root: string, fonts: Fonts): Promise<CatalogueStyle> {
  const web = join(root, 'build/pack/catalogue/web')
  const [tokens, script, ...own] = await Promise.all([
    readFile(join(root, 'src/player/styles/tokens.css'), 'utf8'),
    readFile(join(web, 'catalogue.js'), 'utf8'),
    ...OWN.map((name) => readFile(join(web, 'css', `${name}.css`), 'utf8')),
  ])
  const faces = Object.entries(NAMES).map(([file, family]) => {
    const data = Buffer.from(fonts[file as keyof Fonts]).toString('base64')
    return `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${data}) format('woff2');font-weight:400 700}`
  })
  return { css: [...faces, byDevice(tokens), ...own].join('\n'), script }
}

/** The player's script sets the theme; this page follows the device, and paper is light. */
function byDevice(tokens: string): string {
  const dark = /^\[data-theme='dark'\] (\{[^}]*\})/m
  if (!dark.test(tokens)) throw new Error('src/player/styles/tokens.css has no dark tokens. Expected a rule for [data-theme="dark"].')
  return tokens.replace(dark, '@media screen and (prefers-color-scheme: dark) { :root $1 }')
}
