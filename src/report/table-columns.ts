/** The columns of each table in their order, with their types: headers of CSV, and what an empty table has in Parquet. */
import type { ColumnType } from './facts'
import type { TableName, Tables } from './tables'

const SLICED = { cohort: 'text', period: 'text' } as const
const QUESTION = { module: 'integer', question: 'text', version: 'integer' } as const

export const tableColumns: { readonly [K in TableName]: Readonly<Record<keyof Tables[K][number] & string, ColumnType>> } = {
  learners: { actor: 'text', label: 'text', cohort: 'text', first: 'time', last: 'time', statements: 'integer', spent: 'integer' },
  cells: {
    actor: 'text',
    module: 'integer',
    status: 'text',
    progress: 'integer',
    best: 'real',
    attempts: 'integer',
    spent: 'integer',
    first: 'time',
    last: 'time',
    screens: 'integer',
    place: 'text',
  },
  headline: {
    ...SLICED,
    learners: 'integer',
    active: 'integer',
    statements: 'integer',
    started: 'integer',
    finished: 'integer',
    passed: 'integer',
    spent: 'integer',
    median: 'real',
  },
  funnel: { ...SLICED, module: 'integer', started: 'integer', finished: 'integer', passed: 'integer' },
  time: { ...SLICED, module: 'integer', n: 'integer', lower: 'real', median: 'real', upper: 'real' },
  stops: { ...SLICED, module: 'integer', place: 'text', visitors: 'integer', stopped: 'integer', here: 'integer', median: 'real' },
  quizzes: {
    ...SLICED,
    module: 'integer',
    n: 'integer',
    mean: 'real',
    median: 'real',
    deviation: 'real',
    passed: 'integer',
    attempts: 'integer',
  },
  items: {
    ...SLICED,
    ...QUESTION,
    n: 'integer',
    right: 'integer',
    ranked: 'integer',
    third: 'integer',
    top: 'integer',
    bottom: 'integer',
    discrimination: 'real',
    median: 'real',
  },
  choices: { ...SLICED, ...QUESTION, key: 'text', n: 'integer', top: 'integer', bottom: 'integer' },
  predictions: { ...SLICED, module: 'integer', prediction: 'text', n: 'integer', wrong: 'integer', skipped: 'integer', median: 'real' },
  guesses: { ...SLICED, module: 'integer', prediction: 'text', key: 'text', n: 'integer' },
  goals: { ...SLICED, module: 'integer', goal: 'text', reached: 'integer', median: 'real' },
  activity: { cohort: 'text', week: 'time', active: 'integer', spent: 'integer' },
  risks: { actor: 'text', kind: 'text', module: 'integer', place: 'text', value: 'integer' },
}
