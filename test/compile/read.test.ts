/** Single readers, at the corners that whole courses do not show. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Diagnostics } from '../../build/compile/diagnostic'
import { readQuiz } from '../../build/compile/1-read/read-quiz'
import { readScreenplay } from '../../build/compile/1-read/read-screenplay'
import { readYaml } from '../../build/compile/1-read/read-yaml'
import { nearest } from '../../build/compile/nearest'

const head = '---\nid: knock\nnumber: 1\ntitle: A knock\nobjectives: []\n---\n\n## A knock\n::screen{#knock}\n\n'
const read = (body: string) => {
  const diagnostics = new Diagnostics()
  return { screenplay: readScreenplay('x.md', head + body, diagnostics), list: diagnostics.list() }
}
const firstDirection = (line: string) => read(`${line}\nWords.\n`).screenplay?.screens[0]?.beats[0]?.directions[0]

describe('attributes of a direction', () => {
  test.each([
    ['{#out text="offer"}', { id: 'out', text: 'offer' }],
    ['{at="USE-CANDIDATE" with}', { at: 'USE-CANDIDATE', with: true }],
    ['{row="a | b"}', { row: 'a | b' }],
    ['{over=2s}', { over: '2s' }],
    ['{to=562}', { to: '562' }],
    ['{text=""}', { text: '' }],
    ["{text='' slow}", { text: '', slow: true }],
    ['{text="a > b = c"}', { text: 'a > b = c' }],
    ['{text="}"}', { text: '}' }],
    ['{carries=overlay.promised lock=none}', { carries: 'overlay.promised', lock: 'none' }],
    ['{text="a=setup:actpass" from="203.0.113.9:62011"}', { text: 'a=setup:actpass', from: '203.0.113.9:62011' }],
    ['', {}],
  ])('%s', (written, args) => {
    expect(firstDirection(`::send[ana > ben]${written}`)?.args).toEqual(args)
  })

  test('values with braces, quoted and bare, one after another', () => {
    const args = firstDirection('::send[ana > ben]{#out text="from {{ana.host}}" becomes="…" to={{ben.host}} at="rewrites" with}')?.args
    expect(Object.keys(args ?? {})).toEqual(['id', 'text', 'becomes', 'to', 'at', 'with'])
  })
})

describe('names of a direction', () => {
  test.each([
    ['::send[ana > ana-nat > web]', 'way', ['ana', 'ana-nat', 'web']],
    ['::send[ana>ben]', 'way', ['ana', 'ben']],
    ['::link[ana - ben-nat]', 'pair', ['ana', 'ben-nat']],
    ['::enter[ana  ben]', 'list', ['ana', 'ben']],
    ['::show[net.ana-nat.table]', 'list', ['net.ana-nat.table']],
    ['::focus[1]', 'list', ['1']],
  ])('%s', (line, form, names) => {
    expect(firstDirection(line)).toMatchObject({ form, names })
  })
})

test.each([
  ['1.5s', 1500],
  ['800ms', 800],
  ['2 s', 2000],
])('::hold[%s]', (length, hold) => {
  expect(firstDirection(`::hold[${length}]`)?.hold).toBe(hold)
})

test('places are those of the file, also inside a stage block', () => {
  const { screenplay } = read('```stage table pairs\ncolumns: [a]\nrows:\n  host: [x]\n```\n\n::focus[pairs]\nWords.\n')
  const screen = screenplay?.screens[0]
  expect(screen?.at.line).toBe(8)
  expect(screen?.stages[0]?.at.line).toBe(11)
  expect(screen?.stages[0]?.yaml.at(['rows', 'host'])).toEqual({ file: 'x.md', line: 14, column: 3 })
  expect(screen?.beats[0]?.directions[0]?.at.line).toBe(17)
  expect(screen?.beats[0]?.at.line).toBe(18)
})

test('a direction right below a paragraph belongs to the next one', () => {
  const beats = read('First words.\n::focus[ana]\nSecond words.\n').screenplay?.screens[0]?.beats
  expect(beats?.map(({ directions }) => directions.length)).toEqual([0, 1])
})

test('a rule below a paragraph makes a heading of it, and so a screen without id', () => {
  expect(read('Some words.\n---\n').list.map(({ code }) => code)).toEqual(['WSQD106'])
})

describe('YAML', () => {
  const diagnostics = new Diagnostics()
  test('places of keys, items and what is not there', () => {
    const yaml = readYaml('x.yaml', 'a:\n  - b: 1\n  - c: 2\n', 10, diagnostics)
    expect(yaml?.at(['a', 1, 'c'])).toEqual({ file: 'x.yaml', line: 13, column: 5 })
    expect(yaml?.at(['a', 7])).toEqual({ file: 'x.yaml', line: 11, column: 1 })
  })
  test('aliases that multiply are refused', () => {
    const bomb = ['a: &a [x,x,x,x,x,x,x,x,x]', ...'bcdefg'.split('').map((k, i) => `${k}: &${k} [${`*${'abcdef'[i]},`.repeat(9)}]`)].join(
      '\n',
    )
    expect(readYaml('x.yaml', bomb, 0, diagnostics)).toBeNull()
  })
})

test.each([
  ['sned', ['send', 'set', 'show'], ['send']],
  ['bne', ['ana', 'ben', 'net'], ['ben']],
  ['zebra', ['ana', 'ben'], []],
  ['host', ['ana.host', 'ben.host', 'site'], ['ana.host', 'ben.host']],
])('nearest to %s', (word, names, near) => {
  expect(nearest(word, names)).toEqual(near)
})

test('the examples of docs/questions.md are questions, one of every kind', () => {
  const page = readFileSync(join(__dirname, '../../docs/questions.md'), 'utf8')
  const examples = page.split('## `choice`')[1]?.match(/(?<=```yaml\n)( {2}- [^]*?)(?=^```\n)/gm) ?? []
  const diagnostics = new Diagnostics()
  const quiz = readQuiz('quiz.yaml', `draw: 1\nquestions:\n${examples.join('')}`, diagnostics)
  expect(diagnostics.list()).toEqual([])
  expect(quiz?.questions.map(({ question }) => question.kind)).toEqual([
    'choice',
    'several',
    'order',
    'match',
    'number',
    'text',
    'hotspot',
    'line',
  ])
})
