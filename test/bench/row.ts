/** One budget of the design and what was measured of it. */
import { alignedTable } from '../../build/commands/table'

export interface Row {
  readonly budget: string
  readonly limit: number
  readonly measured: number
  readonly unit: string
  /** Whether the limit is a least or a most. */
  readonly at: 'most' | 'least'
  /** How it was measured, in few words. */
  readonly note: string
}

export const met = ({ limit, measured, at }: Row): boolean => (at === 'most' ? measured <= limit : measured >= limit)

export const rowsAsTable = (rows: readonly Row[]): string =>
  alignedTable(
    ['budget', 'limit', 'measured', 'verdict', 'how'],
    rows.map((row) => [
      row.budget,
      `${row.at === 'most' ? '≤' : '≥'} ${row.limit} ${row.unit}`.trim(),
      `${row.measured} ${row.unit}`.trim(),
      met(row) ? 'met' : 'MISSED',
      row.note,
    ]),
    [1, 2],
  )

export const rounded = (value: number, digits = 0): number => Number(value.toFixed(digits))

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? NaN
}
