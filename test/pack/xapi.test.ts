import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { validateXML } from 'xmllint-wasm'
import { lintZip } from '../../build/pack/lint'
import { packTincanProgramme, packXapi } from '../../build/pack/pack-xapi'
import { makeModule } from '../model/make-course'
import { courseOf, moduleOf, player, root } from './fixture'

const modules = [moduleOf(), { ...makeModule(5), title: 'Tea & <cake>' }]
const course = { ...courseOf(), modules }
const filesOf = (bytes: Uint8Array) => new Map(Object.entries(unzipSync(bytes)).map(([name, file]) => [name, strFromU8(file)]))
const schema = { cmi5: 'cmi5/CourseStructure.xsd', tincan: 'tincan/tincan.xsd' }
const folder = join(root, '../shared/xsd')

const invalid = async (xml: string, standard: keyof typeof schema) => {
  const contents = readFileSync(join(folder, schema[standard]), 'utf8')
  const { errors } = await validateXML({
    xml: { fileName: `${standard}.xml`, contents: xml },
    schema: { fileName: 'schema.xsd', contents },
  })
  return errors.map(({ message }) => message)
}

test('cmi5: one course, an AU a module with its own page, and always a move-on and a pass mark', async () => {
  const bytes = await packXapi(course, modules, player, 'cmi5')
  const files = filesOf(bytes)
  expect([...files.keys()].slice(0, 3)).toEqual(['cmi5.xml', 'm04.html', 'm05.html'])
  const xml = files.get('cmi5.xml') ?? ''
  expect(xml.match(/<au [^>]*>/g)).toEqual([
    expect.stringMatching(/id="https:\/\/example.com\/course\/m04" moveOn="Completed" masteryScore="0.8"/),
    expect.stringMatching(/id="https:\/\/example.com\/course\/m05" moveOn="CompletedAndPassed" masteryScore="0.8"/),
  ])
  expect(files.get('m05.html')).toContain('connect-src &#x27;self&#x27; https:')
  expect(lintZip(bytes)).toEqual([])
  expect(Buffer.from(await packXapi(course, modules, player, 'cmi5')).equals(bytes)).toBe(true)
})

test('cmi5: one module of many is a course of its own', async () => {
  const xml = filesOf(await packXapi(course, [modules[1]!], player, 'cmi5')).get('cmi5.xml') ?? ''
  expect(xml).toContain('<course id="https://example.com/course/m05/course">')
  expect(xml.match(/<au /g)).toHaveLength(1)
})

test('tincan: the programme is one activity with the menu, a file a module beside it', async () => {
  const bytes = await packTincanProgramme(course, player)
  const files = filesOf(bytes)
  expect([...files.keys()].slice(0, 2)).toEqual(['tincan.xml', 'index.html'])
  expect([...files.keys()].filter((name) => name.startsWith('module-'))).toEqual(['module-04.json', 'module-05.json'])
  expect(files.get('tincan.xml')).toContain('<activity id="https://example.com/course" type="http://adlnet.gov/expapi/activities/course">')
  expect(files.get('index.html')).toContain('id="programme"')
  expect(lintZip(bytes)).toEqual([])
  if (existsSync(folder)) expect(await invalid(files.get('tincan.xml') ?? '', 'tincan')).toEqual([])
})

test('tincan: an activity whose id is the module, launched by its page', async () => {
  const bytes = await packXapi(course, [modules[1]!], player, 'tincan')
  const xml = filesOf(bytes).get('tincan.xml') ?? ''
  expect(xml).toContain('<activity id="https://example.com/course/m05" type="http://adlnet.gov/expapi/activities/module">')
  expect(xml).toContain('<launch lang="en">index.html</launch>')
  expect(lintZip(bytes)).toEqual([])
})

test.each(['cmi5', 'tincan'] as const)('%s.xml holds what its official schema asks for, where that is present', async (standard) => {
  const xml = filesOf(await packXapi(course, standard === 'cmi5' ? modules : [modules[1]!], player, standard)).get(`${standard}.xml`) ?? ''
  expect(xml).toContain('Tea &amp; &lt;cake>')
  if (!existsSync(folder)) return
  expect(await invalid(xml, standard)).toEqual([])
  expect(await invalid(xml.replace(/<(url|name)[ >].*\n/, ''), standard)).not.toEqual([])
})
