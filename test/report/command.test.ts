/** `wsqd report` from files to a folder, and what it refuses. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { runDemo, runPull, runReport } from '../../build/commands/report'
import type { Host } from '../../build/commands/host'
import { Failure } from '../../build/commands/failure'
import { credentials, endpointOf } from '../../build/report/credentials'
import { demoStatements } from '../../src/report/demo/demo-statements'
import type { Course } from '../../src/model/course'
import type { Figures } from '../../src/report/figures'
import { theCourse } from '../support/course'
import { root } from '../support/packages'

jest.setTimeout(120_000)

let folder: string
let course: Course
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-report-'))
  course = (await theCourse()).course
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const said = { out: '', err: '' }
const host = (env: Host['env'] = {}): Host => {
  said.out = said.err = ''
  return {
    root,
    cwd: folder,
    env,
    stdout: (text) => void (said.out += text),
    stderr: (text) => void (said.err += text),
    isTTY: false,
    now: () => Date.UTC(2026, 10, 23, 8),
    exit: () => undefined,
  }
}

test('from a list, from lines, packed or not: the same report; a roster knows who did not start', async () => {
  const some: unknown[] = []
  for (const statement of demoStatements({ course, seed: 1 })) if (some.push(statement) === 3000) break
  writeFileSync(join(folder, 'half.json'), JSON.stringify({ statements: some.slice(0, 2000), more: '' }))
  writeFileSync(
    join(folder, 'rest.ndjson.gz'),
    gzipSync(
      some
        .slice(1500)
        .map((one) => JSON.stringify(one))
        .join('\n'),
    ),
  )
  writeFileSync(join(folder, 'people.csv'), 'account,cohort,label\nnobody.yet,Spring,Nobody Yet\n')
  await runPull(host(), { from: ['half.json', 'rest.ndjson.gz'], store: 'store' })
  expect(said.err).toContain('3,000 of 3,000 statements count.')

  await runReport(host(), { store: 'store', out: 'out', roster: 'people.csv', pseudonyms: true }, course)
  expect(said.out).toBe('out/index.html\n')
  const figures = JSON.parse(readFileSync(join(folder, 'out/figures.json'), 'utf8')) as Figures
  expect(figures.source).toMatchObject({ read: 3000, accepted: 3000, roster: true, pseudonyms: true, demo: false })
  expect(figures.learners.flatMap(({ risks }) => risks).some(({ kind }) => kind === 'never-started')).toBe(true)
  const everything = readdirSync(join(folder, 'out/tables'))
  expect(everything.filter((name) => name.endsWith('.csv'))).toHaveLength(14)
  expect(everything.filter((name) => name.endsWith('.parquet'))).toHaveLength(14)
  const name = (some[0] as { actor: { account: { name: string } } }).actor.account.name
  for (const file of everything) expect(readFileSync(join(folder, 'out/tables', file)).includes(name)).toBe(false)
  expect(JSON.stringify(figures)).not.toContain('Nobody Yet')
  const page = readFileSync(join(folder, 'out/index.html'), 'utf8')
  expect(page).toContain('<h1>WebRTC School Qualified Developer</h1>')
  expect(page).not.toContain('Nobody Yet')

  // Another time: nothing of before.
  await runReport(host(), { store: 'store', out: 'none', until: Date.UTC(2020, 0) }, course)
  const none = JSON.parse(readFileSync(join(folder, 'none/figures.json'), 'utf8')) as Figures
  expect(none.slices[0]?.headline).toMatchObject({ learners: 0, statements: 0 })
})

test('what can’t be done is said with its cure, before anything is asked of anybody', async () => {
  await expect(runPull(host(), {})).rejects.toThrow(/--lrs <url> or --from <files>/)
  await expect(runPull(host(), { from: ['x.txt'], store: 'other' })).rejects.toThrow(Failure)
  expect(() => endpointOf('https://key:secret@lrs.example/xapi/')).toThrow(/holds a password/)
  expect(() => endpointOf('http://lrs.example/xapi/')).toThrow(/expected https/)
  expect(() => endpointOf('lrs.example')).toThrow(/expected an address/)
  expect(endpointOf('http://127.0.0.1:8080/xAPI')).toBe('http://127.0.0.1:8080/xAPI/')
  expect(endpointOf('https://lrs.example/data/xAPI/statements')).toBe('https://lrs.example/data/xAPI/')
  await expect(credentials(host())).rejects.toThrow(/WSQD_LRS_KEY and WSQD_LRS_SECRET/)
})

test('credentials come from the environment, or are asked for without an echo', async () => {
  expect(await credentials(host({ WSQD_LRS_KEY: 'k', WSQD_LRS_SECRET: 's' }))).toBe(`Basic ${Buffer.from('k:s').toString('base64')}`)
  expect(await credentials(host({ WSQD_LRS_AUTH: 'Bearer t' }))).toBe('Bearer t')
  const asked: string[] = []
  const ask = (question: string): Promise<string> => Promise.resolve(asked.push(question) === 1 ? 'k' : 's')
  expect(await credentials({ ...host(), askSecret: ask })).toBe(`Basic ${Buffer.from('k:s').toString('base64')}`)
  expect(asked).toHaveLength(2)
})

test('the demo is a report as any other', async () => {
  await runDemo(host(), { seed: 1, out: 'demo' }, course)
  const figures = JSON.parse(readFileSync(join(folder, 'demo/figures.json'), 'utf8')) as Figures
  expect(figures.source).toMatchObject({ demo: true, roster: true })
  expect(figures.slices[0]?.items[0]?.verdict.kind).toBe('misleads')
})
