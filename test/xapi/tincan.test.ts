import { flatten } from '../../src/report/flatten'
import { tincan } from '../../src/session/drivers/tincan'
import { readActor } from '../../src/session/drivers/xapi/launch'
import { begin, enter } from '../../src/model/progress'
import { decodeSuspend, encodeSuspend } from '../../src/model/suspend/codec'
import { prng } from '../../src/model/draw'
import { brokenRules } from '../../src/xapi/check'
import { lrsHost, verbOf, type LrsHost } from '../hosts/lrs-host'
import { makeCourse, makeModule } from '../model/make-course'
import { outcome, visited } from '../session/events'
import { device, launchedPage, type LaunchedPage } from './page'

const course = makeCourse(makeModule(4))
const module4 = course.modules[0]!
const pass = async (page: LaunchedPage): Promise<void> => {
  for (let i = 0; i < 20; i++) {
    await new Promise((resolve) => setImmediate(resolve))
    await page.advance(100)
  }
}
const open = async (host: LrsHost, seed: number, on = device(), search = host.tincan(), of = course) => {
  const page = launchedPage(host, search, on)
  const opening = tincan({ window: page, course: of, now: page.now, random: prng(seed) }, on.store).open()
  opening.catch(() => undefined)
  await pass(page)
  return { page, session: await opening }
}

it('[TIN-1] a launch is its address: taken out of it, kept for a reload, and an actor of an older form is understood', async () => {
  const host = lrsHost()
  const on = device()
  const { page, session } = await open(host, 1, on)
  expect(session.learner).toEqual({ id: 'mailto:ada@example.com', name: 'Ada' })
  expect(page.location.search).toBe('')
  expect((await open(host, 2, on, '')).session.learner.name).toBe('Ada')
  await expect(open(host, 3, device(), '?endpoint=https://lrs.example/')).rejects.toMatchObject({ code: 'noLaunch' })
  expect(readActor('{"account":[{"accountServiceHomePage":"https://a.example","accountName":"9"}]}')).toEqual({
    objectType: 'Agent',
    account: { homePage: 'https://a.example', name: '9' },
  })
})

it('[TIN-2] a page that goes ends the session, in one request that outlives it', async () => {
  const host = lrsHost()
  const { page, session } = await open(host, 1)
  session.record(visited())
  session.record(outcome(true, 1))
  page.pagehide(false)
  await pass(page)
  expect(host.order.map(verbOf)).toEqual(['initialized', 'experienced', 'progressed', 'completed', 'passed', 'terminated'])
  for (const statement of host.order) expect(brokenRules(statement)).toEqual([])
  expect(host.order[3]?.object.id).toBe(`${course.iri}/m04`)
  expect(page.timers() + page.listeners()).toBe(0)
})

it.each([true, false])('[TIN-3] two devices write one bookmark, and what either has seen is kept (ETag shown: %s)', async (shown) => {
  const host = lrsHost()
  host.exposesEtag = shown
  const start = begin(course, prng(5))
  const [a, b] = [enter(start, module4, module4.screens[0]!, 0), enter(start, module4, module4.screens[1]!, 2)]
  const one = await open(host, 1)
  const two = await open(host, 2)
  one.session.save(encodeSuspend(course, a))
  void one.session.flush()
  await pass(one.page)
  two.session.save(encodeSuspend(course, b))
  void two.session.flush()
  await pass(two.page)
  const kept = JSON.parse([...host.states.values()][0]!.text) as { readonly suspended: string }
  const read = decodeSuspend(course, kept.suspended)
  expect(read.ok && Object.keys(read.progress.modules['m04']!.entered).sort()).toEqual(['s-0', 's-1'])
})

it('[TIN-4] a package of the programme is about the course; of a module its outcome is said once, about the module', async () => {
  const five = makeModule(5, { questions: 2 })
  const screens = five.screens.map((screen) => ({ ...screen, id: `five-${screen.id}` }))
  const programme = makeCourse(makeModule(4, { questions: 2 }), { ...five, screens })
  const host = lrsHost()
  const { page, session } = await open(host, 1, device(), host.tincan(), programme)
  session.record(visited(programme.modules[1]?.screens[0]?.id ?? '', 0.25))
  session.record({ kind: 'scored', quiz: programme.modules[0]?.quiz?.id ?? '', attempt: 1, score: 1 })
  session.record(outcome(true, 1, true, programme.modules[0]?.id))
  await pass(page)
  const ofModule = `${programme.iri}/m04`
  expect(host.order.map(verbOf)).toEqual(['initialized', 'experienced', 'progressed', 'scored', 'completed', 'passed'])
  expect(host.order.slice(4).map(({ object }) => object.id)).toEqual([ofModule, ofModule])
  // A report takes it for what a package of that module alone would say.
  const facts = host.order.slice(4).map((statement) => flatten(statement, { iri: programme.iri, now: Date.parse(statement.timestamp) }))
  expect(facts).toMatchObject(['completed', 'passed'].map((verb) => ({ kind: 'fact', fact: { verb, object: 'unit', module: 4 } })))
  expect(host.order[1]?.context.contextActivities?.parent?.[0]?.id).toBe(`${programme.iri}/m05`)
  session.record(outcome(true, 0.9, true, 'programme'))
  await pass(page)
  expect(host.order.slice(6).map((one) => [verbOf(one), one.object.id])).toEqual([
    ['completed', programme.iri],
    ['passed', programme.iri],
  ])
  expect(host.order[2]?.object.id).toBe(programme.iri)
  for (const statement of host.order) expect(brokenRules(statement)).toEqual([])
  expect(JSON.stringify([...host.states.values()])).toContain('\\"score\\":0.9')
  // The next launch, on another device, finds what was said, and says no word of it again.
  const later = await open(host, 2, device(), host.tincan(), programme)
  later.session.record(outcome(true, 1, true, programme.modules[0]?.id))
  later.session.record(outcome(false, 0.2, false, programme.modules[1]?.id))
  await later.session.close()
  await pass(later.page)
  expect(
    host.order
      .slice(8)
      .map(verbOf)
      .filter((verb) => verb !== 'initialized'),
  ).toEqual(['terminated'])
})
