/** Contrast of the palette itself (WCAG 2.2, 1.4.3 and 1.4.11): axe cannot judge text drawn in SVG, so the tokens are judged here. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const css = readFileSync(join(__dirname, '../../src/player/styles/tokens.css'), 'utf8')

/** A block of its own: high contrast changes what the theme below it has set. */
function tokens(selector: string): ReadonlyMap<string, string> {
  const at = `\n${css}`.indexOf(`\n${selector} {`)
  const block = css.slice(at, css.indexOf('}', at))
  return new Map([...block.matchAll(/--([a-z-]+): (#[0-9a-f]{6})/g)].map(([, name, value]) => [name as string, value as string]))
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function ratio(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** What is written on what: plates, rooms and tickets lie under words; a name stands on its owner's face. */
const text = [
  ...['ink', 'soft', 'a', 'b', 'stop', 'signal'].flatMap((ink) => ['paper', 'room', 'face'].map((under) => [ink, under] as const)),
  ['ink', 'a-fill'],
  ['ink', 'b-fill'],
  ['ink', 'lit'],
  ['then', 'then-fill'],
  ['ink', 'then-fill'],
  // Code: comments and line numbers, errors and dimmed lines, on the band of a lit line and on the ground of code that is history.
  ['soft', 'lit'],
  ['stop', 'lit'],
  ['soft', 'then-fill'],
  ['stop', 'then-fill'],
] as const
const strokes = ['hair', 'wall', 'a', 'b', 'signal', 'media', 'data', 'stun', 'dtls', 'stop'].flatMap((line) =>
  ['paper', 'room'].map((under) => [line, under] as const),
)

it('black on white is 21 to 1', () => expect(ratio('#000000', '#ffffff')).toBeCloseTo(21, 5))

describe.each([
  ['light', 4.5, 3, [':root']],
  ['dark', 4.5, 3, [':root', "[data-theme='dark']"]],
  ['light, high contrast', 7, 4.5, [':root', "[data-contrast='more']"]],
  ['dark, high contrast', 7, 4.5, [':root', "[data-theme='dark']", "[data-contrast='more']", "[data-theme='dark'][data-contrast='more']"]],
] as const)('%s', (_, forText, forStrokes, selectors) => {
  const colours = new Map(selectors.flatMap((selector) => [...tokens(selector)]))
  const of = (name: string): string => {
    const value = colours.get(name)
    if (!value) throw new Error(`tokens.css has no --${name} for ${selectors.join(' ')}`)
    return value
  }
  it.each(text)('text in %s on %s stands out', (ink, under) => expect(ratio(of(ink), of(under))).toBeGreaterThanOrEqual(forText))
  it.each(strokes)('a stroke in %s on %s stands out', (line, under) =>
    expect(ratio(of(line), of(under))).toBeGreaterThanOrEqual(forStrokes),
  )
})
