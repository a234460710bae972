/** A pull is the same however it is cut, says what is wrong, and holds no more than a page. */
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PullError, statementPages } from '../../src/report/pull/pages'
import { pull } from '../../src/report/pull/pull'
import { openDuckdb } from '../../src/report/sql/duckdb-engine'
import type { Engine } from '../../src/report/sql/engine'
import { Store } from '../../src/report/store/store'
import { demoStatements, DEMO_AS_OF } from '../../src/report/demo/demo-statements'
import { makeCourse, makeModule } from '../model/make-course'
import { ENDPOINT, fakeLrs, type FakeLrs } from './fake-lrs'

jest.setTimeout(60_000)

const course = makeCourse(makeModule(1, { questions: 0 }), makeModule(2, { questions: 8 }))
const AUTH = 'Basic a2V5OnRvcC1zZWNyZXQ='
const VOIDED = { id: 'http://adlnet.gov/expapi/verbs/voided' }

/** Stored in the order of time, a second apart; the last one voids the tenth. */
const told = (n: number): Record<string, unknown>[] => {
  const all: Record<string, unknown>[] = []
  for (const statement of demoStatements({ course, seed: 3 })) {
    if (all.length === n) break
    all.push({ ...statement, stored: new Date(DEMO_AS_OF - 5_000_000 + all.length * 1000).toISOString() })
  }
  const [first] = all
  const voiding = {
    ...first,
    id: '7b0f3c1e-0000-4000-8000-000000000001',
    verb: VOIDED,
    object: { objectType: 'StatementRef', id: all[9]?.['id'] },
  }
  return [...all.slice(0, -1), { ...voiding, stored: all.at(-1)?.['stored'] }]
}

let engine: Engine
let folder: string
let stores = 0
beforeAll(async () => {
  engine = await openDuckdb({ spill: null, memory: '300MB', threads: 1 })
  folder = mkdtempSync(join(tmpdir(), 'wsqd-pull-'))
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

const newFolder = (): string => join(folder, String(++stores))
const waits: number[] = []
const from = (lrs: FakeLrs, at: string, limit = 50) => {
  const pages = statementPages({
    endpoint: ENDPOINT,
    auth: AUTH,
    window: { fetch: lrs.fetch, setTimeout: () => 0, clearTimeout: () => undefined },
    now: () => 0,
    sleep: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
  const store = new Store(at, course.iri, engine)
  return { store, run: () => pull({ store, pages, terms: { iri: course.iri, now: DEMO_AS_OF }, source: ENDPOINT, limit }) }
}
const table = async (store: Store): Promise<string> => {
  await store.seal()
  const rows = await engine.rows(`SELECT * FROM ${store.facts()} ORDER BY id`)
  await store.close()
  return JSON.stringify(rows)
}

test('cut three times in the middle and run again, it is the same table as in one go', async () => {
  const lrs = fakeLrs(told(1600))
  const whole = from(lrs, newFolder())
  expect(await whole.run()).toBe(1600)
  const expected = await table(whole.store)
  expect((JSON.parse(expected) as unknown[]).length).toBe(1598)

  const at = newFolder()
  for (const cut of [6, 9, 8]) {
    const part = from(lrs, at)
    const begun = lrs.requests.length
    lrs.fault = (request) => (request - begun >= cut ? 'cut' : undefined)
    await expect(part.run()).rejects.toThrow(PullError)
    await part.store.close()
    // What a kill in the middle of a write leaves.
    appendFileSync(join(at, 'facts.ndjson'), '{"id":"half of a row')
    lrs.fault = () => undefined
  }
  const begun = lrs.requests.length
  const last = from(lrs, at)
  const rest = await last.run()
  expect(rest).toBeLessThan(1000)
  expect(lrs.requests[begun]).toContain('/statements/more?')
  expect(await table(last.store)).toBe(expected)
})

test('a link that no longer works costs a few minutes of statements again, and none twice', async () => {
  const lrs = fakeLrs(told(1000))
  const whole = from(lrs, newFolder())
  await whole.run()
  const expected = await table(whole.store)

  const at = newFolder()
  const part = from(lrs, at)
  const begun = lrs.requests.length
  lrs.fault = (request) => (request - begun > 10 ? 'cut' : undefined)
  await expect(part.run()).rejects.toThrow(PullError)
  await part.store.close()
  lrs.fault = () => undefined
  lrs.forgets = true
  const next = from(lrs, at, 1000)
  expect(await next.run()).toBeGreaterThan(500)
  expect(await table(next.store)).toBe(expected)
})

test('the next pull asks from five minutes before the newest, whatever the order of pages, and adds what came late', async () => {
  for (const newestFirst of [false, true]) {
    const all = told(600)
    const late = all.splice(550, 1)[0]!
    const lrs = fakeLrs(all)
    lrs.newestFirst = newestFirst
    const at = newFolder()
    const first = from(lrs, at)
    await first.run()
    await first.store.seal()
    await first.store.close()
    lrs.statements.push(late)
    const begun = lrs.requests.length
    const second = from(lrs, at)
    expect(await second.run()).toBeLessThan(400)
    const newest = all
      .map(({ stored }) => String(stored))
      .sort()
      .at(-1)!
    expect(new URL(lrs.requests[begun]!, ENDPOINT).searchParams.get('since')).toBe(new Date(Date.parse(newest) - 300_000).toISOString())
    expect((JSON.parse(await table(second.store)) as unknown[]).length).toBe(598)
  }
})

test('asks for our course and what belongs to it, oldest first', async () => {
  const lrs = fakeLrs(told(10))
  const { run, store } = from(lrs, newFolder())
  await run()
  await store.close()
  const asked = new URL(lrs.requests[0]!, ENDPOINT)
  expect(asked.pathname).toBe('/data/xAPI/statements')
  expect(Object.fromEntries(asked.searchParams)).toEqual({
    activity: course.iri,
    related_activities: 'true',
    ascending: 'true',
    limit: '50',
  })
})

test('waits where it is asked to, longer each time, and gives up with the cure', async () => {
  const lrs = fakeLrs(told(100))
  const faults = [429, 500, 'torn', 503, 'cut'] as const
  lrs.fault = (request) => faults[request - 2]
  waits.length = 0
  const { run, store } = from(lrs, newFolder())
  expect(await run()).toBe(100)
  expect(waits).toEqual([7000, 2000, 4000, 8000, 15_000])
  await store.close()

  lrs.fault = () => 503
  const other = from(lrs, newFolder())
  await expect(other.run()).rejects.toThrow(/status 503.*run the same command again/)
  await other.store.close()
  for (const status of [401, 403]) {
    lrs.fault = () => status
    const refused = from(lrs, newFolder())
    await expect(refused.run()).rejects.toThrow(/WSQD_LRS_KEY/)
    await refused.store.close()
  }
})

test('a next page on another host is not asked for, and gets no credentials', async () => {
  const lrs = fakeLrs(told(100))
  const asked: string[] = []
  const lying: FakeLrs = {
    ...lrs,
    fetch: async (url, init) => {
      asked.push(url)
      const page = (await (await lrs.fetch(url, init)).json()) as object
      return new Response(JSON.stringify({ ...page, more: 'https://evil.example/statements?cursor=1' }))
    },
  }
  const { run, store } = from(lying, newFolder())
  await expect(run()).rejects.toThrow(/said to be at https:\/\/evil.example; expected https:\/\/lrs.example/)
  expect(asked.every((url) => url.startsWith('https://lrs.example/'))).toBe(true)
  await store.close()
})

test('credentials are in the requests and in no file', async () => {
  const lrs = fakeLrs(told(200))
  const at = newFolder()
  const { run, store } = from(lrs, at)
  await run()
  await table(store)
  expect([...lrs.auths]).toEqual([AUTH])
  const files = readdirSync(at).filter((name) => statSync(join(at, name)).isFile())
  expect(files).toContain('checkpoint.json')
  for (const name of files) expect(readFileSync(join(at, name)).includes('a2V5')).toBe(false)
})
