/** A table as CSV (RFC 4180), for spreadsheets. */
import type { ColumnType } from '../facts'

export const csv = (columns: Readonly<Record<string, ColumnType>>, rows: readonly object[]): string => {
  const names = Object.keys(columns)
  const line = (cells: readonly unknown[]): string => `${cells.map(cell).join(',')}\r\n`
  const value = (row: object, name: string): unknown => {
    const found = (row as Readonly<Record<string, unknown>>)[name]
    return columns[name] === 'time' && typeof found === 'number' ? new Date(found).toISOString() : found
  }
  // The mark tells Excel that it is UTF-8.
  return `\uFEFF${line(names)}${rows.map((row) => line(names.map((name) => value(row, name)))).join('')}`
}

/** A text that a spreadsheet would run as a formula gets an apostrophe before it (OWASP, "CSV Injection"). */
const cell = (value: unknown): string => {
  if (typeof value !== 'string') return value === null || value === undefined ? '' : String(value)
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
