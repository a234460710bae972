/** The style of the catalogue: the player's tokens and fonts, put into the page itself. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Fonts } from '../../fonts/fonts'
import { fontsAndTokens } from '../../fonts-and-tokens'
import type { CatalogueStyle } from './catalogue'

/** In the order of the cascade. */
const OWN = ['page', 'which-lms', 'packages', 'narrow']

export async function catalogueStyle(root: string, fonts: Fonts): Promise<CatalogueStyle> {
  const web = join(root, 'build/pack/catalogue/web')
  const [script, ...sheets] = await Promise.all([
    readFile(join(web, 'catalogue.js'), 'utf8'),
    fontsAndTokens(root, fonts, { switched: false }),
    ...OWN.map((name) => readFile(join(web, 'css', `${name}.css`), 'utf8')),
  ])
  return { css: sheets.join('\n'), script }
}
