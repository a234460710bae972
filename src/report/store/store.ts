/**
 * The facts on disk: a row for each statement id, however often it came, and none for those that were voided. Memory stays flat: rows go through lines of a
 * file into Parquet, and the engine merges those.
 */
import { mkdirSync } from 'node:fs'
import { columns, type Fact } from '../facts'
import type { Flat } from '../flatten'
import type { Rejected } from '../figures'
import { rejections, type Rejection } from '../rejections'
import type { Engine } from '../sql/engine'
import { FORMAT, readCheckpoint, writeCheckpoint, type Checkpoint, type Cursor } from './checkpoint'
import { Spool, type Columns, type SpoolState } from './spool'

interface Voided {
  readonly id: string
}
export interface RejectedRow {
  /** What it was counted by: the statement's id where it has one. */
  readonly key: string
  readonly reason: string
  readonly example: string
}
const VOIDED: Columns = { id: 'uuid' }
const REJECTED: Columns = { key: 'text', reason: 'text', example: 'text' }

/** What metrics ask for the first of lies apart: whoever needs no more than that reads a quarter of it all. */
const KINDS = ["object IN ('question', 'quiz', 'prediction', 'goal')", "object NOT IN ('question', 'quiz', 'prediction', 'goal')"]

/** So many lines become a part. */
const ROLL = 100_000

export interface Totals {
  /** Statements read, each once. */
  readonly read: number
  readonly accepted: number
  readonly voided: number
  readonly rejected: readonly Rejected[]
  readonly from: number | null
  readonly until: number | null
  readonly revisions: number
}

export class Store {
  readonly #folder: string
  readonly #engine: Engine
  readonly #iri: string
  readonly #facts: Spool<Fact>
  readonly #voided: Spool<Voided>
  readonly #rejected: Spool<RejectedRow>
  #sources: Checkpoint['sources']

  constructor(folder: string, iri: string, engine: Engine) {
    mkdirSync(folder, { recursive: true })
    this.#folder = folder
    this.#engine = engine
    this.#iri = iri
    const at = readCheckpoint(folder, iri)
    this.#facts = new Spool(folder, 'facts', columns, at.facts)
    this.#voided = new Spool(folder, 'voided', VOIDED, at.voided)
    this.#rejected = new Spool(folder, 'rejected', REJECTED, at.rejected)
    this.#sources = at.sources
  }

  cursor(source: string): Cursor {
    return this.#sources[source] ?? {}
  }

  /** What a page held, and where its source stands now: both are kept, or neither. */
  async add(flat: readonly Flat[], at?: { readonly source: string; readonly cursor: Cursor }): Promise<void> {
    await this.#facts.add(flat.flatMap((one) => (one.kind === 'fact' ? [one.fact] : [])))
    await this.#voided.add(flat.flatMap((one) => (one.kind === 'voids' ? [{ id: one.id }] : [])))
    await this.#rejected.add(
      flat.flatMap((one) => (one.kind === 'rejected' ? [{ key: one.key, reason: one.reason, example: one.example }] : [])),
    )
    if (at) this.#sources = { ...this.#sources, [at.source]: at.cursor }
    for (const spool of [this.#facts, this.#voided, this.#rejected]) if (spool.state.lines >= ROLL) await spool.roll(this.#engine)
    this.#checkpoint()
  }

  /** Everything once: duplicates go, and what was voided. */
  async seal(): Promise<void> {
    const fresh = isFresh(this.#voided)
    const old = [...(await this.#once(this.#rejected, 'key || reason')), ...(await this.#once(this.#voided, 'id'))]
    if (fresh || isFresh(this.#facts))
      old.push(...(await this.#once(this.#facts, 'id', `id NOT IN (SELECT id FROM ${this.#voided.rows()})`, KINDS)))
    this.#checkpoint()
    this.#facts.drop(old)
  }

  /** As a source for FROM; complete after `seal`. */
  facts(): string {
    return this.#facts.rows()
  }

  async totals(): Promise<Totals> {
    const [all] = await this.#engine.rows(
      `SELECT count(*) AS n, min(time) AS first, max(time) AS last, count(DISTINCT revision) AS revisions FROM ${this.#facts.rows()}`,
    )
    const [gone] = await this.#engine.rows(`SELECT count(*) AS n FROM ${this.#voided.rows()}`)
    const rejected = await this.#engine.rows(
      `SELECT reason, count(*) AS n, min(example) AS example FROM ${this.#rejected.rows()} GROUP BY reason ORDER BY n DESC, reason`,
    )
    const accepted = Number(all?.['n'] ?? 0)
    const voided = Number(gone?.['n'] ?? 0)
    const reasons = rejected.map(({ reason, n, example }): Rejected => {
      const text = rejections[reason as Rejection] as string | undefined
      return { reason: String(reason), text: text ?? String(reason), n: Number(n), example: String(example) }
    })
    return {
      read: accepted + voided + reasons.reduce((sum, { n }) => sum + n, 0),
      accepted,
      voided,
      rejected: reasons,
      from: (all?.['first'] ?? null) as number | null,
      until: (all?.['last'] ?? null) as number | null,
      revisions: Number(all?.['revisions'] ?? 0),
    }
  }

  async close(): Promise<void> {
    await Promise.all([this.#facts.close(), this.#voided.close(), this.#rejected.close()])
  }

  /** Duplicates are few, and found by their keys alone: whole rows are never sorted. Each of `parts` is a condition, and every row meets one. */
  async #once<T extends object>(
    spool: Spool<T>,
    key: string,
    but = 'true',
    parts: readonly string[] = ['true'],
  ): Promise<readonly string[]> {
    if (but === 'true' && !isFresh(spool)) return []
    await spool.roll(this.#engine)
    await this.#engine.run(
      `${this.#engine.dialect.fragments.stage('twice')} SELECT ${key} AS key FROM ${spool.rows()} GROUP BY 1 HAVING count(*) > 1`,
    )
    const rows = parts.map((part) => (all: string): string => {
      const from = `SELECT * FROM ${all} WHERE ${but} AND ${key}`
      // In this order, the row that stays is of the same part whenever it is asked.
      const one = `QUALIFY row_number() OVER (PARTITION BY ${key} ORDER BY ${parts[0] ?? ''}) = 1`
      return `${from} NOT IN (SELECT key FROM twice) AND ${part} UNION ALL SELECT * FROM (${from} IN (SELECT key FROM twice) ${one}) WHERE ${part}`
    })
    return spool.merge(this.#engine, ...rows)
  }

  #checkpoint(): void {
    writeCheckpoint(this.#folder, {
      format: FORMAT,
      iri: this.#iri,
      facts: this.#facts.state,
      voided: this.#voided.state,
      rejected: this.#rejected.state,
      sources: this.#sources,
    })
    for (const spool of [this.#facts, this.#voided, this.#rejected]) spool.clear()
  }
}

/** Something came since it was sealed. */
const isFresh = ({ state }: { readonly state: SpoolState }): boolean => !state.merged
