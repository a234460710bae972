/** Where people stop, screen by screen, with the picture that they stopped at. */
import type { ModuleInfo, Stop } from '../../figures'
import { at, drawing, line, rect, word } from '../draw'
import { el, type Child } from '../node'
import { figure, finding, none, note, numbers, type Part, warned } from '../part'
import { count, duration, number, percent, quoted, times } from '../say'
import { table } from '../table'
import { pictureId, type View } from '../view'

/** Shown large. */
const WORST = 6
/** Of the worst; what is less is like many others. */
const NEAR = 0.35
/** On the road, the quiz is as wide as so long a screen. */
const QUIZ = 45_000
const UP = 40
/** So many stops have their number. */
const NAMED = 3
const DOWN = 30

export const stops: Part = {
  id: 'stops',
  title: 'Where people stop',
  render: (view) => {
    const all = view.slice.stops
    const stopped = all.reduce((sum, one) => sum + one.stopped, 0)
    if (!all.some(({ visitors }) => visitors)) return [none('Nobody came to a screen in this time.')]
    const most: Most = {
      visitors: Math.max(1, ...all.map(({ visitors }) => visitors)),
      stopped: Math.max(NAMED, ...all.map((one) => one.stopped)),
    }
    const worst = all
      .filter(({ stopped: n }) => n >= NAMED && n >= most.stopped * NEAR)
      .sort((a, b) => b.stopped - a.stopped)
      .slice(0, WORST)
    return [
      finding(said(all, stopped)),
      warned(Math.max(...all.map(({ visitors }) => visitors)), 'person'),
      worst.length
        ? el(
            'ol',
            { class: 'worst' },
            worst.map((one) =>
              el(
                'li',
                {},
                picture(view, one, 'large'),
                el('p', {}, el('strong', {}, one.title), el('span', {}, ` Module ${one.module}`)),
                el('p', {}, why(one)),
              ),
            ),
          )
        : null,
      figure(
        'The road through each module. Up: who came to a screen; down: who stopped at it. Both on one scale for all modules. A screen is as wide as it runs; striped: the quiz.',
        el(
          'div',
          { class: 'roads' },
          view.figures.course.modules.map((module) =>
            roadOf(
              module,
              all.filter((one) => one.module === module.number),
              most,
            ),
          ),
        ),
      ),
      view.figures.course.modules.map((module) => {
        const rows = all.filter((one) => one.module === module.number)
        const here = rows.reduce((sum, one) => sum + one.stopped, 0)
        return numbers(
          `Module ${module.number}, ${module.title}: ${count(rows.length, 'place')}, ${number(here)} stopped`,
          screens(view, module, rows),
        )
      }),
      note('Stopped: was here last, has not finished the module, and was not seen in it for a week. Under way: the same, seen this week.'),
    ]
  },
}

const said = (all: readonly Stop[], stopped: number): string => {
  const order = [...all].sort((a, b) => b.stopped - a.stopped)
  const [worst] = order
  if (!worst || !stopped) return 'Nobody stopped: whoever has not finished was seen within a week.'
  const three = order.slice(0, 3).reduce((sum, one) => sum + one.stopped, 0)
  const [slow] = all.filter(({ pace, visitors }) => pace !== null && visitors >= 10).sort((a, b) => (b.pace ?? 0) - (a.pace ?? 0))
  const first = `Of ${count(stopped, 'stop')}, ${number(three)} (${percent(three / stopped)}) are at three of ${number(all.length)} places. Most, ${number(worst.stopped)}, are at ${worst.screen === '' ? 'the quiz' : quoted(worst.title)} of module ${worst.module}.`
  return slow?.pace && slow.pace >= 1.3
    ? `${first} People stay longest, for its length, on ${quoted(slow.title)}: ${times(slow.pace)} as long as it runs.`
    : first
}

const why = ({ stopped, visitors, here, pace, runs, median }: Stop): Child => [
  el('b', {}, `${number(stopped)} of ${number(visitors)}`),
  ` stopped here${visitors ? ` (${percent(stopped / visitors)})` : ''}. `,
  here ? `${number(here)} more ${here === 1 ? 'is' : 'are'} under way. ` : '',
  pace !== null && median !== null ? `It runs ${duration(runs)}; half stay ${duration(median)} or more (${times(pace)}).` : '',
]

const picture = (view: View, { module, screen, title }: Stop, size: 'large' | 'small'): Child =>
  screen !== '' && view.hasPicture(module, screen)
    ? el(
        'svg',
        size === 'large'
          ? { class: 'thumb large', viewBox: '0 0 1280 640', role: 'img', 'aria-label': `The screen “${title}” at its end` }
          : { class: 'thumb', viewBox: '0 0 1280 640', 'aria-hidden': 'true' },
        el('use', { href: `#${pictureId(module, screen)}` }),
      )
    : el('div', { class: `thumb blank ${size}`, 'aria-hidden': 'true' }, screen === '' && size === 'small' ? 'quiz' : null)

/** The largest numbers of all modules: one scale for all roads. */
interface Most {
  readonly visitors: number
  readonly stopped: number
}

const roadOf = (module: ModuleInfo, places: readonly Stop[], most: Most): Child => {
  const whole = places.reduce((sum, one) => sum + (one.runs || QUIZ), 0) || 1
  let from = 0
  const marks = places.map(({ screen, visitors, stopped, runs }) => {
    const [x, to] = [from / whole, (from += runs || QUIZ) / whole]
    const [up, down] = [(visitors / most.visitors) * UP, (stopped / most.stopped) * DOWN]
    return [
      rect(x, to - 0.0015, UP - up, up, screen === '' ? 'striped' : 'light'),
      stopped
        ? el('rect', { x: at((x + to) / 2), y: UP + 1, width: 7, height: down, transform: 'translate(-3.5 0)', class: 'stopped' })
        : null,
      stopped >= NAMED ? word((x + to) / 2, UP + down + 15, stopped, 'count', { 'text-anchor': 'middle' }) : null,
    ]
  })
  const stopped = places.reduce((sum, one) => sum + one.stopped, 0)
  return el(
    'div',
    { class: 'road' },
    el(
      'p',
      {},
      el('strong', {}, `${module.number} `),
      module.title,
      el('span', {}, ` ${number(places[0]?.visitors ?? 0)} came, ${number(stopped)} stopped`),
    ),
    drawing(UP + DOWN + 18, marks, line(0, UP + 0.5, 1, UP + 0.5, 'axis')),
  )
}

const screens = (view: View, module: ModuleInfo, rows: readonly Stop[]) => {
  const most = Math.max(1, ...rows.map(({ visitors }) => visitors))
  const mostStopped = Math.max(1, ...rows.map(({ stopped }) => stopped))
  return table<Stop>({
    caption: `Module ${module.number}, screen by screen`,
    className: 'stack screens',
    rows,
    columns: [
      {
        name: 'screen',
        names: true,
        cell: (one) => el('div', { class: 'with-thumb' }, picture(view, one, 'small'), el('span', {}, one.title)),
        by: ({ screen }) => rows.findIndex((one) => one.screen === screen),
      },
      { name: 'came', cell: ({ visitors }) => barred(visitors, most, 'light'), by: ({ visitors }) => visitors, number: true },
      { name: 'stopped', cell: ({ stopped }) => barred(stopped, mostStopped, 'stopped'), by: ({ stopped }) => stopped, number: true },
      { name: 'under way', cell: ({ here }) => number(here), by: ({ here }) => here, number: true },
      { name: 'runs', cell: ({ runs }) => (runs ? duration(runs) : '–'), by: ({ runs }) => runs || null, number: true },
      { name: 'median stay', cell: ({ median }) => (median === null ? '–' : duration(median)), by: ({ median }) => median, number: true },
      {
        name: 'pace',
        cell: ({ pace }) => (pace === null ? '–' : times(pace)),
        by: ({ pace }) => pace,
        number: true,
        means: 'Median stay over running time',
      },
    ],
  })
}

const barred = (n: number, most: number, className: string): Child =>
  el('span', { class: 'barred' }, el('span', {}, number(n)), drawing(8, rect(0, n / most, 0, 8, className)))
