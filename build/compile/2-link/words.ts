/** `at="word"`: which word of a caption it names. */

/** Letters and digits only, apostrophes dropped: `setup:active,` is two tokens, `Ana’s` is one. */
const tokens = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replace(/['’]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** The index of the first word of the match, from 0; null where the caption does not say it. `word#2` is the second match. */
export function findWord(words: readonly string[], wanted: string): number | null {
  const [, phrase = wanted, nth = '1'] = /^(.*)#(\d+)$/s.exec(wanted) ?? []
  const sought = tokens(phrase)
  if (sought.length === 0) return null
  const said = words.flatMap((word, index) => tokens(word).map((token) => ({ token, index })))
  const starts = said.filter((_, from) => sought.every((token, i) => said[from + i]?.token === token))
  return starts[Number(nth) - 1]?.index ?? null
}
