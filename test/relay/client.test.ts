/** A SCORM session with a relay beside it: says what an xAPI package says, and leaves the LMS's session as it was. Rules: docs/conformance.md, REL-*. */
import { courseMap } from '../../build/pack/course-map'
import { accept } from '../../build/relay/accept'
import { begin, enter } from '../../src/model/progress'
import { encodeSuspend } from '../../src/model/suspend/codec'
import type { LearningEvent } from '../../src/model/event'
import type { Course } from '../../src/model/course'
import type { Statement } from '../../src/xapi/statement'
import { memoryStore } from '../../src/session/outbox-store'
import { verbOf } from '../hosts/lrs-host'
import { plainHost } from '../hosts/plain-host'
import { makeCourse, makeModule } from '../model/make-course'
import { achieved, answered, outcome, predicted, scored, visited } from '../session/events'
import { standards, type Name } from '../session/launch'
import { launch, stored, type Launch } from './page'
import { course, IRI } from './said'
import { HOME, KEY, setUp, until } from './setup'

const module4 = course.modules[0]!
let seed = 1
const nonces = () => (seed = (seed * 48271) % 2147483647) / 2147483647
const suspended = (of: Course = course): string =>
  encodeSuspend(of, enter(begin(of, nonces), of.modules[0]!, of.modules[0]!.screens[0]!, 0))
const all: readonly LearningEvent[] = [
  visited(),
  predicted(),
  predicted(null),
  ...module4.quiz!.questions.map((question) => answered(question)),
  achieved(),
  scored(1),
  outcome(true),
]
/** What the relay would take of it; it throws for anything else. */
const told = ({ asked }: Launch): Statement[] => asked.flatMap(({ init }) => accept(String(init.body), { homePage: HOME }, IRI))
const once = (statements: readonly Statement[]): Statement[] => [...new Map(statements.map((each) => [each.id, each])).values()]
const verbsOf = (statements: readonly Statement[]): string[] => once(statements).map(verbOf)
const play = (at: Launch, events: readonly LearningEvent[], text = suspended()): string => {
  at.session.save(text)
  for (const event of events) at.session.record(event)
  return text
}

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  test('[REL-1] everything an xAPI package says, and the relay takes all of it', async () => {
    const at = await launch(standard)
    play(at, all)
    await at.page.advance(1000)
    await at.session.close()
    await at.page.advance(1000)
    const answers = module4.quiz!.questions.map(() => 'answered')
    expect(verbsOf(told(at))).toEqual([
      'initialized',
      'experienced',
      'progressed',
      'answered',
      'skipped',
      ...answers,
      'achieved',
      'scored',
      'completed',
      'passed',
      'terminated',
    ])
    const [first] = told(at)
    expect(first?.object.id).toBe(`${IRI}/m04`)
    expect(new Set(told(at).map(({ context }) => context.registration)).size).toBe(1)
  })

  test('[REL-12] what the LMS hears is the same with a relay and without, whatever the relay answers', async () => {
    const calls = async (options: Parameters<typeof launch>[1]) => {
      const at = await launch(standard, options)
      const text = play(at, all, 'w1')
      await at.page.advance(3000)
      at.session.save(text)
      at.page.hide()
      await at.page.advance(100_000)
      at.page.show()
      const saved = await at.session.flush()
      await at.session.close()
      at.page.pagehide(false)
      await at.page.advance(100_000)
      return { saved, calls: at.host.calls.map((call) => JSON.stringify(call)) }
    }
    const alone = await calls({ without: true })
    const hang = () => new Promise<Response>(() => undefined)
    for (const answer of [
      stored,
      async () => new Response('', { status: 500 }),
      async () => new Response('', { status: 403 }),
      hang,
      () => Promise.reject(new TypeError('network')),
    ])
      expect(await calls({ answer })).toEqual(alone)
  })

  test('[REL-13] the learner is the LMS’s id, and nothing says who that is: not the statement, not the device', async () => {
    const store = { ...memoryStore(), durable: true }
    const held = new Map<string, string>()
    const at = await launch(standard, { store, stored: held, answer: async () => new Response('', { status: 503 }) })
    play(at, all)
    await at.page.advance(100)
    const [first] = JSON.parse(String(at.asked[0]?.init.body)) as Statement[]
    expect(first?.actor).toEqual({ objectType: 'Agent', account: { homePage: 'https://lms.example', name: 'ana-1' } })
    const kept = JSON.stringify([await store.all(), [...held]])
    expect(kept).toContain('experienced')
    expect(kept).not.toMatch(/ana-1|of Lab/)
    expect(String(at.asked[0]?.init.body)).not.toMatch(/of Lab/)
  })

  test('[REL-13] without an id, in review, and without a relay nothing is said', async () => {
    const { mode } = standards[standard]
    const id = standard === 'scorm12' ? 'cmi.core.student_id' : 'cmi.learner_id'
    for (const options of [{ given: { [id]: '' } }, { given: { [mode]: 'review' } }, { without: true }]) {
      const at = await launch(standard, options)
      play(at, all)
      await at.page.advance(100_000)
      await at.session.close()
      expect(at.asked).toEqual([])
    }
  })
})

test('[REL-11] a request of a page that goes: one, text, kept alive, without cookies and preflight, the key in the address', async () => {
  const at = await launch('scorm12')
  play(at, all)
  at.page.pagehide(false)
  expect(at.asked).toHaveLength(1)
  const [{ url, init }] = at.asked as [Launch['asked'][number]]
  expect(url).toBe(`https://relay.example/at/statements?key=${KEY}`)
  expect(init).toMatchObject({
    method: 'POST',
    keepalive: true,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    headers: { 'Content-Type': 'text/plain' },
  })
  expect(verbsOf(told(at)).at(-1)).toBe('terminated')
})

test('[REL-14] completed and passed once for an attempt, over launches and devices; a new attempt may say them again', async () => {
  const held = new Map<string, string>()
  const host = plainHost('scorm2004')
  const first = await launch('scorm2004', { host, stored: held })
  const text = play(first, [visited(), outcome(true)])
  await first.page.advance(1000)
  await first.session.close()
  await first.page.advance(1000)
  const passed = told(first).find((each) => verbOf(each) === 'passed')
  expect(passed).toBeDefined()

  const again = await launch('scorm2004', { host: host.relaunch(), stored: held })
  again.session.record(outcome(true))
  await again.page.advance(1000)
  expect(verbsOf(told(again))).toEqual(['initialized'])

  const elsewhere = await launch('scorm2004', { host: host.relaunch() })
  elsewhere.session.record(outcome(true))
  await elsewhere.page.advance(1000)
  expect(told(elsewhere).find((each) => verbOf(each) === 'passed')?.id).toBe(passed?.id)

  const other = suspended()
  expect(other).not.toBe(text)
  again.session.save(other)
  again.session.record(outcome(true))
  await again.page.advance(1000)
  const anew = told(again).find((each) => verbOf(each) === 'passed')
  expect(anew).toBeDefined()
  expect(anew?.id).not.toBe(passed?.id)
  expect(anew?.context.registration).not.toBe(passed?.context.registration)
})

test('[REL-14] failed on leaving, after a failed attempt and no pass', async () => {
  const failed = await launch('scorm12')
  play(failed, [scored(0.4), scored(0)])
  await failed.page.advance(100)
  failed.page.pagehide(false)
  expect(verbsOf(told(failed))).toEqual(['initialized', 'scored', 'scored', 'failed', 'terminated'])
  expect(told(failed).find((each) => verbOf(each) === 'failed')?.result).toMatchObject({ success: false, score: { scaled: 0.4 } })
  const passed = await launch('scorm12')
  play(passed, [scored(0.4), scored(0.9), outcome(true, 0.9)])
  await passed.page.advance(100)
  passed.page.pagehide(false)
  expect(verbsOf(told(passed))).not.toContain('failed')
})

test('[REL-15] what the relay does not take now waits on the device, and goes with the next launch', async () => {
  const store = { ...memoryStore(), durable: true }
  const away = await launch('scorm12', { store, answer: () => Promise.reject(new TypeError('network')) })
  play(away, [visited()])
  await away.page.advance(60_000)
  away.page.pagehide(false)
  await away.page.advance(1000)
  expect((await store.all()).length).toBe(4)
  const back = await launch('scorm12', { store })
  await back.page.advance(1000)
  expect(verbsOf(told(back))).toEqual(['initialized', 'experienced', 'progressed', 'terminated'])
  expect(await store.all()).toEqual([])
})

test('[REL-15] a key that the relay does not know yet is tried again, a revoked one is not', async () => {
  const left = async (status: number) => {
    const store = { ...memoryStore(), durable: true }
    const at = await launch('scorm12', { store, answer: async () => new Response('', { status }) })
    play(at, [visited()])
    for (let i = 0; i < 20; i++) await at.page.advance(3000)
    return (await store.all()).length
  }
  expect(await left(401)).toBe(3)
  expect(await left(403)).toBe(0)
})

test('[REL-16] a programme says which module, with the words of its file, and its own outcome about the course', async () => {
  const modules = [makeModule(4), makeModule(5)].map((each) => ({
    ...each,
    screens: each.screens.map((screen) => ({ ...screen, id: `${each.id}-${screen.id}` })),
  }))
  const whole = makeCourse(...modules)
  const loaded: string[] = []
  const at = await launch('scorm12', {
    of: courseMap(whole),
    module: async (id) => (loaded.push(id), whole.modules.find((each) => each.id === id)!),
  })
  const question = modules[1]!.quiz!.questions[0]!
  play(
    at,
    [
      visited('m04-s-1', 0.1),
      answered(question, true, 1, modules[1]!.quiz!.id),
      { kind: 'scored', quiz: modules[1]!.quiz!.id, attempt: 1, score: 1 },
      outcome(true, 1, true, 'm05'),
      outcome(true, 1, true, 'programme'),
    ],
    suspended(whole),
  )
  await at.page.advance(1000)
  await at.session.close()
  await at.page.advance(1000)
  const statements = once(told(at))
  expect(loaded).toEqual(['m04', 'm05'])
  const about = (verb: string) => statements.filter((each) => verbOf(each) === verb).map(({ object }) => object.id)
  expect(about('initialized')).toEqual([IRI])
  expect(about('experienced')).toEqual([`${IRI}/m04/s/m04-s-1`])
  expect(about('progressed')).toEqual([IRI])
  expect(about('answered')).toEqual([`${IRI}/m05/q/${question.id}`])
  expect(statements.find((each) => verbOf(each) === 'answered')?.object.definition?.choices?.length).toBeGreaterThan(1)
  for (const verb of ['completed', 'passed']) expect(about(verb).sort()).toEqual([IRI, `${IRI}/m05`])
  expect(about('terminated')).toEqual([IRI])
})

test('[REL-12] where the page has no storage, no locks, and a clock that stands still, the course goes on', async () => {
  const at = await launch('scorm12', { answer: stored })
  at.page.refuseStorage = true
  play(at, all)
  await at.page.advance(1000)
  expect(await at.session.close()).toBe('saved')
})

test('[REL-1] from a SCORM session to the LRS behind a relay, once each', async () => {
  const setup = await setUp()
  try {
    const at = await launch('scorm2004', { answer: (body) => setup.post(body) })
    play(at, all)
    await until(async () => (await at.page.advance(10), setup.lrs.statements.size >= all.length))
    void at.session.close()
    await until(async () => (await at.page.advance(10), [...setup.lrs.statements.values()].some((each) => verbOf(each) === 'terminated')))
    expect(new Set(setup.lrs.times.values())).toEqual(new Set([1]))
    for (const { actor } of setup.lrs.statements.values()) expect(actor.account).toEqual({ homePage: HOME, name: 'ana-1' })
  } finally {
    await setup.close()
  }
})
