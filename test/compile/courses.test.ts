/**
 * A test is a folder of test/courses: files over a small base course, and `expected.json`.
 *   FILTER=at-word npx jest test/compile/courses     only cases whose name has this in it
 *   UPDATE=1 npx jest test/compile/courses           write what came out; read the diff before you commit it
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { compile, type Compiled } from '../../build/compile/compile'
import type { Course } from '../../src/model/course'
import { fakeMetrics } from './fake-metrics'
import { caseCourse, courses } from './small-course'

interface ExpectedDiagnostic {
  readonly code: string
  readonly severity: string
  readonly file: string
  readonly line: number
  /** Substrings. */
  readonly found: string
  readonly expected: string
  readonly cure: string
}
interface Expected {
  readonly course: boolean
  readonly diagnostics: readonly ExpectedDiagnostic[]
  /** Codes that the shortness of a case brings along. */
  readonly silent?: readonly string[]
  readonly slots?: 'absent'
  /** Compiled in another language than the course is written in. */
  readonly lang?: string
  /** Paths into the course, and what stands there. */
  readonly facts?: Readonly<Record<string, unknown>>
  /** Paths into the figures of the first module. */
  readonly stats?: Readonly<Record<string, unknown>>
  /** Texts that the stage shows. */
  readonly labels?: readonly string[]
}

const { FILTER = '', UPDATE } = process.env
const all = readdirSync(courses).filter((name) => !name.startsWith('_'))
const names = all.filter((name) => name.includes(FILTER))

test('forty cases and more, half of them broken', () => {
  const broken = all.filter((name) => name.startsWith('bad-')).length
  expect(all.length).toBeGreaterThanOrEqual(40)
  expect(broken * 2).toBeGreaterThanOrEqual(all.length)
})

test.each(names)('%s', async (name) => {
  const path = join(courses, name, 'expected.json')
  const wanted = JSON.parse(readFileSync(path, 'utf8')) as Expected
  const compiled = await compile(await caseCourse(name, wanted.slots ?? 'given'), fakeMetrics, wanted.lang)
  const got = outcome(compiled, wanted)
  if (UPDATE) writeFileSync(path, `${JSON.stringify({ ...wanted, ...got }, null, 2)}\n`)
  else {
    expect(got.diagnostics.map(asShown)).toEqual(wanted.diagnostics.map(asShown))
    for (const [index, { found, expected, cure }] of wanted.diagnostics.entries()) {
      expect(got.diagnostics[index]?.found).toContain(found)
      expect(got.diagnostics[index]?.expected).toContain(expected)
      expect(got.diagnostics[index]?.cure).toContain(cure)
    }
    expect({ course: got.course, facts: got.facts, stats: got.stats }).toEqual({
      course: wanted.course,
      facts: wanted.facts,
      stats: wanted.stats,
    })
  }
  for (const label of wanted.labels ?? []) expect(labelsOf(compiled.course).some((text) => text.includes(label)) || label).toBe(true)
})

/** The place is compared exactly, the words by `toContain`. */
const asShown = ({ code, severity, file, line }: ExpectedDiagnostic) => `${file}:${line} ${severity} ${code}`

function outcome({ course, diagnostics, stats }: Compiled, { silent = ['WSQD303', 'WSQD310'], facts, stats: figures }: Expected) {
  const shown = diagnostics.filter(({ code }) => !silent.includes(code))
  const pick = (from: unknown, paths: Readonly<Record<string, unknown>>) =>
    Object.fromEntries(Object.keys(paths).map((path) => [path, valueAt(from, path)]))
  return {
    course: course !== null,
    diagnostics: shown.map(({ code, severity, at, ...words }) => ({ code, severity, file: at.file, line: at.line, ...words })),
    ...(facts && { facts: pick(course, facts) }),
    ...(figures && { stats: pick(stats.modules[0], figures) }),
  }
}

const valueAt = (from: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>> | null | undefined)?.[key] ?? null, from)

function labelsOf(course: Course | null): readonly string[] {
  const nodes = course?.modules.flatMap(({ screens }) => screens.flatMap(({ stage }) => stage.wide.nodes)) ?? []
  return nodes.flatMap((node) => (node.kind === 'label' ? [node.runs.map(({ t }) => t).join('')] : []))
}
