/**
 * Languages that nobody speaks, made from English, for looking at layouts: `en-XA` has accents and is 35 % longer, `ar-XB` runs from right to
 * left. A text that stays plain in them is not a message. For previews and tests; no package for learners has them.
 */
import type { Message, Words } from '../../src/model/words'

export const PSEUDO = ['en-XA', 'ar-XB'] as const
export type Pseudo = (typeof PSEUDO)[number]
export const isPseudo = (lang: string): lang is Pseudo => PSEUDO.some((one) => one === lang)

/** RIGHT-TO-LEFT OVERRIDE and its end (Unicode Bidirectional Algorithm, UAX #9): even Latin letters then run to the left. */
const RLO = '\u202e'
const PDF = '\u202c'
const GROWTH = 0.35
const ACCENTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'aåAÅcçeéEÉiînñoöOÖuûUÜ'].flatMap((char, i, all) => (i % 2 ? [] : [[char, all[i + 1]!]])),
)

export function pseudoWords(english: Words, lang: Pseudo): Words {
  const change = lang === 'en-XA' ? accented : overridden
  const say = Object.entries(english.say).map(([key, message]) => [key, map(message, change)] as const)
  return { lang, takes: english.takes, dir: lang === 'ar-XB' ? 'rtl' : 'ltr', say: Object.fromEntries(say) }
}

function map(message: Message, change: (text: string) => string): Message {
  if (typeof message === 'string') return change(message)
  return message.map((part) => {
    if (typeof part === 'string') return change(part)
    if (part.length === 1) return part
    return [part[0], part[1], Object.fromEntries(Object.entries(part[2]).map(([key, inner]) => [key, map(inner, change)]))] as const
  })
}

/** `Start` → `Stårt öó`, in letters our fonts have: as much longer as a translation may become, in words that wrap. */
function accented(text: string): string {
  const more = Math.round(text.trim().length * GROWTH)
  const filler = 'öó úü éí '
    .repeat(Math.ceil(more / 9))
    .slice(0, more)
    .trim()
  const plain = [...text].map((char) => ACCENTS[char] ?? char).join('')
  return /\p{L}/u.test(text) && filler ? plain.replace(/(\s*)$/, ` ${filler}$1`) : plain
}

const overridden = (text: string): string => (/\p{L}/u.test(text) ? text.replace(/\S(?:.*\S)?/s, `${RLO}$&${PDF}`) : text)
