import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFolder } from '../../build/files'
import { writeAll } from '../../build/pack/write'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-write-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const text = (value: string) => new TextEncoder().encode(value)

test('writes all files, and reads them back sorted, with forward slashes and without hidden ones', async () => {
  await writeAll(
    folder,
    new Map([
      ['b/c.txt', text('c')],
      ['a.txt', text('a')],
      ['.hidden/x', text('x')],
    ]),
  )
  const files = await readFolder(folder)
  expect([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)])).toEqual([
    ['a.txt', 'a'],
    ['b/c.txt', 'c'],
  ])
})

test('when one cannot be written, none is, and the old ones stay', async () => {
  writeFileSync(join(folder, 'a.zip'), 'old')
  writeFileSync(join(folder, 'taken'), 'a file where a folder is wanted')
  await expect(
    writeAll(
      folder,
      new Map([
        ['a.zip', text('new')],
        ['taken/b.zip', text('new')],
      ]),
    ),
  ).rejects.toThrow()
  expect(readdirSync(folder).sort()).toEqual(['a.zip', 'taken'])
  expect(readFileSync(join(folder, 'a.zip'), 'utf8')).toBe('old')
})

test('a folder that is not there is named, with the cure', async () => {
  await expect(readFolder(join(folder, 'nowhere'))).rejects.toThrow(
    /There is no folder ".*nowhere"\. Expected one to read files from\. Check the path/,
  )
})
