/** ICU MessageFormat → what the player interprets (`src/model/words.ts`). */
import { parse, type Token } from '@messageformat/parser'
import type { Message, Part } from '../../src/model/words'

/** Plural categories of a language, to hold a message to: `one`, `other` in English. */
export const categoriesOf = (lang: string, type: 'cardinal' | 'ordinal'): readonly Intl.LDMLPluralRule[] =>
  new Intl.PluralRules(lang, { type }).resolvedOptions().pluralCategories

/** Throws, saying what is wrong in `source`, where the parser refuses it or a case is missing. */
export function compileMessage(source: string, lang: string): Message {
  return textOrParts(
    parse(source, { cardinal: [...categoriesOf(lang, 'cardinal')], ordinal: [...categoriesOf(lang, 'ordinal')] }),
    lang,
    '',
  )
}

const KINDS = { plural: 'p', selectordinal: 'o', select: 's' } as const

/** `counted` is the argument that `#` stands for. */
function textOrParts(tokens: readonly Token[], lang: string, counted: string): Message {
  const parts = tokens.map((token): Part => {
    switch (token.type) {
      case 'content':
        return token.value
      case 'argument':
        return [token.arg]
      case 'octothorpe':
        return [counted]
      case 'function':
        throw new Error(`"{${token.arg}, ${token.key}}" formats by itself. Write {${token.arg}}: numbers follow the language anyway.`)
      default: {
        if (token.pluralOffset) throw new Error(`"${token.arg}" has an offset, which the player does not know. Write the cases out.`)
        const keys = token.cases.map(({ key }) => key)
        const wanted = token.type === 'select' ? ['other'] : categoriesOf(lang, token.type === 'plural' ? 'cardinal' : 'ordinal')
        const missing = wanted.filter((key) => !keys.includes(key))
        if (missing.length > 0) {
          throw new Error(`"${token.arg}, ${token.type}" has ${keys.join(', ')} and lacks ${missing.join(', ')}. Add what is missing.`)
        }
        const inner = token.type === 'select' ? counted : token.arg
        const messages = token.cases.map((one) => [one.key, textOrParts(one.tokens, lang, inner)] as const)
        return [token.arg, KINDS[token.type], Object.fromEntries(messages)]
      }
    }
  })
  return parts.every((part) => typeof part === 'string') ? parts.join('') : parts
}

/** The names of the arguments, each once, in the order of their first appearance. */
export function argumentsOf(message: Message): readonly string[] {
  if (typeof message === 'string') return []
  const names = message.flatMap((part) =>
    typeof part === 'string' ? [] : [part[0], ...(part.length === 3 ? Object.values(part[2]).flatMap(argumentsOf) : [])],
  )
  return [...new Set(names)]
}
