/** Tables that the page's script sorts: each cell knows what it is sorted by. */
import type { Element } from 'hast'
import { el, type Child } from './node'

export interface Column<Row> {
  readonly name: string
  readonly cell: (row: Row) => Child
  /** What it is sorted by; not sorted by where absent. Null is last in both directions. */
  readonly by?: (row: Row) => number | string | null
  /** Numbers stand at the right and are sorted downwards first. */
  readonly number?: true
  /** The column that names its row. */
  readonly names?: true
  readonly className?: string
  /** Said at the column's head, for those who don't know the word. */
  readonly means?: string
  /** Below its name. */
  readonly under?: string
}

export interface TableOf<Row> {
  readonly caption: string
  /** What else there is to say of it. */
  readonly about?: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly className?: string
  readonly rowId?: (row: Row) => string
}

export const table = <Row>({ caption, about, columns, rows, className, rowId }: TableOf<Row>): Element =>
  el(
    'div',
    { class: `scroll ${className ?? ''}`.trim(), tabindex: 0, role: 'region', 'aria-label': caption },
    el(
      'table',
      { class: columns.some(({ by }) => by) ? 'sortable' : null },
      el('caption', {}, el('strong', {}, caption), about ? ` ${about}` : null),
      el('thead', {}, el('tr', {}, columns.map(head))),
      el(
        'tbody',
        {},
        rows.map((row) =>
          el(
            'tr',
            { id: rowId?.(row) },
            columns.map((column) => cell(column, row)),
          ),
        ),
      ),
    ),
  )

const head = <Row>({ name, number, by, className, means, under }: Column<Row>): Element =>
  el(
    'th',
    { scope: 'col', class: classes(number && 'n', className), 'data-sort': by ? (number ? 'down' : 'up') : null, title: means },
    name,
    under ? el('small', {}, under) : null,
  )

const cell = <Row>({ name, cell: content, by, number, names, className }: Column<Row>, row: Row): Element => {
  const value = by?.(row)
  const attributes = { class: classes(number && 'n', className), 'data-v': by ? (value ?? '') : null }
  return names ? el('th', { scope: 'row', ...attributes }, content(row)) : el('td', { ...attributes, 'data-name': name }, content(row))
}

const classes = (...names: readonly (string | undefined)[]): string | null => names.filter(Boolean).join(' ') || null
