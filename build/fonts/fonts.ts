import { createHash } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import subset from 'subset-font'
import { glyphs } from './glyphs'

/** Where each shipped font comes from, and what of its axes is kept: the weights of the visual grammar, one optical size. */
const sources = {
  'inter.woff2': {
    from: 'node_modules/inter-ui/variable/InterVariable.woff2',
    axes: { opsz: 14, wght: { min: 400, max: 700, default: 400 } },
  },
  'jetbrains-mono.woff2': {
    from: 'node_modules/@fontsource-variable/jetbrains-mono/files/jetbrains-mono-latin-wght-normal.woff2',
    axes: { wght: { min: 400, max: 700, default: 400 } },
  },
} as const

export type FontFile = keyof typeof sources
export type Fonts = Readonly<Record<FontFile, Uint8Array>>

/**
 * The two fonts that ship, cut to the glyphs the course may use. The same bytes are measured at build and drawn in the
 * browser, so a label's width is known before anybody sees it. Cut once, then kept in `.cache/fonts`.
 * `more` are characters besides: people's names have others.
 */
export async function buildFonts(root: string, more = ''): Promise<Fonts> {
  const text =
    glyphs +
    [...new Set(more)]
      .filter((one) => !glyphs.includes(one))
      .sort()
      .join('')
  const cut = async (file: FontFile): Promise<Uint8Array> => {
    const { from, axes } = sources[file]
    const original = await readFile(join(root, from))
    const key = createHash('sha256').update(original).update(text).update(JSON.stringify(axes)).digest('hex').slice(0, 16)
    const cached = join(root, '.cache/fonts', `${key}-${file}`)
    try {
      return await readFile(cached)
    } catch {
      const made = await subset(original, text, { targetFormat: 'woff2', variationAxes: axes })
      await mkdir(join(root, '.cache/fonts'), { recursive: true })
      await writeFile(cached, made)
      return made
    }
  }
  const [inter, mono] = await Promise.all([cut('inter.woff2'), cut('jetbrains-mono.woff2')])
  return { 'inter.woff2': inter, 'jetbrains-mono.woff2': mono }
}
