/** The player's words: complete, alike in every language, and said as each language says them. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { argumentsOf, categoriesOf, compileMessage } from '../../build/words/compile-message'
import { glyphs } from '../../build/fonts/glyphs'
import { PSEUDO, pseudoWords } from '../../build/words/pseudo'
import { buildWords, spokenOf } from '../../build/words/words'
import { inlineWords } from '../../build/pack/inline-words'
import type { Message, Words } from '../../src/model/words'
import { messagesOf } from '../../src/player/messages/messages'
import { takes } from '../../src/model/takes'
import { messagesIn, sourceOf, wordsOf } from '../support/words'
import { root } from '../pack/fixture'

const languages = readdirSync(join(root, 'src/player/messages')).flatMap((name) => /^(.*)\.json$/.exec(name)?.[1] ?? [])
const english = wordsOf('en')
const en = messagesOf(english)

describe.each(languages)('%s', (lang) => {
  const { say } = wordsOf(lang)

  it('says what English says, and no more', () => {
    expect(Object.keys(say).sort()).toEqual(Object.keys(english.say).sort())
    expect(Object.entries(sourceOf(lang)).filter(([, text]) => !text.trim())).toEqual([])
  })
  it('says nothing under a name that is taken', () => {
    const keys = [...readFileSync(join(root, `src/player/messages/${lang}.json`), 'utf8').matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key)
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([])
  })
  it('takes the arguments that components give', () => {
    const names = (words: Words['say']) =>
      Object.fromEntries(Object.entries(words).flatMap(([key, message]) => (argumentsOf(message).length ? [[key, argumentsOf(message).toSorted()]] : []))) // prettier-ignore
    expect(names(say)).toEqual(Object.fromEntries(Object.entries(takes).map(([key, given]) => [key, given.split(' ').toSorted()])))
  })
  it('has every plural category, and every case of a choice that English has', () => {
    const cases = (message: Message, by: string): readonly string[] =>
      typeof message === 'string'
        ? []
        : message.flatMap((part) =>
            typeof part === 'string' || part.length === 1
              ? []
              : [...(part[1] === by ? Object.keys(part[2]) : []), ...Object.values(part[2]).flatMap((inner) => cases(inner, by))],
          )
    for (const [key, message] of Object.entries(say)) {
      const plurals = cases(message, 'p').filter((name) => !name.startsWith('='))
      if (plurals.length) expect([key, [...new Set(plurals)].sort()]).toEqual([key, [...categoriesOf(lang, 'cardinal')].sort()])
      const choices = [...new Set(cases(message, 's'))].sort()
      expect([key, choices]).toEqual([key, [...new Set(cases(english.say[key] ?? '', 's'))].sort()])
    }
  })
})

it('the fonts have every letter', () => {
  const texts = [...languages.map(wordsOf), ...PSEUDO.map((lang) => pseudoWords(english, lang))].map((words) => JSON.stringify(words))
  // The two marks that turn the direction are not drawn.
  expect([...new Set(texts.join(''))].filter((char) => !glyphs.includes(char) && !/[\u202e\u202c]/.test(char))).toEqual([])
})

it('German is not English, but where the words are the same', () => {
  const same = Object.entries(sourceOf('de')).filter(([key, text]) => text === sourceOf('en')[key])
  expect(same.map(([key]) => key)).toEqual(['times', 'quiz'])
})

describe('what is said', () => {
  it('counts as the language counts', () => {
    expect([en.about(1, true), en.about(9, false)]).toEqual(['1 minute, then a quiz', '9 minutes'])
    const de = messagesIn('de')
    expect([de.about(1, true), de.about(9, false)]).toEqual(['1 Minute, danach ein Quiz', '9 Minuten'])
    expect(de.speed(0.75)).toBe('Tempo 0,75×')
  })
  it('chooses by value, and says `other` for what it does not know', () => {
    expect([en.incomplete('order'), en.incomplete('choice')]).toEqual(['Put the items in order first.', 'Choose an option first.'])
    expect([en.rightRange(true, 50, 50, ''), en.rightRange(false, 45, 55, ' ms')]).toEqual(['Right is 50.', 'Right is 45 to 55 ms.'])
  })
  it('knows plurals of languages with many, exact numbers and ordinals', () => {
    const arabic = compileMessage('{place, plural, =0 {none} zero {z} one {1} two {2} few {# few} many {many} other {#}}', 'ar')
    const nth = compileMessage('{place, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}', 'en')
    const saying = (lang: string, message: Message) => messagesOf({ lang, dir: 'ltr', takes, say: { youPut: message } }).youPut
    expect([0, 1, 2, 3, 11, 100].map(saying('ar', arabic)).map((text) => text.replace(/[\d\u0660-\u0669]/g, 'n'))).toEqual([
      'none',
      'n',
      'n',
      'n few',
      'many',
      'nnn',
    ])
    expect([1, 2, 3, 11].map(saying('en', nth))).toEqual(['1st', '2nd', '3rd', '11th'])
  })
  it('without words it says their keys, and nothing breaks', () => {
    const none = messagesOf(null)
    expect(none.start).toBe('start')
    const cut = messagesOf({ lang: 'en', dir: 'ltr', takes, say: { start: 'Go' } })
    expect([cut.start, cut.quiz, cut.tally(1, 2)]).toEqual(['Go', 'quiz', 'tally'])
  })
})

describe('a message that is not one', () => {
  it.each([
    ['{n, plural, one {x}}', /lacks other|other/],
    ['{n, plural, few {x} other {y}}', /few/],
    ['{n', /./],
    ['{n, number}', /Write \{n\}/],
    ['{n, plural, offset:1 one {x} other {y}}', /offset/],
  ])('%s', (source, why) => expect(() => compileMessage(source, 'en')).toThrow(why))
})

describe('pseudo-languages', () => {
  it('en-XA is accented and a third longer', () => {
    const { say } = pseudoWords(english, 'en-XA')
    expect(say['start']).toBe('Stårt öó')
    const length = (words: Words['say']) => JSON.stringify(Object.values(words).filter((m) => typeof m === 'string')).length
    expect(length(say) / length(english.say)).toBeGreaterThan(1.3)
    expect(messagesOf(pseudoWords(english, 'en-XA')).about(1, false)).toBe('1 mîñûté öó')
  })
  it('ar-XB runs from right to left, words and page', () => {
    const words = pseudoWords(english, 'ar-XB')
    expect(words.dir).toBe('rtl')
    expect(words.say['start']).toBe('\u202eStart\u202c')
    expect(
      messagesOf(words)
        .moduleOf(4, 14)
        .replace(/[\u202e\u202c]/g, ''),
    ).toMatch(/^Module .+ of .+$/)
  })
})

describe('in a package', () => {
  it('every language lies in a file, a pseudo-language only when asked for, and one that is not there is named', async () => {
    expect([...(await buildWords(root)).keys()]).toEqual(['messages-de.json', 'messages-en.json'])
    expect([...(await buildWords(root, 'en-XA')).keys()]).toContain('messages-en-xa.json')
    await expect(buildWords(root, 'tlh')).rejects.toThrow(/does not speak "tlh".*de, en.*tlh\.json/)
  })
  it('the player speaks the language of the course, else English', async () => {
    const words = await buildWords(root)
    expect(['de', 'de-AT', 'fi'].map((lang) => spokenOf(lang, words))).toEqual(['de', 'de', 'en'])
  })
  it('an admin changes the language of a page with a file of the zip', async () => {
    const german = new TextDecoder().decode((await buildWords(root)).get('messages-de.json'))
    const html = inlineWords(
      '<script type="application/json" id="messages">{"lang":"en"}</script>',
      german.replace('Starten', () => '$& </script>'),
    )
    const json = /id="messages">(.*)<\/script>$/.exec(html)?.[1] ?? ''
    expect((JSON.parse(json) as Words).say['start']).toBe('$& </script>')
    expect(() => inlineWords('<html>', german)).toThrow(/no <script id="messages">/)
  })
})
