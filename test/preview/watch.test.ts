import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { watchFolders, type Watching } from '../../build/commands/watch'

let root: string
let watching: Watching
const builds: (readonly string[])[] = []
/** What a build waits for; open unless a test closes it. */
let gate: Promise<void> = Promise.resolve()

const save = (file: string, text: string): void => writeFileSync(join(root, file), text)
async function until(done: () => boolean): Promise<void> {
  for (let tries = 0; !done() && tries < 200; tries++) await new Promise((resolve) => setTimeout(resolve, 25))
}
const quiet = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 400))

beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'wsqd-watch-'))
  mkdirSync(join(root, 'modules/04-flows'), { recursive: true })
  mkdirSync(join(root, 'src'))
  save('modules/04-flows/screenplay.md', 'one')
  builds.length = 0
  gate = Promise.resolve()
  watching = await watchFolders(root, ['modules', 'src'], async (changed) => {
    builds.push(changed)
    await gate
  })
})
afterEach(async () => {
  await watching.close()
  rmSync(root, { recursive: true })
})

it('files that are there from the start cause no build', async () => {
  await quiet()
  expect(builds).toEqual([])
})

it('several files saved together cause one build, which is told all of them', async () => {
  save('modules/04-flows/screenplay.md', 'two')
  save('modules/call.yaml', 'a: 1')
  await until(() => builds.length > 0)
  await quiet()
  expect(builds).toEqual([['modules/04-flows/screenplay.md', 'modules/call.yaml']])
})

it('a file saved while a build runs is built after it, not beside it', async () => {
  let open = (): void => undefined
  gate = new Promise((resolve) => (open = resolve))
  save('modules/04-flows/screenplay.md', 'two')
  await until(() => builds.length === 1)
  save('modules/04-flows/quiz.yaml', '[]')
  await quiet()
  expect(builds).toHaveLength(1)
  open()
  await until(() => builds.length === 2)
  expect(builds[1]).toEqual(['modules/04-flows/quiz.yaml'])
})

it('an editor that writes a new file and renames it over the old one is seen', async () => {
  save('modules/04-flows/.screenplay.swp', 'three')
  renameSync(join(root, 'modules/04-flows/.screenplay.swp'), join(root, 'modules/04-flows/screenplay.md'))
  await until(() => builds.length > 0)
  expect(builds.flat()).toContain('modules/04-flows/screenplay.md')
})

it('what editors leave lying about is no change', async () => {
  for (const name of ['.screenplay.md.swp', 'screenplay.md~', '#screenplay.md#']) save(`modules/04-flows/${name}`, 'x')
  await quiet()
  expect(builds).toEqual([])
})
