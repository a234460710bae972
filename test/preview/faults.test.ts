/** What goes wrong on purpose: between the launch page and the server, and for the files of a package. */
import { request } from 'node:http'
import type { AttemptReport } from '../../build/preview/api'
import { cookieFaults, faultsOf, SLOW } from '../../build/preview/faults'
import { arriving, beaconSize } from '../../build/preview/host/moodle/form'
import type { Launching, Personality, Post } from '../../build/preview/types'
import { fixtureZip, startWorld, type World } from './fixture'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

let world: World
beforeEach(async () => {
  world = await startWorld(process.cwd())
})
afterEach(async () => {
  await world.preview.close()
  expect(world.errors).toEqual([])
})

const launch = async (id: string, host: Personality = 'plain'): Promise<Launching> => {
  const answer = await world.get(`/api/attempts/ada/${id}/launch`, { method: 'POST', body: JSON.stringify({ mode: 'normal', host }) })
  return answer.json() as Promise<Launching>
}
const store = (launching: Launching, cmi: Post['cmi'], fault: string, sequence = 1): Promise<Response> => {
  const { attempt, session, package: id } = launching
  const post: Post = { attempt, session, sequence, kind: 'finish', initialised: true, cmi, calls: [] }
  return world.get(`/api/attempts/ada/${id}/post?fault=${fault}`, { method: 'POST', body: JSON.stringify(post), redirect: 'manual' })
}
const report = async (id: string): Promise<AttemptReport> => (await world.get(`/api/attempts/ada/${id}`)).json() as Promise<AttemptReport>
/** As a content's probe asks, past every cache, with the cookie of the launch page. */
const probe = (path: string, cookie: string): Promise<number | string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(world.preview.url)
    const asked = request({ hostname, port, path, method: 'HEAD', headers: { Cookie: cookie } }, (answer) => {
      answer.resume()
      resolve(answer.headers.location ?? answer.statusCode ?? 0)
    })
    asked.on('error', () => resolve('no answer')).end()
  })

test('faults are named, and a name that is none says which there are', () => {
  expect(faultsOf('offline,slow')).toEqual(['offline', 'slow'])
  expect(faultsOf('')).toEqual([])
  expect(() => faultsOf('off')).toThrow('expected offline, refused, slow, expired, lying, killed')
  expect(cookieFaults('a=b; preview-faults=expired.nonsense.offline; c=d')).toEqual(['offline', 'expired'])
  expect(cookieFaults('a=b')).toEqual([])
})

describe.each(['fixture.scorm12', 'fixture.scorm2004-4'])('a commit of %s', (id) => {
  const cmi = { 'cmi.suspend_data': 'abc' }

  test('offline has no answer', async () => {
    await expect(store(await launch(id), cmi, 'offline')).rejects.toThrow()
    expect(await report(id)).toMatchObject({ cmi: {}, finished: false })
  })
  test('refused has an error for an answer', async () => {
    expect((await store(await launch(id), cmi, 'refused')).status).toBe(503)
    expect(await report(id)).toMatchObject({ cmi: {}, finished: false })
  })
  test('logged out is led to a login page, which is a page', async () => {
    const answer = await store(await launch(id), cmi, 'expired')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/login'])
    expect(await (await world.get('/login')).text()).toContain('You are logged out')
    expect(await report(id)).toMatchObject({ cmi: {}, finished: false })
  })
  test('answered by a liar is "true", and stored nowhere', async () => {
    expect(await (await store(await launch(id), cmi, 'lying')).json()).toEqual({ result: true })
    expect(await report(id)).toMatchObject({ cmi: {}, finished: false })
  })
  test('slow is stored two seconds later', async () => {
    const launching = await launch(id)
    const from = performance.now()
    expect((await store(launching, cmi, 'slow')).status).toBe(200)
    expect(performance.now() - from).toBeGreaterThanOrEqual(SLOW - 5)
    expect(await report(id)).toMatchObject({ cmi, finished: true })
  })
})

test('files of the package go with the network and with the session, and with nothing else', async () => {
  const { href } = await launch('fixture.scorm12')
  const ask = (faults: string): Promise<number | string> => probe(href, `preview-faults=${faults}`)
  expect(await Promise.all(['', 'refused.slow.lying', 'offline', 'expired'].map(ask))).toEqual([200, 200, 'no answer', '/login'])
})

test('Open edX serves by the last part of a name: of two with one, only the upper is ever had', async () => {
  const twice = { 'a/deep/same.txt': Buffer.from('deep'), 'b/same.txt': Buffer.from('upper') }
  writeFileSync(join(world.dist, 'fixture.scorm12.zip'), fixtureZip('1.2', twice))
  const { href, revision } = await launch('fixture.scorm12', 'openedx')
  expect(href).toBe(`/flat/${revision}/index.html`)
  const text = async (path: string): Promise<string> => (await world.get(`/flat/${revision}/${path}`)).text()
  expect([await text('a/deep/same.txt'), await text('same.txt')]).toEqual(['upper', 'upper'])
  expect((await world.get(`/flat/${revision}/style/sco.css`)).headers.get('content-type')).toBe('text/css; charset=utf-8')
  expect((await world.get(`/flat/${revision}/none.js`)).status).toBe(404)
})

describe('Moodle', () => {
  test('1.2: the exit comes back, and the name as people write it', async () => {
    const id = 'fixture.scorm12'
    await store(await launch(id, 'moodle'), { 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'abc' }, '')
    expect((await launch(id, 'moodle')).cmi).toMatchObject({
      'cmi.core.exit': 'suspend',
      'cmi.core.entry': 'resume',
      'cmi.core.student_name': 'Ada Okafor',
    })
  })
  test('2004: without suspend fresh values, in the same attempt, while the old ones stay in the database', async () => {
    const id = 'fixture.scorm2004-4'
    await store(await launch(id, 'moodle'), { 'cmi.exit': 'normal', 'cmi.suspend_data': 'abc', 'cmi.location': 's1' }, '')
    const again = await launch(id, 'moodle')
    expect([again.attempt, again.cmi['cmi.entry'], again.cmi['cmi.suspend_data']]).toEqual([1, 'ab-initio', undefined])
    await store(again, { 'cmi.exit': 'suspend', 'cmi.location': 's2' }, '', 2)
    expect((await launch(id, 'moodle')).cmi).toMatchObject({ 'cmi.entry': 'resume', 'cmi.suspend_data': 'abc', 'cmi.location': 's2' })
  })
  test('a form has room for a thousand fields, five of them its own; the rest is dropped without a word', () => {
    const fields = Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`cmi.interactions.${n}.id`, 'q']))
    const arrived = Object.keys(arriving({ ...fields, 'cmi.suspend_data': 'abc' }))
    expect([arrived.length, arrived.at(-1)]).toEqual([995, 'cmi.interactions.994.id'])
  })
  test.each([
    ['63,900 of ASCII fit', 'x'.repeat(63_900), true],
    ['32,500 of two bytes do not', 'ü'.repeat(32_500), false],
    ['22,000 of three bytes do not', '中'.repeat(22_000), false],
  ])('a beacon has room for 64 KiB: %s', (_, text, fits) => {
    const size = beaconSize({ 'cmi.core.lesson_status': 'incomplete', 'cmi.suspend_data': text, 'cmi.core.total_time': '00:00:01' })
    expect(size <= 65_536).toBe(fits)
  })
})

test('Open edX: everything comes back as it was, there is no review, and a bad score takes its batch with it', async () => {
  const id = 'fixture.scorm2004-4'
  await store(await launch(id, 'openedx'), { 'cmi.completion_status': 'completed', 'cmi.exit': 'normal', 'cmi.suspend_data': 'abc' }, '')
  const again = await launch(id, 'openedx')
  expect(again.mode).toBe('normal')
  expect(again.cmi).toMatchObject({
    'cmi.suspend_data': 'abc',
    'cmi.exit': 'normal',
    'cmi.learner_id': 'ada',
    'cmi.core.student_id': 'ada',
  })
  expect((await store(again, { 'cmi.suspend_data': 'lost', 'cmi.score.raw': '-1' }, '', 2)).status).toBe(500)
  expect((await report(id)).cmi).toMatchObject({ 'cmi.suspend_data': 'abc', 'xblock.lesson_status': 'completed' })
})

test('the launch page carries what was asked for, and knows no other host', async () => {
  const page = await (await world.get('/launch/fixture.scorm12?learner=ada&host=moodle&fault=lying,slow')).text()
  expect(page).toContain('"host":"moodle"')
  expect(page.match(/<input type="checkbox" value="(\w+)" checked/g)).toEqual(
    ['slow', 'lying'].map((one) => `<input type="checkbox" value="${one}" checked`),
  )
  expect((await world.get('/launch/fixture.scorm12?learner=ada&host=canvas')).status).toBe(400)
})
