import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = join(__dirname, '..', '..')
const rules = new Set([...readFileSync(join(root, 'docs/conformance.md'), 'utf8').matchAll(/^\| ([A-Z0-9]+-\d+) \|/gm)].map((m) => m[1]))
const quoted = new Set(
  ['session', 'model', 'player', 'xapi', 'relay'].flatMap((folder) =>
    readdirSync(join(root, 'test', folder))
      .filter((file) => /\.test\.tsx?$/.test(file))
      .flatMap((file) => [
        ...readFileSync(join(root, 'test', folder, file), 'utf8').matchAll(/(?:it|test|describe)(?:\.each\([^)]*\))?\('[^']*/g),
      ])
      .flatMap(([name]) => [...name.matchAll(/\[([A-Z0-9]+-\d+)\]/g)].map((m) => m[1])),
  ),
)

describe('docs/conformance.md', () => {
  it('has a test for every rule', () => expect([...rules].filter((rule) => !quoted.has(rule))).toEqual([]))
  it('has the rule that every test quotes', () => expect([...quoted].filter((rule) => !rules.has(rule))).toEqual([]))
})
