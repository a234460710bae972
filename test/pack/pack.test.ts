import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { lintZip } from '../../build/pack/lint'
import { readEntries } from '../../build/pack/lint/entries'
import { pack } from '../../build/pack/pack'
import { scormTargets as targets } from '../../build/pack/targets'
import { validateManifest } from '../../manifests/validate'
import { courseOf, moduleOf, root, shellOf } from './fixture'

const names = Object.keys(targets) as (keyof typeof targets)[]
const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)

async function packed(name: keyof typeof targets, course = courseOf()) {
  const target = targets[name]
  return pack(course, course.modules, await shellOf(target), target)
}

describe.each(names)('%s', (name) => {
  test('passes its own lint', async () => {
    expect(lintZip(await packed(name))).toEqual([])
  })

  test('holds a manifest valid against exactly the schemas that are in the zip', async () => {
    const files = unzipSync(await packed(name))
    const schemas = new Map(Object.entries(files).filter(([path]) => /\.(xsd|dtd)$/.test(path)))
    const { namespaces } = targets[name].edition
    for (const file of Object.values(namespaces)) expect(schemas.has(file)).toBe(true)
    expect(await validateManifest(decode(files['imsmanifest.xml']), schemas, namespaces)).toEqual([])
  })

  test('stays valid whatever the title holds', async () => {
    const title = 'Tea & <cake> "to go" \u0000\u000b it’s\n ]]> \ud800 &amp; more'
    const files = unzipSync(await packed(name, courseOf(moduleOf({ title }))))
    const xml = decode(files['imsmanifest.xml'])
    expect(xml).toContain('<title>Tea &amp; &lt;cake> "to go" it’s ]]&gt; \ufffd &amp;amp; more</title>')
    const schemas = new Map(Object.entries(files).filter(([path]) => /\.(xsd|dtd)$/.test(path)))
    expect(await validateManifest(xml, schemas, targets[name].edition.namespaces)).toEqual([])
  })

  test('gives the same bytes for the same course, in order, without directory entries', async () => {
    const [one, two] = [await packed(name), await packed(name)]
    expect(Buffer.compare(one, two)).toBe(0)
    const entries = readEntries(one)
    expect(entries.slice(0, 2).map((entry) => entry.name)).toEqual(['imsmanifest.xml', 'index.html'])
    const rest = entries.slice(2).map((entry) => entry.name)
    expect(rest).toEqual([...rest].sort())
    expect(entries.every((entry) => entry.mode === 0o100644 && !entry.name.endsWith('/'))).toBe(true)
  })
})

test('a schema error is reported by name and line', async () => {
  const target = targets.scorm12
  const shell = await shellOf(target)
  const files = unzipSync(await packed('scorm12'))
  const wrong = decode(files['imsmanifest.xml']).replace('identifierref=', 'identifierreff=')
  const messages = await validateManifest(
    wrong,
    new Map([...shell].filter(([path]) => /\.(xsd|dtd)$/.test(path))),
    target.edition.namespaces,
  )
  expect(messages.join()).toMatch(/imsmanifest\.xml:\d+: .*identifierreff/)
})

test('the time zone of the machine changes nothing', async () => {
  const sums = ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'].map((TZ) => {
    const run = spawnSync(process.execPath, ['--import', 'tsx', join(__dirname, 'print-hash.ts')], {
      cwd: root,
      env: { ...process.env, TZ },
      encoding: 'utf8',
    })
    expect(run.stderr).toBe('')
    return run.stdout.trim()
  })
  const here = createHash('sha256')
    .update(await packed('scorm12'))
    .digest('hex')
  expect(sums).toEqual([here, here, here])
}, 60_000)

test('a course of several modules puts only the packed one into the page', async () => {
  const [four, five] = [moduleOf(), moduleOf({ id: 'other', number: 5, title: 'Another module' })]
  const course = courseOf(four, { modules: [four, five] })
  const target = targets.scorm12
  const zip = await pack(course, [five], await shellOf(target), target)
  const files = unzipSync(zip)
  expect(decode(files['index.html'])).not.toContain('Ana calls Ben.'.repeat(2))
  expect(decode(files['index.html'])).not.toContain('Media Flows')
  expect(decode(files['imsmanifest.xml'])).toContain('identifier="wsqd-05-other"')
})

test('two modules in one package are refused, and the message names them', async () => {
  const [four, five] = [moduleOf(), moduleOf({ id: 'other', number: 5 })]
  await expect(pack(courseOf(), [four, five], new Map(), targets.scorm12)).rejects.toThrow('found 2 (media-flows, other)')
})

test('a player without its script is refused, and the message says what was there', async () => {
  const shell = new Map([...(await shellOf(targets.scorm12))].filter(([path]) => path !== 'player.js'))
  await expect(pack(courseOf(), [moduleOf()], shell, targets.scorm12)).rejects.toThrow('The player has no "player.js"')
})
