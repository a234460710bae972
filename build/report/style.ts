/** The style of the report: the player's tokens and stage, its fonts, and css/, put into the page itself. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fonts } from '../fonts/fonts'
import { fontsAndTokens } from '../fonts-and-tokens'

/** In the order of the cascade. */
const PLAYERS = ['stage', 'cast', 'wires']
const OWN = ['page', 'first-lines', 'charts', 'tables', 'pictures', 'questions', 'narrow', 'print']

export async function reportCss(root: string, fonts: Fonts): Promise<string> {
  const sheets = await Promise.all([
    fontsAndTokens(root, fonts, { switched: true }),
    ...PLAYERS.map((name) => readFile(join(root, 'src/player/styles', `${name}.css`), 'utf8')),
    ...OWN.map((name) => readFile(join(root, 'build/report/css', `${name}.css`), 'utf8')),
  ])
  return sheets.join('\n').replace(/\/\*[\s\S]*?\*\//g, '')
}
