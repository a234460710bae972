/** The tables by SQL: stages what metrics share, then asks each file its question, for all time and for each period. */
import type { PeriodKey, Tables } from '../tables'
import * as terms from '../terms'
import type { Engine, Row } from './engine'
import { quoted } from './engine'
import { expand, statementsOf, type Parameters } from './expand'

/** `stops` → the text of `sql/stops.sql`, `staging/ever` → of `sql/staging/ever.sql`. */
export type SqlFiles = (name: string) => string

const EVER = ['learners', 'cells', 'activity', 'risks'] as const
const SLICED = ['headline', 'funnel', 'time', 'stops', 'quizzes', 'items', 'choices', 'predictions', 'guesses', 'goals'] as const
export const metricNames: readonly (keyof Tables)[] = [...EVER, ...SLICED]

export interface MetricOptions {
  readonly files: SqlFiles
  readonly terms: terms.Terms
  /** For the bench: what took how long. */
  readonly lap?: (name: string) => void
}

/** `stored_facts` must be there, as a table or a view with the columns of facts.ts. */
export const sqlTables = async (
  engine: Engine,
  { files, terms: { asOf, passing, modules, roster }, lap }: MetricOptions,
): Promise<Tables> => {
  const parameters: Parameters = {
    as_of: asOf,
    passing,
    modules,
    has_roster: roster !== null,
    longest_visit: terms.LONGEST_VISIT,
    stopped_after: terms.STOPPED_AFTER,
    away_after: terms.AWAY_AFTER,
    failing_attempts: terms.FAILING_ATTEMPTS,
    stuck_visits: terms.STUCK_VISITS,
    behind_modules: terms.BEHIND_MODULES,
    since: 0,
  }
  const tables: Record<string, readonly Row[]> = Object.fromEntries(metricNames.map((name) => [name, []]))
  /** What was asked and not yet read out: that is done while the engine makes the next table. */
  let waiting: (() => void)[] = []
  const readOut = (): void => {
    for (const read of waiting) read()
    waiting = []
  }
  const stage = async (name: string, given: Parameters): Promise<void> => {
    for (const sql of statementsOf(expand(files(`staging/${name}`), engine.dialect, given))) {
      const running = engine.run(sql)
      readOut()
      await running
    }
    lap?.(name)
  }
  const ask = async (name: string, given: Parameters, period?: PeriodKey): Promise<void> => {
    const read = await engine.fetch(expand(files(name), engine.dialect, given))
    waiting.push(() => {
      tables[name] = period === undefined ? read() : [...(tables[name] ?? []), ...read().map((row) => ({ ...row, period }))]
    })
    lap?.(name)
  }
  await putRoster(engine, roster ?? [])
  await stage('facts', parameters)
  await stage('ever', parameters)
  for (const name of EVER) await ask(name, parameters)
  await stage('firsts', parameters)
  for (const period of terms.periodKeys) {
    const days = terms.periods[period]
    const given = { ...parameters, since: days === null ? 0 : asOf - days * terms.DAY }
    await stage(days === null ? 'all' : 'period', given)
    await stage('analysed', given)
    for (const name of SLICED) await ask(name, given, period)
  }
  readOut()
  return tables as unknown as Tables
}

/** Texts of the roster are values, quoted; nothing else of it reaches the engine. */
const putRoster = async (engine: Engine, roster: readonly terms.Person[]): Promise<void> => {
  await engine.run(`${engine.dialect.fragments.stage('roster')} SELECT '' AS actor, '' AS cohort, '' AS label WHERE false`)
  for (let i = 0; i < roster.length; i += 500) {
    const values = roster.slice(i, i + 500).map(({ actor, cohort, label }) => `(${[actor, cohort, label].map(quoted).join(', ')})`)
    await engine.run(`INSERT INTO roster VALUES ${values.join(', ')}`)
  }
}
