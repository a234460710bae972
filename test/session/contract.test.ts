/** What every driver keeps, whatever the standard. */
import { local } from '../../src/session/drivers/local'
import { nullAdapter } from '../../src/session/drivers/null'
import { scorm12 } from '../../src/session/drivers/scorm12'
import { scorm2004 } from '../../src/session/drivers/scorm2004'
import type { Delivery, LmsAdapter } from '../../src/session/port'
import { fakePage, type FakePage } from '../hosts/fake-page'
import type { Host } from '../hosts/host'
import { plainHost } from '../hosts/plain-host'
import { scormAgainHost } from '../hosts/scorm-again-host'
import { makeCourse, makeModule, makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, scored, visited } from './events'

const course = makeCourse(makeModule(4))

interface Subject {
  /** A launch; the second finds what the first left. */
  launch(): { readonly adapter: LmsAdapter; readonly page: FakePage }
  readonly keeps: boolean
}
const scorm = (driver: typeof scorm12, first: Host): Subject => {
  let host: Host | undefined
  return {
    keeps: true,
    launch() {
      const page = fakePage()
      host = host ? host.relaunch() : first
      host.install(page)
      return { adapter: driver({ window: page, now: page.now, course }), page }
    },
  }
}
const subjects: Record<string, () => Subject> = {
  'scorm12 in a plain host': () => scorm(scorm12, plainHost('scorm12')),
  'scorm12 in scorm-again': () => scorm(scorm12, scormAgainHost('scorm12')),
  'scorm2004 in a plain host': () => scorm(scorm2004, plainHost('scorm2004')),
  'scorm2004 in scorm-again': () => scorm(scorm2004, scormAgainHost('scorm2004')),
  local: () => {
    const stored = new Map<string, string>()
    return {
      keeps: true,
      launch() {
        const page = fakePage()
        Object.assign(page.localStorage, {
          getItem: (k: string) => stored.get(k) ?? null,
          setItem: (k: string, v: string) => stored.set(k, v),
        })
        return { adapter: local({ window: page, course }), page }
      },
    }
  },
  null: () => ({ keeps: false, launch: () => ({ adapter: nullAdapter(), page: fakePage() }) }),
}

const everything = [
  visited(),
  ...[0, 1, 2, 3, 4].flatMap((n) => [answered(makeQuestion(n)), answered(makeQuestion(n), false, 2)]),
  achieved(),
  scored(0.6),
  scored(1, 2),
  visited('s-2', 1),
  outcome(true),
]

describe.each(Object.entries(subjects))('%s', (_, subject) => {
  it('[LIFE-1] opens, takes every kind of event, delivers and closes', async () => {
    const { adapter, page } = subject().launch()
    const session = await adapter.open()
    expect(session.mode).toBe('normal')
    expect(session.resumed).toBeUndefined()
    for (const event of everything) session.record(event)
    session.save('w1abc-_')
    await page.advance(1000)
    expect(await session.flush()).toBe('saved')
    expect(await session.close()).toBe('saved')
  })

  it('[LIFE-2] gives the next launch what was saved last', async () => {
    const learner = subject()
    const first = await learner.launch().adapter.open()
    first.save('w1old')
    first.save('w1new-_')
    await first.close()
    const second = await learner.launch().adapter.open()
    expect(second.resumed).toBe(learner.keeps ? 'w1new-_' : undefined)
    await second.close()
    expect((await learner.launch().adapter.open()).resumed).toBe(learner.keeps ? 'w1new-_' : undefined)
  })

  it('[LIFE-3] closes once, however often it is asked, and is deaf and silent after', async () => {
    const learner = subject()
    const { adapter, page } = learner.launch()
    const session = await adapter.open()
    session.save('w1a')
    const [one, two] = await Promise.all([session.close(), session.close()])
    expect(one).toBe(two)
    session.record(visited())
    session.save('w1b')
    expect(await session.flush()).toBe('saved')
    page.hide()
    page.pagehide(false)
    await page.advance(100_000)
    expect(page.timers()).toBe(0)
    expect(page.listeners()).toBe(0)
    const again = await learner.launch().adapter.open()
    expect(again.resumed).toBe(learner.keeps ? 'w1a' : undefined)
  })

  it('[LIFE-4] tells a listener the present state at once, and nothing once it stopped listening', async () => {
    const session = await subject().launch().adapter.open()
    const heard: Delivery[] = []
    const stop = session.onDelivery((delivery) => heard.push(delivery))
    expect(heard).toEqual(['saved'])
    stop()
    session.save('w1x')
    await session.close()
    expect(heard).toEqual(['saved'])
  })
})
