import { csv } from '../../src/report/output/csv'
import { pseudonymous } from '../../src/report/pseudonyms'
import { readRoster } from '../../src/report/roster'
import { plainTables } from '../../src/report/plain/plain-tables'
import { randomCohort } from './random-facts'

const actors = ['https://lms.example ada', 'mailto:ben@example.com', 'https://a.example 7', 'https://b.example 7']

describe('a roster', () => {
  test('finds accounts and addresses whatever their case, in columns of any order, with commas and quotes in labels', () => {
    const text = '\uFEFFlabel,Account,cohort\r\n"Lovelace, ""Ada""",ADA,May\r\nBen,ben@example.com,\r\n'
    expect(readRoster(text, 'people.csv', actors)).toEqual([
      { actor: 'https://lms.example ada', cohort: 'May', label: 'Lovelace, "Ada"' },
      { actor: 'mailto:ben@example.com', cohort: '(no cohort)', label: 'Ben' },
    ])
  })
  test('keeps who has no statement yet', () => {
    expect(readRoster('account;cohort\nnew;May\nnew@example.com;May', 'people.csv', actors).map(({ actor }) => actor)).toEqual([
      'new',
      'mailto:new@example.com',
    ])
  })
  test('takes an account of two systems as both, or as the one whose home page it names', () => {
    expect(readRoster('account\n7', 'p.csv', actors).map(({ actor }) => actor)).toEqual(['https://a.example 7', 'https://b.example 7'])
    expect(readRoster('account,homePage\n7,https://b.example', 'p.csv', actors).map(({ actor }) => actor)).toEqual(['https://b.example 7'])
  })
  test('says what is wrong with it', () => {
    expect(() => readRoster('name,group\nx,y', 'p.csv', actors)).toThrow(/p.csv: found the columns name, group; expected account/)
    expect(() => readRoster('account\nada\nAda', 'p.csv', actors)).toThrow(/lines 2 and 3 are both about Ada/)
  })
})

test('a spreadsheet runs no cell of a CSV, and reads what it says', () => {
  const rows = [
    { a: '=1+1', b: 'x,"y"\nz', t: 0 },
    { a: '-2', b: null, t: null },
  ]
  expect(csv({ a: 'text', b: 'text', t: 'time' }, rows)).toBe('\uFEFFa,b,t\r\n\'=1+1,"x,""y""\nz",1970-01-01T00:00:00.000Z\r\n\'-2,,\r\n')
})

test('with pseudonyms no row tells who it is, the same key gives the same codes, and rows still fit together', () => {
  const { facts, terms } = randomCohort(4)
  const tables = plainTables(facts, terms)
  const hidden = pseudonymous(tables, 'key')
  const text = JSON.stringify(hidden)
  for (const { actor, label } of tables.learners) {
    expect(text).not.toContain(JSON.stringify(actor).slice(1, -1))
    if (label) expect(text).not.toContain(JSON.stringify(label).slice(1, -1))
  }
  expect(pseudonymous(tables, 'key')).toEqual(hidden)
  expect(pseudonymous(tables, 'other')).not.toEqual(hidden)
  const known = new Set(hidden.learners.map(({ actor }) => actor))
  expect(known.size).toBe(tables.learners.length)
  expect([...hidden.cells, ...hidden.risks].every(({ actor }) => known.has(actor))).toBe(true)
})
