import { cmi5 } from '../../src/session/drivers/cmi5'
import type { Session } from '../../src/session/port'
import { brokenRules } from '../../src/xapi/check'
import { prng } from '../../src/model/draw'
import { AU, lrsHost, verbOf, type Fault, type LrsHost } from '../hosts/lrs-host'
import { makeCourse, makeModule } from '../model/make-course'
import { answered, outcome, scored, visited } from '../session/events'
import { device, kill, launchedPage, type Device, type LaunchedPage } from './page'

const module4 = makeModule(4, { questions: 8 })
const course = makeCourse({ ...module4, quiz: module4.quiz && { ...module4.quiz, id: 'media-flows' } })
const questions = module4.quiz?.questions ?? []

/** Lets time pass until what was asked for is there. */
const settle = async <T>(page: LaunchedPage, what: Promise<T>): Promise<T> => {
  const box: { done?: true } = {}
  void what.then(
    () => (box.done = true),
    () => (box.done = true),
  )
  for (let i = 0; i < 4000 && !box.done && !page.dead(); i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await page.advance(250)
  }
  return what
}
const pass = async (page: LaunchedPage, ms = 1000): Promise<void> => {
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await page.advance(ms / 20)
  }
}
const open = async (host: LrsHost, search = host.launch(), on: Device = device(), seed = 1) => {
  const page = launchedPage(host, search, on)
  const driver = cmi5({ window: page, course, now: page.now, random: prng(seed) }, on.store)
  const session = await settle(page, driver.open())
  return { page, session, on }
}
const verbs = (host: LrsHost) => host.order.map(verbOf)
const allOf = (session: Session) => {
  session.record(visited())
  for (const q of questions) session.record(answered(q))
  session.record(scored(1))
  session.record(outcome(true, 1))
  session.save('w1-end')
}

it('[CMI-1] [CMI-2] [CMI-3] a session: preferences, initialized first, all between, terminated last, then the return URL', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  expect(host.requests.slice(0, 4)).toEqual(['POST /fetch/s-1', 'GET activities/state', 'GET agents/profile', 'GET activities/state'])
  allOf(session)
  await pass(page)
  expect(await settle(page, session.close())).toBe('saved')
  expect(host.broken).toEqual([])
  expect(verbs(host)).toEqual([
    'initialized',
    'experienced',
    'progressed',
    ...questions.map(() => 'answered'),
    'scored',
    'completed',
    'passed',
    'terminated',
  ])
  for (const statement of host.order) expect(brokenRules(statement)).toEqual([])
  expect(page.went).toEqual(['https://lms.example/back'])
  expect(page.timers() + page.listeners()).toBe(0)
})

it('[CMI-4] [CMI-5] the LMS names the pass mark; its context lies under every statement, and defined ones are about its activity', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  expect(session.terms).toEqual({ passing: 0.8, moveOn: 'CompletedAndPassed' })
  allOf(session)
  await settle(page, session.close())
  for (const { context } of host.order) expect(context.contextActivities?.grouping?.[0]?.id).toBe('https://webrtcschool.com/xapi/wsqd/m04')
  expect(host.order.filter(({ object }) => object.id === AU).map(verbOf)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
})

it('[CMI-6] a reload keeps the token and the session: the fetch URL is asked once, initialized said once', async () => {
  const host = lrsHost()
  const { page, session, on } = await open(host)
  session.record(visited())
  await pass(page)
  page.pagehide(false)
  await pass(page)
  const again = await open(host, page.location.search, on, 2)
  again.session.record(visited('s-2', 0.5))
  expect(await settle(again.page, again.session.close())).toBe('saved')
  expect(host.requests.filter((one) => one.includes('fetch'))).toHaveLength(1)
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'experienced', 'progressed', 'terminated'])
  expect(page.location.search).toBe('')
  await expect(open(host, '', on)).rejects.toThrow(/was ended/)
})

it('[CMI-7] completed and passed are said once for a registration, whatever later sessions bring; failed never after a pass', async () => {
  const host = lrsHost()
  const on = device()
  for (const seed of [1, 2]) {
    const { page, session } = await open(host, host.launch(), on, seed)
    allOf(session)
    if (seed === 2) session.record(scored(0.1, 2))
    await settle(page, session.close())
  }
  expect(host.broken).toEqual([])
  expect(verbs(host).filter((verb) => verb === 'passed' || verb === 'completed' || verb === 'failed')).toEqual(['completed', 'passed'])
})

it('[CMI-8] a failed attempt is said on leaving, with a score of 0 too; a pass in the same session takes its place, and one later comes after', async () => {
  const host = lrsHost()
  const on = device()
  const first = await open(host, host.launch(), on)
  first.session.record(scored(0))
  await settle(first.page, first.session.close())
  expect(verbs(host)).toEqual(['initialized', 'scored', 'failed', 'terminated'])
  expect(host.order[2]?.result?.score).toEqual({ scaled: 0 })
  const second = await open(host, host.launch(), on, 2)
  expect(second.session.known.score).toBe(0)
  second.session.record(scored(0.5, 2))
  second.session.record(scored(0.9, 3))
  second.session.record(outcome(true, 0.9))
  await settle(second.page, second.session.close())
  expect(verbs(host).slice(4)).toEqual(['initialized', 'scored', 'scored', 'completed', 'passed', 'terminated'])
  expect(host.broken).toEqual([])
})

it.each(['Browse', 'Review'])('[CMI-9] %s records nothing but the session itself', async (launchMode) => {
  const host = lrsHost()
  const { page, session } = await open(host, host.launch({ launchMode }))
  expect(session.mode).toBe('review')
  allOf(session)
  await settle(page, session.close())
  expect(verbs(host)).toEqual(['initialized', 'terminated'])
  expect(host.states.size).toBe(1)
})

it.each([
  [null, { languages: [] }],
  [
    { languagePreference: 'sv-SE, de,en-US', audioPreference: 'off' },
    { languages: ['sv-SE', 'de', 'en-US'], sound: false },
  ],
  [
    { languagePreference: '../de', audioPreference: 'on' },
    { languages: [], sound: true },
  ],
  ['loud', { languages: [] }],
])('[CMI-13] the preferences %j are read as %j', async (preferences, read) => {
  const host = lrsHost()
  host.preferences = preferences
  const { page, session } = await open(host)
  expect(session.preferences).toEqual(read)
  await settle(page, session.close())
})

it('[CMI-10] a launch that is broken says what was found and what was expected', async () => {
  const host = lrsHost()
  const search = host.launch()
  await expect(open(host, search.replace(/fetch=[^&]*&/, ''))).rejects.toThrow(/no "fetch"; expected endpoint, fetch/)
  await expect(open(host, '')).rejects.toMatchObject({ code: 'noLaunch' })
  await open(host, search)
  await expect(open(host, search)).rejects.toMatchObject({ code: 'usedToken', message: expect.stringContaining('error 1') })
  const next = host.launch()
  host.states.delete('LMS.LaunchData')
  await expect(open(host, next)).rejects.toMatchObject({ code: 'noLaunchData', message: expect.stringContaining('status 404') })
  const other = host.launch().replace('lrs.example%2Fxapi', 'lrs.example%2Fnowhere')
  await expect(open(host, other)).rejects.toMatchObject({ code: 'noLaunchData' })
})

it('[BOX-1] [BOX-2] what cannot be sent is kept and sent again, and the learner sees which', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  const heard: string[] = []
  session.onDelivery((state) => void heard.push(state))
  await pass(page)
  host.fault = () => 503
  session.record(visited())
  await pass(page, 5000)
  host.fault = () => undefined
  await pass(page, 70_000)
  expect(heard.slice(heard.indexOf('retrying'))).toEqual(['retrying', 'saved'])
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed'])
})

it('[BOX-2] [LIFE-10] what is kept for the next commit is not "saving": nothing is on its way', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const heard: string[] = []
  session.onDelivery((state) => void heard.push(state))
  const { fetch } = page
  let answer = (): void => undefined
  const late = (url: string, init: RequestInit) =>
    init.method === 'POST' ? new Promise<Response>((resolve) => (answer = () => resolve(fetch(url, init)))) : fetch(url, init)
  Object.assign(page, { fetch: late })
  session.record(visited())
  session.save('w1-a')
  await pass(page)
  expect(heard.at(-1)).toBe('saving')
  session.save('w1-b')
  answer()
  await pass(page)
  expect(heard.at(-1)).toBe('saved')
  expect(await session.flush()).toBe('saved')
  expect(JSON.stringify([...host.states.values()])).toContain('w1-b')
})

it('[BOX-1] an LRS that says when to come back is not asked before, whatever is said meanwhile', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const posts = (): number => host.requests.filter((one) => one === 'POST statements').length
  host.fault = () => (host.requests.at(-1) === 'POST statements' ? 429 : undefined)
  session.record(visited())
  await pass(page, 100)
  const before = posts()
  host.fault = () => undefined
  session.record(answered(questions[0]!))
  await pass(page, 2800)
  expect(posts()).toBe(before)
  await pass(page, 400)
  expect(posts()).toBe(before + 1)
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'answered'])
})

it('[BOX-3] what an LMS never took before the end is sent at the next launch of the same activity', async () => {
  const host = lrsHost()
  const { page, session, on } = await open(host)
  await pass(page)
  host.fault = () => 'cut'
  allOf(session)
  expect(await settle(page, session.close())).toBe('lost')
  expect(session.keepsHere()).toBe(true)
  host.fault = () => undefined
  const next = await open(host, host.launch(), on, 2)
  await settle(next.page, next.session.close())
  expect(host.broken).toEqual([])
  expect(verbs(host).filter((verb) => verb === 'answered')).toHaveLength(questions.length)
  expect(verbs(host).filter((verb) => verb === 'terminated')).toHaveLength(2)
})

it('[CMI-12] [BOX-3] where an abandoned session takes nothing more, the next one tells what was done in it: ids and times stay', async () => {
  const host = lrsHost()
  host.abandons = true
  const { page, session, on } = await open(host)
  await pass(page)
  host.fault = () => 'cut'
  allOf(session)
  expect(await settle(page, session.close())).toBe('lost')
  host.fault = () => undefined
  const looking = await open(host, host.launch({ launchMode: 'Review' }), on, 2)
  await settle(looking.page, looking.session.close())
  expect(verbs(host)).toEqual(['initialized', 'initialized', 'terminated'])
  const next = await open(host, host.launch(), on, 3)
  expect(await settle(next.page, next.session.close())).toBe('saved')
  const told = host.order.slice(4)
  const late = told.slice(0, -1)
  expect(told.slice(-1).map(verbOf)).toEqual(['terminated'])
  expect(late.map(verbOf)).toEqual(['experienced', 'progressed', ...questions.map(() => 'answered'), 'scored', 'completed', 'passed'])
  for (const statement of late) {
    expect(brokenRules(statement)).toEqual([])
    expect(statement.context.extensions).toMatchObject({ 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's-3' })
  }
  expect(new Set(host.broken)).toEqual(new Set(['9.3.6.0-2']))
})

it('[BOX-7] a refusal for good is never called saved', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const { fetch } = page
  Object.assign(page, {
    fetch: (url: string, init: RequestInit) =>
      init.method === 'POST' && String(init.body).includes('answered')
        ? Promise.resolve(new Response('', { status: 400 }))
        : fetch(url, init),
  })
  session.record(answered(questions[0]!))
  await pass(page, 5000)
  session.record(visited())
  expect(await settle(page, session.close())).toBe('lost')
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'terminated'])
})

it('[CMI-11] a launch waits for a store that does not answer yet, and begins nothing beside a place it cannot read', async () => {
  const host = lrsHost()
  const on = device()
  const first = await open(host, host.launch(), on)
  first.session.save('w1-kept')
  await settle(first.page, first.session.close())
  let down = 3
  host.fault = () => (host.requests.at(-1)?.includes('fetch') || down-- <= 0 ? undefined : 503)
  expect((await open(host, host.launch(), on, 2)).session.resumed).toBe('w1-kept')
  host.fault = () =>
    host.requests.length && host.requests.at(-1) === 'GET activities/state' && host.requests.at(-2) !== 'POST /fetch/s-3' ? 503 : undefined
  await expect(open(host, host.launch(), on, 3)).rejects.toMatchObject({ code: 'noAnswer', message: expect.stringContaining('status 503') })
  expect(JSON.stringify([...host.states.values()])).toContain('w1-kept')
})

it('[BOX-4] the page goes: what waits leaves at once, in a request that outlives it', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const sent: RequestInit[] = []
  const { fetch } = page
  Object.assign(page, { fetch: (url: string, init: RequestInit) => (sent.push(init), fetch(url, init)) })
  session.record(visited())
  session.save('w1-now')
  page.pagehide(false)
  expect(sent.map(({ method, keepalive }) => [method, keepalive])).toEqual([
    ['POST', true],
    ['PUT', true],
  ])
  await pass(page)
  expect(verbs(host)).toContain('experienced')
  expect(JSON.stringify([...host.states.values()])).toContain('w1-now')
})

it('[BOX-4] a page that is closed is hidden first: what one request has no room for leaves in the other', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  host.fault = () => 503
  for (let i = 0; i < 30; i++) session.record(answered(questions[i % questions.length]!, true, i + 1))
  await pass(page)
  const sent: string[] = []
  const { fetch } = page
  Object.assign(page, { fetch: (url: string, init: RequestInit) => (sent.push(String(init.body)), fetch(url, init)) })
  host.fault = () => undefined
  page.hide()
  page.pagehide(false)
  expect(Math.max(...sent.map(({ length }) => length))).toBeLessThan(32_000)
  await pass(page)
  expect(verbs(host).filter((verb) => verb === 'answered')).toHaveLength(30)
})

it('[BOX-5] two windows of one session take turns: each statement once, nothing out of order', async () => {
  const host = lrsHost()
  const on = device()
  const search = host.launch()
  const one = await open(host, search, on, 1)
  const two = await open(host, '', on, 2)
  for (const [i, { session }] of [one, two, one, two].entries()) session.record(visited(`s-${i}`, i / 4))
  for (const { session } of [one, two]) session.record(outcome(true, 1))
  await Promise.all([pass(one.page, 5000), pass(two.page, 5000)])
  expect(host.broken).toEqual([])
  expect(verbs(host).filter((verb) => verb === 'experienced')).toHaveLength(4)
  expect(verbs(host).filter((verb) => ['initialized', 'completed', 'passed'].includes(verb))).toEqual([
    'initialized',
    'completed',
    'passed',
  ])
})

const FAULTS: readonly Fault[] = ['cut', 'drop', 'hang', 401, 429, 500, 503]
it('[BOX-6] 150 sessions killed at random, against an LRS that cuts, hangs, forgets tokens and loses its answers: nothing lost, nothing twice', async () => {
  const host = lrsHost()
  const random = prng(11)
  const on = device()
  let [faults, kills, recorded] = [0, 0, 0]
  for (let seed = 1; seed <= 150; seed++) {
    host.fault = () => undefined
    const { page, session } = await open(host, host.launch(), on, seed * 31)
    host.fault = () => (random() < 0.4 ? (faults++, FAULTS[Math.floor(random() * FAULTS.length)]) : undefined)
    if (random() < 0.5) page.killedAt = page.effects() + Math.floor(random() * 8)
    for (let i = 0; i < 3 && !page.dead(); i++) {
      session.record(answered(questions[i]!))
      recorded++
      session.save(`w1-${seed}-${i}`)
      await pass(page, 30_000 * random())
    }
    if (page.dead()) kills++
    else if (seed % 3 === 0) page.pagehide(false)
    await pass(page, 500)
    kill(page, on)
  }
  host.fault = () => undefined
  const last = await open(host, host.launch(), on, 99_991)
  await settle(last.page, last.session.close())
  const stored = verbs(host).filter((verb) => verb === 'answered').length
  process.stdout.write(`${faults} faults, ${kills} kills, ${recorded} answers recorded, ${stored} stored\n`)
  expect(host.broken).toEqual([])
  expect(stored).toBe(recorded)
  expect(verbs(host).filter((verb) => verb === 'initialized')).toHaveLength(151)
}, 120_000)
