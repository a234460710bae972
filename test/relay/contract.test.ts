/** What a relay takes and what it refuses, through HTTP. Rules: docs/conformance.md, REL-*. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Statement } from '../../src/xapi/statement'
import { brokenRules } from '../../src/xapi/check'
import { verbs } from '../../src/xapi/vocabulary'
import { answered } from '../session/events'
import { anything, course, IRI, one, say } from './said'
import { HOME, OLD, ORIGIN, setUp, until, type Setup } from './setup'

let setup: Setup
beforeEach(async () => void (setup = await setUp()))
afterEach(() => setup.close())

const reason = async (response: Response): Promise<string> => ((await response.json()) as { error: string }).error
const arrived = (count: number) => until(() => setup.lrs.statements.size >= count)

describe('[REL-1] statements of the profile', () => {
  test('of every kind are taken, and arrive with the ids they had', async () => {
    const sent = anything()
    const response = await setup.post(sent)
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(sent.map(({ id }) => id))
    await arrived(sent.length)
    expect([...setup.lrs.statements.keys()]).toEqual(sent.map(({ id }) => id))
    for (const statement of setup.lrs.statements.values()) expect(brokenRules(statement)).toEqual([])
  })

  test('[REL-3] say whose they are by account alone, whatever they said: home page of the deployment, id of the LMS, no name', async () => {
    const [a, b] = [one(), one('12 Ünï·9')]
    const forged = {
      ...a,
      actor: { ...a.actor, name: 'Ana Lyst', mbox: 'mailto:ana@example.com', account: { homePage: 'https://evil.example', name: 'ana-1' } },
    }
    expect((await setup.post([forged, b])).status).toBe(200)
    await arrived(2)
    expect(setup.lrs.statements.get(a.id)?.actor).toEqual({ objectType: 'Agent', account: { homePage: HOME, name: 'ana-1' } })
    expect(setup.lrs.statements.get(b.id)?.actor).toEqual({ objectType: 'Agent', account: { homePage: HOME, name: '12 Ünï·9' } })
    expect(JSON.stringify([...setup.lrs.statements.values()])).not.toMatch(/Ana Lyst|ana@example|evil/)
  })

  test('[REL-3] verbs are said as the profile says them', async () => {
    const sent = { ...one(), verb: { id: verbs.experienced.id, display: { en: 'hacked' } } }
    expect((await setup.post([sent])).status).toBe(200)
    await arrived(1)
    expect(setup.lrs.statements.get(sent.id)?.verb).toEqual(verbs.experienced)
  })

  test('one by itself, and as application/json', async () => {
    expect((await setup.post(one(), { headers: { 'Content-Type': 'application/json' } })).status).toBe(200)
    await arrived(1)
  })
})

describe('[REL-2] refused, with a status and a plain reason', () => {
  const forged: readonly (readonly [string, number, RegExp, (good: Statement) => unknown])[] = [
    [
      'an activity of somebody else',
      403,
      /is about "https:\/\/other.example\/x"/,
      (good) => ({ ...good, object: { ...good.object, id: 'https://other.example/x' } }),
    ],
    [
      'an IRI that only begins like ours',
      403,
      /expected an activity below/,
      (good) => ({ ...good, object: { ...good.object, id: `${IRI}-evil/m04` } }),
    ],
    [
      'a place that the course has not',
      403,
      /expected an activity below/,
      (good) => ({ ...good, object: { ...good.object, id: `${IRI}/m04/../x` } }),
    ],
    [
      'a foreign parent',
      403,
      /other.example/,
      (good) => ({
        ...good,
        context: { ...good.context, contextActivities: { ...good.context.contextActivities, parent: [{ id: 'https://other.example' }] } },
      }),
    ],
    [
      'another verb',
      403,
      /has the verb/,
      (good) => ({ ...good, verb: { id: 'http://adlnet.gov/expapi/verbs/voided', display: { en: 'voided' } } }),
    ],
    [
      'another category besides',
      403,
      /has the category/,
      (good) => ({
        ...good,
        context: {
          ...good.context,
          contextActivities: {
            ...good.context.contextActivities,
            category: [...(good.context.contextActivities?.category ?? []), { id: 'https://other.example/c' }],
          },
        },
      }),
    ],
    [
      'a reference to a statement',
      400,
      /not of the profile: object/,
      (good) => ({ ...good, object: { objectType: 'StatementRef', id: good.id } }),
    ],
    ['an authority', 400, /not of the profile/, (good) => ({ ...good, authority: good.actor })],
    ['attachments', 400, /not of the profile/, (good) => ({ ...good, attachments: [] })],
    ['an instructor', 400, /not of the profile: context/, (good) => ({ ...good, context: { ...good.context, instructor: good.actor } })],
    [
      'extensions of its own',
      400,
      /not of the profile: context.extensions/,
      (good) => ({ ...good, context: { ...good.context, extensions: { 'https://x.example/y': 1 } } }),
    ],
    ['no learner', 400, /actor/, (good) => ({ ...good, actor: { mbox: 'mailto:ana@example.com' } })],
    ['a blank learner', 400, /actor/, (good) => ({ ...good, actor: { account: { homePage: HOME, name: ' ' } } })],
    ['no id', 400, /not of the profile: id/, ({ id: _, ...good }) => good],
    ['an id that is none', 400, /XAP-1/, (good) => ({ ...good, id: 'x' })],
    ['a visit without its time', 400, /XAP-11/, (good) => ({ ...good, result: undefined })],
    ['a number', 400, /not of the profile/, () => 7],
  ]
  test.each(forged)('%s', async (_, status, says, forge) => {
    const response = await setup.post([one(), forge(one())])
    expect(response.status).toBe(status)
    const said = await reason(response)
    expect(said).toMatch(says)
    expect(said).toMatch(/^Statement 2 of 2/)
    expect(setup.lrs.requests).toEqual([])
  })

  test('an answer without its question', async () => {
    const [sent] = say(answered(course.modules[0]!.quiz!.questions[0]!))
    const { definition: _, ...bare } = sent!.object
    expect(await reason(await setup.post([{ ...sent, object: bare }]))).toMatch(/XAP-7/)
  })

  test('what is no JSON, nothing, and too many', async () => {
    for (const body of ['{', '[]', JSON.stringify(Array.from({ length: 101 }, () => one()))])
      expect((await setup.post(body)).status).toBe(400)
  })

  test.each(['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH'])('%s: it takes, and gives nothing', async (method) => {
    const response = await setup.post('', { method })
    expect(response.status).toBe(405)
    expect(response.headers.get('allow')).toBe('POST, OPTIONS')
    if (method === 'GET') expect(await reason(response)).toMatch(/gives none/)
  })

  test.each(['/', '/activities/state', '/agents/profile', '/statements/x', '/about', '/health'])('there is nothing at %s', async (path) => {
    expect((await setup.post([one()], { path })).status).toBe(404)
    expect((await setup.post('', { path, method: 'GET' })).status).toBe(404)
  })

  test('an oversized body, whether it says its length or not, and nothing of it is kept', async () => {
    const big = JSON.stringify([one()]).padEnd(200_000)
    const response = await setup.post(big)
    expect(response.status).toBe(413)
    const stream = new ReadableStream({
      start(to) {
        for (let i = 0; i < 20; i++) to.enqueue(new TextEncoder().encode(' '.repeat(10_000)))
        to.close()
      },
    })
    const chunked = await fetch(`${setup.relay.url}/statements?key=${setup.config.deployments[0]?.key}`, {
      method: 'POST',
      headers: { Origin: ORIGIN },
      body: stream,
      duplex: 'half',
    } as RequestInit).then(
      ({ status }) => status,
      () => 413,
    )
    expect(chunked).toBe(413)
  })

  test('[REL-4] a key nobody gave, one that was revoked, and one that is revoked while it runs', async () => {
    expect((await setup.post([one()], { key: '' })).status).toBe(401)
    expect((await setup.post([one()], { key: 'wk-000000000000000000000000' })).status).toBe(401)
    const revoked = await setup.post([one()], { key: OLD })
    expect(revoked.status).toBe(403)
    expect(await reason(revoked)).toMatch(/revoked/)
    expect((await setup.post([one()])).status).toBe(200)
    setup.relay.use({ ...setup.config, deployments: setup.config.deployments.map((each) => ({ ...each, revoked: true })) })
    expect((await setup.post([one()])).status).toBe(403)
  })

  test('[REL-5] pages of another origin, of none, and what is no page', async () => {
    for (const origin of ['https://evil.example', 'http://moodle.example', 'https://moodle.example:8443', 'null', '']) {
      const response = await setup.post([one()], { origin })
      expect(response.status).toBe(403)
      expect(response.headers.get('access-control-allow-origin')).toBeNull()
    }
  })
})

test('[REL-5] a preflight of a page of the LMS is answered, another is not', async () => {
  const ask = (origin: string) =>
    fetch(`${setup.relay.url}/statements`, {
      method: 'OPTIONS',
      headers: { Origin: origin, 'Access-Control-Request-Method': 'POST', 'Access-Control-Request-Headers': 'content-type' },
    })
  const good = await ask(ORIGIN)
  expect(good.status).toBe(204)
  expect(good.headers.get('access-control-allow-origin')).toBe(ORIGIN)
  expect(good.headers.get('access-control-allow-methods')).toBe('POST')
  expect(good.headers.get('access-control-allow-credentials')).toBeNull()
  const bad = await ask('https://evil.example')
  expect(bad.status).toBe(403)
  expect(bad.headers.get('access-control-allow-origin')).toBeNull()
})

test('[REL-6] too much from an address or with a key is "later", and another goes on', async () => {
  await setup.close()
  setup = await setUp({ limits: { bodyKB: 128, perAddress: 1, perKey: 1 }, behindProxy: true })
  const from = (address: string, count = 1) =>
    setup.post(
      Array.from({ length: count }, () => one()),
      { headers: { 'X-Forwarded-For': `6.6.6.6, ${address}` } },
    )
  expect((await from('10.0.0.1', 10)).status).toBe(200)
  const tooMuch = await from('10.0.0.1')
  expect(tooMuch.status).toBe(429)
  expect(Number(tooMuch.headers.get('retry-after'))).toBeGreaterThan(0)
  const statuses = await Promise.all(Array.from({ length: 12 }, async () => (await from('10.0.0.2')).status))
  // By the key all of them; by the address the last as well.
  expect(new Set(statuses)).toEqual(new Set([429]))
  expect(setup.log.join('')).toMatch(/refused with 429, address-rate/)
})

test('[REL-8] health is told on a door of its own: counts, and neither learner nor secret', async () => {
  await setup.post([one('ana-1')])
  await setup.post([one()], { origin: 'https://evil.example' })
  await arrived(1)
  await until(async () => ((await (await fetch(setup.relay.healthUrl ?? '')).json()) as { waiting: number }).waiting === 0)
  const text = await (await fetch(setup.relay.healthUrl ?? '')).text()
  expect(JSON.parse(text)).toMatchObject({
    state: 'forwarding',
    waiting: 0,
    forwarded: 1,
    aside: 0,
    lrs: { status: 200, failures: 0 },
    deployments: [
      { name: 'moodle', revoked: false, accepted: 1, refused: { origin: 1 } },
      { name: 'old', revoked: true, accepted: 0, refused: {} },
    ],
  })
  expect(text).not.toMatch(/ana-1|wk-|secret/)
})

test('[REL-8] no line of the log and no answer has a learner, a key, an address or the credential', async () => {
  const answers: string[] = []
  const told = async (response: Response) => answers.push(`${JSON.stringify([...response.headers])}${await response.text()}`)
  setup.lrs.fault = () => (setup.lrs.requests.length < 3 ? 401 : undefined)
  await told(await setup.post(anything()))
  await told(await setup.post([{ ...one('bob-the-learner'), id: 'x' }]))
  await told(await setup.post([one('bob-the-learner')], { key: OLD }))
  await told(await setup.post([one('bob-the-learner')], { origin: 'https://evil.example' }))
  await told(await setup.post('', { method: 'GET' }))
  setup.lrs.hates = ({ verb }) => verb.id.endsWith('scored')
  await until(async () => ((await (await fetch(setup.relay.healthUrl ?? '')).json()) as { aside: number }).aside === 1)
  await setup.relay.close()
  const log = setup.log.join('')
  expect(log).toMatch(/The LRS does not take statements \(status 401: look at the credential\)/)
  expect(log).toMatch(/takes statements again/)
  expect(log).toMatch(/moodle: statements accepted \(\d+\)/)
  expect(log).toMatch(/set aside: the LRS answered 400/)
  for (const text of [log, ...answers])
    expect(text).not.toMatch(new RegExp(`ana-1|bob|wk-|127\\.0\\.0\\.1|${setup.lrs.password}|${btoa(`relay:${setup.lrs.password}`)}`))
  const queue = join(setup.folder, 'queue')
  for (const file of readdirSync(queue)) expect(readFileSync(join(queue, file), 'utf8')).not.toContain(setup.lrs.password)
}, 30_000)
