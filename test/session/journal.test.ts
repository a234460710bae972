import fc from 'fast-check'
import { makeCourse, makeModule } from '../model/make-course'
import { begin, type ModuleProgress } from '../../src/model/progress'
import { encodeSuspend } from '../../src/model/suspend/codec'
import { prng } from '../../src/model/draw'
import { fakePage, type FakePage } from '../hosts/fake-page'
import { sets } from '../hosts/host'
import { plainHost, type PlainHost } from '../hosts/plain-host'
import { launch, perform, road, type Attempt } from './attempt'
import { standards, type Name } from './launch'

const subject = makeModule(4, { screens: 3, beats: 2, questions: 8, draw: 5 })
const course = makeCourse(subject)
const mine = (attempt: Attempt): ModuleProgress => attempt.progress().modules[subject.id]!
let seeds = 1

/** The same device: localStorage is one, whatever course or learner comes. */
const device = () => {
  const stored = new Map<string, string>()
  return {
    stored,
    visit: async (standard: Name, host: PlainHost, change: (page: FakePage) => void = () => undefined): Promise<Attempt> => {
      const page = fakePage(undefined, stored)
      change(page)
      host.install(page)
      return launch({ page, course, driver: standards[standard].driver, random: prng(seeds++) })
    },
  }
}
const learner = (standard: Name, id: string) => ({ [standard === 'scorm12' ? 'cmi.core.student_id' : 'cmi.learner_id']: id })
const leave = (attempt: Attempt): void => attempt.page.pagehide(false)
const forgetful = (standard: Name, id = 'ana-1') => plainHost(standard, learner(standard, id), { lies: true })
const half = road(subject).slice(0, 2)

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  const e = standards[standard]

  it('[JRN-6] restores what an LMS without memory lost, and says that this device alone knew it', async () => {
    const { visit } = device()
    const first = await visit(standard, forgetful(standard))
    for (const step of half) await perform(first, step)
    leave(first)
    const second = await visit(standard, plainHost(standard))
    expect(second.session.restored).toBe(true)
    expect([...mine(second).seen].sort()).toEqual(['s-0', 's-1'])
  })

  it('[JRN-7] tells the LMS at once what it did not know', async () => {
    const { visit } = device()
    const first = await visit(standard, forgetful(standard))
    for (const step of half) await perform(first, step)
    const known = encodeSuspend(course, first.progress())
    first.page.killedAt = 0
    const host = plainHost(standard)
    const second = await visit(standard, host)
    await second.page.advance(0)
    expect(host.stored(e.suspend)).toBe(known)
  })

  it('[JRN-7] a status and score that the LMS lost are said again, a score it has is not', async () => {
    const { visit } = device()
    const host = plainHost(standard)
    const first = await visit(standard, host)
    for (const step of road(subject)) await perform(first, step)
    leave(first)
    expect(host.stored(e.raw)).toBe('100')
    // It kept the suspend data, and reads status and score back as never set.
    const lossy = plainHost(standard, { [e.suspend]: host.stored(e.suspend) })
    const second = await visit(standard, lossy)
    await second.page.advance(0)
    expect(lossy.stored(e.raw)).toBe('100')
    expect(standard === 'scorm12' ? lossy.stored(e.status) : lossy.stored('cmi.success_status')).toBe('passed')
    const sound = plainHost(standard, Object.fromEntries([...host.data].filter(([element]) => !/interactions/.test(element))))
    const third = await visit(standard, sound)
    await third.page.advance(0)
    expect(sets(sound.calls).filter((said) => /score|status/.test(said))).toEqual([])
  })

  it('[JRN-3] joins two devices: what either has seen is seen', async () => {
    const [train, desk] = [device(), device()]
    const host = plainHost(standard)
    const first = await train.visit(standard, host)
    await perform(first, { do: 'watch', screen: 0, beats: 2 })
    leave(first)
    // In the tunnel the LMS hears nothing; the device goes on.
    const tunnel = host.relaunch()
    tunnel.faults.lies = true
    const second = await train.visit(standard, tunnel)
    await perform(second, { do: 'watch', screen: 1, beats: 2 })
    leave(second)
    delete host.faults.lies
    const office = host.relaunch()
    const third = await desk.visit(standard, office)
    expect([...mine(third).seen]).toEqual(['s-0'])
    await perform(third, { do: 'watch', screen: 2, beats: 2 })
    leave(third)
    const home = office.relaunch()
    const fourth = await train.visit(standard, home)
    expect([...mine(fourth).seen].sort()).toEqual(['s-0', 's-1', 's-2'])
    expect(fourth.session.restored).toBe(false)
    await fourth.page.advance(0)
    expect([...mine(await desk.visit(standard, home.relaunch())).seen].sort()).toEqual(['s-0', 's-1', 's-2'])
  })

  it('[JRN-5] a new attempt in the LMS never inherits an old pass from this device', async () => {
    const { visit } = device()
    const host = plainHost(standard)
    const first = await visit(standard, host)
    for (const step of road(subject)) await perform(first, step)
    leave(first)
    // The LMS calls it saved and final. Then the learner, or an admin, starts a new attempt: everything is empty.
    const anew = plainHost(standard)
    const second = await visit(standard, anew)
    expect(second.session.restored).toBe(false)
    expect(mine(second).seen.size).toBe(0)
    await second.page.advance(60_000)
    expect(sets(anew.calls).filter((said) => /passed|completed|score/.test(said))).toEqual([])
    // And one that was begun on another device keeps its own nonce.
    const elsewhere = plainHost(standard, { [e.suspend]: encodeSuspend(course, begin(course, prng(99))) })
    expect((await visit(standard, elsewhere)).progress().nonce).toBe(begin(course, prng(99)).nonce)
  })

  it('[JRN-6] an attempt that the LMS once gave back is not restored when it is empty', async () => {
    const { visit } = device()
    const host = plainHost(standard)
    const first = await visit(standard, host)
    for (const step of half) await perform(first, step)
    leave(first)
    leave(await visit(standard, host.relaunch()))
    const emptied = await visit(standard, plainHost(standard))
    expect(emptied.session.restored).toBe(false)
    expect(mine(emptied).seen.size).toBe(0)
  })

  it('[JRN-6] who starts again without it has another attempt, and the old one is gone', async () => {
    const { visit } = device()
    const first = await visit(standard, forgetful(standard))
    for (const step of half) await perform(first, step)
    leave(first)
    const host = forgetful(standard)
    const second = await visit(standard, host)
    second.learning.restart()
    leave(second)
    const third = await visit(standard, forgetful(standard))
    expect(third.progress().nonce).toBe(second.progress().nonce)
    expect(third.progress().nonce).not.toBe(first.progress().nonce)
    expect(mine(third).seen.size).toBe(0)
  })

  it('[JRN-2] another learner at the same computer finds nothing', async () => {
    const { visit } = device()
    const ana = await visit(standard, forgetful(standard, 'ana-1'))
    for (const step of half) await perform(ana, step)
    leave(ana)
    const ben = await visit(standard, forgetful(standard, 'ben-2'))
    expect(ben.session.resumed).toBeUndefined()
    expect(mine(ben).seen.size).toBe(0)
    leave(ben)
    expect([...mine(await visit(standard, forgetful(standard, 'ana-1'))).seen].sort()).toEqual(['s-0', 's-1'])
  })

  it('[JRN-2] the same package in two courses of one LMS is two attempts', async () => {
    const { visit } = device()
    const at = (pathname: string) => (page: FakePage) => Object.assign(page, { location: { origin: 'https://lms.example', pathname } })
    const first = await visit(standard, forgetful(standard), at('/pluginfile.php/31/mod_scorm/content/1/index.html'))
    for (const step of road(subject)) await perform(first, step)
    leave(first)
    const other = plainHost(standard)
    const second = await visit(standard, other, at('/pluginfile.php/77/mod_scorm/content/1/index.html'))
    expect(mine(second).seen.size).toBe(0)
    await second.page.advance(60_000)
    expect(sets(other.calls).filter((said) => /passed|completed/.test(said))).toEqual([])
  })

  it('[JRN-1] lies under a key and holds a text in which no name and no id can be read; without an id there is none', () =>
    fc.assert(
      fc.asyncProperty(fc.string({ minLength: 5, maxLength: 40 }), async (id) => {
        const { visit, stored } = device()
        await visit(standard, forgetful(standard, id))
        const lies = JSON.stringify([...stored])
        expect(stored.size).toBe(id.trim() ? 1 : 0)
        for (const word of [id.trim(), 'Ana', 'lms.example']) if (word.length > 4 || word === 'Ana') expect(lies).not.toContain(word)
        expect([...stored.keys()].every((key) => /^wsqd\.journal\.[a-z0-9]+-[a-z0-9]+$/.test(key))).toBe(true)
      }),
      { numRuns: 60 },
    ))

  it('[JRN-8] storage that throws or keeps nothing is no journal, and is not called one', async () => {
    for (const refuse of ['refuseStorage', 'frozenStorage'] as const) {
      const { visit } = device()
      const attempt = await visit(standard, plainHost(standard), (page) => void (page[refuse] = true))
      for (const step of half) await perform(attempt, step)
      expect(attempt.session.keepsHere()).toBe(false)
      expect(await attempt.session.flush()).toBe('saved')
    }
    const { visit } = device()
    expect((await visit(standard, plainHost(standard))).session.keepsHere()).toBe(true)
  })
})

it('[JRN-2] [JRN-5] any history of learners, courses and new attempts on one device: nobody is told what they did not do', () =>
  fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ who: fc.nat(2), where: fc.nat(1), anew: fc.boolean(), lies: fc.boolean(), steps: fc.nat(9), finishes: fc.boolean() }),
        { minLength: 2, maxLength: 7 },
      ),
      async (visits) => {
        const { visit } = device()
        const hosts = new Map<string, PlainHost>()
        /** What each learner really did in each place, over every attempt there. */
        const did = new Map<string, Set<string>>()
        for (const { who, where, anew, lies, steps, finishes } of visits) {
          const place = `${who} ${where}`
          const before = anew ? undefined : hosts.get(place)
          const host = before?.relaunch() ?? plainHost('scorm12', learner('scorm12', `learner-${who}`))
          Object.assign(host.faults, { lies })
          hosts.set(place, host)
          const attempt = await visit('scorm12', host, (page) => Object.assign(page, { location: { origin: 'https://lms.example', pathname: `/c/${where}/index.html` } })) // prettier-ignore
          if (attempt.session.mode === 'review') continue
          const done = did.get(place) ?? new Set<string>()
          did.set(place, done)
          for (const screen of mine(attempt).seen) expect(done).toContain(screen)
          for (const step of road(subject).slice(0, finishes ? 99 : steps)) await perform(attempt, step)
          for (const screen of mine(attempt).seen) done.add(screen)
          leave(attempt)
          if (host.stored('cmi.core.lesson_status') === 'passed') expect(done.size).toBe(subject.screens.length)
        }
      },
    ),
    { numRuns: 150 },
  ))
