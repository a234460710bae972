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

const big = ({ slice, members, period, figures }: View): readonly (readonly [string, string, Child])[] => {
  const { learners, active, started, finished, passed, spent, medianScore, atRisk } = slice.headline
  const week = members.filter(({ last }) => last !== null && last >= figures.asOf - 7 * 86_400_000).length
  return [
    ['learners', number(learners), `${number(week)} seen this week`],
    [period.since === null ? 'have started' : 'were active', number(active), learners ? percent(active / learners) : '–'],
    ['modules finished', number(finished), `of ${number(started)} started`],
    ['passed', number(passed), started ? `${percent(passed / started)} of started` : '–'],
    ['median best score', medianScore === null ? '–' : percent(medianScore), `pass mark ${percent(figures.course.passing)}`],
    ['time spent', duration(spent), active ? `${duration(spent / active)} a head` : '–'],
    ['may need help', number(atRisk), learners ? percent(atRisk / learners) : '–'],
  ]
}
