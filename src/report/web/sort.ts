/** Heads of tables become buttons that sort: by number or by text, nothing last, equal rows in their order. */
type Direction = 'ascending' | 'descending'

const words = new Intl.Collator('en', { numeric: true })

export const makeSortable = (scope: ParentNode, document: Document): void => {
  for (const head of scope.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    if (head.querySelector('button')) continue
    const button = document.createElement('button')
    button.type = 'button'
    button.append(...head.childNodes)
    head.append(button)
    button.addEventListener('click', () => {
      const first: Direction = head.dataset['sort'] === 'down' ? 'descending' : 'ascending'
      const now = head.getAttribute('aria-sort')
      sortBy(head, now === first ? other(first) : first)
    })
  }
}

export const sortBy = (head: HTMLTableCellElement, direction: Direction): void => {
  const table = head.closest('table')
  const body = table?.tBodies[0]
  if (!table || !body) return
  for (const one of table.querySelectorAll('[aria-sort]')) one.removeAttribute('aria-sort')
  head.setAttribute('aria-sort', direction)
  const sign = direction === 'ascending' ? 1 : -1
  const values = [...body.rows].map((row) => [row.cells[head.cellIndex]?.dataset['v'] ?? '', row] as const)
  const numeric = values.every(([value]) => value === '' || Number.isFinite(Number(value)))
  values.sort(([a], [b]) => {
    if (a === '' || b === '') return a === b ? 0 : a === '' ? 1 : -1
    return sign * (numeric ? Number(a) - Number(b) : words.compare(a, b))
  })
  body.append(...values.map(([, row]) => row))
}

const other = (direction: Direction): Direction => (direction === 'ascending' ? 'descending' : 'ascending')

/** Which column of which table is sorted, to sort the new one alike. */
export const sortingOf = (scope: ParentNode): ReadonlyMap<string, Direction> =>
  new Map(
    [...scope.querySelectorAll<HTMLElement>('th[aria-sort]')].map((head) => [keyOf(head), head.getAttribute('aria-sort') as Direction]),
  )
export const sortAlike = (scope: ParentNode, sorting: ReadonlyMap<string, Direction>): void => {
  for (const head of scope.querySelectorAll<HTMLTableCellElement>('th[data-sort]')) {
    const direction = sorting.get(keyOf(head))
    if (direction) sortBy(head, direction)
  }
}
/** A table of the same place has the same classes, and a column its name. */
const keyOf = (head: HTMLElement): string => {
  const scope = head.closest('.live')
  const tables = scope ? [...scope.querySelectorAll('table')] : []
  return `${tables.indexOf(head.closest('table') as HTMLTableElement)} ${head.textContent}`
}
