/** The preview's LRS by itself: xAPI 1.0.3, as far as a package may lean on it. */
import { join } from 'node:path'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { startPreview } from '../../build/preview/server'
import type { World } from './fixture'
import { AU, launchUnit, startXapiWorld, statementOf, uuid, type Unit } from './xapi-fixture'

const root = join(__dirname, '../..')
let world: World
let unit: Unit
beforeAll(async () => {
  world = await startXapiWorld(root)
})
beforeEach(async () => {
  unit = await launchUnit(world, 'unit.tincan')
})
afterAll(async () => {
  expect(world.errors).toEqual([])
  await world.preview.close()
})
const said = async (response: Response): Promise<string> => `${response.status} ${((await response.json()) as { error: string }).error}`
interface Page {
  readonly statements: readonly { readonly id: string; readonly object: object; readonly verb: object }[]
  readonly more: string
}
const list = async (query: Record<string, string>): Promise<Page> =>
  (await (await unit.lrs(`statements?${new URLSearchParams(query).toString()}`)).json()) as Page

describe('statements', () => {
  it('are stored once: the same again is no harm, another body under the same id is 409', async () => {
    const one = statementOf(unit, 'experienced')
    const first = await unit.post([one, statementOf(unit, 'experienced')])
    expect(await first.json()).toHaveLength(2)
    expect(first.headers.get('x-experience-api-version')).toBe('1.0.3')
    expect(Date.parse(first.headers.get('x-experience-api-consistent-through') ?? '')).not.toBeNaN()
    expect(await (await unit.post(one)).json()).toEqual([one.id])
    expect(await said(await unit.post({ ...one, result: { success: true } }))).toContain('409 ')
    const kept = (await (await unit.lrs(`statements?statementId=${one.id}`)).json()) as Record<string, unknown>
    expect(kept).toMatchObject({ ...one, version: '1.0.3', authority: { account: { name: 'preview' } } })
    expect((await unit.report()).statements.filter(({ statement }) => statement.id === one.id)).toHaveLength(1)
  })

  it('by PUT have the id of the address; all of a batch are taken, or none', async () => {
    const one = statementOf(unit, 'experienced')
    const put = (id: string) => unit.lrs(`statements?statementId=${id}`, { method: 'PUT', body: JSON.stringify(one) })
    expect((await put(one.id)).status).toBe(204)
    expect(await said(await put(uuid()))).toContain('as in the address')
    const good = statementOf(unit, 'experienced')
    expect((await unit.post([good, { ...one, verb: { id: 'https://example.com/other' } }])).status).toBe(409)
    expect((await unit.lrs(`statements?statementId=${good.id}`)).status).toBe(404)
  })

  it('without an id get one, without a time the present one', async () => {
    const { id: _id, timestamp: _timestamp, ...bare } = statementOf(unit, 'experienced')
    const [id] = (await (await unit.post(bare)).json()) as readonly string[]
    const kept = (await (await unit.lrs(`statements?statementId=${id ?? ''}`)).json()) as { timestamp: string; stored: string }
    expect(kept.timestamp).toBe(kept.stored)
  })

  it.each([
    ['no actor', { actor: undefined }, 'statement.actor is nothing; expected an agent'],
    ['two identifiers', { actor: { mbox: 'mailto:a@b.c', openid: 'https://a.b' } }, 'exactly one of mbox'],
    ['a verb that is no IRI', { verb: { id: 'passed' } }, 'statement.verb.id is "passed"; expected an IRI'],
    ['a score of 1.4', { result: { score: { scaled: 1.4 } } }, 'statement.result.score.scaled is 1.4; expected a number from -1 to 1'],
    ['a duration in words', { result: { duration: '9 s' } }, 'expected a duration of ISO 8601'],
    ['a time without a day', { timestamp: '10:00' }, 'expected a time of ISO 8601'],
    ['a null', { result: { success: null } }, 'statement.result.success is null'],
    ['a key of its own', { mood: 'good' }, 'statement.mood is "good"; expected one of id, actor'],
    ['an extension without an IRI', { result: { extensions: { mood: 1 } } }, 'expected keys that are IRIs'],
  ])('with %s are refused: found, expected, where', async (_, more, message) => {
    const answer = await unit.post(statementOf(unit, 'experienced', more))
    expect(answer.status).toBe(400)
    expect(await said(answer)).toContain(message)
  })

  it('are found by every filter, newest first, or as asked', async () => {
    const since = new Date(Date.now() - 1).toISOString()
    const all = ['experienced', 'progressed', 'experienced'].map((verb) => statementOf(unit, verb))
    await unit.post(all)
    const ids = async (query: Record<string, string>) => (await list({ since, ...query })).statements.map(({ id }) => id)
    const [a, b, c] = all.map(({ id }) => id)
    expect(await ids({})).toEqual([c, b, a])
    expect(await ids({ ascending: 'true' })).toEqual([a, b, c])
    expect(await ids({ verb: 'http://adlnet.gov/expapi/verbs/progressed' })).toEqual([b])
    expect(await ids({ activity: 'https://example.com/page' })).toHaveLength(3)
    expect(await ids({ activity: AU })).toEqual([])
    expect(await ids({ activity: AU, related_activities: 'true' })).toHaveLength(3)
    expect(await ids({ agent: JSON.stringify(unit.actor) })).toHaveLength(3)
    expect(await ids({ agent: '{"mbox":"mailto:else@example.com"}' })).toEqual([])
    expect(await ids({ registration: unit.registration, limit: '2' })).toEqual([c, b])
    expect(await ids({ registration: uuid() })).toEqual([])
    expect(await ids({ until: since })).toEqual([])
    const [bare] = (await list({ since, format: 'ids' })).statements
    expect([bare?.object, bare?.verb]).toEqual([{ id: 'https://example.com/page' }, { id: 'http://adlnet.gov/expapi/verbs/experienced' }])
    const canonical = await unit.lrs(`statements?limit=1&format=canonical`, { headers: { 'Accept-Language': 'de' } })
    expect(JSON.stringify(await canonical.json())).toContain('{"name":{"de":"Eine Seite"}}')
    expect(await said(await unit.lrs('statements?verb=passed'))).toContain('"verb" is "passed"; expected an IRI')
    expect(await said(await unit.lrs('statements?verbs=x'))).toContain('400 ')
    expect(await said(await unit.lrs(`statements?statementId=${a ?? ''}&limit=1`))).toContain('beside an id')
  })

  it('come in pages: "more" is relative to the root of the host, and the pages hold each once', async () => {
    const since = new Date(Date.now() - 1).toISOString()
    const all = Array.from({ length: 230 }, () => statementOf(unit, 'experienced'))
    await unit.post(all)
    const seen: string[] = []
    let pages = 0
    for (let next = `statements?since=${since}`; next !== ''; pages++) {
      const page = (await (await unit.lrs(next)).json()) as Page
      seen.push(...page.statements.map(({ id }) => id))
      if (page.more !== '') expect(page.more).toMatch(/^\/lrs\/ada\/unit\.tincan\/statements\?/)
      next = page.more
    }
    expect(pages).toBe(3)
    expect([...seen].reverse()).toEqual(all.map(({ id }) => id))
  })

  it('can be voided, and are then found as voided only', async () => {
    const one = statementOf(unit, 'experienced')
    await unit.post(one)
    const object = { objectType: 'StatementRef', id: one.id }
    const voiding = { ...statementOf(unit, 'voided'), object }
    expect((await unit.post(voiding)).status).toBe(200)
    expect((await unit.lrs(`statements?statementId=${one.id}`)).status).toBe(404)
    expect((await unit.lrs(`statements?voidedStatementId=${one.id}`)).status).toBe(200)
    expect((await list({ limit: '1' })).statements[0]?.id).toBe(voiding.id)
    expect(await said(await unit.post({ ...statementOf(unit, 'voided'), object: { ...object, id: voiding.id } }))).toContain(
      'voids a statement itself',
    )
  })
})

describe('documents', () => {
  const put = (state: string, body: string, headers: Record<string, string> = {}, method = 'PUT') =>
    unit.lrs(unit.state(state), { method, body, headers })

  it('state: written, read with its ETag, joined by POST, listed, deleted', async () => {
    expect((await unit.lrs(unit.state('a'))).status).toBe(404)
    expect((await put('a', '{"x":1}')).status).toBe(204)
    const read = await unit.lrs(unit.state('a'))
    expect(read.headers.get('etag')).toMatch(/^"[0-9a-f]{40}"$/)
    expect(await read.json()).toEqual({ x: 1 })
    await put('a', '{"y":2}', {}, 'POST')
    expect(await (await unit.lrs(unit.state('a'))).json()).toEqual({ x: 1, y: 2 })
    await put('b', 'words', { 'Content-Type': 'text/plain' })
    expect((await unit.lrs(unit.state('b'))).headers.get('content-type')).toBe('text/plain')
    expect(await said(await put('b', '{"y":2}', {}, 'POST'))).toContain('POST joins two JSON objects')
    const all = unit.state('').replace('&stateId=', '')
    expect(await (await unit.lrs(all)).json()).toEqual(['a', 'b'])
    expect(await (await unit.lrs(`${all}&since=${new Date(Date.now() + 1000).toISOString()}`)).json()).toEqual([])
    expect((await unit.lrs(unit.state('a'), { method: 'DELETE' })).status).toBe(204)
    expect(await (await unit.lrs(all)).json()).toEqual(['b'])
    expect((await unit.lrs(all, { method: 'DELETE' })).status).toBe(204)
    expect(await (await unit.lrs(all)).json()).toEqual([])
  })

  it('whoever writes over another version than he read is told so: 412', async () => {
    await put('c', '1')
    const etag = (await unit.lrs(unit.state('c'))).headers.get('etag') ?? ''
    expect((await put('c', '2', { 'If-Match': etag })).status).toBe(204)
    expect(await said(await put('c', '3', { 'If-Match': etag }))).toContain('412 If-Match is')
    expect((await put('c', '3', { 'If-None-Match': '*' })).status).toBe(412)
    expect((await put('new', '3', { 'If-None-Match': '*' })).status).toBe(204)
    expect(await (await unit.lrs(unit.state('c'))).json()).toBe(2)
  })

  it('profiles of agent and activity: not overwritten blindly (409)', async () => {
    for (const resource of [
      `agents/profile?agent=${encodeURIComponent(JSON.stringify(unit.actor))}&profileId=p`,
      `activities/profile?activityId=${AU}&profileId=p`,
    ]) {
      const send = (headers: Record<string, string> = {}) => unit.lrs(resource, { method: 'PUT', body: '{}', headers })
      expect((await send()).status).toBe(204)
      expect((await send()).status).toBe(409)
      expect((await send({ 'If-Match': '*' })).status).toBe(204)
      expect(await (await unit.lrs(resource.replace('&profileId=p', ''))).json()).toContain('p')
      expect((await unit.lrs(resource, { method: 'DELETE' })).status).toBe(204)
      expect((await unit.lrs(resource)).status).toBe(404)
    }
    expect(await said(await unit.lrs('activities/profile?profileId=p'))).toContain('"activityId" is ""; expected an IRI')
  })
})

it('asks for the version and for the token of a launch; about needs neither', async () => {
  expect(await said(await unit.lrs('statements', { headers: { 'X-Experience-API-Version': '0.9' } }))).toContain('is "0.9"; expected 1.0.x')
  const stranger = await unit.lrs('statements', { headers: { Authorization: 'Basic c3RyYW5nZXI=' } })
  expect(await said(stranger)).toContain('401 Authorization is of no session')
  const about = await fetch(new URL('about', unit.params.get('endpoint') ?? ''))
  expect(await about.json()).toEqual({ version: ['1.0.3'] })
  expect(await said(await unit.lrs('statement'))).toContain('404 There is no GET statement here')
  expect(await (await unit.lrs(`agents?agent=${encodeURIComponent(JSON.stringify(unit.actor))}`)).json()).toMatchObject({
    objectType: 'Person',
    name: ['Ada Okafor'],
  })
})

it('keeps everything on disk: another server finds it', async () => {
  const one = statementOf(unit, 'experienced')
  await unit.post(one)
  const again = await startPreview({
    root,
    dist: world.dist,
    attempts: world.attempts,
    port: 0,
    now: () => Date.now(),
    onError: () => undefined,
  })
  const report = await (await fetch(new URL('/api/attempts/ada/unit.tincan', again.url))).text()
  expect(report).toContain(one.id)
  await again.close()
})

it('does what its faults say, and each request is written down', async () => {
  const set = (on: string) => world.get('/api/attempts/ada/unit.tincan/faults', { method: 'POST', body: JSON.stringify({ on }) })
  for (const status of [401, 429, 500, 503]) {
    await set(String(status))
    const answer = await unit.post(statementOf(unit, 'experienced'))
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([status, status === 429 ? '3' : null])
  }
  await set('cut')
  await expect(unit.post(statementOf(unit, 'experienced'))).rejects.toThrow()
  await set('dropped')
  const lost = statementOf(unit, 'experienced')
  await expect(unit.post(lost)).rejects.toThrow()
  await set('delay')
  const start = Date.now()
  expect((await unit.lrs(`statements?statementId=${lost.id}`)).status).toBe(200)
  expect(Date.now() - start).toBeGreaterThan(1900)
  await set('')
  expect((await unit.report()).requests.slice(-7).map(({ status }) => status)).toEqual([401, 429, 500, 503, 0, 200, 200])
  expect(await said(await set('rain'))).toContain('No fault of an LRS "rain"')
})

it('sends statements on to another LRS, and keeps state itself', async () => {
  const got: string[] = []
  let status = 200
  const other = createServer((request, response) => {
    let body = ''
    request.on('data', (part: Buffer) => (body += part.toString()))
    request.on('end', () => {
      got.push(`${request.method ?? ''} ${request.url ?? ''} ${request.headers.authorization ?? ''} ${body.length > 0}`)
      response
        .writeHead(status, { 'Content-Type': 'application/json' })
        .end(request.method === 'GET' ? '{"statements":[],"more":"/data/xAPI/statements?cursor=7"}' : '["x"]')
    })
  })
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const statements = new URL(`http://key:secret@127.0.0.1:${(other.address() as AddressInfo).port}/data/xAPI/statements`)
  const preview = await startPreview({
    root,
    dist: world.dist,
    attempts: join(world.attempts, 'other'),
    port: 0,
    now: () => Date.now(),
    onError: () => undefined,
    statements,
  })
  const there: World = { ...world, preview, get: (path, init) => fetch(new URL(path, preview.url), init) }
  const visitor = await launchUnit(there, 'unit.cmi5')
  expect((await visitor.post(statementOf(visitor, 'passed'))).status).toBe(403)
  expect(got).toEqual([])
  expect((await visitor.post(statementOf(visitor, 'initialized'))).status).toBe(200)
  expect(await (await visitor.lrs('statements?limit=1')).json()).toEqual({ statements: [], more: '/lrs/ada/unit.cmi5/statements?cursor=7' })
  status = 503
  expect((await visitor.post(statementOf(visitor, 'experienced'))).status).toBe(503)
  const key = `Basic ${Buffer.from('key:secret').toString('base64')}`
  expect(got).toEqual([
    `POST /data/xAPI/statements ${key} true`,
    `GET /data/xAPI/statements?limit=1 ${key} false`,
    `POST /data/xAPI/statements ${key} true`,
  ])
  expect((await visitor.report()).statements.map(({ verb }) => verb)).toEqual(['launched', 'initialized'])
  await preview.close()
  other.close()
})
