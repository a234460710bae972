/** Time spent against the syllabus's minutes: every module on the same scale, times its minutes, so that the marks stand in one line. */
import type { TimeSpent } from '../../figures'
import { axis, dot, drawing, line, rect } from '../draw'
import { moduleColumn, moduleHead } from '../module-row'
import { el } from '../node'
import { figure, finding, none, note, numbers, type Part, warned } from '../part'
import { minutes, number, percent, times } from '../say'
import { table } from '../table'
import { moduleName, type View } from '../view'

/** The scale ends where nearly all have ended; who took longer counts in its last column. */
const NEARLY = 0.985
const LONGEST = 4
const BINS = 60
const HEIGHT = 44
/** Up to here each person is a dot; beyond, columns. */
const DOTS = 30

export const time: Part = {
  id: 'time',
  title: 'Time spent, against the syllabus’s minutes',
  render: (view) => {
    const known = view.slice.time.filter(({ n }) => n)
    if (!known.length) return [none('Nobody finished a module in this time.')]
    const end = endOf(view)
    return [
      finding(said(view)),
      warned(Math.min(...known.map(({ n }) => n)), 'person'),
      figure(
        'Who finished, by the time they spent there in all, in times the syllabus’s minutes (the line at 1). Columns: people, each row to its own height. Box: the middle half; its notch: the median.',
        el(
          'div',
          { class: 'rows through' },
          view.slice.time.map((one) => row(view, one, end)),
          el('div', { class: 'row axis' }, el('div', {}), axis(ticks(end)), el('div', {})),
        ),
      ),
      view.period.since === null
        ? null
        : note('The box looks at who finished in this period; the columns at who finished and was in the module in it.'),
      numbers('The numbers', timeTable(view)),
    ]
  },
}

/** Times the syllabus, of whoever finished. */
const pacesIn = (view: View, module: number, expected: number): readonly number[] =>
  view.learners.flatMap(({ cells }) =>
    cells.flatMap((cell) =>
      cell.module === module && (cell.status === 'finished' || cell.status === 'passed') && seenIn(view, cell.last)
        ? [cell.spent / expected]
        : [],
    ),
  )

const endOf = (view: View): number => {
  const all = view.slice.time.flatMap(({ module, expected }) => pacesIn(view, module, expected)).sort((a, b) => a - b)
  return Math.min(LONGEST, Math.max(1.5, Math.ceil((all[Math.floor(all.length * NEARLY)] ?? 2) * 2) / 2))
}

const ticks = (end: number): readonly (readonly [number, string])[] =>
  Array.from({ length: end * 2 + 1 }, (_, i) => i / 2).map((x) => [x / end, x === 1 ? '1 ×' : x === end ? `${x}+` : String(x)])

const said = (view: View): string => {
  const all = view.slice.time.flatMap((one) => (one.median === null || !one.expected ? [] : [{ ...one, pace: one.median / one.expected }]))
  const [slow] = [...all].sort((a, b) => b.pace - a.pace)
  const [quick] = [...all].sort((a, b) => a.pace - b.pace)
  if (!slow || !quick) return ''
  const over = slow.pace >= 1.05 ? `${number((slow.pace - 1) * 100)} % longer than the syllabus says` : `about as long as the syllabus says`
  const most = `Half of those who finished ${moduleName(view, slow.module)} took ${minutes(slow.median ?? 0)} or more, ${over} (${minutes(slow.expected)}).`
  return slow === quick ? most : `${most} The closest to its minutes is ${moduleName(view, quick.module)}, at ${times(quick.pace)}.`
}

const row = (view: View, { module, n, expected, lower, median, upper }: TimeSpent, end: number) => {
  const spent = pacesIn(view, module, expected)
  const x = (ms: number): number => ms / expected / end
  return el(
    'div',
    { class: 'row' },
    moduleHead(view, module, el('small', {}, `${minutes(expected)} by the syllabus`)),
    drawing(
      HEIGHT + 16,
      line(0, HEIGHT, 1, HEIGHT, 'hair'),
      spent.length <= DOTS
        ? spent.map((value, i) => dot(Math.min(end, value) / end, HEIGHT - 6 - (i % 5) * 7, 2.5, 'ink'))
        : columns(spent, end),
      line(1 / end, -12, 1 / end, HEIGHT + 18, 'mark'),
      lower === null || upper === null || median === null
        ? null
        : [rect(x(lower), x(upper), HEIGHT + 5, 7, 'box'), line(x(median), HEIGHT + 2, x(median), HEIGHT + 15, 'notch')],
    ),
    el('div', { class: 'val' }, median === null ? '–' : minutes(median), el('small', {}, n ? ` n = ${number(n)}` : '')),
  )
}

const seenIn = ({ period }: View, last: number | null): boolean => period.since === null || (last !== null && last >= period.since)

const columns = (spent: readonly number[], end: number) => {
  const bins = new Array<number>(BINS).fill(0)
  for (const value of spent) bins[Math.min(BINS - 1, Math.floor((value / end) * BINS))]!++
  const most = Math.max(...bins)
  return bins.map((n, i) =>
    n ? rect((i + 0.1) / BINS, (i + 0.9) / BINS, HEIGHT - (n / most) * (HEIGHT - 4), (n / most) * (HEIGHT - 4), 'columns') : null,
  )
}

const timeTable = (view: View) => {
  const ms = (value: number | null): string => (value === null ? '–' : minutes(value))
  return table<TimeSpent>({
    caption: 'Minutes spent in each module by those who finished it',
    rows: view.slice.time,
    columns: [
      { ...moduleColumn(view), names: true },
      { name: 'n', cell: ({ n }) => number(n), by: ({ n }) => n, number: true },
      { name: 'syllabus', cell: ({ expected }) => ms(expected), by: ({ expected }) => expected, number: true },
      { name: 'a quarter below', cell: ({ lower }) => ms(lower), by: ({ lower }) => lower, number: true },
      { name: 'median', cell: ({ median }) => ms(median), by: ({ median }) => median, number: true },
      { name: 'a quarter above', cell: ({ upper }) => ms(upper), by: ({ upper }) => upper, number: true },
      {
        name: 'of the syllabus',
        cell: ({ median, expected }) => (median === null ? '–' : percent(median / expected)),
        by: ({ median, expected }) => (median === null ? null : median / expected),
        number: true,
      },
    ],
  })
}
