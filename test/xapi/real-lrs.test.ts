/** Our driver against an LRS that is not ours, by real requests: first on a good day, then through a proxy that does it all kinds of harm. */
import { join } from 'node:path'
import { prng } from '../../src/model/draw'
import { cmi5 } from '../../src/session/drivers/cmi5'
import { brokenRules } from '../../src/xapi/check'
import type { Statement } from '../../src/xapi/statement'
import { FAULTS, startFaultProxy } from '../hosts/fault-proxy'
import { lrsHost, verbOf, type LrsHost } from '../hosts/lrs-host'
import { startRealLrs, type RealLrs } from '../hosts/real-lrs'
import { makeCourse, makeModule } from '../model/make-course'
import { achieved, answered, outcome, scored, visited } from '../session/events'
import { statementsIn, storedIn } from './in-lrs'
import { device, kill, launchedPage, type Device, type LaunchedPage } from './page'

const module4 = makeModule(4, { questions: 8 })
const course = makeCourse({ ...module4, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })
const questions = module4.quiz?.questions ?? []

let lrs: RealLrs
beforeEach(async () => {
  lrs = await startRealLrs(join(__dirname, '../..'))
}, 300_000)
afterEach(() => lrs.stop())

/** The LMS is in this process, the LRS behind real requests. */
const lmsWith = (endpoint: string) => {
  const lms = lrsHost()
  let away = 0
  const host: LrsHost = {
    ...lms,
    async fetch(url, init = {}) {
      const at = new URL(url)
      if (!at.pathname.endsWith('/statements')) return lms.fetch(url, init)
      const headers = { ...(init.headers as Record<string, string>), Authorization: lrs.authorization }
      away++
      return fetch(`${endpoint}statements${at.search}`, { ...init, headers }).finally(() => away--)
    },
  }
  return { host, away: () => away }
}
type Lms = ReturnType<typeof lmsWith>

/** Time leaps while nothing is away, and else runs `haste` times as fast as ours: 50, and the page's 20 s of patience are 0.4 of ours. */
const tick = async (lms: Lms, page: LaunchedPage, haste: number): Promise<void> => {
  const from = performance.now()
  await new Promise((resolve) => setTimeout(resolve, 1))
  await page.advance(lms.away() ? (performance.now() - from) * haste : 400)
}
const until = async <T>(lms: Lms, page: LaunchedPage, what: Promise<T>, haste = 1): Promise<T> => {
  const box: { done?: true } = {}
  void what.then(
    () => (box.done = true),
    () => (box.done = true),
  )
  while (!box.done) await tick(lms, page, haste)
  return what
}
const pass = async (lms: Lms, page: LaunchedPage, ms: number, haste: number): Promise<void> => {
  for (const end = page.now() + ms; page.now() < end && !page.dead();) await tick(lms, page, haste)
}
/** `made` gets all that is said, as it is first kept. */
const recorded = (on: Device, made: Map<string, Statement>): Device => ({
  ...on,
  store: { ...on.store, put: (mail) => (made.set(mail.id, mail.body as Statement), on.store.put(mail)) },
})
const open = async (lms: Lms, on: Device, seed = 1) => {
  const page = launchedPage(lms.host, lms.host.launch(), on)
  const session = await until(lms, page, cmi5({ window: page, course, now: page.now, random: prng(seed) }, on.store).open())
  return { page, session }
}

it('[XAP-1] [CMI-2] a real LRS takes everything a session says, and gives it back as it was said', async () => {
  const made = new Map<string, Statement>()
  const lms = lmsWith(lrs.url)
  const { page, session } = await open(lms, recorded(device(), made))
  session.record(visited())
  for (const question of questions) for (const right of [true, false]) session.record(answered(question, right))
  for (const event of [achieved(), scored(0), scored(1), outcome(true, 1)]) session.record(event)
  expect(await until(lms, page, session.close())).toBe('saved')
  expect(await storedIn(lrs)).toEqual([...made.keys()].sort())
  for (const statement of await statementsIn(lrs)) {
    expect(brokenRules(statement)).toEqual([])
    expect(statement).toMatchObject(JSON.parse(JSON.stringify(made.get(statement.id))) as object)
  }
})

it('[BOX-6] a statement that the LRS holds in other words does not hold up the batch it is in', async () => {
  const made = new Map<string, Statement>()
  const lms = lmsWith(lrs.url)
  const { page, session } = await open(lms, recorded(device(), made))
  session.record(answered(questions[0]!))
  session.record(answered(questions[1]!))
  const [one] = [...made.values()].filter((statement) => verbOf(statement) === 'answered')
  const headers = { Authorization: lrs.authorization, 'X-Experience-API-Version': '1.0.3', 'Content-Type': 'application/json' }
  const other = JSON.stringify({ ...one, timestamp: '2026-01-01T00:00:00.000Z' })
  expect((await fetch(`${lrs.url}statements`, { method: 'POST', headers, body: other })).status).toBe(200)
  expect(await until(lms, page, session.close())).toBe('saved')
  expect(await storedIn(lrs)).toEqual([...made.keys()].sort())
})

it('[BOX-1] [BOX-3] [BOX-6] 500 faults between us and a real LRS, pages killed among them: nothing lost, nothing twice', async () => {
  const random = prng(29)
  let bad = true
  const proxy = await startFaultProxy({
    target: lrs.url,
    next: () => (bad && random() < 0.55 ? FAULTS[Math.floor(random() * FAULTS.length)] : undefined),
    // The longest are longer than the page's patience: it asks again while the first is still under way.
    delay: () => 20 + 500 * random() ** 3,
  })
  const lms = lmsWith(proxy.url)
  const made = new Map<string, Statement>()
  const on = recorded(device(), made)
  let [answers, sessions, kills] = [0, 0, 0]
  while (proxy.total() < 500) {
    const { page, session } = await open(lms, on, ++sessions * 31)
    if (random() < 0.3) page.killedAt = page.effects() + Math.floor(random() * 8)
    for (let i = 0; i < 6 && !page.dead(); i++) {
      session.record(answered(questions[answers % questions.length]!, true, ++answers))
      session.save(`w1-${answers}`)
      await pass(lms, page, 8000 * random(), 50)
    }
    if (page.dead()) kills++
    else if (random() < 0.5) await until(lms, page, session.close(), 50)
    else page.pagehide(false)
    kill(page, on)
  }
  bad = false
  const last = await open(lms, on, 99_991)
  expect(await until(lms, last.page, last.session.close())).toBe('saved')
  await proxy.stop()

  const stored = await statementsIn(lrs)
  const told = [...proxy.done].map(([fault, times]) => `${times} ${fault}`).join(', ')
  process.stdout.write(
    `${proxy.total()} faults (${told}), ${sessions} sessions, ${kills} killed, ${made.size} said, ${stored.length} stored\n`,
  )
  expect(stored.map(({ id }) => id).sort()).toEqual([...made.keys()].sort())
  const attempts = stored
    .filter((statement) => verbOf(statement) === 'answered')
    .map(({ result }) => Object.values(result?.extensions ?? {})[0])
  expect(attempts.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: answers }, (_, i) => i + 1))
  expect(stored.flatMap((statement) => brokenRules(statement))).toEqual([])
  for (const times of proxy.done.values()) expect(times).toBeGreaterThan(30)
}, 120_000)
