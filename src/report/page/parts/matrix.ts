/** Learners × modules: a row is a life, a column a module. Status by shape, ink and word, never by colour. */
import type { Cell, Learner } from '../../figures'
import type { Status } from '../../tables'
import { glyph } from '../draw'
import { el, type Child } from '../node'
import { finding, none, note, type Part } from '../part'
import { count, dayOfYear, duration, number, percent } from '../say'
import { table, type Column } from '../table'
import type { View } from '../view'

/** More rows than this come only when the script is there to search them. */
export const MOST_ROWS = 400
const RANK: Readonly<Record<Status, number>> = { 'not-started': 0, started: 1, finished: 2, passed: 3 }
export const STATUS: Readonly<Record<Status, string>> = {
  'not-started': 'not started',
  started: 'started',
  finished: 'finished, without a passed quiz',
  passed: 'passed',
}

export const matrix: Part = {
  id: 'learners',
  title: 'Learners and modules',
  render: (view) => {
    const { learners, figures } = view
    if (!learners.length) return [none('Nobody was seen in this time.')]
    const modules = figures.course.modules.length
    const done = ({ cells }: Learner): number => cells.filter(({ status }) => status === 'finished' || status === 'passed').length
    const all = learners.filter((one) => done(one) === modules).length
    const nothing = learners.filter((one) => done(one) === 0).length
    return [
      finding(
        `${number(all)} of ${count(learners.length, 'person', 'people')} (${percent(all / learners.length)}) ${all === 1 ? 'has' : 'have'} finished all ${number(modules)} modules, ${number(nothing)} none yet.`,
      ),
      el(
        'p',
        { class: 'legend' },
        (Object.keys(STATUS) as Status[]).map((status) => el('span', {}, glyph(status), ` ${STATUS[status]}`)),
        el('span', {}, 'Number: best score in per cent, or progress in brackets. Small: last seen there.'),
      ),
      table({
        caption: `${count(learners.length, 'learner')} and what they did`,
        className: 'tall matrix',
        rows: learners.slice(0, MOST_ROWS),
        columns: columns(view),
      }),
      learners.length > MOST_ROWS
        ? note(`The first ${number(MOST_ROWS)} are shown. Choose a cohort to see others, or look into tables/learners.csv.`)
        : null,
      figures.learnersLeftOut ? note(`${number(figures.learnersLeftOut)} more are in tables/learners.csv.`) : null,
    ]
  },
}

const columns = (view: View): readonly Column<Learner>[] => [
  { name: 'learner', cell: ({ label }) => label, by: ({ label }) => label.toLowerCase(), names: true },
  ...view.figures.course.modules.map(({ number: n, title }, i): Column<Learner> => ({
    name: `M${n}`,
    under: title,
    cell: ({ cells }) => cellOf(cells[i]),
    by: ({ cells }) => valueOf(cells[i]),
    number: true,
    className: 'cell',
  })),
  {
    name: 'done',
    cell: ({ cells }) => number(cells.filter(({ status }) => RANK[status] > 1).length),
    by: ({ cells }) => cells.reduce((sum, cell) => sum + (valueOf(cell) ?? 0), 0),
    number: true,
  },
  { name: 'spent', cell: ({ spent }) => duration(spent), by: ({ spent }) => spent, number: true },
  { name: 'last seen', cell: ({ last }) => (last === null ? '–' : dayOfYear(last)), by: ({ last }) => last, number: true },
]

const valueOf = (cell: Cell | undefined): number | null => (cell ? RANK[cell.status] * 10 + (cell.best ?? cell.progress ?? 0) : null)

const cellOf = (cell: Cell | undefined): Child => {
  if (!cell) return ''
  const { status, best, progress, last } = cell
  const said = best !== null ? number(best * 100) : status === 'started' && progress !== null ? `(${number(progress * 100)})` : ''
  return [
    glyph(status),
    el('span', { class: 'vh' }, STATUS[status]),
    el('b', {}, said),
    last === null ? null : el('small', {}, dayOfYear(last)),
  ]
}
