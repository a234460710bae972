import { scorm12 } from '../../src/session/drivers/scorm12'
import { fakePage } from '../hosts/fake-page'
import { sets } from '../hosts/host'
import { plainHost } from '../hosts/plain-host'
import { makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, scored, visited } from './events'
import { feedback12, refused, strict12 } from './strict'

const start = async (given: Record<string, string> = {}) => {
  const page = fakePage()
  const host = plainHost('scorm12', given)
  host.install(page)
  const session = await scorm12({ window: page, now: page.now }).open()
  const said = async (...events: Parameters<typeof session.record>[0][]) => {
    const before = host.calls.length
    for (const event of events) session.record(event)
    await page.advance(0)
    return sets(host.calls.slice(before)).filter((s) => !s.startsWith('cmi.core.session_time'))
  }
  return { page, host, session, said }
}

describe('scorm12', () => {
  it('[S12-1] a screen is the lesson location', async () => {
    expect(await (await start()).said(visited('s-7', 0.5))).toEqual(['cmi.core.lesson_location=s-7'])
  })

  it('[S12-2] an answer is an interaction, field by field', async () => {
    const n = 'cmi.interactions.0'
    expect(await (await start()).said(answered(makeQuestion(0), false))).toEqual([
      `${n}.id=media_flows_q_q_0_1`,
      `${n}.time=21:21:56`,
      `${n}.type=choice`,
      `${n}.correct_responses.0.pattern=b`,
      `${n}.weighting=1`,
      `${n}.student_response=d`,
      `${n}.result=wrong`,
      `${n}.latency=0000:00:12.35`,
    ])
  })

  it('[S12-4] every kind of question has its type and its pattern', async () => {
    const { host, said } = await start()
    await said(...[0, 1, 2, 3, 4].map((slot) => answered(makeQuestion(slot))))
    const field = (i: number, name: string) => host.stored(`cmi.interactions.${i}.${name}`)
    expect([0, 1, 2, 3, 4].map((i) => [field(i, 'type'), field(i, 'correct_responses.0.pattern'), field(i, 'student_response')])).toEqual([
      ['choice', 'b', 'b'],
      ['choice', '{a,c,d}', '{a,c,d}'],
      ['sequencing', 'b,a,d,c,e', 'b,a,d,c,e'],
      ['matching', '{a.2,b.1,c.4,d.3}', '{a.2,b.1,c.4,d.3}'],
      ['numeric', '1200', '1200'],
    ])
    expect(field(4, 'correct_responses.1.pattern')).toBe('1250.5')
  })

  it('[ASK-5] typed words are a fill-in, with a pattern for each answer that counts', async () => {
    const { host, said } = await start()
    await said(...[5, 6, 7].map((slot) => answered(makeQuestion(slot))))
    const field = (i: number, name: string) => host.stored(`cmi.interactions.${i}.${name}`)
    expect([0, 1, 2].map((i) => [field(i, 'type'), field(i, 'correct_responses.0.pattern'), field(i, 'student_response')])).toEqual([
      ['fill-in', 'set local', 'set local'],
      ['choice', 'c', 'c'],
      ['choice', 'b', 'b'],
    ])
    expect(field(0, 'correct_responses.1.pattern')).toBe('rollback')
  })

  it('[S12-2] a lab goal is a performance', async () => {
    expect((await (await start()).said(achieved())).map((s) => s.replace('cmi.interactions.0.', ''))).toEqual([
      'id=g_two_relayed',
      'time=21:21:56',
      'type=performance',
      'student_response=reached',
      'result=correct',
      'latency=0000:01:30.00',
    ])
  })

  it('[S12-7] a score is 0 to 100, whole, with both its ends where the LMS has them', async () => {
    expect(await (await start()).said(scored(2 / 3))).toEqual(['cmi.core.score.min=0', 'cmi.core.score.max=100', 'cmi.core.score.raw=66'])
    expect(await (await start({ 'cmi.core.score._children': 'raw' })).said(scored(0.8))).toEqual(['cmi.core.score.raw=80'])
    expect(await (await start({ 'cmi.core.score._children': '' })).said(scored(0.8))).toHaveLength(3)
  })

  it('[S12-8] one status says both: the quiz where there is one to pass, else completion', async () => {
    const status = async (...args: Parameters<typeof outcome>) => {
      const { host, said } = await start()
      await said(outcome(...args))
      return host.stored('cmi.core.lesson_status')
    }
    expect(await status(true, 1)).toBe('passed')
    expect(await status(null, null)).toBe('completed')
    expect(await status(false, 0.4, false)).toBe('failed')
    expect(await status(false, 0.4, true)).toBe('completed')
    expect(await status(null, 0.4, true)).toBe('completed')
  })

  it('[S12-9] a pass may follow a completion, and an outcome without a quiz has no score', async () => {
    const { said } = await start()
    expect(await said(outcome(null, null))).toEqual(['cmi.core.lesson_status=completed'])
    expect(await said(outcome(true, 0.9))).toContain('cmi.core.lesson_status=passed')
  })

  it('[S12-10] says nothing that the strictest host would refuse', async () => {
    const { host, session, said } = await start()
    session.save('w1-_Az09')
    await said(
      visited(),
      ...[0, 1, 2, 3, 4].flatMap((s) => [answered(makeQuestion(s)), answered(makeQuestion(s), false)]),
      achieved(),
      scored(1 / 3),
      outcome(true, 1 / 3),
    )
    await session.close()
    expect(refused(host.calls, strict12, feedback12)).toEqual([])
  })
})
