/** What both SCORM drivers say while a session is open, call by call. */
import { count, sets } from '../hosts/host'
import { plainHost } from '../hosts/plain-host'
import { makeCourse, makeModule, makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, predicted, scored, visited } from './events'
import { deliveries, standards, start, type Name } from './launch'

describe.each(Object.keys(standards) as Name[])('%s', (standard) => {
  const e = standards[standard]

  it('[ASK-1] a prediction is told to no LMS, and is nothing to be saved', async () => {
    const { host, session } = await start(standard)
    await session.flush()
    const before = host.calls.length
    const heard = deliveries(session)
    session.record(predicted())
    session.record(predicted(null))
    expect(host.calls.slice(before)).toEqual([])
    expect(heard).not.toContain('saving')
  })

  describe('opening', () => {
    it('[LIFE-5] says incomplete where nothing was begun, and suspend, before anything else', async () => {
      for (const status of ['not attempted', 'unknown', '', 'Not Attempted']) {
        const { host } = await start(standard, { [e.status]: status })
        expect(sets(host.calls)).toEqual([`${e.status}=incomplete`, `${e.exit}=suspend`])
      }
    })

    it('[LIFE-6] never goes back: leaves a status that was reached as it is', async () => {
      for (const status of ['incomplete', 'Completed', 'PASSED']) {
        if (standard === 'scorm2004' && status === 'PASSED') continue
        const { host } = await start(standard, { [e.status]: status, [e.suspend]: 'w1x' })
        expect(sets(host.calls)).toEqual([`${e.exit}=suspend`])
      }
    })

    it('[LIFE-6] leaves a blank status alone where suspend data show that it is not the beginning', async () => {
      const { host } = await start(standard, { [e.status]: '', [e.suspend]: 'w1x' })
      expect(sets(host.calls)).toEqual([`${e.exit}=suspend`])
    })

    it('[LIFE-7] reads who learns, what is asked and what was kept', async () => {
      const { session } = await start(standard, { [e.suspend]: 'w1x', [e.passing[0]]: e.passing[1] })
      expect(session.learner).toEqual({ id: 'ana-1', name: 'Ana, <b>of Lab</b>' })
      expect(session.terms).toEqual({ passing: 0.75 })
      expect(session.resumed).toBe('w1x')
    })

    it('[LIFE-7] asks for nothing where the LMS names no mark, or nonsense', async () => {
      for (const mark of ['', '0', '-1', '700', 'high']) expect((await start(standard, { [e.passing[0]]: mark })).session.terms).toEqual({})
    })

    it('[LIFE-8] treats a blank mode as a normal one, in any case of letters', async () => {
      for (const mode of ['', 'normal', 'Normal']) expect((await start(standard, { [e.mode]: mode })).session.mode).toBe('normal')
      for (const mode of ['review', 'Browse']) expect((await start(standard, { [e.mode]: mode })).session.mode).toBe('review')
      expect((await start(standard, { [e.credit]: 'no-credit' })).session.mode).toBe('review')
    })

    it('[LIFE-9] rejects with what was found and what to do, where the LMS refuses', async () => {
      const host = plainHost(standard)
      host.faults.initializeFails = '101'
      await expect(start(standard, {}, {}, host)).rejects.toMatchObject({ name: 'SessionError', code: 'refused' })
      host.faults.initializeFails = '103'
      await expect(start(standard, {}, {}, host)).resolves.toBeTruthy()
    })
  })

  describe('recording', () => {
    it('[LIFE-10] says only what changed, in one commit for what happens together', async () => {
      const { page, host, session } = await start(standard)
      session.record(visited('s-1', 0.5))
      session.record(scored(0.8))
      session.record(outcome(true, 0.8))
      session.save('w1a')
      expect(count(host.calls, 'commit')).toBe(0)
      await page.advance(0)
      expect(count(host.calls, 'commit')).toBe(1)
      const before = host.calls.length
      session.record(visited('s-1', 0.5))
      session.save('w1a')
      session.record(outcome(true, 0.8))
      await page.advance(0)
      expect(sets(host.calls.slice(before))).toEqual([])
    })

    it('[LIFE-10] commits nothing for what is only saved, until something else does', async () => {
      const { page, host, session } = await start(standard)
      session.save('w1a')
      session.save('w1b')
      await page.advance(60_000)
      expect(count(host.calls, 'commit')).toBe(0)
      await session.flush()
      expect(host.stored(e.suspend)).toBe('w1b')
      expect(sets(host.calls)).not.toContain(`${e.suspend}=w1a`)
    })

    it('[LIFE-10] flush commits at once, synchronously, and not at all with nothing to say', async () => {
      const { host, session, since } = await start(standard)
      session.record(visited())
      expect(count(since(() => void session.flush()), 'commit')).toBe(1) // prettier-ignore
      expect(since(() => void session.flush())).toEqual([])
      expect(host.stored(e.location)).toBe('s-1')
    })

    it('[SEM-2] the score reported is the best, the one the LMS remembers included', async () => {
      const { page, host, session } = await start(standard, { [e.raw]: '60', 'cmi.score.scaled': '0.6' })
      const after = async (score: number) => {
        session.record(scored(score))
        await page.advance(0)
        return host.stored(e.raw)
      }
      expect(await after(0.4)).toBe('60')
      expect(await after(0.8)).toBe('80')
      expect(await after(0.2)).toBe('80')
    })

    it('[LIFE-6] never goes back: a passed module stays passed', async () => {
      const { page, host, session } = await start(standard)
      session.record(outcome(true, 1))
      session.record(outcome(false, 0.2, false))
      await page.advance(0)
      const [status, ...rest] = standard === 'scorm12' ? ['passed'] : ['completed', 'passed']
      expect(host.stored(e.status)).toBe(status)
      if (standard === 'scorm2004') expect(host.stored('cmi.success_status')).toBe(rest[0])
    })

    it('[LIFE-11] in a programme, a module speaks neither of the score nor of the status', async () => {
      const two = makeCourse(makeModule(4), makeModule(5))
      const { page, host, session } = await start(standard, {}, { course: two })
      session.record(scored(1))
      session.record(outcome(true, 1, true, 'm04'))
      await session.flush()
      expect(host.stored(e.status)).toBe('incomplete')
      expect(host.stored(e.raw)).toBe('')
      session.record(outcome(true, 0.9, true, 'programme'))
      await page.advance(0)
      expect(host.stored(e.status)).toBe(standard === 'scorm12' ? 'passed' : 'completed')
      expect(host.stored(e.raw)).toBe('90')
    })
  })

  describe('interactions', () => {
    const asked = (i: number) => `cmi.interactions.${i}.id`

    it('[LIFE-12] go on counting where the LMS stands, or from our own count where it does not say', async () => {
      for (const blindCount of [false, true]) {
        const host = plainHost(standard, blindCount ? {} : { 'cmi.interactions.0.id': 'm04_q_old_1' })
        host.faults.blindCount = blindCount
        const { page, session } = await start(standard, {}, {}, host)
        session.record(answered(makeQuestion(0)))
        session.record(answered(makeQuestion(1)))
        await page.advance(0)
        session.record(answered(makeQuestion(2)))
        await page.advance(0)
        const first = blindCount ? 0 : 1
        expect([0, 1, 2].map((i) => host.stored(asked(first + i)))).toEqual(['m04_q_q_0_1', 'm04_q_q_1_1', 'm04_q_q_2_1'])
      }
    })

    it('[LIFE-13] are let go silently where the LMS has none, and all else is kept', async () => {
      const host = plainHost(standard)
      host.faults.lacks = /interactions|score\.m/
      const { page, session } = await start(standard, {}, {}, host)
      const heard = deliveries(session)
      for (const n of [0, 1, 2]) {
        session.record(answered(makeQuestion(n)))
        await page.advance(0)
      }
      session.record(scored(0.8))
      session.save('w1x')
      expect(await session.flush()).toBe('saved')
      expect(new Set(heard)).toEqual(new Set(['saved', 'saving']))
      expect(host.stored(e.raw)).toBe('80')
      expect(host.stored(e.suspend)).toBe('w1x')
      // Only the id was tried: seven more refusals an answer would help nobody.
      expect(sets(host.calls).filter((s) => s.includes('interactions') && !s.includes('.id='))).toEqual([])
    })

    it('[LIFE-14] have ids that say module, question and attempt, and the version of a changed question', async () => {
      const { page, host, session } = await start(standard)
      session.record(answered({ ...makeQuestion(0, 3), id: 'two-ports' }, true, 2))
      session.record(achieved('two-relayed'))
      await page.advance(0)
      expect(host.stored(asked(0))).toBe('m04_q_two_ports_v3_2')
      expect(host.stored(asked(1))).toBe('g_two_relayed')
    })
  })
})
