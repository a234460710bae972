/**
 * What the player says: `t.start`, `t.moduleOf(4, 14)`. The texts lie in the launch page, in one language; `en.json` and its neighbours are
 * their source, and cost this script nothing.
 */
import type { Message, Words } from '../../model/words'
import type { takes } from '../../model/takes'
import type en from './en.json'

type Takes = typeof takes
type Value = string | number | boolean
/** `'n of'` → `[Value, Value]` */
type Values<Names extends string> = Names extends `${string} ${infer Rest}` ? [Value, ...Values<Rest>] : [Value]
export type Messages = {
  readonly [Key in keyof typeof en]: Key extends keyof Takes ? (...values: Values<Takes[Key]>) => string : string
}

/** Where there is no message (a page that somebody cut), its key is said: never nothing. Without any words only what has no arguments can be. */
export function messagesOf(words: Words | null): Messages {
  const say = interpreter(words?.lang)
  return new Proxy({} as Messages, {
    get(_, key: string) {
      const message = words?.say?.[key] ?? key
      const names = words?.takes?.[key]?.split(' ')
      return names
        ? (...values: readonly Value[]) => say(message, Object.fromEntries(names.map((name, i) => [name, values[i]])))
        : say(message, {})
    },
  })
}

type Given = Readonly<Record<string, Value | undefined>>

function interpreter(lang: string | undefined) {
  const numbers = new Intl.NumberFormat(lang)
  const rules = { p: new Intl.PluralRules(lang), o: new Intl.PluralRules(lang, { type: 'ordinal' }) }
  const say = (message: Message, given: Given): string => {
    if (typeof message === 'string') return message
    return message
      .map((part) => {
        if (typeof part === 'string') return part
        const value = given[part[0]]
        if (part.length === 1) return typeof value === 'number' ? numbers.format(value) : String(value)
        const [, by, messages] = part
        const category = by === 's' ? '' : rules[by].select(Number(value))
        return say(messages[by === 's' ? String(value) : `=${value}`] ?? messages[category] ?? messages['other'] ?? '', given)
      })
      .join('')
  }
  return say
}
