/** What Markdown would eat, and what it may. */
import { toString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../../build/compile/1-read/markdown'
import { fill, placeholders, protect, reveal } from '../../build/compile/1-read/placeholders'

const literals = [
  'a=setup:actpass', 'stun:host', 'stun:host.example:3478', '203.0.113.9:62011', '10:30', 'turns:example.com:5349?transport=tcp',
  'http://www.example.com/a:b?c=d:e', 'https://www.example.com', 'www.example.com', '2001:db8::5', '[2001:db8::5]:62011', 'ana@example.com',
  'm=audio:9{x}', ':host[x]{y}', 'mailto:a@b.example', 'a::b', 'E4:0D:3F',
] // prettier-ignore

describe.each(literals)('%s stays as it is', (literal) => {
  test.each([
    ['in prose', `It says ${literal} here.`],
    ['at the start', `${literal} it says.`],
    ['in a table', `| a |\n|---|\n| ${literal} |`],
    ['in a list', `- [ ] ${literal} :: no`],
    ['in emphasis', `It **says ${literal} here** now.`],
    ['in a container', `:::more\nIt says ${literal} here.\n:::`],
  ])('%s', (_, source) => {
    const tree = parseMarkdown(source)
    expect(toString(tree)).toContain(literal)
    const kinds: string[] = []
    visit(tree, (node) => void kinds.push(node.type))
    expect(kinds).not.toContain('textDirective')
    expect(kinds).not.toContain('link')
  })
})

test('what an author writes as a link is one', () => {
  const kinds: string[] = []
  visit(parseMarkdown('[a](https://www.example.com) and <https://www.example.com>'), (node) => void kinds.push(node.type))
  expect(kinds.filter((kind) => kind === 'link')).toHaveLength(2)
})

describe('values', () => {
  const values = new Map([['ana.host', '192.168.1.5:50004']])

  test('keep every position while they are hidden from the parsers', () => {
    const source = 'at {{ana.host}} and\n{{ b }} {{}} {{x}'
    expect(protect(source)).toHaveLength(source.length)
    expect(protect(source)).not.toContain('{{ana')
    expect(reveal(protect(source))).toBe(source)
  })

  test('are filled in, and left alone where there is none', () => {
    expect(fill(protect('{{ana.host}} {{ ana.host }} {{nobody}} {x}'), values)).toBe('192.168.1.5:50004 192.168.1.5:50004 {{nobody}} {x}')
  })

  test('are found with their place', () => {
    expect(placeholders('a {{b}} {{ c }}')).toEqual([
      { name: 'b', offset: 2 },
      { name: 'c', offset: 8 },
    ])
  })
})
