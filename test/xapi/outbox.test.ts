/** What an LRS does not take at once. Rules: docs/conformance.md, BOX-1, 2, 3, 7. */
import { brokenRules } from '../../src/xapi/check'
import { lrsHost, verbOf } from '../hosts/lrs-host'
import { answered, visited } from '../session/events'
import { allOf, open, pass, questions, settle, verbs } from './cmi5-session'

it('[BOX-1] [BOX-2] what cannot be sent is kept and sent again, and the learner sees which', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  const heard: string[] = []
  session.onDelivery((state) => void heard.push(state))
  await pass(page)
  host.fault = () => 503
  session.record(visited())
  await pass(page, 5000)
  host.fault = () => undefined
  await pass(page, 70_000)
  expect(heard.slice(heard.indexOf('retrying'))).toEqual(['retrying', 'saved'])
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed'])
})

it('[BOX-2] [LIFE-10] what is kept for the next commit is not "saving": nothing is on its way', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const heard: string[] = []
  session.onDelivery((state) => void heard.push(state))
  const { fetch } = page
  let answer = (): void => undefined
  const late = (url: string, init: RequestInit) =>
    init.method === 'POST' ? new Promise<Response>((resolve) => (answer = () => resolve(fetch(url, init)))) : fetch(url, init)
  Object.assign(page, { fetch: late })
  session.record(visited())
  session.save('w1-a')
  await pass(page)
  expect(heard.at(-1)).toBe('saving')
  session.save('w1-b')
  answer()
  await pass(page)
  expect(heard.at(-1)).toBe('saved')
  expect(await session.flush()).toBe('saved')
  expect(JSON.stringify([...host.states.values()])).toContain('w1-b')
})

it('[BOX-1] an LRS that says when to come back is not asked before, whatever is said meanwhile', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const posts = (): number => host.requests.filter((one) => one === 'POST statements').length
  host.fault = () => (host.requests.at(-1) === 'POST statements' ? 429 : undefined)
  session.record(visited())
  await pass(page, 100)
  const before = posts()
  host.fault = () => undefined
  session.record(answered(questions[0]!))
  await pass(page, 2800)
  expect(posts()).toBe(before)
  await pass(page, 400)
  expect(posts()).toBe(before + 1)
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'answered'])
})

it('[BOX-3] what an LMS never took before the end is sent at the next launch of the same activity', async () => {
  const host = lrsHost()
  const { page, session, on } = await open(host)
  await pass(page)
  host.fault = () => 'cut'
  allOf(session)
  expect(await settle(page, session.close())).toBe('lost')
  expect(session.keepsHere()).toBe(true)
  host.fault = () => undefined
  const next = await open(host, host.launch(), on, 2)
  await settle(next.page, next.session.close())
  expect(host.broken).toEqual([])
  expect(verbs(host).filter((verb) => verb === 'answered')).toHaveLength(questions.length)
  expect(verbs(host).filter((verb) => verb === 'terminated')).toHaveLength(2)
})

it('[CMI-12] [BOX-3] where an abandoned session takes nothing more, the next one tells what was done in it: ids and times stay', async () => {
  const host = lrsHost()
  host.abandons = true
  const { page, session, on } = await open(host)
  await pass(page)
  host.fault = () => 'cut'
  allOf(session)
  expect(await settle(page, session.close())).toBe('lost')
  host.fault = () => undefined
  const looking = await open(host, host.launch({ launchMode: 'Review' }), on, 2)
  await settle(looking.page, looking.session.close())
  expect(verbs(host)).toEqual(['initialized', 'initialized', 'terminated'])
  const next = await open(host, host.launch(), on, 3)
  expect(await settle(next.page, next.session.close())).toBe('saved')
  const told = host.order.slice(4)
  const late = told.slice(0, -1)
  expect(told.slice(-1).map(verbOf)).toEqual(['terminated'])
  expect(late.map(verbOf)).toEqual(['experienced', 'progressed', ...questions.map(() => 'answered'), 'scored', 'completed', 'passed'])
  for (const statement of late) {
    expect(brokenRules(statement)).toEqual([])
    expect(statement.context.extensions).toMatchObject({ 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 's-3' })
  }
  expect(new Set(host.broken)).toEqual(new Set(['9.3.6.0-2']))
})

it('[BOX-7] a refusal for good is never called saved', async () => {
  const host = lrsHost()
  const { page, session } = await open(host)
  await pass(page)
  const { fetch } = page
  Object.assign(page, {
    fetch: (url: string, init: RequestInit) =>
      init.method === 'POST' && String(init.body).includes('answered')
        ? Promise.resolve(new Response('', { status: 400 }))
        : fetch(url, init),
  })
  session.record(answered(questions[0]!))
  await pass(page, 5000)
  session.record(visited())
  expect(await settle(page, session.close())).toBe('lost')
  expect(verbs(host)).toEqual(['initialized', 'experienced', 'progressed', 'terminated'])
})
