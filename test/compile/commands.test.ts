/** `wsqd check`, `stats` and `slots` over a folder on disk. */
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { register as check } from '../../build/commands/check'
import { Failure } from '../../build/commands/failure'
import type { Host } from '../../build/commands/host'
import { register as slots } from '../../build/commands/slots'
import { register as stats } from '../../build/commands/stats'
import { register as translated } from '../../build/commands/translated'
import { courses } from './small-course'

// On a clean clone the fonts are cut here for the first time.
jest.setTimeout(60_000)

const project = join(__dirname, '../..')
let root = ''

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'wsqd-'))
  await cp(join(courses, '_base'), join(root, 'modules'), { recursive: true })
  // The fonts come from node_modules, and those already cut from the cache.
  await mkdir(join(project, '.cache'), { recursive: true })
  for (const shared of ['node_modules', '.cache']) await symlink(join(project, shared), join(root, shared), 'junction')
})
afterEach(() => rm(root, { recursive: true }))

async function wsqd(...argv: readonly string[]) {
  const out: string[] = []
  const err: string[] = []
  let code = 0
  const host: Host = {
    root,
    cwd: root,
    env: {},
    isTTY: false,
    stdout: (text) => void out.push(text),
    stderr: (text) => void err.push(text),
    now: () => 0,
    exit: (status) => void (code = status),
  }
  const program = new Command('wsqd').exitOverride()
  for (const register of [check, stats, slots, translated]) register(program, host)
  await program.parseAsync([...argv], { from: 'user' })
  return { code, out: out.join(''), err: err.join('') }
}

test('check finds the missing slots, slots --write gives them, and check is content', async () => {
  const before = await wsqd('check')
  expect(before).toMatchObject({ code: 1, out: '' })
  expect(before.err).toMatch(/modules\/01-knock\/screenplay\.md\n.*WSQD210/)

  expect(await wsqd('slots')).toMatchObject({ out: 'modules/01-knock/slots.lock.json\n  + screen knock\n' })
  await wsqd('slots', '--write')
  expect(JSON.parse(await readFile(join(root, 'modules/01-knock/slots.lock.json'), 'utf8'))).toEqual({
    screens: { knock: 0 },
    predictions: {},
    questions: {},
    goals: {},
  })
  expect((await wsqd('slots')).out).toBe('Every id has its slot.\n')

  const { code, out } = await wsqd('check', '--json')
  const { diagnostics } = JSON.parse(out) as { diagnostics: readonly { code: string; file: string }[] }
  expect(code).toBe(0)
  expect(diagnostics.map((d) => [d.code, d.file])).toEqual([
    ['WSQD303', 'modules/01-knock/screenplay.md'],
    ['WSQD310', 'modules/01-knock/screenplay.md'],
  ])
})

test('stats are a table for people and JSON for machines', async () => {
  await wsqd('slots', '--write')
  const { out } = await wsqd('stats')
  expect(out).toMatch(/^module +narration +quiz +words +screens/)
  expect(out).toMatch(/\n1 .* 0\.1 min .* 1\/1 +network\n$/)
  expect(JSON.parse((await wsqd('stats', '--json')).out)).toMatchObject({ modules: [{ number: 1, words: 6, topics: { missing: [] } }] })
})

test('no slot is given out while the text has errors', async () => {
  await writeFile(join(root, 'modules/01-knock/quiz.yaml'), 'draw: many\n')
  await expect(wsqd('slots', '--write')).rejects.toThrow(Failure)
})

test('a translation is noted, and a changed source is found', async () => {
  await cp(join(courses, 'good-translation'), join(root, 'modules'), { recursive: true })
  await rm(join(root, 'modules/01-knock/translated.de.json'))
  await wsqd('slots', '--write')
  const codes = async (...more: string[]) => {
    const { diagnostics } = JSON.parse((await wsqd('check', '--json', ...more)).out) as {
      diagnostics: readonly { code: string; file: string }[]
    }
    return diagnostics.filter(({ code }) => code.startsWith('WSQD33')).map(({ code, file }) => `${code} ${file.split('/').at(-1)}`)
  }
  expect(await codes()).toEqual([])
  expect(await codes('--lang', 'de')).toEqual(['WSQD333 quiz.de.yaml', 'WSQD333 quiz.de.yaml', 'WSQD333 screenplay.de.md'])
  expect((await wsqd('translated', 'de')).out).toBe('modules/01-knock/translated.de.json\n')
  expect(await codes('--lang', 'de')).toEqual([])

  const source = join(root, 'modules/01-knock/screenplay.md')
  await writeFile(source, (await readFile(source, 'utf8')).replace('Ben answers her.', 'Ben answers\nher at once.'))
  expect(await codes('--lang', 'de')).toEqual(['WSQD332 screenplay.de.md'])
  await expect(wsqd('translated', 'de', 'nobody')).rejects.toThrow('"nobody"')
  expect(await codes('--lang', 'de')).toEqual(['WSQD332 screenplay.de.md'])
  await wsqd('translated', 'de', 'knock')
  expect(await codes('--lang', 'de')).toEqual([])
})
