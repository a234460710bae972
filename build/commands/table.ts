/** Rows as aligned text: the first column to the left, numbers (by `right`) to the right. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[], right: readonly number[] = []): string {
  const all = [head, ...rows]
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  const cell = (text: string, column: number) =>
    right.includes(column) ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0)
  return all.map((row) => row.map(cell).join('  ').trimEnd() + '\n').join('')
}
