/** The budgets of size (design: docs/architecture.md, "Budgets"): each is a number that may not grow past its limit. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { unzipSync } from 'fflate'

const KB = 1024
const AUDIO = /\.(mp3|m4a|opus|ogg)$/

interface Built {
  readonly file: string
  readonly target: string
}
const targets = ['scorm12', 'scorm2004-3', 'scorm2004-4', 'cmi5', 'tincan']
let folder: string
let built: readonly Built[]

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-sizes-'))
  const run = spawnSync(process.execPath, ['bin/wsqd.mjs', 'build', '--target', ...targets, '--out', folder, '--json'], {
    encoding: 'utf8',
  })
  if (run.status !== 0) throw new Error(run.stderr)
  built = (JSON.parse(run.stdout) as { packages: readonly Built[] }).packages
}, 180_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const gzip = (bytes: Uint8Array | undefined) => gzipSync(bytes ?? new Uint8Array(), { level: 9 }).length

test.each(['scorm12', 'scorm2004-3', 'scorm2004-4'])('%s: the player is at most 45 KB of script and 10 KB of style, gzipped', (target) => {
  const packages = built.filter((one) => one.target === target)
  expect(packages.length).toBeGreaterThan(0)
  for (const { file } of packages) {
    const files = unzipSync(readFileSync(file))
    expect(files['player.js']?.length).toBeGreaterThan(0)
    expect(gzip(files['player.js'])).toBeLessThanOrEqual(45 * KB)
    expect(gzip(files['player.css'])).toBeLessThanOrEqual(10 * KB)
    // Loaded where a relay is set, beside the player.
    expect(files['relay.js']?.length).toBeGreaterThan(0)
    expect(gzip(files['relay.js'])).toBeLessThanOrEqual(10 * KB)
  }
})

test.each(['cmi5', 'tincan'])('%s: what speaks to an LRS adds at most 25 KB of script, gzipped', (target) => {
  const scriptOf = (of: string) => gzip(unzipSync(readFileSync(built.find((one) => one.target === of)?.file ?? ''))['player.js'])
  expect(scriptOf(target)).toBeGreaterThan(scriptOf('scorm12'))
  expect(scriptOf(target) - scriptOf('scorm12')).toBeLessThanOrEqual(25 * KB)
})

test('every zip is at most 400 KB without audio, and 100 KB more for each module after its first', () => {
  for (const { file } of built) {
    const zip = readFileSync(file)
    const files = Object.entries(unzipSync(zip))
    const audio = files.filter(([name]) => AUDIO.test(name)) // stored, so its size is its share
    const modules = files.filter(([name]) => /^(module-\d+\.json|m\d+\.html)$/.test(name)).length
    const bytes = zip.length - audio.reduce((sum, [, content]) => sum + content.length, 0)
    expect({ file, fits: bytes <= (400 + 100 * Math.max(0, modules - 1)) * KB }).toEqual({ file, fits: true })
  }
})
