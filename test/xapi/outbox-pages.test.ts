/** The outbox where pages go, are two, or are killed. Rules: docs/conformance.md, BOX-4, 5, 6. */
import { prng } from '../../src/model/draw'
import { lrsHost, type Fault } from '../hosts/lrs-host'
import { answered, outcome, visited } from '../session/events'
import { open, pass, questions, settle, verbs } from './cmi5-session'
import { device, kill } from './page'

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
