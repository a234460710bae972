/** The style of the report: the player's tokens and stage, its fonts, and css/, put into the page itself. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fonts } from '../fonts/fonts'

/** In the order of the cascade. */
const OWN = ['page', 'first-lines', 'charts', 'tables', 'pictures', 'questions', 'narrow', 'print']
const FACES = { 'inter.woff2': 'Inter Variable', 'jetbrains-mono.woff2': 'JetBrains Mono Variable' } as const

export async function reportCss(root: string, fonts: Fonts): Promise<string> {
  const styles = (name: string): Promise<string> => readFile(join(root, 'src/player/styles', name), 'utf8')
  const [tokens, stage, cast, wires, ...own] = await Promise.all([
    styles('tokens.css'),
    styles('stage.css'),
    styles('cast.css'),
    styles('wires.css'),
    ...OWN.map((name) => readFile(join(root, 'build/report/css', `${name}.css`), 'utf8')),
  ])
  const faces = Object.entries(FACES).map(([file, family]) => {
    const data = Buffer.from(fonts[file as keyof Fonts]).toString('base64')
    return `@font-face{font-family:'${family}';src:url(data:font/woff2;base64,${data}) format('woff2');font-weight:400 700}`
  })
  return [...faces, themed(tokens), stage, cast, wires, ...own].join('\n').replace(/\/\*[\s\S]*?\*\//g, '')
}

/** The device's wish, unless the page's switch says another; paper is light. */
function themed(tokens: string): string {
  const dark = /^\[data-theme='dark'\] (\{[^}]*\})/m
  const found = dark.exec(tokens)?.[1]
  if (found === undefined) throw new Error('src/player/styles/tokens.css has no dark tokens. Expected a rule for [data-theme="dark"].')
  return tokens.replace(
    dark,
    () =>
      `@media screen and (prefers-color-scheme: dark) { :root:not([data-theme='light']) ${found} }\n@media screen { :root[data-theme='dark'] ${found} }`,
  )
}
