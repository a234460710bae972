/** `wsqd build` as people run it: the whole way, in a process of its own. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { lintZip } from '../../build/pack/lint'
import { findingText } from '../../build/pack/lint/finding'
import { launchPage } from '../support/launch-page'
import { root } from './fixture'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-build-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const wsqd = (args: readonly string[], env: Record<string, string> = {}) =>
  spawnSync(process.execPath, ['bin/wsqd.mjs', ...args], { cwd: root, env: { ...process.env, ...env }, encoding: 'utf8' })

interface Printed {
  readonly packages: readonly { readonly file: string; readonly bytes: number; readonly sha256: string; readonly target: string }[]
}

test('writes a package for each standard, clean, and the same bytes in another time zone', () => {
  const runs = ['UTC', 'Pacific/Kiritimati'].map((TZ, index) => {
    const out = join(folder, String(index))
    const run = wsqd(['build', '--module', '04', '--out', out, '--json'], { TZ })
    expect(run.stderr).not.toMatch(/error|defect/i)
    expect(run.status).toBe(0)
    return { out, printed: JSON.parse(run.stdout) as Printed }
  })
  const [first, second] = runs
  const names = ['cmi5', 'scorm12', 'scorm2004-3', 'scorm2004-4', 'tincan'].map((target) => `wsqd-04-media-flows.${target}.zip`)
  expect(readdirSync(first?.out ?? '').sort()).toEqual(['index.html', ...names])
  const [page, again] = [first, second].map((run) => readFileSync(join(run?.out ?? '', 'index.html'), 'utf8'))
  expect(again).toBe(page)
  for (const { sha256 } of first?.printed.packages ?? []) expect(page).toContain(sha256)
  for (const { file, bytes, sha256 } of first?.printed.packages ?? []) {
    const zip = readFileSync(file)
    expect(zip).toHaveLength(bytes)
    expect(createHash('sha256').update(zip).digest('hex')).toBe(sha256)
    expect(lintZip(zip).map(findingText)).toEqual([])
  }
  expect(second?.printed.packages.map((one) => one.sha256)).toEqual(first?.printed.packages.map((one) => one.sha256))
}, 180_000)

test('a course with an error stops the build before anything is written', () => {
  const project = join(folder, 'project')
  cpSync(join(root, 'modules'), join(project, 'modules'), { recursive: true })
  for (const name of ['src', 'node_modules', 'rollup.config.mjs', 'package-lock.json', 'tsconfig.json', '.cache']) {
    if (existsSync(join(root, name))) symlinkSync(join(root, name), join(project, name))
  }
  const screenplay = join(project, 'modules', '04-media-flows', 'screenplay.md')
  writeFileSync(screenplay, `${readFileSync(screenplay, 'utf8')}\n::juggle[ana]\nThis is not a verb.\n`)
  const run = spawnSync(process.execPath, ['--import', 'tsx', 'test/pack/run-build.ts', project, 'out'], { cwd: root, encoding: 'utf8' })
  expect(run.stderr).toMatch(/juggle/)
  expect(run.stderr).toMatch(/\d errors? in the course; nothing was written\./)
  expect(run.status).toBe(1)
  expect(existsSync(join(project, 'out'))).toBe(false)
}, 180_000)

test('an unknown module is refused with the list of those there are', () => {
  const run = wsqd(['build', '--module', '99', '--target', 'scorm12', '--out', join(folder, 'out')])
  expect(run.stderr).toMatch(/There is no module "99"\. The course has .*04 \(media-flows\)/)
  expect(run.status).toBe(1)
  expect(existsSync(join(folder, 'out'))).toBe(false)
}, 180_000)

test('works from any folder', () => {
  const run = spawnSync(process.execPath, [join(root, 'bin/wsqd.mjs'), 'configure', 'no.zip'], { cwd: folder, encoding: 'utf8' })
  expect(run.stderr).toBe('There is no file "no.zip". Give the path of a package. Nothing was written.\n')
  expect(run.status).toBe(1)
})

test('an unknown target is refused with the list of those there are', () => {
  const run = wsqd(['build', '--target', 'scorm13'])
  expect(run.stderr).toContain('Choose from scorm12, scorm2004-3, scorm2004-4, cmi5, tincan.')
  expect(run.status).toBe(1)
})

test('--lms builds what suits that LMS and nothing else, set as it wants it and as one says', () => {
  const run = wsqd(['build', '--module', '04', '--lms', 'CSOD', '--pass', '70', '--attempts', '2', '--out', folder])
  expect(run.status).toBe(0)
  const zip = 'wsqd-04-media-flows.scorm2004-3.zip'
  expect(readdirSync(folder).sort()).toEqual(['index.html', zip])
  const html = strFromU8(unzipSync(readFileSync(join(folder, zip)))['index.html'] ?? new Uint8Array())
  expect(launchPage(html).settings).toMatchObject({ report: 'completed', pass: 0.7, attempts: 2, completeOn: 'both' })
}, 180_000)

test('an unknown LMS is refused with the list of those there are, and --target beside --lms', () => {
  const run = wsqd(['build', '--lms', 'mudle'])
  expect(run.stderr).toMatch(/Known are absorb, blackboard, .*moodle, .*, other\. Take “other”/)
  expect(run.status).toBe(1)
  const both = wsqd(['build', '--lms', 'moodle', '--target', 'scorm12', '--out', join(folder, 'out')])
  expect(both.stderr).toContain('Give --lms or --target, not both: Moodle takes scorm12. Nothing was written.')
  expect(both.status).toBe(1)
})

test.each([
  ['--pass', '0', 'Expected a whole number from 1 to 100'],
  ['--pass', '70.5', 'Expected a whole number from 1 to 100'],
  ['--attempts', '0', 'Expected a whole number from 1 to 99, or "unlimited"'],
  ['--complete-on', 'never', 'Allowed choices are both, screens, quiz'],
  ['--lang', 'fr', 'The player of this edition speaks de, en'],
  ['--lang', '!', 'Expected a language code'],
  ['--theme', 'pink', 'Allowed choices are system, light, dark'],
])('%s %s is refused, with what is expected', (option, value, why) => {
  const run = wsqd(['configure', 'some.zip', option, value])
  expect(run.stderr).toContain(why)
  expect(run.status).toBe(1)
})

test.each(['build', 'configure', 'check', 'preview', 'stats', 'slots', 'translated'])(
  '%s --help says what it does, with examples',
  (command) => {
    const run = wsqd([command, '--help'])
    expect(run.status).toBe(0)
    expect(run.stdout).toMatch(new RegExp(`Usage: wsqd ${command} [^]*Options:[^]*Examples:`))
  },
)
