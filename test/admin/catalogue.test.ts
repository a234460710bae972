/** `dist/index.html`: every package, the right one for each LMS, and nothing that loads or runs from elsewhere. */
import { createHash } from 'node:crypto'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { catalogue } from '../../build/pack/catalogue/catalogue'
import { catalogueStyle } from '../../build/pack/catalogue/style'
import type { CatalogueContent } from '../../build/pack/catalogue/words'
import { lmsPresets } from '../../build/pack/lms/presets'
import { buildPackages, type Package } from '../../build/pack/packages'
import { settingsOf } from '../../build/pack/settings'
import { type Target, scormTargets as targets } from '../../build/pack/targets'
import { courseOf, moduleOf, root, shellOf } from '../pack/fixture'

const course = courseOf(moduleOf({ title: 'Tea & <cake>' }))
const fonts = { 'inter.woff2': new Uint8Array([1, 2]), 'jetbrains-mono.woff2': new Uint8Array([3, 4]) }

let packages: readonly Package[]
let html: string
beforeAll(async () => {
  const shells = new Map<Target, Awaited<ReturnType<typeof shellOf>>>()
  for (const target of Object.values(targets)) shells.set(target, await shellOf(target))
  packages = await buildPackages(course, { modules: course.modules, programme: null }, shells, () => 0)
  html = await write()
})
const write = async (fields: Partial<CatalogueContent> = {}) =>
  catalogue({ course, packages, settings: settingsOf(course), mastery: false, ...fields }, await catalogueStyle(root, fonts))

function all(text: string, name: string): readonly Element[] {
  const found: Element[] = []
  visit(fromHtml(text), 'element', (element) => void (element.tagName === name && found.push(element)))
  return found
}
const within = (element: Element, name: string): readonly Element[] => {
  const found: Element[] = []
  visit(element, 'element', (one) => void (one.tagName === name && found.push(one)))
  return found
}

test('lists every package with its standard, size and whole checksum', () => {
  const rows = all(html, 'tr').filter((row) => within(row, 'a').length > 0)
  expect(rows).toHaveLength(packages.length)
  packages.forEach(({ file, target, bytes, sha256 }, index) => {
    const row = rows[index] as Element
    const text = toString(row)
    expect(within(row, 'a')[0]?.properties['href']).toBe(file)
    for (const part of [target.label, `${Math.round(bytes.length / 1024)} KB`, sha256.slice(0, 12), sha256]) expect(text).toContain(part)
  })
})

test('has a row for each LMS, to be opened without a script and reached by its name, with the zip of its preset', () => {
  const rows = all(html, 'details').filter((row) => String(row.properties['className']).includes('lms'))
  expect(rows.map((row) => row.properties['id'])).toEqual(lmsPresets.map(({ name }) => name))
  lmsPresets.forEach((preset, index) => {
    const links = within(rows[index] as Element, 'a').map((link) => link.properties['href'])
    expect(links).toEqual(packages.filter(({ target }) => target.name === preset.target).map(({ file }) => file))
  })
})

test('says how to get what this build does not have, and how to set what an LMS wants otherwise', async () => {
  const only12 = await write({ packages: packages.filter(({ target }) => target.name === 'scorm12') })
  expect(only12).toContain('wsqd build --lms docebo')
  expect(only12).not.toContain('href="wsqd-04-media-flows.scorm2004-3.zip"')
  const cure = 'wsqd configure wsqd-04-media-flows.scorm2004-3.zip --report completed'
  expect(html).toContain(cure)
  expect(await write({ settings: { ...settingsOf(course), report: 'completed' } })).not.toContain(cure)
})

test('says what these packages are set to', async () => {
  const settings = { ...settingsOf(course), pass: 0.7, completeOn: 'screens', attempts: 2 } as const
  expect(await write({ settings, mastery: true })).toMatch(
    /Complete when every screen is seen\. Pass mark 70 %, 2 attempts\. The manifest names the pass mark/,
  )
})

test('loads nothing, and runs its own script alone: the policy has the hashes', () => {
  const policy = String(all(html, 'meta').find((meta) => meta.properties['httpEquiv'] !== undefined)?.properties['content'])
  const inside = (name: string) => (all(html, name)[0]?.children[0] as { value: string }).value
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`
  expect(policy).toBe(
    `default-src 'none'; style-src ${hash(inside('style'))}; script-src ${hash(inside('script'))}; font-src data:; base-uri 'none'; form-action 'none'`,
  )
  for (const name of ['link', 'img', 'iframe', 'object']) expect(all(html, name)).toEqual([])
  expect(html).not.toMatch(/(?:src|href)="(?:[a-z]+:)?\/\/|url\((?!data:font)|@import/)
  expect(html).not.toMatch(/ style="| on[a-z]+="/)
})

test('titles are text', () => {
  expect(all(html, 'cake')).toEqual([])
  expect(html).toContain('Tea &#x26; &#x3C;cake>')
})

test('the same packages give the same bytes', async () => {
  expect(await write()).toBe(html)
})
