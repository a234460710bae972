import fc from 'fast-check'
import { fromHtml } from 'hast-util-from-html'
import { SKIP, visit } from 'unist-util-visit'
import { inlineJson } from '../../build/pack/inline-json'
import { settingsOf } from '../../build/pack/settings'
import { page } from '../../build/pack/page'
import type { Course } from '../../src/model/course'
import { courseOf, moduleOf, player, screenOf } from './fixture'

/** What a browser would hand to the player: the text of the script element, by a parser that knows the rules of script data. */
function scripts(html: string): Map<string, string> {
  const found = new Map<string, string>()
  visit(fromHtml(html), 'element', (element) => {
    if (element.tagName !== 'script') return
    const name = String(element.properties['id'] ?? element.properties['src'])
    found.set(name, element.children.map((child) => (child.type === 'text' ? child.value : '')).join(''))
  })
  return found
}

const nasty = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '</script>',
    '<!--<script>',
    ']]>',
    '\u2028\u2029',
    '\ud800',
    '</SCRIPT\t>',
    '<!-- </script> -->',
    '\0',
    '&lt;/script&gt;',
    '\r\n',
    '__proto__',
  ),
  fc.array(fc.constantFrom('<', '/', '!', '-', 'script', '>', ' ', '\\', '"', '\u2028'), { maxLength: 20 }).map((parts) => parts.join('')),
)

test('any text in the course comes out of the page as it went in, and adds no element', () => {
  fc.assert(
    fc.property(nasty, nasty, nasty, (say, title, iri) => {
      const course = courseOf(moduleOf({ title, screens: [screenOf(say)] }), { iri })
      const found = scripts(page({ course, settings: settingsOf(course), title: 'x' }, player))
      expect([...found.keys()].sort().join(' ')).toMatch(/^course messages player\.js\?v=[0-9a-f]{8} settings$/)
      expect(JSON.parse(found.get('course') ?? '')).toEqual(course)
      expect(JSON.parse(found.get('settings') ?? '')).toEqual(settingsOf(course))
    }),
    { numRuns: 300 },
  )
})

test('JSON keeps every value and holds no character that ends a script or a line', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = inlineJson(value)
      expect(json).not.toMatch(/[<\u2028\u2029\n\r]/)
      expect(JSON.parse(json)).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})

test('any title and language stay text', () => {
  fc.assert(
    fc.property(nasty, nasty, (title, lang) => {
      const course: Course = courseOf(moduleOf(), { lang })
      const root = fromHtml(page({ course, settings: { ...settingsOf(course), lang: 'en' }, title }, player))
      const tags: string[] = []
      visit(root, 'element', (element) => {
        tags.push(element.tagName)
        return element.tagName === 'svg' ? SKIP : undefined
      })
      expect(tags.join(' ')).toBe(
        'html head meta meta meta meta meta title link link link script body svg div noscript p p script script script',
      )
    }),
    { numRuns: 300 },
  )
})

test('the page asks for five things, declares its language and allows no other host', () => {
  const course = courseOf()
  const html = page({ course, settings: settingsOf(course), title: 'Media Flows' }, player)
  expect(html).toMatch(/^<!doctype html>\n<html lang="en" dir="ltr">/i)
  const requests = [...html.matchAll(/<(?:link|script)[^>]* (?:href|src)="([^"]+)"/g)].map((match) => match[1]?.split('?')[0])
  expect(requests.sort()).toEqual(['inter.woff2', 'jetbrains-mono.woff2', 'player.css', 'player.js'])
  let policy: unknown
  visit(fromHtml(html), 'element', (element) => {
    if (element.properties['httpEquiv'] !== undefined) policy = element.properties['content']
  })
  expect(policy).toMatch(/^default-src 'self'; /)
  expect(policy).not.toMatch(/unsafe|https?:|\*/)
})
