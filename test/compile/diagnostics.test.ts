/** Every code has a page and a case, every page a code, and no two messages share one. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { diagnosticJson, diagnosticReport, diagnosticText } from '../../build/compile/diagnostic-text'
import { Diagnostics, type Diagnostic } from '../../build/compile/diagnostic'
import { courses } from './small-course'

const root = join(__dirname, '../..')
const messages = readdirSync(join(root, 'build'), { recursive: true, encoding: 'utf8' })
  .filter((path) => /(^|[\\/])messages\.ts$/.test(path))
  .sort()
  .map((path) => readFileSync(join(root, 'build', path), 'utf8'))
const codes = messages.flatMap((source) => [...source.matchAll(/'(WSQD\d{3})'/g)].map(([, code]) => code ?? ''))
const files = readdirSync(join(root, 'docs/diagnostics')).filter((name) => name !== 'README.md')
const pages = files.map((name) => name.replace('.md', ''))
const titleOf = (code: string) =>
  readFileSync(join(root, 'docs/diagnostics', `${code}.md`), 'utf8')
    .split('\n', 1)[0]
    ?.replace(`# ${code}: `, '')

test('each code stands in one message', () => {
  expect(codes).toEqual([...new Set(codes)])
})

test('every code has its page, and every page its code', () => {
  expect([...pages].sort()).toEqual([...codes].sort())
})

test.each(pages)('%s says what it is, in its title too', (code) => {
  const page = readFileSync(join(root, 'docs/diagnostics', `${code}.md`), 'utf8')
  expect(page.startsWith(`# ${code}: `)).toBe(true)
  expect(page).toMatch(/\nRight:\n|\*\*Cure\.\*\*/)
})

test('the index lists every code once, with the title of its page and whether it is a warning', () => {
  const index = readFileSync(join(root, 'docs/diagnostics/README.md'), 'utf8')
  const rows = [...index.matchAll(/^\| \[(WSQD\d{3})\]\((.+?)\) \| (.+) \| (warning)? *\|$/gm)]
  const warnings = new Set(messages.flatMap((source) => [...source.matchAll(/\bwarning\(\s*'(WSQD\d{3})'/g)].map(([, code]) => code)))
  expect(rows.map(([, code, link, title, mark]) => [code, link, title, mark === 'warning'])).toEqual(
    [...codes].sort().map((code) => [code, `${code}.md`, titleOf(code), warnings.has(code)]),
  )
})

test('every code of the text has a course that earns it', () => {
  const cases = readdirSync(courses).filter((name) => !name.startsWith('_'))
  const seen = new Set(
    cases.flatMap((name) => [...readFileSync(join(courses, name, 'expected.json'), 'utf8').matchAll(/WSQD[123]\d\d/g)].map(String)),
  )
  expect(codes.filter((code) => /WSQD[123]/.test(code) && !seen.has(code))).toEqual([])
})

const fault: Diagnostic = {
  code: 'WSQD206',
  severity: 'error',
  at: { file: '04-media-flows/screenplay.md', line: 12, column: 3 },
  found: 'at="rings"',
  expected: 'words of “She knocks.”',
  cure: 'copy the word',
}

test('one to a line, where an editor can open it', () => {
  expect(diagnosticText(fault)).toBe(
    'modules/04-media-flows/screenplay.md:12:3: error WSQD206: found at="rings"; expected words of “She knocks.”; cure: copy the word\n',
  )
})

test('grouped by file, with a count', () => {
  const report = diagnosticReport([fault, { ...fault, severity: 'warning', code: 'WSQD304', at: { ...fault.at, line: 20 } }])
  expect(report).toContain('modules/04-media-flows/screenplay.md\n12:3 ')
  expect(report).toMatch(/20:3\s+warning .* WSQD304/)
  expect(report).toContain('1 error')
})

test('as JSON, flat, with the path of the project', () => {
  expect(diagnosticJson(fault)).toMatchObject({ code: 'WSQD206', file: 'modules/04-media-flows/screenplay.md', line: 12, column: 3 })
})

test('in the order of the text, each once', () => {
  const diagnostics = new Diagnostics()
  diagnostics.add(fault)
  diagnostics.add({ ...fault, at: { ...fault.at, line: 2 } })
  diagnostics.add({ ...fault })
  expect(diagnostics.list().map(({ at }) => at.line)).toEqual([2, 12])
})
