import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import type { AttemptReport } from '../../build/preview/api'
import type { Entry } from '../../build/preview/catalogue'
import { startPreview } from '../../build/preview/server'
import type { Launching, Post } from '../../build/preview/types'
import { fixtureZip, startWorld, type World } from './fixture'

const root = process.cwd()
let world: World
beforeEach(async () => {
  world = await startWorld(root)
})
afterEach(async () => {
  await world.preview.close()
  expect(world.errors).toEqual([])
})

const json = async <T>(path: string, init?: RequestInit): Promise<T> => (await world.get(path, init)).json() as Promise<T>
const launch = (id: string, mode = 'normal', learner = 'ada'): Promise<Launching> =>
  json(`/api/attempts/${learner}/${id}/launch`, { method: 'POST', body: JSON.stringify({ mode }) })
const store = (launching: Launching, cmi: Post['cmi'], kind: Post['kind'] = 'commit', sequence = 1): Promise<Response> => {
  const { attempt, session } = launching
  const post: Post = { attempt, session, sequence, kind, initialised: true, cmi, calls: [] }
  // As sendBeacon does it: text, not JSON by its type.
  return world.get(`/api/attempts/${launching.learner}/${launching.package}/post`, {
    method: 'POST',
    body: JSON.stringify(post),
    headers: { 'Content-Type': 'text/plain;charset=UTF-8' },
  })
}
const report = (id: string, learner = 'ada'): Promise<AttemptReport> => json(`/api/attempts/${learner}/${id}`)
/** fetch resolves dots before it asks, so a path is sent as it stands. */
const ask = (path: string, headers: Record<string, string> = {}): Promise<number> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(world.preview.url)
    const asked = request({ hostname, port, path, headers }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject).end()
  })

describe('the server', () => {
  test('takes the next port when one is taken', async () => {
    const taken = Number(new URL(world.preview.url).port)
    const { dist, attempts } = world
    const second = await startPreview({ root, dist, attempts, port: taken, now: () => 0, onError: () => undefined })
    expect(Number(new URL(second.url).port)).toBeGreaterThan(taken)
    await second.close()
  })

  test('answers to this machine and to its own pages only', async () => {
    expect(await ask('/', { Host: 'evil.example' })).toBe(421)
    expect(await ask('/', { Origin: 'https://evil.example' })).toBe(403)
    expect(await ask('/')).toBe(200)
  })

  test('says what is wrong, for a page and for a script', async () => {
    const page = await world.get('/launch/nothing?learner=ada', { headers: { Accept: 'text/html' } })
    expect(page.status).toBe(404)
    expect(await page.text()).toContain('No package &#34;nothing&#34;')
    const script = await world.get('/launch/fixture.scorm12?learner=nobody')
    expect(await script.json()).toEqual({ error: 'No learner "nobody": expected ada, bjorn, chen.' })
  })
})

describe('the style sheets', () => {
  test('every one there is, is linked by the pages and served', async () => {
    const home = await (await world.get('/')).text()
    const linked = [...home.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href]) => href ?? '')
    const there = readdirSync(join(root, 'build/preview/web/css')).map((file) => `/web/css/${file}`)
    expect([...linked].sort()).toEqual(there.sort())
    for (const href of linked) {
      const sheet = await world.get(href)
      expect([href, sheet.status, sheet.headers.get('content-type')]).toEqual([href, 200, 'text/css'])
      expect(await sheet.text()).toContain('{')
    }
  })
})

describe('the catalogue', () => {
  test('lists every zip, three learners each, and what a broken one lacks', async () => {
    const entries = await json<readonly Entry[]>('/api/catalogue')
    expect(entries.map(({ id, standard }) => [id, standard])).toEqual([
      ['fixture.scorm12', 'SCORM 1.2'],
      ['fixture.scorm2004-3', 'SCORM 2004 3rd Edition'],
      ['fixture.scorm2004-4', 'SCORM 2004 4th Edition'],
      ['torn', ''],
    ])
    expect(entries[0]?.learners.map(({ name, state }) => [name, state.label])).toEqual([
      ['Ada Okafor', 'not attempted'],
      ['Björn Åkesson', 'not attempted'],
      ['Chen Li', 'not attempted'],
    ])
    expect(entries[3]?.error).toContain('torn.zip is no zip that can be read')
    const page = await (await world.get('/')).text()
    expect(page).toContain('Cannot be launched.')
    expect(page).toContain('A fixture &#38; its &#60;title&#62;')
    expect(page).not.toContain('<title>A fixture')
  })

  test.each([
    ['no manifest', { 'readme.txt': new Uint8Array(3) }, 'has no imsmanifest.xml, cmi5.xml or tincan.xml at its root (found none)'],
    ['a manifest in a folder', { 'course/imsmanifest.xml': new Uint8Array(3) }, 'found it as "course/imsmanifest.xml"'],
    ['a path that leaves', { '../evil.js': new Uint8Array(3) }, 'a path that leaves the package'],
    ['XML that ends', { 'imsmanifest.xml': Buffer.from('<manifest><a>') }, 'not well-formed XML'],
    [
      'an unknown version',
      { 'imsmanifest.xml': Buffer.from('<manifest><schemaversion>7</schemaversion></manifest>') },
      'schemaversion is "7"',
    ],
  ])('shows %s as broken', async (name, files, message) => {
    const { zipSync } = await import('fflate')
    writeFileSync(join(world.dist, 'broken.zip'), zipSync(files as Record<string, Uint8Array>))
    const entries = await json<readonly Entry[]>('/api/catalogue')
    expect({ name, error: entries.find(({ id }) => id === 'broken')?.error }).toEqual({
      name,
      error: expect.stringContaining(message) as string,
    })
  })

  test('sees what was built meanwhile, and keeps the attempts', async () => {
    await store(await launch('fixture.scorm12'), { 'cmi.core.lesson_status': 'incomplete' })
    const before = await launch('fixture.scorm12')
    writeFileSync(join(world.dist, 'fixture.scorm12.zip'), fixtureZip('1.2', { 'new.txt': new Uint8Array(5) }))
    const after = await launch('fixture.scorm12')
    expect(after.revision).not.toBe(before.revision)
    expect(after.cmi['cmi.core.lesson_status']).toBe('incomplete')
    expect((await world.get(`/content/${after.revision}/new.txt`)).status).toBe(200)
  })
})

describe('content', () => {
  test('comes from the zip with its type, compressed, to be kept for ever', async () => {
    const { href, revision } = await launch('fixture.scorm12')
    const page = await world.get(href)
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(page.headers.get('cache-control')).toContain('immutable')
    expect(page.headers.get('content-security-policy')).toBeNull()
    const script = await world.get(`/content/${revision}/sco.js`)
    expect(script.headers.get('content-encoding')).toBe('gzip')
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect(await script.text()).toContain('LMSInitialize')
    const part = await world.get(`/content/${revision}/sound.mp3`, { headers: { Range: 'bytes=10-19' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 10-19/1000'])
    expect([...new Uint8Array(await part.arrayBuffer())]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19])
  })

  test('never leaves the package', async () => {
    const { revision } = await launch('fixture.scorm12')
    const paths = ['../x', '..%2f..%2fetc%2fpasswd', 'style/../../x', '%2e%2e/x', 'a%5c..%5cb', '%2Fetc/passwd', './sco.js', '%00', '%zz']
    for (const path of paths) expect([path, await ask(`/content/${revision}/${path}`)]).toEqual([path, 400])
    expect(await ask(`/content/${revision}/none.js`)).toBe(404)
    expect(await ask('/content/0123456789abcdef/index.html')).toBe(410)
    expect(await ask('/app/server')).toBe(404)
    expect(await ask('/app/page/../server')).toBe(404)
    expect(await ask('/web/../server.ts')).toBe(404)
  })
})

describe('attempts', () => {
  test('1.2: what was stored comes back', async () => {
    const first = await launch('fixture.scorm12')
    expect(first.cmi).toMatchObject({ 'cmi.core.entry': 'ab-initio', 'cmi.core.credit': 'credit', 'cmi.core.student_name': 'Okafor, Ada' })
    const cmi = { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.lesson_location': 's3', 'cmi.suspend_data': 'abc' }
    expect((await store(first, { ...cmi, 'cmi.core.exit': 'suspend', 'cmi.core.session_time': '00:01:00.00' })).status).toBe(200)
    const again = await launch('fixture.scorm12')
    expect(again.attempt).toBe(1)
    expect(again.cmi).toMatchObject({ ...cmi, 'cmi.core.entry': 'resume', 'cmi.core.lesson_mode': 'normal' })
    expect(again.cmi).not.toHaveProperty(['cmi.core.session_time'])
    expect(again.cmi).not.toHaveProperty(['cmi.core.exit'])
    expect((await launch('fixture.scorm12', 'normal', 'bjorn')).cmi).toMatchObject({
      'cmi.core.entry': 'ab-initio',
      'cmi.core.student_name': 'Åkesson, Björn',
    })
  })

  test('2004: only a suspended attempt goes on, any other exit makes a new one', async () => {
    const first = await launch('fixture.scorm2004-3')
    await store(first, { 'cmi.completion_status': 'incomplete', 'cmi.suspend_data': 'abc', 'cmi.exit': 'suspend' })
    const second = await launch('fixture.scorm2004-3')
    expect(second.cmi).toMatchObject({ 'cmi.entry': 'resume', 'cmi.suspend_data': 'abc', 'cmi.learner_id': 'ada' })
    await store(second, { 'cmi.exit': 'normal' }, 'finish')
    const third = await launch('fixture.scorm2004-3')
    expect(third.attempt).toBe(2)
    expect(third.cmi).toMatchObject({ 'cmi.entry': 'ab-initio' })
    expect(third.cmi).not.toHaveProperty(['cmi.suspend_data'])
    expect((await report('fixture.scorm2004-3')).attempts.map(({ number }) => number)).toEqual([1, 2])
  })

  test.each([
    [
      'fixture.scorm12',
      { 'cmi.core.lesson_status': 'passed', 'cmi.core.score.raw': '80', 'cmi.core.exit': 'suspend' },
      'cmi.core.lesson_mode',
      'cmi.core.credit',
    ],
    [
      'fixture.scorm2004-4',
      { 'cmi.completion_status': 'completed', 'cmi.success_status': 'passed', 'cmi.score.scaled': '0.8', 'cmi.exit': 'suspend' },
      'cmi.mode',
      'cmi.credit',
    ],
  ])('%s: over means review, until "Start again"', async (id, cmi, mode, credit) => {
    await store(await launch(id), cmi as unknown as Post['cmi'], 'finish')
    const after = await report(id)
    expect([after.state.label, after.finished, after.initialised]).toEqual(['passed 80 %', true, true])
    const review = await launch(id)
    expect([review.mode, review.cmi[mode], review.cmi[credit]]).toEqual(['review', 'review', 'no-credit'])
    expect(review.because).toContain('Start again')

    await world.get(`/api/attempts/ada/${id}/restart`, { method: 'POST' })
    await world.get(`/api/attempts/ada/${id}/restart`, { method: 'POST' })
    const fresh = await launch(id)
    expect([fresh.attempt, fresh.mode, fresh.because]).toEqual([2, 'normal', null])
    const kept = await report(id)
    expect([kept.attempt, kept.state.label, kept.cmi]).toEqual([2, 'not attempted', {}])
    const first = await json<AttemptReport>(`/api/attempts/ada/${id}?attempt=1`)
    expect(first.state.label).toBe('passed 80 %')
  })

  test('review and browse can be asked for', async () => {
    expect((await launch('fixture.scorm12', 'browse')).cmi).toMatchObject({
      'cmi.core.lesson_mode': 'browse',
      'cmi.core.credit': 'no-credit',
    })
    expect((await launch('fixture.scorm2004-3', 'review')).cmi).toMatchObject({ 'cmi.mode': 'review', 'cmi.credit': 'no-credit' })
  })

  test('are on disk at once, whole, and a damaged file says so', async () => {
    const launching = await launch('fixture.scorm12')
    await store(launching, { 'cmi.suspend_data': 'abc' })
    const folder = join(world.attempts, 'ada')
    expect(readdirSync(folder)).toEqual(['fixture.scorm12.json'])
    const file = join(folder, 'fixture.scorm12.json')
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      format: 1,
      attempts: [{ number: 1, cmi: { 'cmi.suspend_data': 'abc' } }],
    })
    mkdirSync(folder, { recursive: true })
    writeFileSync(file, '{"format":1,')
    const answer = await world.get('/api/attempts/ada/fixture.scorm12')
    expect([answer.status, await answer.text()]).toEqual([500, expect.stringContaining('Delete it; the learner then starts anew')])
    expect(await (await world.get('/')).text()).toContain('Attempts cannot be read.')
  })

  test('an older post never overwrites a newer one, and an empty value clears', async () => {
    const launching = await launch('fixture.scorm12')
    await store(launching, { 'cmi.suspend_data': 'second', 'cmi.comments': 'x' }, 'commit', 2)
    await store(launching, { 'cmi.suspend_data': 'first' }, 'commit', 1)
    await store(launching, { 'cmi.comments': '' }, 'commit', 3)
    expect((await report('fixture.scorm12')).cmi).toEqual({ 'cmi.suspend_data': 'second' })
  })

  test('refuse a post that is none, and one of a session that is gone', async () => {
    const bad = await world.get('/api/attempts/ada/fixture.scorm12/post', { method: 'POST', body: '{}' })
    expect([bad.status, await bad.text()]).toEqual([400, expect.stringContaining('docs/preview.md')])
    const launching = await launch('fixture.scorm12')
    expect((await store({ ...launching, session: 'other' }, {})).status).toBe(409)
  })

  test('keep each call once, and count as errors what went wrong', async () => {
    const { attempt, session } = await launch('fixture.scorm2004-3')
    const call = { session, t: 1, element: 'cmi.location', value: '', answer: '', meaning: 'x' }
    const calls: Post['calls'] = [
      { ...call, n: 0, method: 'GetValue', error: '403' },
      { ...call, n: 1, method: 'SetValue', error: '406' },
      { ...call, n: 2, method: 'GetLastError', error: '406' },
    ]
    const post: Post = { attempt, session, sequence: 0, kind: 'log', initialised: true, cmi: {}, calls }
    const send = () => world.get('/api/attempts/ada/fixture.scorm2004-3/post', { method: 'POST', body: JSON.stringify(post) })
    await send()
    await send()
    const after = await report('fixture.scorm2004-3')
    expect(after.calls.map(({ n }) => n)).toEqual([0, 1, 2])
    expect(after.errors.map(({ n }) => n)).toEqual([1])
  })
})
