/** Typed answers: what of them counts. */

/** Most characters of a typed answer: what is stored of one costs eight bits each (suspend/layout.ts). */
export const TEXT_CHARS = 32

/** One space between words and none around, straight quotes, and no full stop or semicolon at the end: how a phone writes is no answer. */
export const tidyText = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .replace(/[ .;]+$/, '')
    .trim()
    .slice(0, TEXT_CHARS)
    .trim()

/** What is compared: tidy, and in small letters unless capitals count. */
export const normalText = (typed: string, exact: boolean): string => (exact ? tidyText(typed) : tidyText(typed).toLowerCase())
