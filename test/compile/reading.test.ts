import { explainer } from '../../build/compile/4-emit/explain'
import { stillsOf } from '../../build/compile/4-emit/stills'
import type { Prediction } from '../../src/model/course'

const ask: Prediction = { id: 'p', slot: 0, question: '', options: [] }
/** `..?.` is two beats, one that asks, and one more. */
const beats = (text: string) => [...text].map((c) => ({ ask: c === '?' ? ask : null }))
const stills = (text: string) => [...stillsOf(beats(text))]

test.each([
  ['', []],
  ['.', [0]],
  ['?', [0]],
  ['.....', [4]],
  ['......', [2, 5]],
  ['................', [3, 7, 11, 15]],
  ['....?...........', [4, 8, 12, 15]],
  ['......??.', [3, 6, 8]],
])('pictures of “%s” stand after %j', (text, wanted) => {
  expect(stills(text)).toEqual(wanted)
})

const terms = [
  { term: 'ICE', html: 'Checks <code>pairs</code>.' },
  { term: 'pair', html: 'Two candidates.' },
]
test('the first use on a screen is a button with its meaning behind it, in text and in code', () => {
  const explain = explainer(terms, 't-knock')
  expect(explain('By ICE, and ICE again.')).toBe(
    'By <button type="button" class="term" popovertarget="t-knock-0">ICE</button><span popover class="meaning" id="t-knock-0"><b>ICE</b> Checks <code>pairs</code>.</span>, and ICE again.',
  )
  expect(explain('<p>ICE and <code>pairs</code></p>')).toMatch(
    /^<p>ICE and <code><button .*>pairs<\/button><span popover .*<\/span><\/code><\/p>$/,
  )
  expect(explain('A pair by ICE.')).toBe('A pair by ICE.')
})
test('never in a link, in a listing or in a heading', () => {
  const html =
    '<h3>ICE</h3><a href="https://x.example/ICE">ICE</a><pre><code class="language-js">ICE</code></pre><table><tr><th>ICE</th></tr></table>'
  expect(explainer(terms, 't')(html)).toBe(html)
  expect(explainer(terms, 't')(`${html}<p>ICE</p>`)).toContain('<p><button')
})
