import { scorm2004 } from '../../src/session/drivers/scorm2004'
import { fakePage } from '../hosts/fake-page'
import { sets } from '../hosts/host'
import { plainHost } from '../hosts/plain-host'
import type { LearningEvent } from '../../src/model/event'
import type { Question } from '../../src/model/quiz'
import { makeQuestion } from '../model/make-course'
import { achieved, answered, outcome, scored, visited } from './events'
import { refused, response2004, strict2004 } from './strict'

const start = async (given: Record<string, string> = {}) => {
  const page = fakePage()
  const host = plainHost('scorm2004', given)
  host.install(page)
  const session = await scorm2004({ window: page, now: page.now }).open()
  const said = async (...events: Parameters<typeof session.record>[0][]) => {
    const before = host.calls.length
    for (const event of events) session.record(event)
    await page.advance(0)
    return sets(host.calls.slice(before)).filter((s) => !s.startsWith('cmi.session_time'))
  }
  return { page, host, session, said }
}

describe('scorm2004', () => {
  it('[S04-1] a screen is the location and the progress measure', async () => {
    expect(await (await start()).said(visited('s-7', 1 / 3))).toEqual(['cmi.location=s-7', 'cmi.progress_measure=0.3333'])
  })

  it('[S04-1] what is complete has no progress measure any more, from which an LMS might derive that it is not', async () => {
    const { said } = await start({ 'cmi.completion_status': 'completed' })
    expect(await said(visited('s-7', 0.9))).toEqual(['cmi.location=s-7'])
  })

  it('[S04-2] an answer is an interaction, in the order of the standard', async () => {
    const n = 'cmi.interactions.0'
    expect(await (await start()).said(answered(makeQuestion(0), false))).toEqual([
      `${n}.id=media_flows_q_q_0_1`,
      `${n}.type=choice`,
      `${n}.timestamp=2026-11-22T21:21:56`,
      `${n}.correct_responses.0.pattern=b`,
      `${n}.weighting=1`,
      `${n}.learner_response=d`,
      `${n}.result=incorrect`,
      `${n}.latency=PT0H0M12.35S`,
      `${n}.description=Question 0?`,
    ])
  })

  it('[S04-4] every kind of question has its type and its pattern', async () => {
    const { host, said } = await start()
    await said(...[0, 1, 2, 3, 4].map((slot) => answered(makeQuestion(slot))))
    const field = (i: number, name: string) => host.stored(`cmi.interactions.${i}.${name}`)
    expect([0, 1, 2, 3, 4].map((i) => [field(i, 'type'), field(i, 'correct_responses.0.pattern'), field(i, 'learner_response')])).toEqual([
      ['choice', 'b', 'b'],
      ['choice', 'a[,]c[,]d', 'a[,]c[,]d'],
      ['sequencing', 'b[,]a[,]d[,]c[,]e', 'b[,]a[,]d[,]c[,]e'],
      ['matching', 'a[.]2[,]b[.]1[,]c[.]4[,]d[.]3', 'a[.]2[,]b[.]1[,]c[.]4[,]d[.]3'],
      ['numeric', '1200[:]1250.5', '1200'],
    ])
  })

  it('[ASK-5] typed words are a fill-in: a pattern for each answer that counts, and no separator or property in what was typed', async () => {
    const { host, said } = await start()
    const exact = { ...makeQuestion(5), exact: true } as Question
    const odd = { ...answered(exact, false), response: { kind: 'text' as const, text: '{lang=en}a[,]b' } } as LearningEvent
    await said(answered(makeQuestion(5)), odd)
    const field = (i: number, name: string) => host.stored(`cmi.interactions.${i}.${name}`)
    expect([field(0, 'type'), field(0, 'correct_responses.0.pattern'), field(0, 'correct_responses.1.pattern')]).toEqual([
      'fill-in',
      'set local',
      'rollback',
    ])
    expect(field(1, 'correct_responses.0.pattern')).toBe('{case_matters=true}set local')
    expect(field(1, 'learner_response')).toBe('… {lang=en}a(,)b')
  })

  it('[S04-2] a lab goal is a performance', async () => {
    expect((await (await start()).said(achieved())).map((s) => s.replace('cmi.interactions.0.', ''))).toEqual([
      'id=g_two_relayed',
      'type=performance',
      'timestamp=2026-11-22T21:21:56',
      'correct_responses.0.pattern=g_two_relayed[.]reached',
      'learner_response=g_two_relayed[.]reached',
      'result=correct',
      'latency=PT0H1M30S',
    ])
  })

  it('[S04-7] a score is scaled, and raw out of 100, which is all that Moodle reads', async () => {
    expect(await (await start()).said(scored(2 / 3))).toEqual([
      'cmi.score.scaled=0.6667',
      'cmi.score.min=0',
      'cmi.score.max=100',
      'cmi.score.raw=66.67',
    ])
  })

  it('[S04-9] completion and success are said apart, and success only where it is decided', async () => {
    const said = async (...args: Parameters<typeof outcome>) =>
      (await (await start()).said(outcome(...args))).filter((s) => /status/.test(s))
    expect(await said(true, 1)).toEqual(['cmi.completion_status=completed', 'cmi.success_status=passed'])
    expect(await said(null, null)).toEqual(['cmi.completion_status=completed'])
    expect(await said(false, 0.4, false)).toEqual(['cmi.success_status=failed'])
    expect(await said(null, 0.4, true)).toEqual(['cmi.completion_status=completed'])
  })

  it('[S04-10] says nothing that the strictest host would refuse', async () => {
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
    expect(refused(host.calls, strict2004, response2004)).toEqual([])
  })
})
