/** `wsqd relay` as a process: killed with a full queue, and under load with the LRS down. Rules: docs/conformance.md, REL-7, REL-9. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startFakeLrs, type FakeLrs } from './fake-lrs'
import { runLoad } from './load'
import { relayFolder, startProcess, type RelayFolder, type RelayProcess } from './process'
import { until } from './setup'

const root = process.cwd()
let folder: string
let lrs: FakeLrs
let at: RelayFolder
let relay: RelayProcess | undefined
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'wsqd-relay-'))
  lrs = await startFakeLrs()
  at = await relayFolder(folder, lrs.url)
})
afterEach(async () => {
  await relay?.end('SIGKILL')
  await lrs.close()
  rmSync(folder, { recursive: true, force: true })
})
const start = async (): Promise<RelayProcess> => (relay = await startProcess(root, at, lrs.user, lrs.password))
const waiting = async (): Promise<number> => ((await (await fetch(relay?.healthUrl ?? '')).json()) as { waiting: number }).waiting

test('[REL-7] killed three times in the middle of everything, with a full queue: nothing is lost and nothing doubled', async () => {
  // The LRS takes, refuses, loses answers; at last it is well.
  let ill = true
  let turn = 0
  const moods = [503, 503, 'drop', undefined, 503, 'cut', 500, undefined] as const
  lrs.fault = () => (ill ? moods[turn++ % moods.length] : undefined)
  lrs.pedantic = true
  await start()
  const load = runLoad({ url: () => relay?.url ?? '', perSecond: 60, seconds: 6 })
  for (let kills = 0; kills < 3; kills += 1) {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await relay?.end('SIGKILL')
    await start()
  }
  const { sent, answers } = await load
  expect(sent).toHaveLength(360)
  expect(answers.get(200)).toBe(360)
  await until(async () => (await waiting()) > 0 || lrs.statements.size > 0)
  await relay?.end('SIGKILL')
  await start()
  ill = false
  await until(async () => (await waiting()) === 0, 60_000)
  expect([...lrs.statements.keys()].sort()).toEqual(sent.map(({ id }) => id).sort())
  expect(new Set(lrs.times.values())).toEqual(new Set([1]))
  // And with a word of goodbye.
  await relay?.end('SIGTERM')
  expect(relay?.said()).toMatch(/wait from before, and go first/)
  expect(relay?.said()).toMatch(/Stopped\./)
  for (const name of readdirSync(join(folder, 'queue'))) {
    expect(name).not.toBe('lock')
    expect(readFileSync(join(folder, 'queue', name), 'utf8')).not.toContain(lrs.password)
  }
}, 120_000)

test('[REL-9] 200 writes a second for eight seconds with the LRS down for three of them: all arrive, once', async () => {
  await start()
  let down = false
  lrs.fault = () => (down ? 503 : undefined)
  setTimeout(() => (down = true), 2000)
  setTimeout(() => (down = false), 5000)
  const { sent, answers } = await runLoad({ url: () => relay?.url ?? '', perSecond: 200, seconds: 8 })
  expect(sent).toHaveLength(1600)
  // The pages notice nothing.
  expect([...answers]).toEqual([[200, 1600]])
  await until(async () => (await waiting()) === 0, 60_000)
  expect(lrs.statements.size).toBe(1600)
  expect([...lrs.statements.keys()].sort()).toEqual(sent.map(({ id }) => id).sort())
  expect(new Set(lrs.times.values())).toEqual(new Set([1]))
  await relay?.end('SIGTERM')
  const said = relay?.said() ?? ''
  expect(said).toMatch(/The LRS does not take statements \(status 503\)/)
  expect(said).toMatch(/The LRS takes statements again/)
  expect(said).not.toMatch(new RegExp(`learner-|wk-|${lrs.password}`))
}, 120_000)
