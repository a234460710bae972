/** How both SCORM drivers deliver, end, keep silent in review, and stand before a strict judge. */
import { count, sets } from '../hosts/host'
import { scormAgainHost } from '../hosts/scorm-again-host'
import { makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, scored, visited } from './events'
import { deliveries, standards, start, type Name } from './launch'

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  const e = standards[standard]

  describe('delivery', () => {
    it('[LIFE-15] tries again, later and later, and says everything again that was not confirmed', async () => {
      const { page, host, session } = await start(standard)
      const heard = deliveries(session)
      host.faults.commitFails = true
      session.record(answered(makeQuestion(0)))
      session.save('w1a')
      await page.advance(0)
      expect(heard).toEqual(['saved', 'saving', 'retrying'])
      await page.advance(60_000)
      expect(count(host.calls, 'commit')).toBe(5)
      // The host forgot: what is not confirmed is in nobody's keeping but ours.
      for (const element of [...host.data.keys()]) if (/interactions|suspend/.test(element)) host.data.delete(element)
      host.faults.commitFails = false
      session.save('w1b')
      await page.advance(60_000)
      expect(heard).toEqual(['saved', 'saving', 'retrying', 'saved'])
      expect(host.stored('cmi.interactions.0.id')).toBe('m04_q_q_0_1')
      expect(host.stored(`cmi.interactions.0.${e.response}`)).toBe('b')
      expect(host.stored(e.suspend)).toBe('w1b')
      expect(page.timers()).toBe(0)
    })

    it('[LIFE-15] keeps what the LMS cannot take now', async () => {
      const { page, host, session } = await start(standard)
      host.faults.setFails = e.notNow
      session.record(visited('s-3'))
      expect(await session.flush()).toBe('retrying')
      delete host.faults.setFails
      await page.advance(2000)
      expect(host.stored(e.location)).toBe('s-3')
      expect(await session.flush()).toBe('saved')
    })

    it('[LIFE-16] is lost only when the session closed unconfirmed', async () => {
      const { host, session } = await start(standard)
      const heard = deliveries(session)
      session.save('w1a')
      Object.assign(host.faults, { commitFails: true, terminateFails: true })
      expect(await session.close()).toBe('lost')
      expect(heard.at(-1)).toBe('lost')
    })

    it('[LIFE-16] believes a Terminate that stored what Commit could not', async () => {
      const { host, session } = await start(standard)
      session.save('w1a')
      host.faults.commitFails = true
      expect(await session.close()).toBe('saved')
      expect(host.stored(e.suspend)).toBe('w1a')
    })

    it('[LIFE-17] where a probe is given, is saved only when the probe says so', async () => {
      let through = false
      const { page, host, session } = await start(
        standard,
        {},
        { probe: () => (through ? Promise.resolve(true) : Promise.reject(new Error('offline'))) },
      )
      session.save('w1a')
      expect(await session.flush()).toBe('retrying')
      const before = host.calls.length
      through = true
      await page.advance(2000)
      expect(sets(host.calls.slice(before))).toContain(`${e.suspend}=w1a`)
      expect(await session.flush()).toBe('saved')
      through = false
      session.save('w1b')
      expect(await session.close()).toBe('lost')
    })

    it('[LIFE-18] never throws, even if every function of the LMS does', async () => {
      const { page, session } = await start(standard)
      const api = (page as unknown as Record<string, Record<string, unknown>>)[standard === 'scorm12' ? 'API' : 'API_1484_11'] ?? {}
      for (const method of Object.keys(api)) {
        api[method] = () => {
          throw new Error('The session has expired')
        }
      }
      session.record(visited())
      session.record(answered(makeQuestion(0)))
      session.save('w1a')
      expect(await session.flush()).toBe('retrying')
      expect(await session.close()).toBe('lost')
    })
  })

  describe('the end', () => {
    it('[LIFE-19] hidden: commits, with the time so far, and goes on', async () => {
      const { page, host, session } = await start(standard)
      session.save('w1a')
      await page.advance(60_000)
      page.hide()
      expect(host.stored(e.time)).toBe(e.minute)
      expect(host.stored(e.suspend)).toBe('w1a')
      expect(count(host.calls, 'terminate')).toBe(0)
      page.show()
      session.record(visited())
      expect(await session.flush()).toBe('saved')
    })

    it('[LIFE-20] gone: suspend, time, commit, terminate, once and before the event is over', async () => {
      const { page, host, session } = await start(standard)
      session.save('w1a')
      await page.advance(60_000)
      page.pagehide(false)
      const end = host.calls.map((c) => (c.method === 'set' ? c.element : c.method)).slice(-3)
      expect(end).toEqual([e.time, 'commit', 'terminate'])
      expect(host.stored(e.exit)).toBe('suspend')
      expect(host.stored(e.suspend)).toBe('w1a')
      page.pagehide(false)
      page.hide()
      await session.close()
      expect(count(host.calls, 'terminate')).toBe(1)
    })

    it('[LIFE-21] kept in the back/forward cache: commits without terminating, and that time does not count', async () => {
      const { page, host, session } = await start(standard)
      await page.advance(20_000)
      session.save('w1a')
      page.pagehide(true)
      expect(host.stored(e.suspend)).toBe('w1a')
      expect(count(host.calls, 'terminate')).toBe(0)
      await page.advance(3_600_000)
      page.pageshow(true)
      page.pageshow(true)
      await page.advance(40_000)
      await session.close()
      expect(host.stored(e.time)).toBe(e.minute)
    })

    it('[LIFE-22] session time is the whole of this session at every commit, never a part', async () => {
      const { page, host, session } = await start(standard)
      for (let i = 0; i < 3; i++) {
        session.record(visited(`s-${i}`))
        await page.advance(20_000)
      }
      await session.close()
      expect(host.stored(e.time)).toBe(e.minute)
    })
  })

  describe('review', () => {
    it('[LIFE-23] records nothing at all, not even the way out', async () => {
      for (const given of [{ [e.mode]: 'review' }, { [e.mode]: 'browse' }, { [e.credit]: 'no-credit' }] as Record<string, string>[]) {
        const { page, host, session } = await start(standard, { ...given, [e.suspend]: 'w1x' })
        expect(session.mode).toBe('review')
        expect(session.resumed).toBe('w1x')
        session.record(visited())
        session.record(outcome(true))
        session.save('w1y')
        expect(await session.flush()).toBe('saved')
        page.hide()
        page.pagehide(true)
        page.pageshow(true)
        await page.advance(100_000)
        page.pagehide(false)
        expect(await session.close()).toBe('saved')
        expect(sets(host.calls)).toEqual([])
        expect(count(host.calls, 'commit')).toBe(0)
        expect(count(host.calls, 'terminate')).toBe(1)
      }
    })
  })

  describe('scorm-again, strict', () => {
    it('[LIFE-24] takes a whole attempt without an error but 403 on reading what was never set', async () => {
      const host = scormAgainHost(standard)
      const { page, session } = await start(standard, {}, {}, host)
      for (let slot = 0; slot < 5; slot++) {
        session.record(visited(`s-${slot}`, slot / 5))
        await page.advance(10_000)
        session.record(answered(makeQuestion(slot)))
        session.record(answered(makeQuestion(slot), false, 2))
        session.save(`w1${'a'.repeat(3498)}`)
        await page.advance(10_000)
      }
      session.record(answered({ ...makeQuestion(4), plain: '{ "iceServers": [] }\nWhat is missing? — naïve' }))
      session.record(achieved())
      session.record(scored(2 / 3))
      session.record(scored(0.2, 2))
      session.record(outcome(true, 2 / 3))
      page.hide()
      page.pagehide(true)
      page.pageshow(true)
      expect(await session.close()).toBe('saved')
      const errors = host.calls.filter((c) => c.error !== '0' || (c.method !== 'get' && c.result !== 'true'))
      expect(errors.filter((c) => !(c.method === 'get' && c.error === '403'))).toEqual([])
      expect(host.stored(e.raw)).toBe(standard === 'scorm12' ? '66' : '66.67')
      expect(host.stored('cmi.interactions.11.id')).toMatch(/^g_/)
    })

    it('[LIFE-24] takes a second session of the same learner as well', async () => {
      const host = scormAgainHost(standard)
      const first = await start(standard, {}, {}, host)
      first.session.record(answered(makeQuestion(0)))
      first.session.record(outcome(true, 1))
      first.session.save('w1a')
      await first.session.close()
      const again = host.relaunch()
      const second = await start(standard, {}, {}, again)
      expect(second.session.resumed).toBe('w1a')
      second.session.record(answered(makeQuestion(1)))
      second.session.record(outcome(true, 1))
      await second.session.close()
      expect(again.calls.filter((c) => c.error !== '0' && !(c.method === 'get' && c.error === '403'))).toEqual([])
      expect(sets(again.calls).filter((s) => /status/.test(s))).toEqual([])
    })
  })
})
