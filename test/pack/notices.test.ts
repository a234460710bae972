import { notices, packageOf } from '../../build/pack/notices'
import { root } from './fixture'

test('names the package of a module, scoped or not, nested or not, on every system', () => {
  expect(packageOf('/p/node_modules/preact/dist/preact.module.js')).toBe('preact')
  expect(packageOf('/p/node_modules/@preact/signals/dist/signals.js')).toBe('@preact/signals')
  expect(packageOf('/p/node_modules/a/node_modules/b/index.js')).toBe('b')
  expect(packageOf('C:\\p\\node_modules\\@preact\\signals\\x.js')).toBe('@preact/signals')
  expect(packageOf('/p/src/player/app.ts')).toBeNull()
})

test('holds the licence of each package once, and of the fonts', async () => {
  const text = await notices(root, ['preact', 'preact'])
  expect(text.match(/^preact$/gm)).toHaveLength(1)
  expect(text.match(/SIL Open Font License, Version 1\.1\./g)).toHaveLength(2)
  expect(text).toContain('Jason Miller')
  expect(text).not.toContain('\r')
})

test('a package without a licence is refused by name', async () => {
  await expect(notices(root, ['.bin'])).rejects.toThrow('The package ".bin" is in the player, and its folder has no LICENSE')
})
