/** From a store to figures: the metrics in SQL, pseudonyms where they are asked for, the course's words. */
import type { Course } from '../model/course'
import { assemble } from './assemble/assemble'
import type { Figures } from './figures'
import { pseudonymous } from './pseudonyms'
import type { Engine } from './sql/engine'
import { sqlTables, type SqlFiles } from './sql/metrics'
import type { Store } from './store/store'
import type { Tables } from './tables'
import type { Person } from './terms'

export interface ReportOptions {
  readonly store: Store
  readonly engine: Engine
  readonly files: SqlFiles
  readonly course: Course
  readonly asOf: number
  /** Only what happened from here on, and before `until`; ms since 1970. */
  readonly since?: number
  readonly until?: number
  readonly roster: ((actors: readonly string[]) => readonly Person[]) | null
  /** Null: people are called as they are. */
  readonly pseudonymKey: string | null
  readonly demo?: boolean
  readonly lap?: (name: string) => void
}

export interface Report {
  readonly figures: Figures
  readonly tables: Tables
}

export const makeReport = async (options: ReportOptions): Promise<Report> => {
  const { store, engine, files, course, since = 0, until, roster, pseudonymKey, lap } = options
  const asOf = Math.min(options.asOf, until ?? Infinity)
  const view = `SELECT * FROM ${store.facts()} WHERE time >= ${since}${until === undefined ? '' : ` AND time < ${until}`}`
  await engine.run(`CREATE OR REPLACE TEMP VIEW stored_facts AS ${view}`)
  const totals = await store.totals()
  lap?.('totals')
  const actors = roster ? (await engine.rows('SELECT DISTINCT actor FROM stored_facts')).map(({ actor }) => String(actor)) : []
  const people = roster?.(actors) ?? null
  const terms = { asOf, passing: course.passing, modules: course.modules.length, roster: people }
  const found = await sqlTables(engine, { files, terms, ...(lap ? { lap } : {}) })
  const tables = pseudonymKey === null ? found : pseudonymous(found, pseudonymKey)
  const figures = assemble({
    tables,
    course,
    asOf,
    source: { ...totals, roster: people !== null, pseudonyms: pseudonymKey !== null, demo: options.demo ?? false, firstAttempts: true },
  })
  lap?.('assemble')
  return { figures, tables }
}
