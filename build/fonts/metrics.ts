import * as fontkit from 'fontkit'
import { decompress } from 'wawoff2'
import { buildFonts } from './fonts'

/** How a text is set: the family and weight of the visual grammar, in scene units. */
export interface TextStyle {
  readonly code: boolean
  readonly weight: 400 | 540 | 620 | 680
  readonly size: number
}

export interface Metrics {
  /** Advance width in scene units, kerning included, with the font that ships. */
  width(text: string, style: TextStyle): number
  /** Characters of `text` that the shipped font lacks, each once. */
  missing(text: string, code: boolean): readonly string[]
}

/** Loads the shipped fonts for measuring. Widths are cached: the same labels come back wide and tall. */
export async function loadMetrics(root: string): Promise<Metrics> {
  const fonts = await buildFonts(root)
  // fontkit's getVariation cannot read woff2 tables, so the fonts are unpacked first.
  const open = async (bytes: Uint8Array) => fontkit.create(Buffer.from(await decompress(bytes))) as fontkit.Font
  const faces = { sans: await open(fonts['inter.woff2']), code: await open(fonts['jetbrains-mono.woff2']) }
  const weighted = new Map<string, fontkit.Font>()
  const widths = new Map<string, number>()
  const face = (code: boolean, weight: number): fontkit.Font => {
    const key = `${code ? 'code' : 'sans'}${weight}`
    const known = weighted.get(key)
    if (known) return known
    const made = faces[code ? 'code' : 'sans'].getVariation({ wght: weight })
    weighted.set(key, made)
    return made
  }
  return {
    width(text, style) {
      const key = `${style.code}${style.weight}${text}`
      let em = widths.get(key)
      if (em === undefined) {
        const font = face(style.code, style.weight)
        em = font.layout(text).advanceWidth / font.unitsPerEm
        widths.set(key, em)
      }
      return em * style.size
    },
    missing(text, code) {
      const font = faces[code ? 'code' : 'sans']
      return [...new Set(text)].filter((c) => !font.hasGlyphForCodePoint(c.codePointAt(0) ?? 0))
    },
  }
}
