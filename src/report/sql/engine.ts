/** An SQL engine as the report needs one: statements in, rows out. DuckDB is one; whoever outgrows a machine brings another. */
import type { Dialect } from './dialects/dialect'

export type Value = string | number | boolean | null
export type Row = Readonly<Record<string, Value>>

export interface Engine {
  readonly dialect: Dialect
  run(sql: string): Promise<void>
  rows(sql: string): Promise<readonly Row[]>
  /** The same, read out when it is called for: by then the engine may be at the next statement, on another thread. */
  fetch(sql: string): Promise<() => readonly Row[]>
  close(): void
}

/** A text as SQL has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
