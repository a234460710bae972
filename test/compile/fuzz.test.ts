/** Whatever an author types, the compiler answers with a course or with diagnostics, never with a stack. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { compile } from '../../build/compile/compile'
import { fakeMetrics } from './fake-metrics'
import { courses, smallCourse } from './small-course'

const source = (path: string): string => readFileSync(join(courses, path), 'utf8')
const screenplays = [
  source('_base/01-knock/screenplay.md'),
  source('good-what-if/01-knock/screenplay.md'),
  source('good-two-stages/01-knock/screenplay.md'),
  source('good-more/01-knock/screenplay.md'),
  source('good-values-everywhere/01-knock/screenplay.md'),
]
const quiz = source('good-quiz/01-knock/quiz.yaml')

/** What is most likely to hurt. */
const token = fc.constantFrom(
  '\n', '\n\n', ' ', '::', ':::', '::::', '{', '}', '{{', '}}', '{{ana.host}}', '[', ']', '[ana > ben]', '`', '```', '```stage network net\n', '#',
  '## X\n', '::screen{#x}\n', '::send[ana > ben]{text="x"}\n', '::hold[1s]\n', ':::predict{#q}\n', '- [x] a :: b\n', '- [ ] a :: b\n', ':::more\n',
  ':::\n', '---\n', '|', '|-|\n', '<b>', '<!--', '&', '"', '\'', '=', '\\', '*', '_', '**', '!', '$', '~~', '[^1]', '[^1]: x\n', '&amp;', '\u0000',
  '\uE000\uE001', '\uE002\uE003', '🙂', '\t', '- ', '> ', '1. ', 'ana', 'show: []\n', 'ana: { is: nat, table: [a] }\n', 'x: &a [*a]\n', '? ', 'null',
  '__proto__', 'constructor', '{#__proto__ toString}', 'at="a"', 'with',
) // prettier-ignore

interface Cut {
  readonly at: number
  readonly length: number
  readonly put: string
}
const cut = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(12),
  put: fc.oneof(token, fc.string({ maxLength: 6, unit: 'grapheme' }), fc.constant('')),
})
const mutated = (text: string, cuts: readonly Cut[]): string =>
  cuts.reduce((all, { at, length, put }) => {
    const from = Math.floor(at * all.length)
    return all.slice(0, from) + put + all.slice(from + length)
  }, text)

async function survives(files: Readonly<Record<string, string>>): Promise<void> {
  const { course, diagnostics } = await compile(await smallCourse(files), fakeMetrics)
  expect(course !== null || diagnostics.length > 0).toBe(true)
  for (const { at } of diagnostics) {
    expect(at.line).toBeGreaterThanOrEqual(1)
    expect(at.column).toBeGreaterThanOrEqual(1)
  }
}

const runs = Number(process.env.RUNS ?? 80)

test('mutated screenplays', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...screenplays), fc.array(cut, { minLength: 1, maxLength: 6 }), (text, cuts) =>
      survives({ '01-knock/screenplay.md': mutated(text, cuts) }),
    ),
    { numRuns: runs },
  )
}, 120_000)

test('random Markdown below good front matter', async () => {
  const head = '---\nid: knock\nnumber: 1\ntitle: A knock\nobjectives: []\n---\n\n'
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(token, fc.lorem()), { maxLength: 60 }), (tokens) =>
      survives({ '01-knock/screenplay.md': head + tokens.join('') }),
    ),
    { numRuns: runs },
  )
}, 120_000)

test('mutated quizzes and YAML files', async () => {
  const files: Readonly<Record<string, string>> = {
    '01-knock/quiz.yaml': quiz,
    'call.yaml': source('_base/call.yaml'),
    'course.yaml': source('_base/course.yaml'),
    'outline.yaml': source('_base/outline.yaml'),
    '01-knock/slots.lock.json': source('good-slots-keep/01-knock/slots.lock.json'),
  }
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(files)), fc.array(cut, { minLength: 1, maxLength: 4 }), (path, cuts) =>
      survives({ [path]: mutated(files[path] ?? '', cuts) }),
    ),
    { numRuns: runs },
  )
}, 120_000)
