/** The drivers in the preview's Moodle, session after session: refused nothing, and cut off nothing that must not be lost. */
import type { Engine } from '../../build/preview/host/engine'
import { enter } from '../../build/preview/host/entry'
import { moodle12 } from '../../build/preview/host/moodle/engine-12'
import { moodle2004 } from '../../build/preview/host/moodle/engine-2004'
import { arriving, beaconSize } from '../../build/preview/host/moodle/form'
import { methods } from '../../build/preview/host/runtime'
import type { Attempt, Cmi } from '../../build/preview/types'
import { scorm12 } from '../../src/session/drivers/scorm12'
import { scorm2004 } from '../../src/session/drivers/scorm2004'
import { fakePage } from '../hosts/fake-page'
import { makeQuestion } from '../model/make-course'
import { answered, outcome, scored, visited } from './events'

const STANDARDS = {
  scorm12: { driver: scorm12, engine: moodle12, api: 'API' },
  scorm2004: { driver: scorm2004, engine: moodle2004, api: 'API_1484_11' },
} as const
const terms = { mastery: '', launchData: '', threshold: '', maxTime: '', timeLimitAction: '' }
const visitor = { id: 'ada', name: 'Ada Okafor', sortName: 'Okafor, Ada' }

describe.each(['scorm12', 'scorm2004'] as const)('%s in Moodle', (runtime) => {
  const { driver, engine: create, api } = STANDARDS[runtime]
  let database: Cmi = {}
  let refused: string[] = []
  let largest = 0
  let leaving = false
  beforeEach(() => {
    database = {}
    refused = []
    largest = 0
  })

  const launch = async () => {
    const attempt: Attempt = { number: 1, started: '', updated: '', revision: '', sessions: [], cmi: database, calls: [], dropped: 0 }
    const { cmi } = enter('moodle', { attempts: [attempt], asked: 'normal', runtime, terms, visitor })
    const launching = { package: 'p', revision: 'r', runtime, href: '/', learner: 'ada', attempt: 1, session: 's', host: 'moodle', mode: 'normal', because: null, cmi } as const // prettier-ignore
    const engine: Engine = create(launching, {
      send(fields) {
        // A request has no such limit; only what a page sends as it goes.
        if (leaving) largest = Math.max(largest, beaconSize(fields))
        database = { ...database, ...arriving(fields) }
        return { ok: true, how: 'request' }
      },
      post: () => undefined,
    })
    const said = (method: string) => (...args: string[]) => {
      const answer = engine.call(method, args)
      if (/SetValue|Commit|Terminate|Finish/.test(method) && answer !== 'true') refused.push(`${method} ${args.join('=')}: ${engine.lastError()}`)
      return answer
    } // prettier-ignore
    const page = fakePage()
    Object.assign(page, { [api]: Object.fromEntries(methods[runtime].map((method) => [method, said(method)])) })
    return { page, session: await driver({ window: page, now: page.now }).open() }
  }

  it('every kind of event is taken', async () => {
    const { page, session } = await launch()
    const all = [visited(), ...[0, 1, 2, 3, 4].map((slot) => answered(makeQuestion(slot), slot % 2 === 0)), scored(0.8), outcome(true, 0.8)]
    for (const event of all) session.record(event)
    await page.advance(0)
    await session.close()
    expect(refused).toEqual([])
  })

  it('[LIFE-30] three hundred answers over ten sessions leave room for suspend data, score and status', async () => {
    for (let sitting = 1; sitting <= 10; sitting++) {
      const { page, session } = await launch()
      for (let n = 0; n < 30; n++) session.record(answered(makeQuestion(n % 5), true, sitting * 30 + n))
      // The first commit of a sitting carries all answers of those before, in 1.2 too, and only it.
      await page.advance(0)
      session.save(`w1${String(sitting).padStart(3500, 'x')}`)
      session.record(scored(sitting / 10))
      if (sitting === 10) session.record(outcome(true, 1))
      await page.advance(0)
      leaving = true
      page.pagehide(false)
      leaving = false
      expect({ sitting, kept: database['cmi.suspend_data']?.slice(-4) }).toEqual({ sitting, kept: `x${sitting}`.padStart(4, 'x') })
    }
    const status = runtime === 'scorm12' ? 'cmi.core.lesson_status' : 'cmi.success_status'
    expect([database[status], database['cmi.core.score.raw'] ?? database['cmi.score.raw']]).toEqual(['passed', '100'])
    expect(largest).toBeLessThanOrEqual(65_536)
    expect(refused).toEqual([])
  })
})
