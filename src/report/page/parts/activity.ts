/** The weeks: how many were at work, everybody and each cohort, on one scale. */
import type { Activity } from '../../figures'
import { axis, drawing, line, rect, word } from '../draw'
import { el, type Child } from '../node'
import { figure, finding, none, note, numbers, type Part } from '../part'
import { count, day, dayOfYear, duration, number } from '../say'
import { table } from '../table'
import type { View } from '../view'

const HEIGHT = 46
/** More cohorts than this: the newest. */
const MOST = 8

export const activity: Part = {
  id: 'weeks',
  title: 'Week by week',
  render: (view) => {
    const { figures, cohort } = view
    const all = figures.activity.filter((one) => one.cohort === (cohort?.key ?? ''))
    const weeks = all.map(({ week }) => week)
    if (!all.some(({ active }) => active)) return [none('There is no activity yet.')]
    const shown = cohort === null ? figures.cohorts.slice(0, MOST) : [cohort]
    const most = Math.max(
      ...figures.activity
        .filter(({ cohort: key }) => shown.some((one) => one.key === key) || (cohort === null && key === ''))
        .map(({ active }) => active),
      1,
    )
    const rows = [...(cohort === null ? [{ key: '', label: 'Everybody' }] : []), ...shown]
    return [
      finding(said(view, all)),
      figure(
        'People active in each week (from Monday). All rows have the same scale.',
        el(
          'div',
          { class: 'rows weeks' },
          rows.map(({ key, label }) =>
            row(
              view,
              label,
              figures.activity.filter((one) => one.cohort === key),
              most,
            ),
          ),
          el('div', { class: 'row axis' }, el('div', {}), axis(months(weeks)), el('div', {})),
        ),
      ),
      cohort === null && figures.cohorts.length > MOST
        ? note(`The newest ${number(MOST)} of ${count(figures.cohorts.length, 'cohort')}. Choose another to see its weeks.`)
        : null,
      numbers('The numbers', weekTable(view, [...all].reverse())),
    ]
  },
}

const said = ({ figures, cohort }: View, all: readonly Activity[]): string => {
  const best = all.reduce((a, b) => (b.active > a.active ? b : a))
  // The week that is not over yet says little.
  const over = all.filter(({ week }) => week + 7 * 86_400_000 <= figures.asOf)
  const last = over[over.length - 1]
  const who = cohort === null ? '' : ` of ${cohort.label}`
  return `The busiest week began on ${day(best.week)}, with ${count(best.active, 'person', 'people')}${who}.${last && last !== best ? ` In the last whole week, from ${dayOfYear(last.week)}, there were ${number(last.active)}, who spent ${duration(last.spent)}.` : ''}`
}

const row = ({ period }: View, label: string, weeks: readonly Activity[], most: number): Child => {
  const best = weeks.reduce((top, one, i) => (one.active > (weeks[top]?.active ?? 0) ? i : top), 0)
  return el(
    'div',
    { class: 'row' },
    el('div', { class: 'of' }, label),
    drawing(
      HEIGHT + 2,
      weeks.map(({ active, week }, i) => {
        const height = (active / most) * (HEIGHT - 14)
        const before = period.since !== null && week + 7 * 86_400_000 <= period.since
        return active ? rect((i + 0.08) / weeks.length, (i + 0.92) / weeks.length, HEIGHT - height, height, before ? 'light' : 'ink') : null
      }),
      line(0, HEIGHT + 0.5, 1, HEIGHT + 0.5, 'axis'),
      weeks[best]?.active
        ? word((best + 0.5) / weeks.length, HEIGHT - (weeks[best].active / most) * (HEIGHT - 14) - 3, weeks[best].active, 'count', {
            'text-anchor': 'middle',
          })
        : null,
    ),
    el(
      'div',
      { class: 'val' },
      number(weeks[weeks.length - 1]?.active ?? 0),
      el('small', {}, ` from ${dayOfYear(weeks[weeks.length - 1]?.week ?? 0)}`),
    ),
  )
}

const months = (weeks: readonly number[]): readonly (readonly [number, string])[] =>
  weeks.flatMap((week, i) => {
    const month = new Date(week).getUTCMonth()
    const before = i > 0 ? new Date(weeks[i - 1]!).getUTCMonth() : -1
    return i > 0 && month !== before && i < weeks.length - 1
      ? [[(i + 0.5) / weeks.length, dayOfYear(week).replace(/^\d+\u00a0/, '')] as const]
      : []
  })

const weekTable = (view: View, rows: readonly Activity[]) =>
  table<Activity>({
    caption: `Weeks${view.cohort === null ? '' : ` of ${view.cohort.label}`}, the newest first`,
    rows,
    className: 'tall',
    columns: [
      { name: 'from Monday', names: true, cell: ({ week }) => day(week), by: ({ week }) => week },
      { name: 'active', cell: ({ active }) => number(active), by: ({ active }) => active, number: true },
      { name: 'time spent', cell: ({ spent }) => duration(spent), by: ({ spent }) => spent, number: true },
    ],
  })
