/** The compiler as a whole: what it promises besides reading text. */
import { compile } from '../../build/compile/compile'
import { read } from '../../build/compile/1-read/read'
import { Diagnostics } from '../../build/compile/diagnostic'
import { measure } from '../../build/compile/measure'
import { assignSlots, newIds } from '../../build/compile/slots'
import { fakeMetrics } from './fake-metrics'
import { caseCourse, smallCourse } from './small-course'

const text = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

test('the same text gives the same course, whatever the order of its files', async () => {
  const files = await smallCourse()
  const one = await compile(files, fakeMetrics)
  const two = await compile(new Map([...files].reverse()), fakeMetrics)
  expect(one.course).toEqual(two.course)
  expect(one.course?.revision).toMatch(/^[0-9a-f]{16}$/)
})

test('another text, another revision', async () => {
  const files = await smallCourse()
  const source = text(files.get('01-knock/screenplay.md'))
  const changed = new Map([...files, ['01-knock/screenplay.md', new TextEncoder().encode(source.replace('to Ben.', 'to Ben now.'))]])
  const revisions = await Promise.all([files, changed].map(async (folder) => (await compile(folder, fakeMetrics)).course?.revision))
  expect(revisions[0]).not.toBe(revisions[1])
})

test('Windows line ends and a byte order mark change nothing', async () => {
  const files = await smallCourse()
  const windows = new Map(
    [...files].map(([path, bytes]) => [path, new TextEncoder().encode(`\uFEFF${text(bytes).replaceAll('\n', '\r\n')}`)]),
  )
  expect((await compile(windows, fakeMetrics)).course).toEqual((await compile(files, fakeMetrics)).course)
})

test('a course is plain JSON, and frozen', async () => {
  const { course } = await compile(await caseCourse('good-values-everywhere', 'given'), fakeMetrics)
  expect(JSON.parse(JSON.stringify(course))).toEqual(course)
  expect(Object.isFrozen(course?.modules[0]?.screens[0]?.beats[0])).toBe(true)
})

test('rules of the course do not keep it from being compiled; faults of the text do', async () => {
  const unruly = await compile(await caseCourse('bad-retyped', 'given'), fakeMetrics)
  const broken = await compile(await caseCourse('bad-unknown-name', 'given'), fakeMetrics)
  expect([unruly, broken].map(({ diagnostics }) => diagnostics.some(({ severity }) => severity === 'error'))).toEqual([true, true])
  expect([unruly.course !== null, broken.course !== null]).toEqual([true, false])
})

test('an empty folder says what a course needs', async () => {
  const { course, diagnostics } = await compile(new Map(), fakeMetrics)
  expect(course).toBeNull()
  expect(diagnostics.map(({ at }) => at.file)).toEqual(['call.yaml', 'course.yaml', 'outline.yaml'])
})

test('figures have exactly the agreed keys', async () => {
  const { stats } = measure(await caseCourse('good-quiz', 'given'))
  expect(stats).toEqual({
    modules: [
      {
        number: 1,
        minutes: { narration: 0.05, quiz: 1 },
        words: 6,
        screens: 1,
        beats: 1,
        predictions: 0,
        kinds: ['network'],
        topics: { covered: ['1.1'], missing: [] },
      },
    ],
  })
  expect(stats).toEqual((await compile(await caseCourse('good-quiz', 'given'), fakeMetrics)).stats)
})

describe('slots', () => {
  const moduleOf = async (name: string) => {
    const [module] = read(await caseCourse(name, 'absent'), new Diagnostics())?.modules ?? []
    if (!module) throw new Error(`${name} has no module`)
    return module
  }

  test('are numbered in the order of the text', async () => {
    expect(assignSlots(await moduleOf('good-quiz')).questions).toEqual({ pick: 0, tick: 1, sort: 2, join: 3, count: 4 })
  })

  test('are kept by ids that are gone, and never given again', async () => {
    const module = await moduleOf('good-quiz')
    const slots = { screens: { gone: 7 }, predictions: {}, questions: { sort: 3, old: 1 }, goals: { g: 0 } }
    const next = assignSlots({ ...module, slots })
    expect(next).toEqual({
      screens: { gone: 7, knock: 8 },
      predictions: {},
      questions: { old: 1, sort: 3, pick: 4, tick: 5, join: 6, count: 7 },
      goals: { g: 0 },
    })
    expect(newIds(slots, next)).toEqual(['screen knock', 'question pick', 'question tick', 'question join', 'question count'])
    expect(assignSlots({ ...module, slots: next })).toEqual(next)
  })
})
