/** The player's words in the launch page: put there by the build, and changed there by an admin who has only the zip. */
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { h } from 'hastscript'
import type { Words } from '../../src/model/words'
import { inlineJson } from './inline-json'

/** As build/pack/page.ts writes them. */
const WORDS = /(<script type="application\/json" id="messages">)[^<]*(<\/script>)/
const HTML = /<html lang="[^"]*" dir="[^"]*">/
const APP = /(<div id="app">)[^]*?(<\/div>)/

/** What stands on the page until the player does: an LMS may take its time to answer, and an empty page looks broken. */
export function beforePlayer({ say }: Words): readonly Element[] {
  const { noScript, opening } = say
  // A package of an older edition says nothing meanwhile.
  return [h('noscript', [h('p', String(noScript))]), ...(opening ? [h('p', { class: 'asked' }, String(opening))] : [])]
}

export const hasWords = (html: string): boolean => WORDS.test(html)

/** The launch page `html` in another language: `json` is the text of the zip's `messages-<lang>.json`. Its settings name the language too. */
export function inlineWords(html: string, json: string): string {
  if (!hasWords(html)) {
    throw new Error(
      'The launch page has no <script id="messages">. Expected one by build/pack/page.ts: is this a package of an older edition?',
    )
  }
  const words = JSON.parse(json) as Words
  const wrap =
    (content: string) =>
    (_: string, open: string, close: string): string =>
      open + content + close
  return html
    .replace(WORDS, wrap(inlineJson(words)))
    .replace(HTML, () => toHtml(h('html', { lang: words.lang, dir: words.dir })).replace('</html>', ''))
    .replace(APP, wrap(toHtml([...beforePlayer(words)])))
}
