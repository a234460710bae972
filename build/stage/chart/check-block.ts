import type { Diagnostics } from '../../compile/diagnostic'
import type { Call, StageBlock } from '../../compile/tree'
import { chartBlock } from '../messages'
import { chartOf, entries, FORMS, isMap, LINES, list } from './content'

const MOST = { series: 4, limits: 3 } as const

/** Faults of a chart block: no numbers, numbers that are none, more than can be told apart. */
export function checkBlock(stage: StageBlock, call: Call, diagnostics: Diagnostics): void {
  const { series, limits, marks } = stage.data
  const say = (path: readonly string[], found: string, expected: string, cure: string) =>
    diagnostics.add(chartBlock(stage.lineOf(...path), found, expected, cure))
  if (!entries(series).length)
    say(
      ['series'],
      'a chart without `series:`',
      '`series:` with a name and values each',
      'write `series:` and `  sent: { values: [1, 2] }`',
    )
  for (const [key, most] of Object.entries(MOST)) {
    const count = entries(stage.data[key]).length
    if (count > most) say([key], `${count} ${key}`, `${most} at most`, 'draw two charts, or leave some out')
  }
  for (const [id, s] of entries(series)) {
    const path = ['series', id]
    const numbers = isMap(s) ? (s.points ? list(s.points).flatMap((p) => [list(p)[0], list(p)[1]]) : list(s.values)) : []
    if (!isMap(s) || numbers.length < 2 || numbers.some((n) => typeof n !== 'number'))
      say(path, `\`${id}\` without numbers`, '`values: [1, 2, 3]` or `points: [[0, 1], [2, 3]]`', 'give it two values or more')
    else {
      if (s.points && list(s.points).some((p, i, all) => i > 0 && Number(list(p)[0]) < Number(list(all[i - 1])[0])))
        say(path, `points of \`${id}\` that go back`, 'x in rising order', 'sort them')
      if (s.as !== undefined && !FORMS.includes(s.as as (typeof FORMS)[number]))
        say(path, `as: ${String(s.as)}`, FORMS.join(', '), 'use one of these')
      if (s.is !== undefined && !LINES.includes(s.is as (typeof LINES)[number]))
        say(path, `is: ${String(s.is)}`, LINES.join(', '), 'use one of these')
      if (s.who !== undefined && !call.cast[String(s.who)])
        say(path, `who: ${String(s.who)}`, Object.keys(call.cast).join(', '), 'name an actor of modules/call.yaml')
    }
  }
  const chart = chartOf(stage, call)
  for (const [axis, { from, to }] of [
    ['x', chart.x],
    ['y', chart.y],
  ] as const)
    if (chart.series.length && !(to > from))
      say([axis], `${axis} from ${from} to ${to}`, 'a rising axis', `write \`${axis}: { from: …, to: … }\``)
  for (const s of chart.series) {
    const out = s.points.find(([x, y]) => x < chart.x.from || x > chart.x.to || y < chart.y.from || y > chart.y.to)
    if (out)
      say(
        ['series', s.id],
        `\`${s.id}\` at ${out.join(', ')}`,
        `x from ${chart.x.from} to ${chart.x.to}, y from ${chart.y.from} to ${chart.y.to}`,
        'make the axis longer, or mend the number',
      )
  }
  for (const [id, v] of entries(limits))
    if (typeof list(v)[0] !== 'number') say(['limits', id], `\`${id}\` without a number`, '[value, text]', 'write the value first')
  for (const [id] of entries(marks)) {
    const mark = chart.marks.find((m) => m.id === id)
    if (!mark || !chart.series.some((s) => s.id === mark.series) || !(mark.x >= chart.x.from && mark.x <= chart.x.to))
      say(
        ['marks', id],
        `\`${id}\` at ${mark ? `${mark.series}, ${mark.x}` : 'nothing'}`,
        '[series, x]',
        `name one of ${chart.series.map((s) => s.id).join(', ')}, and an x on the axis`,
      )
  }
  const ids = ['series', 'limits', 'marks'].flatMap((key) => entries(stage.data[key]).map(([id]) => [key, id] as const))
  for (const [key, id] of ids.filter(([, id], i) => ids.findIndex(([, other]) => other === id) !== i))
    say([key, id], `a second \`${id}\``, 'one name each', 'rename one')
}
