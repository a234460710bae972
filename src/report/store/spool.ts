/**
 * A table that grows: new rows are lines of a file, and so many lines become a Parquet part. What was written since the last checkpoint is cut off when the
 * store is opened again, so that a run that was killed left nothing half.
 *
 *     facts.ndjson   lines since the last part; the checkpoint knows how many bytes of it count
 *     facts-17.parquet …   parts; the checkpoint lists the ones that count
 */
import { createWriteStream, existsSync, truncateSync, unlinkSync, writeFileSync, type WriteStream } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import type { ColumnType } from '../facts'
import { quoted, type Engine } from '../sql/engine'

/** Kept in the checkpoint. */
export interface SpoolState {
  readonly bytes: number
  readonly lines: number
  readonly parts: readonly string[]
  /** Of the next part. */
  readonly next: number
  /** Nothing came since the parts were made out of all there was. */
  readonly merged: boolean
}
export const EMPTY_SPOOL: SpoolState = { bytes: 0, lines: 0, parts: [], next: 1, merged: true }

export type Columns = Readonly<Record<string, ColumnType>>
const TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'VARCHAR',
  uuid: 'UUID',
  integer: 'BIGINT',
  real: 'DOUBLE',
  boolean: 'BOOLEAN',
  time: 'BIGINT',
}

export class Spool<Row extends object> {
  readonly #folder: string
  readonly #name: string
  readonly #columns: Columns
  #out: WriteStream | undefined
  #state: SpoolState

  constructor(folder: string, name: string, columns: Columns, state: SpoolState) {
    this.#folder = folder
    this.#name = name
    this.#columns = columns
    this.#state = state
    if (existsSync(this.#file)) truncateSync(this.#file, state.bytes)
    else if (state.bytes > 0) throw new Error(`${this.#file} is missing; expected ${state.bytes} bytes. Delete the folder, and pull again.`)
    else writeFileSync(this.#file, '')
  }

  get #file(): string {
    return join(this.#folder, `${this.#name}.ndjson`)
  }
  get state(): SpoolState {
    return this.#state
  }

  /** Resolves when the system has the rows. */
  async add(rows: readonly Row[]): Promise<void> {
    if (!rows.length) return
    const text = rows.map((row) => `${JSON.stringify(row)}\n`).join('')
    this.#out ??= createWriteStream(this.#file, { flags: 'a' })
    await new Promise<void>((resolve, reject) => this.#out?.write(text, (error) => (error ? reject(error) : resolve())))
    this.#state = {
      ...this.#state,
      bytes: this.#state.bytes + Buffer.byteLength(text),
      lines: this.#state.lines + rows.length,
      merged: false,
    }
  }

  /** The lines become a part. They go when the checkpoint that names the part is written (`clear`). */
  async roll(engine: Engine): Promise<void> {
    await this.close()
    if (this.#state.lines === 0) return
    const part = `${this.#name}-${this.#state.next}.parquet`
    await engine.run(`COPY (SELECT * FROM ${this.#lines()}) TO ${this.#parquet(part)}`)
    this.#state = { bytes: 0, lines: 0, parts: [...this.#state.parts, part], next: this.#state.next + 1, merged: false }
  }

  /** After the checkpoint: what it no longer counts. */
  clear(): void {
    if (this.#state.bytes === 0) writeFileSync(this.#file, '')
  }

  /** As many parts in the place of all as there are queries over them. */
  async merge(engine: Engine, ...queries: readonly ((all: string) => string)[]): Promise<readonly string[]> {
    await this.roll(engine)
    const { parts: old, next } = this.#state
    const all = this.rows()
    const parts = queries.map((_, i) => `${this.#name}-${next + i}.parquet`)
    for (const [i, query] of queries.entries()) await engine.run(`COPY (${query(all)}) TO ${this.#parquet(parts[i] ?? '')}`)
    this.#state = { ...this.#state, parts, next: next + parts.length, merged: true }
    return old
  }

  #parquet(part: string): string {
    return `${quoted(join(this.#folder, part))} (FORMAT parquet, COMPRESSION zstd)`
  }

  drop(parts: readonly string[]): void {
    for (const part of parts) if (existsSync(join(this.#folder, part))) unlinkSync(join(this.#folder, part))
  }

  /** All rows, as a source for FROM: parts and lines. */
  rows(): string {
    const lists = [
      ...(this.#state.parts.length
        ? [`SELECT * FROM read_parquet([${this.#state.parts.map((part) => quoted(join(this.#folder, part))).join(', ')}])`]
        : []),
      ...(this.#state.lines > 0 || !this.#state.parts.length ? [`SELECT * FROM ${this.#lines()}`] : []),
    ]
    return `(${lists.join(' UNION ALL ')})`
  }

  async close(): Promise<void> {
    if (!this.#out) return
    this.#out.end()
    await once(this.#out, 'close')
    this.#out = undefined
  }

  #lines(): string {
    return readLines(this.#file, this.#columns)
  }
}

/** A file of JSON lines as a source for FROM. */
export const readLines = (file: string, columns: Columns): string => {
  const types = Object.entries(columns).map(([name, type]) => `"${name}": ${quoted(TYPES[type])}`)
  return `read_json(${quoted(file)}, format = 'newline_delimited', columns = {${types.join(', ')}})`
}
