/** Each quirk against the host that has it. */
import { beaconSize } from '../../build/preview/host/moodle/form'
import { fakePage } from '../hosts/fake-page'
import { count, sets, type HostCall } from '../hosts/host'
import { previewHost } from '../hosts/preview-host'
import { makeCourse, makeModule, makeQuestion } from '../model/make-course'
import { answered, outcome, scored, visited } from './events'
import { standards, start, type Name } from './launch'

const course = makeCourse({ ...makeModule(4, { questions: 5 }), id: 'm04' })
const lastSets = (calls: readonly HostCall[]): Record<string, string> =>
  Object.fromEntries(calls.filter((c) => c.method === 'set' && c.result === 'true').map((c) => [c.element, c.value]))

describe('post-limits', () => {
  it('[LIFE-30] after 250 answers in one session Moodle 2004 still gets the status, the score and the place, in a form and in a beacon', async () => {
    const host = previewHost('moodle', 'scorm2004')
    const page = fakePage()
    host.install(page)
    const session = await standards.scorm2004.driver({ window: page, now: page.now, course }).open()
    for (let n = 0; n < 250; n++) {
      session.record(
        answered({ ...makeQuestion(n % 5), id: `question_with_a_long_name_${n}`, plain: 'What does the router do with it? '.repeat(7) }),
      )
      await page.advance(10)
    }
    session.save(`w1${'a'.repeat(3498)}`)
    session.record(visited('s-3', 1))
    session.record(scored(0.9))
    session.record(outcome(true, 0.9))
    page.pagehide(false)
    expect(host.stored('cmi.success_status')).toBe('passed')
    expect(host.stored('cmi.completion_status')).toBe('completed')
    expect(host.stored('cmi.score.raw')).toBe('90')
    expect(host.stored('cmi.suspend_data')).toHaveLength(3500)
    const fields = lastSets(host.calls)
    expect(Object.keys(fields).length).toBeLessThan(1000 - 20)
    expect(beaconSize(fields)).toBeLessThan(65_536)
    // Ten attempts at the quiz of a module are fifty. In short before not at all: who answered what, and whether it was right.
    const ids = Object.keys(fields).filter((element) => /interactions\.\d+\.id$/.test(element))
    expect(ids.length).toBeGreaterThanOrEqual(50)
    expect(ids.filter((id) => id.replace(/id$/, 'description') in fields).length).toBeGreaterThanOrEqual(20)
    for (const id of ids) expect(fields[id.replace(/id$/, 'result')]).toBe('correct')
  })

  it('[LIFE-30] where only what changed is sent, every answer is told whole', async () => {
    const { host, session } = await start('scorm12')
    for (let n = 0; n < 250; n++) session.record(answered({ ...makeQuestion(n % 5), id: `q_${n}` }))
    await session.close()
    expect(Object.keys(lastSets(host.calls)).filter((element) => element.endsWith('.latency'))).toHaveLength(250)
  })
})

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  const e = standards[standard]

  it('[LIFE-9] already-open: a frame loaded again goes on in the open session of Moodle, and nothing set before is said to be lost', async () => {
    const host = previewHost('moodle', standard)
    const [one, two] = [fakePage(), fakePage()]
    host.install(one)
    const first = await e.driver({ window: one, now: one.now, course }).open()
    first.save('w1first')
    await first.flush()
    // Killed without its end; the frame loads again in the same player page.
    host.install(two)
    const before = host.calls.length
    const second = await e.driver({ window: two, now: two.now, course }).open()
    expect(count(host.calls.slice(before), 'initialize')).toBe(1)
    expect(second.learner.id).toBe('ana-1')
    second.save('w1second')
    expect(await second.close()).toBe('saved')
    expect(host.stored('cmi.suspend_data')).toBe('w1second')
  })

  it('[LIFE-19] slow-commit: hidden with nothing new, a host that took a second last time is left alone; one that is quick is asked', async () => {
    for (const [ms, commits] of [
      [2000, 0],
      [10, 1],
    ] as const) {
      const { page, host, session } = await start(standard)
      host.faults.onCommit = () => page.block(ms)
      session.save('w1a')
      await session.flush()
      const before = count(host.calls, 'commit')
      page.hide()
      expect(count(host.calls, 'commit') - before).toBe(commits)
      page.show()
      session.save('w1b')
      page.hide()
      expect(host.stored(e.suspend)).toBe('w1b')
    }
  })

  it('[LIFE-17] true-while-offline: nothing is set in a host that cannot be reached, so that Moodle has nothing to mark as sent', async () => {
    let online = false
    const host = previewHost('moodle', standard)
    host.faults.offline = true
    const page = fakePage()
    host.install(page)
    const probe = () => (online ? Promise.resolve(true) : Promise.reject(new TypeError('Failed to fetch')))
    const session = await e.driver({ window: page, now: page.now, course, probe }).open()
    const before = host.calls.length
    session.save('w1a')
    session.record(visited('s-2'))
    await page.advance(9000)
    expect(sets(host.calls.slice(before))).toEqual([])
    online = true
    host.faults.offline = false
    await page.advance(60_000)
    expect(host.stored(e.location)).toBe('s-2')
    expect(host.stored('cmi.suspend_data')).toBe('w1a')
  })
})
