/** Headline figures: numbers in a row, nothing around them. */
import { el, type Child } from '../node'
import { note, type Part } from '../part'
import { duration, number, percent } from '../say'
import type { View } from '../view'

export const headline: Part = {
  id: 'headline',
  title: 'In figures',
  render: (view) => [
    el(
      'dl',
      { class: 'headline' },
      big(view).map(([name, value, more]) =>
        el('div', {}, el('dt', {}, name), el('dd', {}, el('strong', {}, value), el('span', {}, more))),
      ),
    ),
    view.slice.headline.learners > 0 && view.slice.headline.learners < 30
      ? note('Fewer than 30 people: one more or less changes every share by three points and more.')
      : null,
  ],
}

/** Modules with a quiz: others can't be passed. */
const quizzes = ({ slice, figures }: View) =>
  slice.funnel
    .filter(({ module }) => figures.course.modules.some((one) => one.number === module && one.hasQuiz))
    .reduce((sum, one) => ({ begun: sum.begun + one.started, passed: sum.passed + one.passed }), { begun: 0, passed: 0 })

const big = (view: View): readonly (readonly [string, string, Child])[] => {
  const { slice, members, period, figures } = view
  const { learners, active, started, finished, spent, medianScore, atRisk } = slice.headline
  const { begun, passed } = quizzes(view)
  const week = members.filter(({ last }) => last !== null && last >= figures.asOf - 7 * 86_400_000).length
  return [
    ['learners', number(learners), `${number(week)} seen this week`],
    [period.since === null ? 'have started' : 'were active', number(active), learners ? percent(active / learners) : '–'],
    ['modules finished', number(finished), `of ${number(started)} started`],
    ['quizzes passed', number(passed), begun ? `${percent(passed / begun)} of those begun` : '–'],
    ['median best score', medianScore === null ? '–' : percent(medianScore), `pass mark ${percent(figures.course.passing)}`],
    ['time spent', duration(spent), active ? `${duration(spent / active)} a head` : '–'],
    ['may need help', number(atRisk), learners ? percent(atRisk / learners) : '–'],
  ]
}
