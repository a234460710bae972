/** The preview as the LMS of cmi5: what it prepares, what it lets a unit say, what it says itself. No browser: the requests are made here. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from '../../build/preview/catalogue'
import type { World } from './fixture'
import { AU, au, cmi5Xml, cmi5Zip, launchUnit, startXapiWorld, statementOf, type Unit } from './xapi-fixture'

let world: World
beforeAll(async () => {
  world = await startXapiWorld(join(__dirname, '../..'))
})
afterAll(async () => {
  expect(world.errors).toEqual([])
  await world.preview.close()
})
const restart = (id: string) => world.get(`/api/attempts/ada/${id}/restart`, { method: 'POST', body: '' })
const refusal = async (response: Response): Promise<string> =>
  `${response.status} ${((await response.json()) as { rule?: string }).rule ?? ''}`
const verbsOf = async (unit: Unit) => (await unit.report()).statements.map(({ verb }) => verb)
const say = async (unit: Unit, ...verbs: readonly string[]): Promise<void> => {
  for (const verb of verbs) expect([verb, (await unit.post(statementOf(unit, verb))).status]).toEqual([verb, 200])
}

it('a launch has its parts in the address, LMS.LaunchData in the state, and the preferences in the profile', async () => {
  const unit = await launchUnit(world, 'unit.cmi5')
  expect(unit.launching.href).toMatch(/^\/content\/[0-9a-f]{16}\/unit\.html\?n=1&endpoint=/)
  expect([...unit.params.keys()]).toEqual(['n', 'endpoint', 'fetch', 'actor', 'registration', 'activityId'])
  expect(unit.activity).not.toContain(AU)
  expect(unit.data).toMatchObject({
    launchMode: 'Normal',
    launchMethod: 'AnyWindow',
    moveOn: 'CompletedAndPassed',
    masteryScore: 0.8,
    returnURL: `${world.preview.url}returned`,
    contextTemplate: {
      contextActivities: { grouping: [{ id: AU }] },
      extensions: { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': unit.launching.session },
    },
  })
  expect(await (await unit.lrs(unit.profile)).json()).toEqual({ languagePreference: 'en-GB', audioPreference: 'on' })
  expect((await world.get('/returned')).status).toBe(200)
})

it('the token is given out once, and by POST', async () => {
  const unit = await launchUnit(world, 'unit.cmi5')
  const url = unit.params.get('fetch') ?? ''
  const again = await fetch(url, { method: 'POST' })
  expect([again.status, await again.json()]).toEqual([
    200,
    { 'error-code': '1', 'error-text': expect.stringContaining('given out already') as string },
  ])
  expect(await (await fetch(url)).json()).toMatchObject({ 'error-code': '3' })
})

it('a whole session: completed and passed move on, and the course is satisfied, once', async () => {
  await restart('unit.cmi5')
  const unit = await launchUnit(world, 'unit.cmi5')
  await say(unit, 'initialized', 'experienced', 'completed', 'passed', 'terminated')
  const report = await unit.report()
  expect(report.statements.map(({ verb }) => verb)).toEqual([
    'launched',
    'initialized',
    'experienced',
    'completed',
    'passed',
    'satisfied',
    'terminated',
  ])
  expect(report).toMatchObject({ state: { kind: 'passed', percent: 90 }, finished: true, satisfied: ['https://example.com/course'] })
  expect(report.statements.map(({ words }) => words).slice(3)).toEqual([
    'Ada completed the unit after 1 s',
    'Ada passed with 90 %',
    'The LMS counts “A course” as satisfied',
    'Ada left after 9.5 s',
  ])
  const catalogue = (await (await world.get('/api/catalogue')).json()) as readonly Entry[]
  expect(catalogue.find(({ id }) => id === 'unit.cmi5')).toMatchObject({
    runtime: 'cmi5',
    standard: 'cmi5',
    learners: [{ state: { label: 'passed 90 %' } }, {}, {}],
  })
  const later = await launchUnit(world, 'unit.cmi5')
  await say(later, 'initialized', 'terminated')
  expect(await verbsOf(later)).toHaveLength(10)
})

it('a course of two: a block is satisfied by its units, the course by all; units that ask for nothing at once', async () => {
  const one = await launchUnit(world, 'two.cmi5~m01')
  await say(one, 'initialized', 'completed', 'terminated')
  const two = await launchUnit(world, 'two.cmi5~m02')
  const own = (unit: Unit, verb: string) => {
    const statement = statementOf(unit, verb)
    const grouping = [{ id: 'https://example.com/course/m02' }]
    return { ...statement, context: { ...statement.context, contextActivities: { ...statement.context.contextActivities, grouping } } }
  }
  for (const verb of ['initialized', 'passed', 'terminated']) expect((await two.post(own(two, verb))).status).toBe(200)
  expect((await one.report()).registration).toBe((await two.report()).registration)
  expect((await two.report()).satisfied).toEqual(['https://example.com/block', 'https://example.com/course'])
  expect(await verbsOf(two)).toEqual(['launched', 'initialized', 'passed', 'satisfied', 'satisfied', 'terminated'])
  expect((await launchUnit(world, 'free.cmi5').then((unit) => unit.report())).satisfied).toEqual(['https://example.com/course'])
})

it('whoever launches anew while a session is open has abandoned it: it may say nothing more', async () => {
  await restart('unit.cmi5')
  const first = await launchUnit(world, 'unit.cmi5')
  await say(first, 'initialized')
  const second = await launchUnit(world, 'unit.cmi5')
  expect(await verbsOf(second)).toEqual(['launched', 'initialized', 'abandoned', 'launched'])
  expect(await refusal(await first.post(statementOf(first, 'experienced')))).toBe('403 9.3.6.0-2')
  expect(await refusal(await first.lrs(first.state('x')))).toBe('403 9.3.6.0-2')
  await say(second, 'initialized')
  expect(await refusal(await second.post(statementOf(first, 'experienced')))).toBe('403 9.3.6.0-2')
})

it('"Start again" is another registration', async () => {
  const before = (await (await launchUnit(world, 'unit.cmi5')).report()).registration
  const unit = await restart('unit.cmi5').then(() => launchUnit(world, 'unit.cmi5'))
  const report = await unit.report()
  expect(report.registration).not.toBe(before)
  expect(report.statements.map(({ verb }) => verb)).toEqual(['launched'])
  expect(report.attempts.length).toBe(report.attempt)
})

const context = (unit: Unit, verb: string, more: object) => ({ context: { ...statementOf(unit, verb).context, ...more } })
const broken: readonly (readonly [string, string, readonly string[], (unit: Unit) => object])[] = [
  ['9.3.0.0-4', 'anything before initialized', [], (unit) => statementOf(unit, 'experienced')],
  ['9.3.0.0-2', 'initialized twice', ['initialized'], (unit) => statementOf(unit, 'initialized')],
  ['8.1.2.0-2', 'anything after terminated', ['initialized', 'terminated'], (unit) => statementOf(unit, 'experienced')],
  [
    '8.1.3.0-3',
    'somebody else',
    ['initialized'],
    (unit) => statementOf(unit, 'experienced', { actor: { mbox: 'mailto:else@example.com' } }),
  ],
  ['9.6.1.0-1', 'another registration', ['initialized'], (unit) => statementOf(unit, 'experienced', context(unit, 'experienced', { registration: '00000000-0000-4000-8000-00000000ffff' }))], // prettier-ignore
  [
    '9.6.3.1-4',
    'no session',
    ['initialized'],
    (unit) => statementOf(unit, 'experienced', context(unit, 'experienced', { extensions: {} })),
  ],
  ['10.2.1.0-6', 'no context template', ['initialized'], (unit) => statementOf(unit, 'experienced', context(unit, 'experienced', { contextActivities: {} }))], // prettier-ignore
  ['9.6.2.2-1', 'passed without the category moveon', ['initialized'], (unit) => statementOf(unit, 'passed', context(unit, 'passed', { contextActivities: { ...statementOf(unit, 'passed').context.contextActivities, category: [{ id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }] } }))], // prettier-ignore
  ['9.6.3.2-2', 'passed without the mastery score', ['initialized'], (unit) => statementOf(unit, 'passed', context(unit, 'passed', { extensions: statementOf(unit, 'experienced').context.extensions }))], // prettier-ignore
  ['9.3.4.0-2', 'passed below the mastery score', ['initialized'], (unit) => statementOf(unit, 'passed', { result: { success: true, score: { scaled: 0.7 }, duration: 'PT1S' } })], // prettier-ignore
  ['9.3.6.0-1', 'failed at the mastery score', ['initialized'], (unit) => statementOf(unit, 'failed', { result: { success: false, score: { scaled: 0.8 }, duration: 'PT1S' } })], // prettier-ignore
  ['9.3.0.0-3', 'failed after passed in a session', ['initialized', 'failed'], (unit) => statementOf(unit, 'passed')],
  [
    '9.5.3.0-1',
    'completed without completion',
    ['initialized'],
    (unit) => statementOf(unit, 'completed', { result: { duration: 'PT1S' } }),
  ],
  ['9.5.2.0-3', 'success in completed', ['initialized'], (unit) => statementOf(unit, 'completed', { result: { completion: true, success: true, duration: 'PT1S' } })], // prettier-ignore
  ['9.5.4.1-1', 'terminated without a duration', ['initialized'], (unit) => statementOf(unit, 'terminated', { result: undefined })],
  [
    '9.7.0.0-2',
    'a time that is not UTC',
    ['initialized'],
    (unit) => statementOf(unit, 'experienced', { timestamp: '2026-11-27T10:00:00+01:00' }),
  ],
  ['8.1.5.0-6', 'an object that is not the unit', ['initialized'], (unit) => statementOf(unit, 'completed', { object: { id: AU } })],
  [
    '6.3.0.0-1',
    'voiding',
    ['initialized'],
    (unit) => statementOf(unit, 'voided', { object: { objectType: 'StatementRef', id: unit.registration } }),
  ],
]
it.each(broken)('403 %s: %s', async (rule, _, before, spoilt) => {
  await restart('unit.cmi5')
  const unit = await launchUnit(world, 'unit.cmi5')
  await say(unit, ...before)
  const answer = await unit.post(spoilt(unit))
  expect(await refusal(answer)).toBe(`403 ${rule}`)
  expect((await unit.report()).requests.at(-1)).toMatchObject({ status: 403, said: expect.stringContaining(`${rule}: `) as string })
})

it('403: preferences and launch data are read first; the launch data are not written; a registration passes once', async () => {
  await restart('unit.cmi5')
  const unready = await launchUnit(world, 'unit.cmi5', { ready: false })
  expect(await refusal(await unready.post(statementOf(unready, 'initialized')))).toBe('403 11.0.0.0-3')
  expect(await refusal(await unready.lrs(unready.state('LMS.LaunchData'), { method: 'PUT', body: '{}' }))).toBe('403 10.2.1.0-5')
  const unit = await launchUnit(world, 'unit.cmi5')
  await say(unit, 'initialized', 'completed', 'passed', 'terminated')
  const later = await launchUnit(world, 'unit.cmi5')
  await say(later, 'initialized')
  for (const [verb, rule] of [
    ['completed', '9.3.0.0-6'],
    ['passed', '9.3.0.0-7'],
    ['failed', '9.3.0.0-8'],
  ] as const) {
    expect(await refusal(await later.post(statementOf(later, verb)))).toBe(`403 ${rule}`)
  }
})

it.each([
  ['browse', 'Browse', '10.2.2.0-2'],
  ['review', 'Review', '10.2.2.0-3'],
])('%s: nothing that judges may be said', async (mode, launchMode, rule) => {
  await restart('unit.cmi5')
  const unit = await launchUnit(world, 'unit.cmi5', { mode })
  expect(unit.data['launchMode']).toBe(launchMode)
  await say(unit, 'initialized')
  expect(await refusal(await unit.post(statementOf(unit, 'completed')))).toBe(`403 ${rule}`)
  await say(unit, 'terminated')
})

it.each([
  ['no units', cmi5Xml(''), 'nothing in it can be launched'],
  ['a strange move-on', cmi5Xml(au(1, 'moveOn="Seen"')), 'moveOn of "https://example.com/course/m01" is "Seen"; expected Passed'],
  ['a mastery score of 80', cmi5Xml(au(1, 'masteryScore="80"')), 'is "80"; expected 0 to 1'],
  ['a file that is not there', cmi5Xml(au(1, '', 'gone.html')), 'cmi5.xml launches "gone.html", and no such file is in the zip'],
  ['an address elsewhere', cmi5Xml(au(1, '', 'https://example.com/x')), 'the preview plays what is in the zip alone'],
  ['one id twice', cmi5Xml(au(1, '') + au(1, '')), 'stands twice'],
  ['XML that ends', '<courseStructure>', 'not well-formed XML'],
])('a package with %s is shown as broken', async (_, xml, message) => {
  writeFileSync(join(world.dist, 'spoilt.zip'), cmi5Zip(xml))
  const catalogue = (await (await world.get('/api/catalogue')).json()) as readonly Entry[]
  expect(catalogue.find(({ file }) => file === 'spoilt.zip')?.error).toContain(message)
})
