/** A session of cmi5, from its launch to its end. Rules: docs/conformance.md, CMI-*. */
import { brokenRules } from '../../src/xapi/check'
import { AU, lrsHost, verbOf } from '../hosts/lrs-host'
import { outcome, scored, visited } from '../session/events'
import { allOf, open, pass, questions, settle, verbs } from './cmi5-session'
import { device } from './page'

it('[CMI-1] [CMI-2] [CMI-3] a session: preferences, initialized first, all between, terminated last, then the return URL', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  expect(host.requests.slice(0, 4)).toEqual(['POST /fetch/s-1', 'GET activities/state', 'GET agents/profile', 'GET activities/state'])
  allOf(session)
  await pass(page)
  expect(await settle(page, session.close())).toBe('saved')
  expect(host.broken).toEqual([])
  expect(verbs(host)).toEqual([
    'initialized',
    'experienced',
    'progressed',
    ...questions.map(() => 'answered'),
    'scored',
    'completed',
    'passed',
    'terminated',
  ])
  for (const statement of host.order) expect(brokenRules(statement)).toEqual([])
  expect(page.went).toEqual(['https://lms.example/back'])
  expect(page.timers() + page.listeners()).toBe(0)
})

it('[CMI-4] [CMI-5] the LMS names the pass mark; its context lies under every statement, and defined ones are about its activity', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  expect(session.terms).toEqual({ passing: 0.8, moveOn: 'CompletedAndPassed' })
  allOf(session)
  await settle(page, session.close())
  for (const { context } of host.order) expect(context.contextActivities?.grouping?.[0]?.id).toBe('https://webrtcschool.com/xapi/wsqd/m04')
  expect(host.order.filter(({ object }) => object.id === AU).map(verbOf)).toEqual(['initialized', 'completed', 'passed', 'terminated'])
})

it('[CMI-6] a reload keeps the token and the session: the fetch URL is asked once, initialized said once', async () => {
  const host = lrsHost()
  const { page, session, on } = await open(host)
  session.record(visited())
  await pass(page)
  page.pagehide(false)
  await pass(page)
  const again = await open(host, page.location.search, on, 2)
  again.session.record(visited('s-2', 0.5))
  expect(await settle(again.page, again.session.close())).toBe('saved')
  expect(host.requests.filter((one) => one.includes('fetch'))).toHaveLength(1)
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'experienced', 'progressed', 'terminated'])
  expect(page.location.search).toBe('')
  await expect(open(host, '', on)).rejects.toThrow(/was ended/)
})

it('[CMI-7] completed and passed are said once for a registration, whatever later sessions bring; failed never after a pass', async () => {
  const host = lrsHost()
  const on = device()
  for (const seed of [1, 2]) {
    const { page, session } = await open(host, host.launch(), on, seed)
    allOf(session)
    if (seed === 2) session.record(scored(0.1, 2))
    await settle(page, session.close())
  }
  expect(host.broken).toEqual([])
  expect(verbs(host).filter((verb) => verb === 'passed' || verb === 'completed' || verb === 'failed')).toEqual(['completed', 'passed'])
})

it('[CMI-8] a failed attempt is said on leaving, with a score of 0 too; a pass in the same session takes its place, and one later comes after', async () => {
  const host = lrsHost()
  const on = device()
  const first = await open(host, host.launch(), on)
  first.session.record(scored(0))
  await settle(first.page, first.session.close())
  expect(verbs(host)).toEqual(['initialized', 'scored', 'failed', 'terminated'])
  expect(host.order[2]?.result?.score).toEqual({ scaled: 0 })
  const second = await open(host, host.launch(), on, 2)
  expect(second.session.known.score).toBe(0)
  second.session.record(scored(0.5, 2))
  second.session.record(scored(0.9, 3))
  second.session.record(outcome(true, 0.9))
  await settle(second.page, second.session.close())
  expect(verbs(host).slice(4)).toEqual(['initialized', 'scored', 'scored', 'completed', 'passed', 'terminated'])
  expect(host.broken).toEqual([])
})

it.each(['Browse', 'Review'])('[CMI-9] %s records nothing but the session itself', async (launchMode) => {
  const host = lrsHost()
  const { page, session } = await open(host, host.launch({ launchMode }))
  expect(session.mode).toBe('review')
  allOf(session)
  await settle(page, session.close())
  expect(verbs(host)).toEqual(['initialized', 'terminated'])
  expect(host.states.size).toBe(1)
})

it.each([
  [null, { languages: [] }],
  [
    { languagePreference: 'sv-SE, de,en-US', audioPreference: 'off' },
    { languages: ['sv-SE', 'de', 'en-US'], sound: false },
  ],
  [
    { languagePreference: '../de', audioPreference: 'on' },
    { languages: [], sound: true },
  ],
  ['loud', { languages: [] }],
])('[CMI-13] the preferences %j are read as %j', async (preferences, read) => {
  const host = lrsHost()
  host.preferences = preferences
  const { page, session } = await open(host)
  expect(session.preferences).toEqual(read)
  await settle(page, session.close())
})

it('[CMI-10] a launch that is broken says what was found and what was expected', async () => {
  const host = lrsHost()
  const search = host.launch()
  await expect(open(host, search.replace(/fetch=[^&]*&/, ''))).rejects.toThrow(/no "fetch"; expected endpoint, fetch/)
  await expect(open(host, '')).rejects.toMatchObject({ code: 'noLaunch' })
  await open(host, search)
  await expect(open(host, search)).rejects.toMatchObject({ code: 'usedToken', message: expect.stringContaining('error 1') })
  const next = host.launch()
  host.states.delete('LMS.LaunchData')
  await expect(open(host, next)).rejects.toMatchObject({ code: 'noLaunchData', message: expect.stringContaining('status 404') })
  const other = host.launch().replace('lrs.example%2Fxapi', 'lrs.example%2Fnowhere')
  await expect(open(host, other)).rejects.toMatchObject({ code: 'noLaunchData' })
})

it('[CMI-11] a launch waits for a store that does not answer yet, and begins nothing beside a place it cannot read', async () => {
  const host = lrsHost()
  const on = device()
  const first = await open(host, host.launch(), on)
  first.session.save('w1-kept')
  await settle(first.page, first.session.close())
  let down = 3
  host.fault = () => (host.requests.at(-1)?.includes('fetch') || down-- <= 0 ? undefined : 503)
  expect((await open(host, host.launch(), on, 2)).session.resumed).toBe('w1-kept')
  host.fault = () =>
    host.requests.length && host.requests.at(-1) === 'GET activities/state' && host.requests.at(-2) !== 'POST /fetch/s-3' ? 503 : undefined
  await expect(open(host, host.launch(), on, 3)).rejects.toMatchObject({ code: 'noAnswer', message: expect.stringContaining('status 503') })
  expect(JSON.stringify([...host.states.values()])).toContain('w1-kept')
})
