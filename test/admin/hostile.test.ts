/** Zips that `wsqd configure` refuses: each says what was found, and that nothing was written. */
import { zipSync, type Zippable, strToU8, unzipSync } from 'fflate'
import { configure } from '../../build/pack/configure'
import { pack } from '../../build/pack/pack'
import { LIMITS } from '../../build/pack/read-zip'
import { scormTargets as targets } from '../../build/pack/targets'
import { courseOf, shellOf } from '../pack/fixture'

let good: Uint8Array
let files: Record<string, Uint8Array>
beforeAll(async () => {
  good = await pack(courseOf(), courseOf().modules, await shellOf(targets.scorm12), targets.scorm12)
  files = unzipSync(good)
})

/** The good package and something more, zipped by another tool. */
const withMore = (more: Zippable): Uint8Array => zipSync({ ...files, ...more })
const change = (name: string, from: string | RegExp, to: string): Uint8Array =>
  withMore({ [name]: strToU8(new TextDecoder().decode(files[name]).replace(from, to)) })
/** Renames an entry in place, in both of its headers: zip libraries would not write such names. */
function renamed(zip: Uint8Array, from: string, to: string): Uint8Array {
  const bytes = Buffer.from(zip)
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) bytes.write(to, at, 'latin1')
  return bytes
}

const refuses = (zip: Uint8Array, why: RegExp | string) => {
  const attempt = configure(zip, 'x.zip', { settings: { pass: 0.7 } })
  return Promise.all([
    expect(attempt).rejects.toMatchObject({ name: 'Failure' }),
    expect(attempt).rejects.toThrow(why),
    expect(attempt).rejects.toThrow(/^x\.zip: .*Nothing was written\.$/s),
  ])
}

test('the good one is taken, by whichever tool it was zipped', async () => {
  const { bytes } = await configure(withMore({}), 'x.zip', {})
  expect(Buffer.compare(bytes, good)).toBe(0)
})

test.each(['', 'PK', 'not a zip at all, whatever its name says', '<html></html>'])('no zip: %j', (text) =>
  refuses(strToU8(text), `it is no zip that can be read`),
)

test('a zip that was cut', () => refuses(good.subarray(0, good.length - 300), 'no zip that can be read'))
test('a zip that begins late', () => refuses(good.subarray(500), /cannot be trusted|damaged|no zip/))

test.each([
  ['../evil.txt', 'invalid relative path: ../evil.txt'],
  ['/etc/evil.tx', 'absolute path: /etc/evil.tx'],
  ['C:/evil.txt1', 'absolute path: C:/evil.txt1'],
  ['a\\..\\evil12', 'invalid characters in fileName'],
  ['a/../../evil', 'invalid relative path'],
])('a path that leaves the package: %s', (name, why) =>
  refuses(renamed(withMore({ ['x'.repeat(name.length)]: strToU8('x') }), 'x'.repeat(name.length), name), why),
)

test.each(['./evil.txt12', 'a//evil.txt1'])('a path with empty parts: %s', (name) =>
  refuses(renamed(withMore({ xxxxxxxxxxxx: strToU8('x') }), 'xxxxxxxxxxxx', name), `it holds the path "${name}"`),
)

test('a name twice', () =>
  refuses(renamed(withMore({ 'zlayer.js': strToU8('x') }), 'zlayer.js', 'player.js'), 'it holds "player.js" twice'))
test('a name twice in another case', () => refuses(withMore({ 'PLAYER.js': strToU8('x') }), 'it holds "PLAYER.js" twice'))

test('a symbolic link', () =>
  refuses(withMore({ link: [strToU8('/etc/passwd'), { os: 3, attrs: (0o120777 << 16) >>> 0 }] }), '"link" is a symbolic link'))

test('a bomb: 30 MB of nothing in 30 KB', () =>
  refuses(zipSync({ 'a.txt': new Uint8Array(30 * 1024 * 1024) }), /it would unpack to 30\.0 MB or more/))

test('many files', () => {
  const many = Object.fromEntries(
    Array.from({ length: LIMITS.entries + 1 }, (_, index) => [`f${index}`, strToU8('some text that is not short')]),
  )
  return refuses(zipSync(many, { level: 0 }), `it holds more than ${LIMITS.entries} files`)
})

test('a file that says it is smaller than it is', () => {
  const zip = Buffer.from(withMore({ 'zz.txt': new Uint8Array(50_000) }))
  const entry = zip.lastIndexOf('zz.txt') - 46
  zip.writeUInt32LE(10, entry + 24)
  return refuses(zip, /"zz\.txt" in it is damaged \(too many bytes/)
})

test('one byte changed on the way', () => {
  const zip = Buffer.from(zipSync(files, { level: 0 }))
  const at = zip.indexOf('wOF2 inter')
  zip.write('w0F2', at)
  return refuses(zip, '"inter.woff2" in it is damaged (its checksum is another)')
})

test('an encrypted file', () => {
  const zip = Buffer.from(withMore({ 'zz.txt': strToU8('secret') }))
  const entry = zip.lastIndexOf('zz.txt') - 46
  zip.writeUInt16LE(zip.readUInt16LE(entry + 8) | 1, entry + 8)
  return refuses(zip, '"zz.txt" is encrypted')
})

test('a zip of something else', () => refuses(zipSync({ 'letter.txt': strToU8('Dear Ana') }), 'there is no imsmanifest.xml at its root'))
test('a package of another tool', () =>
  refuses(
    zipSync({ 'imsmanifest.xml': files['imsmanifest.xml'] ?? strToU8(''), 'index.html': strToU8('<h1>Hello</h1>') }),
    'index.html has no settings',
  ))
test('ours, packed again with its folder', () =>
  refuses(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, bytes]) => [`module/${name}`, bytes]))),
    'there is no imsmanifest.xml at its root',
  ))

test('settings that are none', () =>
  refuses(change('index.html', /"pass":0\.8/, '"pass":"a lot"'), /the settings in index\.html cannot be read \(pass: /))
test('settings out of range', () =>
  refuses(change('index.html', /"pass":0\.8/, '"pass":1.5'), /pass: a whole number of per cents from 1 to 100/))
test('a setting of a later edition', () =>
  refuses(change('index.html', /"pass":0\.8/, '"pass":0.8,"later":1'), /cannot be read \(all of it: .*later/))
test('a manifest that is no XML', () => refuses(withMore({ 'imsmanifest.xml': strToU8('<manifest') }), 'imsmanifest.xml cannot be read'))
test('a file too many, such as a system leaves behind', () =>
  refuses(withMore({ '.ds_store': strToU8('x') }), /breaks the rules of a package:\n {2}zip-hidden/))
