/** The first lines: who, when, how many, and what to look at first. */
import type { Item } from '../../figures'
import { el, type Child } from '../node'
import { none, type Part } from '../part'
import { capital, count, day, listed, number, percent, quoted, times } from '../say'
import { moduleName, type View } from '../view'
import { itemId } from './items'
import { choicesPicture, peoplePicture, roadPicture, screenPicture, sharePicture } from './lead-pictures'

export const lead: Part = {
  id: 'first',
  title: 'Look first at',
  render: (view) => {
    const found = [question(view), place(view), people(view), road(view), quick(view)].filter((one) => one !== null)
    return [
      el('p', { class: 'lead' }, who(view)),
      found.length
        ? el(
            'ol',
            { class: 'first' },
            found.map(([href, head, rest, picture]) =>
              el('li', {}, el('p', {}, el('a', { href }, head), ' ', rest), picture ? el('div', { class: 'glance' }, picture) : null),
            ),
          )
        : none('Nothing stands out yet.'),
    ]
  },
}

type Found = readonly [href: string, head: string, rest: string, picture: Child] | null

const who = (view: View): Child => {
  const { learners, active, started, finished } = view.slice.headline
  const { source, cohorts, asOf } = view.figures
  const group = view.cohort === null ? `in ${count(cohorts.length, 'cohort')}` : `of ${view.cohort.label}`
  const when =
    view.period.since === null
      ? source.from === null
        ? 'There are no statements yet.'
        : `Between ${day(source.from)} and ${day(asOf)}, ${number(active)} of them began.`
      : `In the ${view.period.label}, since ${day(view.period.since)}, ${count(active, 'person was', 'people were')} active.`
  const sums = started ? ` They started ${count(started, 'module')} and finished ${number(finished)}.` : ''
  return `${count(learners, 'person', 'people')} ${group}. ${when}${sums}`
}

const question = (view: View): Found => {
  const bad = view.slice.items.filter(({ verdict }) => ['misleads', 'backwards', 'hard'].includes(verdict.kind))
  const [worst] = bad
  if (!worst) return null
  const others =
    bad.length > 1
      ? ` ${count(bad.length - 1, 'other question', 'other questions')} ${bad.length === 2 ? 'needs' : 'need'} a look, too.`
      : ''
  return [
    `#${itemId(worst)}`,
    `The question ${quoted(worst.asks)}`,
    `of module ${worst.module}. ${worst.says}${lureText(worst)} ${percent(worst.facility)} of ${number(worst.n)} had it right.${others}`,
    choicesPicture(worst),
  ]
}

/** In words, what so many fall for. */
const lureText = ({ verdict, choices }: Item): string => {
  const text = verdict.kind === 'misleads' ? choices.find(({ key }) => key === verdict.key)?.text : ''
  return text ? ` It says ${quoted(text, 70)}` : ''
}

const place = (view: View): Found => {
  const [worst] = view.slice.stops.filter(({ screen, stopped }) => screen !== '' && stopped >= 3).sort((a, b) => b.stopped - a.stopped)
  if (!worst) return null
  const slow = worst.pace !== null && worst.pace >= 1.5 ? ` They stay ${times(worst.pace)} as long as it runs.` : ''
  return [
    `#stops`,
    `The screen ${quoted(worst.title)}`,
    `of module ${worst.module}: ${number(worst.stopped)} of ${number(worst.visitors)} who came there went no further, more than at any other screen.${slow}`,
    screenPicture(view, worst),
  ]
}

const people = (view: View): Found => {
  const of = (kind: string) => view.members.filter(({ risks }) => risks.some((risk) => risk.kind === kind))
  const [failing, stuck, away] = [of('failing'), of('stuck'), of('away')]
  if (failing.length + stuck.length + away.length === 0) return null
  const now = [...failing, ...stuck.filter((one) => !failing.includes(one))]
  const names = now.slice(0, 3).map(({ label }) => label)
  const others = now.length - names.length
  return now.length
    ? [
        '#help',
        `${count(now.length, 'learner')} who ${now.length === 1 ? 'tries' : 'try'} and ${now.length === 1 ? 'does' : 'do'} not get on`,
        `at a quiz or a screen: ${listed(others > 0 ? [...names, count(others, 'other')] : names)}. ${count(away.length, 'person has', 'people have')} not been seen for two weeks.`,
        peoplePicture(now.length, away.length),
      ]
    : ['#help', `${count(away.length, 'learner')} not seen for two weeks`, 'with modules left to finish.', peoplePicture(0, away.length)]
}

const road = (view: View): Found => {
  const [worst] = view.slice.funnel
    .filter(({ started, finished }) => started >= 10 && started - finished >= started / 10)
    .sort((a, b) => b.started - b.finished - (a.started - a.finished))
  if (!worst) return null
  const left = worst.started - worst.finished
  return [
    '#road',
    `${capital(moduleName(view, worst.module))}:`,
    `${number(left)} of ${number(worst.started)} who began it (${percent(left / worst.started)}) have not finished, more than in any other module.`,
    roadPicture(worst),
  ]
}

const quick = (view: View): Found => {
  const [worst] = view.slice.predictions.filter(({ n, share }) => n >= 30 && share > 0.6)
  if (!worst) return null
  return [
    '#predictions',
    `The prediction ${quoted(worst.asks)}`,
    `${percent(worst.share)} of ${number(worst.n)} expected something else. A surprise teaches; make sure that what follows explains it.`,
    sharePicture(worst),
  ]
}
