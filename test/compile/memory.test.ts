/** A build that remembers the one before it (npm start) makes what one that starts from nothing makes, and says what it says. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { compile } from '../../build/compile/compile'
import { createMemory } from '../../build/memory'
import { fakeMetrics } from './fake-metrics'
import { courses, smallCourse } from './small-course'

const text = (path: string): string => readFileSync(join(courses, path), 'utf8')
const screenplays = ['_base', 'good-what-if', 'good-two-stages', 'good-values-everywhere', 'bad-hold'].map((name) =>
  text(`${name}/01-knock/screenplay.md`),
)
const quizzes = [undefined, text('good-quiz/01-knock/quiz.yaml'), text('bad-bank-small/01-knock/quiz.yaml')]
const call = text('_base/call.yaml')

const save = fc.record({
  screenplay: fc.constantFrom(...screenplays),
  more: fc.constantFrom('', '\nOne sentence more.\n', '\n::hold[never]\n'),
  quiz: fc.constantFrom(...quizzes),
  call: fc.constantFrom(call, call.replace(/203\.0\.113\.\d+/g, '203.0.113.77')),
})

test('saves in any order compile as each of them alone does', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(save, { minLength: 2, maxLength: 5 }), async (saves) => {
      const memory = createMemory()
      for (const { screenplay, more, quiz, call } of saves) {
        const files = await smallCourse({
          'call.yaml': call,
          '01-knock/screenplay.md': screenplay + more,
          ...(quiz !== undefined && { '01-knock/quiz.yaml': quiz }),
        })
        expect(await compile(files, fakeMetrics, undefined, memory)).toEqual(await compile(files, fakeMetrics))
      }
    }),
    { numRuns: 15 },
  )
}, 60_000)

test('what is equal is made once, and what is not is made again', () => {
  const memory = createMemory()
  let made = 0
  const make = (...key: readonly unknown[]): number => memory.recall('one', key, () => ++made)
  expect([make('a', { b: 1 }), make('a', { b: 1 }), make('a', { b: 2 }), make(new Map([['a', 1]])), make(new Map([['a', 2]]))]).toEqual([
    1, 1, 2, 3, 4,
  ])
  expect([make('ab', 'c'), make('a', 'bc')]).toEqual([5, 6])
})
