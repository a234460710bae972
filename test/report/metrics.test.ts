/** Each metric in SQL equals the same metric in plain TypeScript, on cohorts that nobody planned. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { plainTables } from '../../src/report/plain/plain-tables'
import { openDuckdb } from '../../src/report/sql/duckdb-engine'
import type { Engine } from '../../src/report/sql/engine'
import { metricNames, sqlTables } from '../../src/report/sql/metrics'
import { Store } from '../../src/report/store/store'
import type { Tables } from '../../src/report/tables'
import { randomCohort } from './random-facts'
import { files } from './sql-files'

let engine: Engine
let folder: string
beforeAll(async () => {
  engine = await openDuckdb({ spill: null, memory: '300MB', threads: 1 })
  folder = mkdtempSync(join(tmpdir(), 'wsqd-metrics-'))
})
afterAll(() => {
  engine.close()
  rmSync(folder, { recursive: true, force: true })
})

/** In one order, numbers to nine digits: the order of rows, and the last bit of a mean, are nobody's promise. */
const comparable = (rows: Tables[keyof Tables]): readonly string[] =>
  rows
    .map((row) =>
      JSON.stringify(
        Object.entries(row)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([name, value]) => [
            name,
            typeof value === 'number' && !Number.isInteger(value) ? Number(Number(value.toPrecision(9)).toFixed(9)) : value,
          ]),
      ),
    )
    .sort()

test('50 random cohorts: SQL and plain TypeScript come to the same tables', async () => {
  const rows: Record<string, number> = {}
  for (let seed = 0; seed < 50; seed++) {
    const { facts, terms } = randomCohort(seed)
    const store = new Store(join(folder, String(seed)), 'https://example.com/course', engine)
    await store.add(facts.map((fact) => ({ kind: 'fact', fact })))
    await engine.run(`CREATE OR REPLACE TEMP TABLE stored_facts AS SELECT * FROM ${store.facts()}`)
    const [sql, plain] = [await sqlTables(engine, { files, terms }), plainTables(facts, terms)]
    for (const name of metricNames) {
      expect({ seed, name, rows: comparable(sql[name]) }).toEqual({ seed, name, rows: comparable(plain[name]) })
      rows[name] = (rows[name] ?? 0) + plain[name].length
    }
    await store.close()
  }
  // None of them was compared empty.
  for (const name of metricNames) expect({ name, some: (rows[name] ?? 0) > 50 }).toEqual({ name, some: true })
}, 120_000)
