/** Not started → started → finished → passed: one bar a module, all of the same length, so that the eye compares ends. */
import type { Funnel } from '../../figures'
import { axis, drawing, rect } from '../draw'
import { moduleColumn, moduleHead } from '../module-row'
import { el } from '../node'
import { figure, finding, none, note, numbers, type Part, warned } from '../part'
import { capital, count, number, percent } from '../say'
import { table } from '../table'
import { moduleName, moduleOf, type View } from '../view'

export const road: Part = {
  id: 'road',
  title: 'From starting to passing',
  render: (view) => {
    const { funnel, headline } = view.slice
    const most = Math.max(...funnel.map(({ started, notStarted }) => started + (notStarted ?? 0)), 1)
    if (!funnel.some(({ started }) => started)) return [none('Nobody started a module in this time.')]
    return [
      finding(said(view)),
      warned(headline.active, 'person'),
      figure(
        `Each bar: ${view.figures.source.roster ? `all ${count(most, 'person', 'people')}` : 'whoever started'}. Solid: passed, or finished where there is no quiz; striped: finished, not passed; light: under way${view.figures.source.roster ? '; line: not started' : ''}.`,
        el(
          'div',
          { class: 'rows' },
          funnel.map((one) => row(view, one, most)),
          el(
            'div',
            { class: 'row axis' },
            el('div', {}),
            axis([0, 0.25, 0.5, 0.75, 1].map((share) => [share, number(share * most)])),
            el('div', {}),
          ),
        ),
      ),
      view.figures.source.roster ? null : note('There is no roster: who has not started can’t be known. Give one with --roster.'),
      numbers('The numbers', funnelTable(view)),
    ]
  },
}

const said = (view: View): string => {
  const { funnel, headline } = view.slice
  const [first, last] = [funnel[0], funnel[funnel.length - 1]]
  const begun = funnel.filter(({ started }) => started)
  const [loss] = [...begun].sort((a, b) => b.started - b.finished - (a.started - a.finished))
  const quizzed = begun.filter(({ module, finished }) => moduleOf(view, module)?.hasQuiz && finished)
  const failing = quizzed.reduce((sum, { finished, passed }) => sum + finished - passed, 0)
  const when = view.period.since === null ? '' : `In the ${view.period.label}, `
  const way =
    first && last && first !== last
      ? `${when}${number(first.started)} of ${count(headline.learners, 'person', 'people')} ${when ? 'were in' : 'started'} module ${first.module}, and ${number(last.finished)} ${when ? '' : 'have '}finished module ${last.module}. `
      : ''
  const lost =
    loss && loss.started > loss.finished
      ? `Most are left behind in ${moduleName(view, loss.module)}: ${number(loss.started - loss.finished)} of ${number(loss.started)} who began it have not finished.`
      : ''
  return `${way}${lost}${quizzed.length && failing ? ` ${capital(count(failing, 'module was', 'modules were'))} finished without a pass.` : ''}`
}

const row = (view: View, { module, notStarted, started, finished, passed }: Funnel, most: number) => {
  const x = (n: number): number => n / most
  return el(
    'div',
    { class: 'row' },
    moduleHead(view, module, moduleOf(view, module)?.hasQuiz ? null : el('span', { class: 'soft' }, ', no quiz')),
    drawing(
      22,
      rect(0, x(started + (notStarted ?? 0)), 10.25, 1.5, 'groove'),
      rect(0, x(started), 2, 18, 'light'),
      rect(0, x(finished), 2, 18, 'striped'),
      rect(0, x(passed), 2, 18, 'ink'),
    ),
    el('div', { class: 'val' }, `${number(passed)}`, el('small', {}, ` of ${number(started)}`)),
  )
}

const funnelTable = (view: View) =>
  table<Funnel>({
    caption: 'People in each module',
    rows: view.slice.funnel,
    columns: [
      { ...moduleColumn(view), names: true },
      ...(view.figures.source.roster
        ? [
            {
              name: 'not started',
              cell: ({ notStarted }: Funnel) => number(notStarted ?? 0),
              by: ({ notStarted }: Funnel) => notStarted,
              number: true as const,
            },
          ]
        : []),
      { name: 'started', cell: ({ started }) => number(started), by: ({ started }) => started, number: true },
      { name: 'finished', cell: ({ finished }) => number(finished), by: ({ finished }) => finished, number: true },
      {
        name: 'of started',
        cell: (one) => share(one.finished, one.started),
        by: ({ finished, started }) => (started ? finished / started : null),
        number: true,
      },
      { name: 'passed', cell: ({ passed }) => number(passed), by: ({ passed }) => passed, number: true },
      {
        name: 'of finished',
        cell: (one) => share(one.passed, one.finished),
        by: ({ passed, finished }) => (finished ? passed / finished : null),
        number: true,
      },
    ],
  })

const share = (part: number, whole: number): string => (whole ? percent(part / whole) : '–')
