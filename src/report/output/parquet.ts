/** A table as Parquet, written by the engine from lines that lie beside it for a moment. */
import { unlinkSync, writeFileSync } from 'node:fs'
import type { ColumnType } from '../facts'
import { quoted, type Engine } from '../sql/engine'
import { readLines } from '../store/spool'

export const writeParquet = async (
  engine: Engine,
  file: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly object[],
): Promise<void> => {
  const lines = `${file}.ndjson`
  writeFileSync(lines, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
  try {
    await engine.run(`COPY (SELECT * FROM ${readLines(lines, columns)}) TO ${quoted(file)} (FORMAT parquet, COMPRESSION zstd)`)
  } finally {
    unlinkSync(lines)
  }
}
