/** `npm ci` in a clean clone, on any system, needs a lock that is whole and names no registry. */
import { readFileSync } from 'node:fs'
import { missingFrom } from '../../build/complete-lock.mjs'

type Packages = Parameters<typeof missingFrom>[0] & Readonly<Record<string, { readonly license?: string }>>
const text = readFileSync('package-lock.json', 'utf8')
const real = readFileSync('test/real-lrs/package-lock.json', 'utf8')
const packagesOf = (lock: string): Packages => (JSON.parse(lock) as { readonly packages: Packages }).packages
const copyleft = (lock: string): readonly string[] =>
  Object.entries(packagesOf(lock)).flatMap(([name, { license = '' }]) => (/GPL/.test(license) && !license.includes(' OR ') ? [name] : []))

const locks = [
  ['the lock', text],
  ['the lock of the LRS that tests use', real],
] as const
test.each(locks)('%s has an entry for every optional binary of every system (else: npm run lock)', (_, lock) => {
  expect(missingFrom(packagesOf(lock))).toEqual([])
})

test.each(locks)('%s names no registry', (_, lock) => {
  expect(lock).not.toContain('"resolved"')
})

test('what the GPL binds is of the LRS that tests run beside them, and of nothing that is built', () => {
  expect(copyleft(text)).toEqual([])
  expect(copyleft(real)).toContain('node_modules/@learninglocker/xapi-statements')
})

test('what is missing is found beside its package, above it, or not at all', () => {
  const wants = { optionalDependencies: { 'x-linux-x64': '1.0.0' } }
  expect(missingFrom({ '': {}, 'node_modules/x': wants })).toEqual([['x-linux-x64', '1.0.0', 'node_modules/x']])
  expect(missingFrom({ '': {}, 'node_modules/x': wants, 'node_modules/x-linux-x64': {} })).toEqual([])
  expect(missingFrom({ 'node_modules/a/node_modules/x': wants, 'node_modules/a/node_modules/x-linux-x64': {} })).toEqual([])
  expect(missingFrom({ 'node_modules/a/node_modules/x': wants, 'node_modules/b/node_modules/x-linux-x64': {} })).toHaveLength(1)
})
