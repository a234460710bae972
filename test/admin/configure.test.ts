/** `wsqd configure` through its own door: a folder, a zip in it, options; what is then on the disk and what was printed. */
import { createHash } from 'node:crypto'
import { linkSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { runConfigure, type ConfigureOptions } from '../../build/commands/configure'
import { configure } from '../../build/pack/configure'
import { lintZip } from '../../build/pack/lint'
import { pack } from '../../build/pack/pack'
import { packXapi } from '../../build/pack/pack-xapi'
import type { Choices } from '../../build/pack/settings'
import type { EditionName } from '../../manifests/edition'
import { scormTargets as targets } from '../../build/pack/targets'
import { validateManifest } from '../../manifests/validate'
import { readManifest } from '../../build/preview/manifest'
import { makeModule } from '../model/make-course'
import { courseOf, moduleOf, root, shellOf } from '../pack/fixture'
import { launchPage } from '../support/launch-page'

const names = Object.keys(targets) as EditionName[]
const built = async (name: EditionName, choices: Choices = {}) =>
  pack(courseOf(), courseOf().modules, await shellOf(targets[name]), targets[name], choices)
const text = (zip: Uint8Array, name: string) => new TextDecoder().decode(unzipSync(zip)[name])
const xml = (zip: Uint8Array) => text(zip, 'imsmanifest.xml')

const KEY = 'wk-AAAAAAAAAAAAAAAAAAAAAAAA'
const settings = fc.record(
  {
    pass: fc.integer({ min: 1, max: 100 }).map((percent) => percent / 100),
    completeOn: fc.constantFrom('both' as const, 'screens' as const, 'quiz' as const),
    attempts: fc.oneof(fc.constant(null), fc.integer({ min: 1, max: 99 })),
    report: fc.constantFrom('passed' as const, 'completed' as const),
    lang: fc.constantFrom('en', 'en-GB', 'de'),
    theme: fc.constantFrom('system' as const, 'light' as const, 'dark' as const, 'contrast' as const),
    relay: fc.constantFrom(undefined, { url: 'https://lms.example.com/relay', key: KEY }, { url: 'http://127.0.0.1:8790', key: KEY }),
  },
  { requiredKeys: [] },
)
const anyChoices: fc.Arbitrary<Choices> = fc.record({ settings, mastery: fc.boolean() }, { requiredKeys: ['settings'] })

describe.each(names)('%s', (name) => {
  let original: Uint8Array
  beforeAll(async () => {
    original = await built(name)
  })

  test('whatever is chosen: as if it had been built so, clean, and only the page and the manifest differ', async () => {
    await fc.assert(
      fc.asyncProperty(anyChoices, async (choices) => {
        const { bytes, before, after } = await configure(original, 'x.zip', choices)
        expect(lintZip(bytes)).toEqual([])
        expect(Buffer.compare(bytes, await built(name, choices))).toBe(0)
        expect(launchPage(text(bytes, 'index.html')).settings).toEqual({ ...before.settings, ...choices.settings })
        expect(after.mastery).toBe(choices.mastery === true ? after.settings.pass : null)
        const [old, now] = [unzipSync(original), unzipSync(bytes)]
        expect(Object.keys(now)).toEqual(Object.keys(old))
        const differing = Object.keys(old).filter(
          (file) => Buffer.compare(old[file] ?? new Uint8Array(), now[file] ?? new Uint8Array()) !== 0,
        )
        expect(['imsmanifest.xml', 'index.html']).toEqual(expect.arrayContaining(differing))
        const identifiers = (manifest: string) => manifest.match(/identifier(?:ref)?="[^"]*"/g)
        expect(identifiers(xml(bytes))).toEqual(identifiers(xml(original)))
        // And back again: the old bytes.
        const back = await configure(bytes, 'x.zip', { settings: { relay: undefined, ...before.settings }, mastery: false })
        expect(Buffer.compare(back.bytes, original)).toBe(0)
      }),
      { numRuns: 25 },
    )
  }, 120_000)

  test('the pass mark goes into the manifest only where it is asked for, follows it, and stays valid', async () => {
    const with70 = await configure(original, 'x.zip', { settings: { pass: 0.7 }, mastery: true })
    const schemas = new Map(Object.entries(unzipSync(with70.bytes)).filter(([path]) => /\.(xsd|dtd)$/.test(path)))
    expect(await validateManifest(xml(with70.bytes), schemas, targets[name].edition.namespaces)).toEqual([])
    expect(Number(readManifest(xml(with70.bytes), 'x.zip').terms.mastery)).toBe(name === 'scorm12' ? 70 : 0.7)
    const with55 = await configure(with70.bytes, 'x.zip', { settings: { pass: 0.55 } })
    expect(Number(readManifest(xml(with55.bytes), 'x.zip').terms.mastery)).toBe(name === 'scorm12' ? 55 : 0.55)
    expect(xml((await configure(original, 'x.zip', { settings: { pass: 0.55 } })).bytes)).toBe(xml(original))
  })
})

describe.each(['cmi5', 'tincan'] as const)('%s', (standard) => {
  const modules = standard === 'cmi5' ? [moduleOf(), { ...makeModule(5), title: 'Tea' }] : [makeModule(5)]
  const course = { ...courseOf(), modules }
  const made = async (choices: Choices = {}) => packXapi(course, modules, await shellOf(targets.scorm12), standard, choices)

  test('whatever is chosen: as if it had been built so, in every page of it, and back again the old bytes', async () => {
    const original = await made()
    await fc.assert(
      fc.asyncProperty(settings, async ({ relay: _, ...chosen }) => {
        const { bytes, before, after } = await configure(original, 'x.zip', { settings: chosen })
        expect(lintZip(bytes)).toEqual([])
        expect(Buffer.compare(bytes, await made({ settings: chosen }))).toBe(0)
        expect(after.mastery).toBe(standard === 'cmi5' ? after.settings.pass : null)
        expect(Buffer.compare((await configure(bytes, 'x.zip', { settings: before.settings })).bytes, original)).toBe(0)
      }),
      { numRuns: 8 },
    )
  }, 120_000)

  test('who is to judge is no choice there', async () => {
    await expect(configure(await made(), 'x.zip', { mastery: true })).rejects.toThrow(
      standard === 'cmi5' ? 'cmi5.xml always names the pass mark' : 'tincan.xml has no place for a pass mark',
    )
  })
})

describe('on the disk', () => {
  let folder: string
  let zip: Uint8Array
  beforeAll(async () => {
    zip = await built('scorm12')
  })
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'wsqd-configure-'))
    writeFileSync(join(folder, 'a.zip'), zip)
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  async function run(options: ConfigureOptions, file = 'a.zip') {
    const said = { out: '', err: '' }
    const host = {
      root,
      cwd: folder,
      env: {},
      stdout: (line: string) => void (said.out += line),
      stderr: (line: string) => void (said.err += line),
      isTTY: false,
      now: () => 0,
      exit: () => undefined,
    }
    await runConfigure(host, file, options)
    return said
  }

  test('writes beside the zip, leaves it as it is, and prints an aligned table of before and after', async () => {
    const { out, err } = await run({ pass: 0.7, attempts: 3, lmsMastery: true })
    expect(readdirSync(folder).sort()).toEqual(['a.configured.zip', 'a.zip'])
    expect(Buffer.compare(readFileSync(join(folder, 'a.zip')), zip)).toBe(0)
    expect(out).toBe(
      [
        'setting      before     after',
        'pass         80 %       70 %    *',
        'complete-on  both       both',
        'attempts     unlimited  3       *',
        'report       passed     passed',
        'lang         en         en',
        'theme        system     system',
        'lms-mastery  no         70 %    *',
        'relay        none       none',
        'relay-key    none       none',
        '',
      ].join('\n'),
    )
    expect(err).toContain('the LMS may now overwrite the status')
  })

  test('--json says the same to a script, with the checksum of what was written', async () => {
    const { out } = await run({ theme: 'dark', out: 'b.zip', json: true })
    const said = JSON.parse(out) as Record<string, unknown>
    const bytes = readFileSync(join(folder, 'b.zip'))
    expect(said).toMatchObject({
      out: join(folder, 'b.zip'),
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      before: { settings: { theme: 'system' }, mastery: null },
      after: { settings: { theme: 'dark' }, mastery: null },
      changed: ['theme'],
    })
  })

  test('without a choice it shows the settings and writes nothing', async () => {
    expect((await run({})).out).toMatch(/^setting {6}value\npass {9}80 %\n/)
    expect(readdirSync(folder)).toEqual(['a.zip'])
  })

  test('its input is overwritten by --in-place alone, not by --out, nor through a link', async () => {
    linkSync(join(folder, 'a.zip'), join(folder, 'same.zip'))
    await expect(run({ pass: 0.7, out: 'a.zip' })).rejects.toThrow('--out is the zip itself. Give another name, or --in-place')
    await expect(run({ pass: 0.7, out: 'same.zip' })).rejects.toThrow('--out is the zip itself')
    await expect(run({ pass: 0.7, out: 'b.zip', inPlace: true })).rejects.toThrow('Give --out or --in-place, not both')
    expect(Buffer.compare(readFileSync(join(folder, 'a.zip')), zip)).toBe(0)
    await run({ pass: 0.7, inPlace: true })
    expect(launchPage(text(readFileSync(join(folder, 'a.zip')), 'index.html')).settings.pass).toBe(0.7)
  })

  test('a file that is not there, or a folder, is named', async () => {
    await expect(run({ pass: 0.7 }, 'no.zip')).rejects.toThrow('There is no file "no.zip". Give the path of a package.')
    await expect(run({ pass: 0.7 }, '.')).rejects.toThrow('it is a folder')
  })
})
