/**
 * What differs between SQL engines, as named fragments. A metric says `{{median(spent)}}`, and the dialect what that is in its own words; all else of a
 * metric is SQL that engines share: aggregates, FILTER, window functions, CTEs.
 */
export interface Dialect {
  readonly name: string
  /** Each takes its arguments as SQL. */
  readonly fragments: Readonly<Record<FragmentName, (...args: readonly string[]) => string>>
}

export type FragmentName =
  /** Linear between the two nearest. */
  | 'median'
  /** (value, share) */
  | 'quantile'
  /** Monday, 00:00 UTC, of a moment, both in ms. */
  | 'week'
  /** `2026-09` of a moment in ms. */
  | 'month'
  /** Pearson's, null where one of the two never varies. */
  | 'correlation'
  /** (value, time, id): the value of the last row, null included, ids deciding where times are equal. */
  | 'latest'
  /** The elements of a set of answers, one a row; `[,]` lies between. In a SELECT list. */
  | 'elements'
  /** Whole number below a quotient. */
  | 'quotient'
  | 'floor'
  /** (name, query): a statement that learns all texts of a column that has few, and '' always. */
  | 'vocabulary'
  /** (text, name of the vocabulary): the text, kept as its number, and still compared and shown as a text. */
  | 'word'
  /** (text, name of the vocabulary): its number, in the order of the texts. */
  | 'number'
  /** How a temporary table begins: `CREATE … AS`. */
  | 'stage'
