import { highlight, LANGS } from '../../build/stage/code/highlight'
import { wrapLine } from '../../build/stage/code/wrap-line'
import { keptLines } from '../../build/stage/code/diff'
import fc from 'fast-check'

const words = (text: string, lang = 'js') => highlight(text, lang).map((runs) => runs.map(({ t, c = '' }) => `${c}:${t}`))

it('keywords are bold, comments soft, the name of a function heavier where it is defined', () => {
  expect(words('const offer = await pc.createOffer()')).toEqual([['kw:const', ': offer = ', 'kw:await', ': pc.createOffer()']])
  expect(words('function call() {} // now')).toEqual([['kw:function', ': ', 'mid:call', ':() {} ', 'soft:// now']])
})

it('no language loses a character', () => {
  const text = '<a href="x">{ "a": 1 }</a>\n  GET / HTTP/1.1\n// ok `x`'
  for (const lang of LANGS)
    expect(
      highlight(text, lang)
        .map((l) => l.map((r) => r.t).join(''))
        .join('\n'),
    ).toBe(text)
})

it('a broken line has every character but blanks, and no row is too long', () => {
  const piece = fc.constantFrom('await', 'pc', '.send', '(', ')', '{ ', ' }', ', ', ' => ', 'description', ' + ', "'text'")
  fc.assert(
    fc.property(fc.array(piece, { minLength: 1, maxLength: 30 }), fc.integer({ min: 24, max: 80 }), (pieces, columns) => {
      const text = pieces.join('').trim()
      const rows = wrapLine([{ t: text }], columns)
      if (!rows || !text) return
      expect(
        rows
          .map((r) => r.text)
          .join('')
          .replace(/[\s\u00a0]/g, ''),
      ).toBe(text.replace(/\s/g, ''))
      for (const row of rows) expect(row.indent + row.text.length).toBeLessThanOrEqual(columns)
      for (const row of rows) expect(row.runs.map((r) => r.t).join('')).toBe(row.text)
    }),
  )
})

it('a word that fits in no row is said, not cut', () => {
  expect(wrapLine([{ t: 'x'.repeat(50) }], 36)).toBeNull()
})

it('a morph keeps lines that are in both versions, in order', () => {
  expect([...keptLines(['a', 'b', 'c'], ['a', 'x', 'c'])]).toEqual([
    [0, 0],
    [2, 2],
  ])
  const line = fc.constantFrom('a', 'b', 'c')
  fc.assert(
    fc.property(fc.array(line), fc.array(line), (before, after) => {
      const kept = [...keptLines(before, after)]
      for (const [now, was] of kept) expect(after[now]).toBe(before[was])
      for (const [i, [now, was]] of kept.entries()) {
        const next = kept[i + 1]
        if (next) expect(next[0] > now && next[1] > was).toBe(true)
      }
    }),
  )
})
