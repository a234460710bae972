/** What we say of LMSs: one preset, one page, the same zip; and a word about how well each thing is known. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { adminPages } from '../../build/pack/lms/pages'
import { confidenceWords } from '../../build/pack/lms/preset'
import { findPreset, lmsPresets } from '../../build/pack/lms/presets'
import { playerLanguages } from '../../build/pack/languages'
import { contentSecurityPolicy } from '../../build/pack/page'
import { targets } from '../../build/pack/targets'
import { wordsOf } from '../support/words'
import { root } from '../pack/fixture'

const folder = join(root, 'docs/admin')
const page = (name: string) => readFileSync(join(folder, name), 'utf8')

test.each(lmsPresets.map((preset) => [preset.name, preset] as const))(
  '%s has a page that names its zip, and says what is not confirmed',
  (name, preset) => {
    const text = page(`${name}.md`)
    expect(/\| package \| `wsqd-….([\w-]+).zip`/.exec(text)?.[1]).toBe(preset.target)
    expect(text).toContain(`build --lms ${name}`)
    expect(text).toContain('names are **not confirmed**')
    for (const { by } of [preset.why, preset.asks, ...preset.importing, ...preset.setting, ...preset.troubles])
      expect(text).toContain(confidenceWords[by])
    expect(preset.importing.length * preset.setting.length).toBeGreaterThan(0)
  },
)

test('docs/admin is what the presets say (else: npm run docs), and has no page of anything else', () => {
  const pages = adminPages(page('README.md'))
  for (const [name, text] of pages) expect(page(name)).toBe(text)
  expect(readdirSync(folder).sort()).toEqual([...pages.keys(), 'relay.md', 'security.md'].sort())
})

test('every name is one LMS’s alone, and is found in any case, with blanks or without', () => {
  const all = lmsPresets.flatMap(({ name, label, also }) => [name, ...new Set([label.toLowerCase(), ...also])])
  const twice = all.filter((name, index) => all.indexOf(name) !== index && !lmsPresets.some((one) => one.name === name))
  expect(twice).toEqual([])
  for (const preset of lmsPresets)
    for (const name of [preset.name, preset.label, preset.name.toUpperCase(), ...preset.also]) expect(findPreset(name)).toBe(preset)
  expect(findPreset('Open edX')?.name).toBe('openedx')
  expect(findPreset('mudle')).toBeUndefined()
})

test('every zip that is recommended is one that is built', () => {
  for (const { target, instead } of lmsPresets) {
    expect(Object.keys(targets)).toContain(target)
    if (instead !== null) expect(instead.target).not.toBe(target)
  }
})

test('the languages that may be set are those the player speaks', () => {
  const known = playerLanguages(root)
  expect(known).toContain('en')
  expect(new Set(known.map((language) => JSON.stringify(wordsOf(language).say))).size).toBe(known.length)
})

test('the security page quotes the policy that packages have', () => {
  expect(page('security.md')).toContain(`\`${contentSecurityPolicy}\``)
})
