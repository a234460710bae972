/** Whatever lies in an LRS: it is text, it is counted, and it breaks nothing. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { statementsIn } from '../../build/report/read-file'
import { demoStatements, DEMO_AS_OF } from '../../src/report/demo/demo-statements'
import { flatten, type Flat } from '../../src/report/flatten'
import { csv } from '../../src/report/output/csv'
import { flattenPiece, ingest } from '../../src/report/read/ingest'
import { elements, lines, LONGEST_PIECE, type Piece } from '../../src/report/read/pieces'
import { makeReport } from '../../src/report/report'
import { openDuckdb } from '../../src/report/sql/duckdb-engine'
import { Store } from '../../src/report/store/store'
import { tableColumns } from '../../src/report/table-columns'
import type { Statement } from '../../src/xapi/statement'
import { extensions, verbs } from '../../src/xapi/vocabulary'
import { makeCourse, makeModule } from '../model/make-course'
import { files } from './sql-files'

jest.setTimeout(60_000)

const course = makeCourse(makeModule(1, { questions: 8 }))
const terms = { iri: course.iri, now: DEMO_AS_OF }
const all = [...(function* () {
  for (const statement of demoStatements({ course, seed: 1 })) yield statement
})()].slice(0, 2500) // prettier-ignore
const of = (verb: keyof typeof verbs, kind = '/'): Statement =>
  all.find((one) => one.verb.id === verbs[verb].id && one.object.id.includes(kind))!
const answer = of('answered', '/q/')
const visit = of('experienced')
const reason = (raw: unknown): string => {
  const flat = flatten(raw, terms)
  return flat.kind === 'rejected' ? flat.reason : flat.kind
}
const answered = (result: object): unknown => ({ ...answer, result: { ...answer.result, ...result } })
const told = (more: object): unknown => answered({ extensions: { ...answer.result?.extensions, ...more } })

test.each([
  ['not a statement', 'not-a-statement', 7],
  ['null', 'not-a-statement', null],
  ['a list', 'not-a-statement', []],
  ['no id', 'no-id', { ...answer, id: undefined }],
  ['an id that is none', 'no-id', { ...answer, id: '<b>' }],
  ['no verb', 'unknown-verb', { ...answer, verb: undefined }],
  ['a verb of others', 'unknown-verb', { ...answer, verb: { id: 'https://example.com/liked' } }],
  ['no category', 'not-ours', { ...answer, context: { ...answer.context, contextActivities: {} } }],
  ['version 2', 'other-profile', { ...answer, context: { contextActivities: { category: [{ id: 'https://webrtcschool.com/xapi/wsqd/profile/v2.0' }] } } }],
  ['a group', 'no-actor', { ...answer, actor: { objectType: 'Group', member: [] } }],
  ['nobody', 'no-actor', { ...answer, actor: { name: 'Ada' } }],
  ['another course', 'other-course', { ...answer, object: { id: 'https://example.com/other/m01/q/x' } }],
  ['a longer name of our course', 'other-course', { ...answer, object: { id: `${course.iri}-2/m01/q/x` } }],
  ['a unit of nowhere', 'other-course', { ...of('initialized'), object: { id: 'https://x.example/' }, context: { ...answer.context, contextActivities: { category: answer.context.contextActivities?.category } } }],
  ['a year that was not', 'bad-time', { ...answer, timestamp: '0001-01-01T00:00:00Z' }],
  ['a year that will be', 'bad-time', { ...answer, timestamp: '9999-12-31T23:59:59Z' }],
  ['the day after tomorrow', 'bad-time', { ...answer, timestamp: new Date(DEMO_AS_OF + 2 * 86_400_000).toISOString() }],
  ['a time that is none', 'bad-time', { ...answer, timestamp: '2026-13-45T99:00:00Z' }],
  ['a time in words', 'bad-time', { ...answer, timestamp: 'yesterday' }],
  ['no time at all', 'bad-time', { ...answer, timestamp: undefined }],
  ['success as a text', 'wrong-type', answered({ success: 'true' })],
  ['no success', 'wrong-type', answered({ success: undefined })],
  ['a response that is a list', 'wrong-type', answered({ response: ['a'] })],
  ['a score over 1', 'wrong-type', answered({ score: { scaled: 80 } })],
  ['a score that is not a number', 'wrong-type', answered({ score: { scaled: '1' } })],
  ['a duration in words', 'wrong-type', answered({ duration: 'long' })],
  ['a duration of years', 'wrong-type', answered({ duration: 'P1Y' })],
  ['attempt 0', 'wrong-type', told({ [extensions.attempt]: 0 })],
  ['attempt 1.5', 'wrong-type', told({ [extensions.attempt]: 1.5 })],
  ['a version of millions', 'wrong-type', told({ [extensions.version]: 1e9 })],
  ['a visit of no time', 'wrong-type', { ...visit, result: {} }],
  ['a visit before it began', 'wrong-type', { ...visit, result: { extensions: { [extensions.visible]: -5 } } }],
  ['an answer about a screen', 'wrong-type', { ...answer, object: { id: `${course.iri}/m01/s/s-0` } }],
  ['an answer like a novel', 'too-long', answered({ response: 'x'.repeat(4001) })],
  ['an id like a novel', 'too-long', { ...answer, object: { id: `${course.iri}/m01/q/${'x'.repeat(500)}` } }],
])('%s is rejected as %s', (_, expected, raw) => expect(reason(raw)).toBe(expected)) // prettier-ignore

test('what a duration may look like', () => {
  const took = (text: string): unknown =>
    (flatten(answered({ duration: text }), terms) as Flat & { fact: { duration: number } }).fact?.duration
  expect(['PT12.35S', 'PT1M', 'PT1H0.5S', 'P1DT1S', 'P1W'].map(took)).toEqual([12_350, 60_000, 3_600_500, 86_401_000, 604_800_000])
})

test('progress of the programme is about no module', () => {
  const told = { ...of('progressed'), object: { id: course.iri } }
  expect(flatten(told, terms)).toMatchObject({ kind: 'fact', fact: { object: 'unit', module: 0 } })
})

test('a voiding statement takes another back', () => {
  const voiding = {
    ...answer,
    verb: { id: 'http://adlnet.gov/expapi/verbs/voided' },
    object: { objectType: 'StatementRef', id: answer.id.toUpperCase() },
  }
  expect(flatten(voiding, terms)).toEqual({ kind: 'voids', id: answer.id })
})

test('anything at all is a fact or a reason, never an error', () => {
  const parts = {
    verb: fc.anything(),
    actor: fc.anything(),
    object: fc.anything(),
    result: fc.anything(),
    context: fc.anything(),
    timestamp: fc.anything(),
  }
  fc.assert(
    fc.property(fc.record(parts, { requiredKeys: [] }), (odd) => void flatten({ ...answer, ...odd }, terms)),
    { numRuns: 2000 },
  )
  fc.assert(
    fc.property(fc.anything(), (odd) => void flatten(odd, terms)),
    { numRuns: 1000 },
  )
  const [result, context] = [answer.result as object, answer.context as object]
  for (const [name, inside] of [
    ['result', result],
    ['context', context],
  ] as const) {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.keys(inside)),
        fc.anything(),
        (key, odd) => void flatten({ ...answer, [name]: { ...inside, [key]: odd } }, terms),
      ),
      { numRuns: 1000 },
    )
  }
})

const chunksOf = async function* (text: string, size: number): AsyncGenerator<string> {
  for (let i = 0; i < text.length; i += size) yield text.slice(i, i + size)
}
const listed = async (pieces: AsyncIterable<Piece>): Promise<readonly Piece[]> => {
  const found: Piece[] = []
  for await (const piece of pieces) found.push(piece)
  return found
}

test('a stream is cut into the same statements wherever its chunks end', async () => {
  const odd = [{ a: '"}]\\' }, { b: ['[', { c: '{' }] }, { d: 'é\\"' }, {}, { e: { f: [] } }]
  const list = JSON.stringify(odd, null, 1)
  const wrapped = JSON.stringify({ more: '[{"x":1}]', statements: odd, after: 1 })
  const ndjson = `\n${odd.map((one) => JSON.stringify(one)).join('\r\n')}\n\n`
  for (let size = 1; size < 40; size++) {
    for (const text of [list, wrapped]) {
      expect((await listed(elements(chunksOf(text, size)))).map((piece) => JSON.parse(piece.text) as unknown)).toEqual(odd)
    }
    expect((await listed(lines(chunksOf(ndjson, size)))).map((piece) => JSON.parse(piece.text) as unknown)).toEqual(odd)
  }
})

test('a string of 10 MB is one rejected statement, of which little is kept, and its neighbours count', async () => {
  const huge = JSON.stringify({ ...answer, id: '7b0f3c1e-0000-4000-8000-0000000000aa', result: { response: 'x'.repeat(10_000_000) } })
  const text = `[${JSON.stringify(answer)},${huge},${JSON.stringify(visit)}]`
  for (const pieces of [elements(chunksOf(text, 65_536)), lines(chunksOf(text.slice(1, -1).replaceAll('},{"id"', '}\n{"id"'), 65_536))]) {
    const found = await listed(pieces)
    expect(found.map(({ long, text: kept }) => [long, kept.length <= LONGEST_PIECE])).toEqual([
      [false, true],
      [true, true],
      [false, true],
    ])
    expect(found.map((piece) => flattenPiece(piece, terms).kind)).toEqual(['fact', 'rejected', 'fact'])
  }
})

test('a report of hostile data is made, with everything counted, and shows it as it was said', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wsqd-hostile-'))
  const engine = await openDuckdb({ spill: null, memory: '300MB', threads: 1 })
  try {
    const script = '<script>alert("x")</script>'
    const evil = [
      {
        ...answer,
        id: '7b0f3c1e-0000-4000-8000-000000000010',
        actor: { name: script, account: { homePage: 'https://x.example', name: "Robert'); DROP TABLE facts;--" } },
      },
      { ...answer, id: '7b0f3c1e-0000-4000-8000-000000000011', object: { ...answer.object, id: `${course.iri}/m01/q/${script}` } },
      {
        ...answer,
        id: '7b0f3c1e-0000-4000-8000-000000000012',
        object: { ...answer.object, id: `${course.iri}/m01/q/=1+1` },
        result: { ...answer.result, response: `=HYPERLINK("${script}")\u0000` },
      },
      { ...visit, id: '7b0f3c1e-0000-4000-8000-000000000013', object: { ...visit.object, id: `${course.iri}/m99/s/${script}` } },
    ]
    const file = join(folder, 'all.ndjson')
    writeFileSync(file, [...all, ...evil, { some: 'thing' }].map((one) => JSON.stringify(one)).join('\n') + '\nno json\n{"id":')
    const store = new Store(join(folder, 'store'), course.iri, engine)
    expect(await ingest(statementsIn(file), { store, terms })).toBe(all.length + 7)
    // The same file again counts nothing twice.
    await ingest(statementsIn(file), { store, terms })
    await store.seal()
    const { figures, tables } = await makeReport({ store, engine, files, course, asOf: DEMO_AS_OF, roster: null, pseudonymKey: null })
    expect(figures.source).toMatchObject({ read: all.length + 7, accepted: all.length + 4, voided: 0, roster: false })
    expect(figures.source.rejected.map(({ reason: why, n }) => [why, n])).toEqual([
      ['unreadable', 2],
      ['no-id', 1],
    ])
    expect(figures.learners.map(({ label }) => label)).toContain(script)
    const everybody = figures.slices[0]!
    expect(everybody.items.find(({ question }) => question === script)).toMatchObject({ current: false, asks: script })
    expect(everybody.funnel.every(({ notStarted }) => notStarted === null)).toBe(true)
    const answers = csv(tableColumns.choices, tables.choices)
    expect(answers).toContain('\'=HYPERLINK(""<script>')
    for (const table of Object.values(tables)) expect(JSON.stringify(table).length).toBeGreaterThan(1)
    await store.close()
  } finally {
    engine.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
