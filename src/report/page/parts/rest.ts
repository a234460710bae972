/** Lab goals, and the rows that were not counted. */
import type { Goal, Rejected } from '../../figures'
import { moduleColumn } from '../module-row'
import { el } from '../node'
import { finding, none, type Part } from '../part'
import { count, duration, number, percent } from '../say'
import { table } from '../table'

export const goals: Part = {
  id: 'goals',
  title: 'Lab goals',
  render: (view) => {
    const { goals: all, headline } = view.slice
    const [least] = [...all].sort((a, b) => a.reached - b.reached)
    if (!least) return [none('No lab goal was reached: this edition of the course has no labs, or nobody came to one.')]
    return [
      finding(
        `${count(all.length, 'goal was', 'goals were')} reached by somebody. The hardest to reach is ${least.goal} of module ${least.module}: ${count(least.reached, 'person', 'people')}.`,
      ),
      table<Goal>({
        caption: 'Goals of labs, and who reached them',
        rows: all,
        columns: [
          { name: 'goal', names: true, cell: ({ goal }) => goal, by: ({ goal }) => goal },
          moduleColumn(view),
          { name: 'reached by', cell: ({ reached }) => number(reached), by: ({ reached }) => reached, number: true },
          {
            name: 'of active',
            cell: ({ reached }) => (headline.active ? percent(reached / headline.active) : '–'),
            by: ({ reached }) => reached,
            number: true,
          },
          {
            name: 'median time',
            cell: ({ median }) => (median === null ? '–' : duration(median)),
            by: ({ median }) => median,
            number: true,
          },
        ],
      }),
    ]
  },
}

export const rejected: Part = {
  id: 'rejected',
  title: 'What was not counted',
  render: ({ figures: { source } }) => {
    const n = source.rejected.reduce((sum, one) => sum + one.n, 0)
    const voided = source.voided ? ` ${count(source.voided, 'statement was', 'statements were')} voided.` : ''
    const read = `${count(source.read, 'statement was', 'statements were')} read, ${number(source.accepted)} counted.`
    if (!n) return [finding(`${read} None was rejected.${voided}`)]
    return [
      finding(
        `${read} ${number(n)} (${percent(n / source.read)}) ${n === 1 ? 'was' : 'were'} rejected, for ${count(source.rejected.length, 'reason')}.${voided}`,
      ),
      table<Rejected>({
        caption: 'Rejected statements by reason, of all time',
        className: 'stack',
        rows: source.rejected,
        columns: [
          { name: 'reason', names: true, className: 'wide', cell: ({ text }) => text, by: ({ reason }) => reason },
          { name: 'how many', cell: (one) => number(one.n), by: (one) => one.n, number: true },
          { name: 'the first of them', className: 'wide', cell: ({ example }) => el('code', {}, example) },
        ],
      }),
    ]
  },
}
