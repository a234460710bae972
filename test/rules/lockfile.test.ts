/** `npm ci` in a clean clone, on any system, needs a lock that is whole and names no registry. */
import { readFileSync } from 'node:fs'
import { missingFrom } from '../../build/complete-lock.mjs'

const text = readFileSync('package-lock.json', 'utf8')

test('the lock has an entry for every optional binary of every system (else: npm run lock)', () => {
  expect(missingFrom((JSON.parse(text) as { packages: Parameters<typeof missingFrom>[0] }).packages)).toEqual([])
})

test('the lock names no registry', () => {
  expect(text).not.toContain('"resolved"')
})

test('what is missing is found beside its package, above it, or not at all', () => {
  const wants = { optionalDependencies: { 'x-linux-x64': '1.0.0' } }
  expect(missingFrom({ '': {}, 'node_modules/x': wants })).toEqual([['x-linux-x64', '1.0.0', 'node_modules/x']])
  expect(missingFrom({ '': {}, 'node_modules/x': wants, 'node_modules/x-linux-x64': {} })).toEqual([])
  expect(missingFrom({ 'node_modules/a/node_modules/x': wants, 'node_modules/a/node_modules/x-linux-x64': {} })).toEqual([])
  expect(missingFrom({ 'node_modules/a/node_modules/x': wants, 'node_modules/b/node_modules/x-linux-x64': {} })).toHaveLength(1)
})
