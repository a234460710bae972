import fc from 'fast-check'
import { cueAt, cueBreaks, cuesOf, lineBreak, type Measure } from '../../src/player/models/cues'

const measure = (width: number, lines: number): Measure => ({ width, lines, widthOf: (text) => text.length })
const words = fc.array(fc.stringMatching(/^[a-z]{1,12}[.,;]?$/), { minLength: 1, maxLength: 50 })

function linesOf(cue: readonly string[], width: number): number {
  let lines = 1
  let line = ''
  for (const word of cue) {
    if (line && `${line} ${word}`.length > width) {
      lines++
      line = word
    } else line = line ? `${line} ${word}` : word
  }
  return lines
}

describe('cueBreaks', () => {
  test('no cue has more lines than it may, and every word is in exactly one', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 14, max: 80 }), fc.constantFrom(2, 3), (said, width, lines) => {
        const breaks = cueBreaks(said, measure(width, lines))
        const ends = [...breaks, said.length]
        const cues = ends.map((end, i) => said.slice(ends[i - 1] ?? 0, end))
        expect(cues.flat()).toEqual(said)
        for (const cue of cues) {
          expect(cue.length).toBeGreaterThan(0)
          expect(linesOf(cue, width)).toBeLessThanOrEqual(lines)
        }
      }),
    )
  })
  test('what fits is one cue', () => {
    expect(cueBreaks(['The', 'bytes', 'differ.'], measure(40, 2))).toEqual([])
  })
  test('a cue ends with its sentence rather than in the middle of the next, and no word is left alone', () => {
    const said = 'One is dropped here. The other one goes on its way to Ben now'.split(' ')
    expect(cueBreaks(said, measure(20, 2))).toEqual([4, 9])
  })
  test('cueAt finds the cue a word stands in, and past the end the last', () => {
    const said = 'One is dropped here. The other one goes on its way to Ben now'.split(' ')
    const cues = cuesOf(said, measure(20, 2))
    expect([0, 3, 4, 8, 9, 14].map((word) => cueAt(cues, word).from)).toEqual([0, 0, 4, 4, 9, 9])
    expect(cuesOf(said, null)).toEqual([{ from: 0, to: 14, newLine: null }])
  })
  test('a cue breaks its line at the end of a sentence where both parts fit', () => {
    const said = 'It wrote an address into her router. A door, opened.'.split(' ')
    expect(lineBreak(said, 0, said.length, measure(45, 2))).toBe(7)
    expect(lineBreak(said, 0, said.length, measure(100, 2))).toBeNull()
  })
})
