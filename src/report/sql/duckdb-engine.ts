/** DuckDB in this process, with a limit to its memory; what does not fit goes to `spill`, a folder. */
import { DuckDBInstance } from '@duckdb/node-api'
import { duckdb } from './dialects/duckdb'
import { quoted, type Engine, type Row, type Value } from './engine'

export interface DuckdbOptions {
  /** Null: in memory alone. */
  readonly spill: string | null
  readonly memory?: string
  readonly threads?: number
}

export const openDuckdb = async ({ spill, memory = '560MB', threads }: DuckdbOptions): Promise<Engine> => {
  const instance = await DuckDBInstance.create(':memory:', { memory_limit: memory, ...(threads ? { threads: String(threads) } : {}) })
  const connection = await instance.connect()
  await connection.run('SET preserve_insertion_order = false')
  // Nothing of the report is asked of the net.
  await connection.run('SET autoinstall_known_extensions = false')
  await connection.run('SET autoload_known_extensions = false')
  if (spill !== null) await connection.run(`SET temp_directory = ${quoted(spill)}`)
  const fetch = async (sql: string): Promise<() => readonly Row[]> => {
    const reader = await connection.runAndReadAll(sql)
    return () => {
      const columns = reader.getColumnsJS().map((column) => column.map(plain))
      return rowsOf(reader.columnNames(), columns, reader.currentRowCount)
    }
  }
  return {
    dialect: duckdb,
    run: async (sql) => void (await connection.run(sql)),
    rows: async (sql) => (await fetch(sql))(),
    fetch,
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/** Sums come as bigints, and none of ours is near 2⁵³. */
const plain = (value: unknown): Value => (typeof value === 'bigint' ? Number(value) : value === undefined ? null : (value as Value))

const rowsOf = (names: readonly string[], columns: readonly (readonly Value[])[], n: number): readonly Row[] =>
  Array.from({ length: n }, (_, i) => {
    const row: Record<string, Value> = {}
    for (let at = 0; at < names.length; at++) row[names[at] ?? ''] = columns[at]?.[i] ?? null
    return row
  })
