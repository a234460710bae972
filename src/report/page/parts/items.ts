/** Item analysis: the worst question first, each with what was asked, what was chosen by whom, and what to make of it. */
import type { Choice, Item } from '../../figures'
import type { Verdict } from '../../verdict'
import { dot, drawing, glyph, line } from '../draw'
import { el, type Child } from '../node'
import { answerText } from './answer-text'
import { itemMap } from './item-map'
import { figure, finding, none, note, type Part, warned } from '../part'
import { count, duration, listed, number, percent, quoted } from '../say'
import { table } from '../table'
import { moduleName, screenTitle, type View } from '../view'

export const itemId = ({ module, question, version }: Item): string => `q-${module}-${question}-${version}`

const GLYPH: Readonly<Record<Verdict['kind'], string>> = {
  misleads: 'bad', backwards: 'bad', hard: 'doubt', blind: 'doubt', slow: 'doubt', idle: 'note', easy: 'note', sound: 'sound', few: 'few',
} // prettier-ignore
/** Opened by themselves. */
const ALARMING: readonly Verdict['kind'][] = ['misleads', 'backwards', 'hard', 'blind']
/** What grows by less from the bottom third to the top may do so by chance. */
const LURES = 0.1
/** Most of them on the page opened. */
const MOST_OPEN = 8

export const items: Part = {
  id: 'questions',
  title: 'Questions: which teach badly',
  render: (view) => {
    const { items: all, quizzes } = view.slice
    if (!all.length) return [none('Nobody answered a question in this time.')]
    const alarming = all.filter(({ verdict }) => ALARMING.includes(verdict.kind)).slice(0, MOST_OPEN)
    const others = all.filter((one) => !alarming.includes(one))
    const isAlarming = ({ verdict }: Item): boolean => ALARMING.includes(verdict.kind)
    return [
      finding(said(all)),
      warned(Math.max(...all.map(({ n }) => n)), 'answer'),
      quizzes.length
        ? note(
            quizzes.map(
              ({ module, n, mean, passedFirst }) =>
                `Quiz of module ${module}: ${number(passedFirst)} of ${number(n)} passed at the first attempt, mean ${percent(mean)}. `,
            ),
          )
        : null,
      figure(
        'All questions. To the right: more had it right. Up: it tells better who knows; below the line at 20 hardly. Red: numbered as in the table below. Pale: fewer than 30 answers.',
        itemMap(all, isAlarming),
      ),
      overview(all),
      el(
        'p',
        { class: 'legend' },
        'Answer by answer:',
        el('span', {}, glyph('note'), ' share in the bottom third'),
        el('span', {}, glyph('finished'), ' in the top third'),
        el('span', {}, 'line: of all. Red, from ten points on: wrong, and more so among the best; or right, and less so among them.'),
      ),
      alarming.map((one) => article(view, one)),
      others.length
        ? el(
            'details',
            { class: 'numbers' },
            el('summary', {}, `The other ${count(others.length, 'question')}, answer by answer`),
            others.map((one) => article(view, one)),
          )
        : null,
    ]
  },
}

const said = (all: readonly Item[]): string => {
  const judged = all.filter(({ verdict }) => verdict.kind !== 'few')
  const of = (...kinds: readonly Verdict['kind'][]): readonly Item[] => all.filter(({ verdict }) => kinds.includes(verdict.kind))
  const few = all.length - judged.length
  const parts = [
    of('misleads', 'backwards').length ? `${number(of('misleads', 'backwards').length)} mislead` : '',
    of('hard').length ? `${number(of('hard').length)} are too hard` : '',
    of('blind').length ? `${number(of('blind').length)} tell little` : '',
    of('sound', 'easy', 'idle', 'slow').length ? `${number(of('sound', 'easy', 'idle', 'slow').length)} do their work` : '',
  ].filter((one) => one !== '')
  const [worst] = judged
  const first = judged.length
    ? `Of ${count(judged.length, 'question')} with enough answers, ${listed(parts)}.`
    : 'No question has enough answers yet to be judged.'
  const second =
    worst && ALARMING.includes(worst.verdict.kind)
      ? ` The worst is ${quoted(worst.asks)} of module ${worst.module}: ${lower(worst.says)}`
      : ''
  return `${first}${second}${few ? ` ${count(few, 'question has', 'questions have')} fewer than 30 answers.` : ''}`
}
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

const overview = (all: readonly Item[]) =>
  table<Item>({
    caption: 'The worst first.',
    about:
      'Facility: share of right first answers. Discrimination: whether those right here are right elsewhere, too, from −100 to 100; 30 and more is good.',
    className: 'tall stack items',
    rows: all,
    columns: [
      {
        name: 'verdict',
        cell: (one) => [el('small', {}, all.indexOf(one) + 1), ' ', glyph(GLYPH[one.verdict.kind]), ` ${WORD[one.verdict.kind]}`],
        by: (one) => all.indexOf(one),
        className: 'verdict',
      },
      {
        name: 'question',
        names: true,
        className: 'wide',
        cell: (one) => el('a', { href: `#${itemId(one)}` }, one.asks),
        by: ({ asks }) => asks.toLowerCase(),
      },
      { name: 'module', cell: ({ module }) => number(module), by: ({ module }) => module, number: true },
      { name: 'answers', cell: ({ n }) => number(n), by: ({ n }) => n, number: true },
      {
        name: 'facility',
        cell: ({ facility }) => [percent(facility), drawing(10, line(0, 5, 1, 5, 'hair'), dot(0.04 + facility * 0.92, 5, 4, 'ink'))],
        by: ({ facility }) => facility,
        number: true,
      },
      {
        name: 'discrimination',
        cell: ({ discrimination: d }) =>
          d === null
            ? '–'
            : [
                number(d),
                drawing(
                  10,
                  line(0, 5, 1, 5, 'hair'),
                  line(0.5, 1, 0.5, 9, 'hair'),
                  dot(0.04 + ((d + 100) / 200) * 0.92, 5, 4, d < 0 ? 'alarm' : 'ink'),
                ),
              ],
        by: ({ discrimination }) => discrimination,
        number: true,
      },
      { name: 'median time', cell: ({ median }) => (median === null ? '–' : duration(median)), by: ({ median }) => median, number: true },
    ],
  })

const WORD: Readonly<Record<Verdict['kind'], string>> = {
  misleads: 'misleads', backwards: 'backwards', hard: 'hard', blind: 'tells little', slow: 'slow', idle: 'idle option', easy: 'easy', sound: 'sound', few: 'too few',
} // prettier-ignore

const article = (view: View, one: Item): Child => {
  const { n, facility, discrimination, median, third, choices, verdict, says, current, screen } = one
  const facts = [
    moduleName(view, one.module).replace(/^m/, 'M'),
    `${percent(facility)} right of ${count(n, 'answer')}`,
    discrimination === null ? 'discrimination not known' : `discrimination ${number(discrimination)}`,
    median === null ? '' : `median ${duration(median)}`,
    screen ? `taught by “${screenTitle(view, one.module, screen)}”` : '',
  ].filter((fact) => fact !== '')
  return el(
    'article',
    { id: itemId(one), class: 'item' },
    el('h3', {}, one.asks),
    el('p', { class: 'verdict' }, glyph(GLYPH[verdict.kind]), ' ', el('strong', {}, says)),
    el('p', { class: 'facts' }, facts.join(' · ')),
    current ? null : note('Of an older edition: the course no longer has this question in this version.'),
    choices.length ? answers(one, choices) : null,
    third > 0 && third < 20
      ? note(`A third is ${count(third, 'person', 'people')}: a share of it moves by ${number(100 / third)} points with one of them.`)
      : null,
  )
}

/** A key goes up from the bottom third to the top; what lures goes up though it is wrong. */
const answers = (item: Item, choices: readonly Choice[]) =>
  table<Choice>({
    caption: `Answers to ${quoted(item.asks, 60)}`,
    className: 'stack answers',
    rows: choices,
    columns: [
      {
        name: 'answer',
        names: true,
        className: 'wide',
        cell: (one) =>
          el(
            'div',
            { class: 'answer' },
            el('i', {}, one.text !== '' && one.key.length === 1 ? one.key.toUpperCase() : ''),
            el(
              'div',
              {},
              one.right
                ? [el('strong', {}, answerText(item, one)), el('b', { class: 'right' }, glyph('sound'), 'right')]
                : answerText(item, one),
            ),
          ),
      },
      { name: 'all', cell: ({ all }) => percent(all), by: ({ all }) => all, number: true },
      { name: 'bottom third', cell: ({ bottom }) => (bottom === null ? '–' : percent(bottom)), by: ({ bottom }) => bottom, number: true },
      { name: 'top third', cell: ({ top }) => (top === null ? '–' : percent(top)), by: ({ top }) => top, number: true },
      { name: '0 to 100 %', className: 'slope', cell: slope },
    ],
  })

const slope = ({ all, top, bottom, right }: Choice): Child => {
  const x = (share: number): number => 0.03 + share * 0.94
  const lures = top !== null && bottom !== null && (right ? bottom - top : top - bottom) >= LURES
  return drawing(
    16,
    line(x(0), 8, x(1), 8, 'hair'),
    line(x(all), 3, x(all), 13, 'tickmark'),
    top === null || bottom === null
      ? null
      : [
          line(x(bottom), 8, x(top), 8, lures ? 'move alarm' : 'move'),
          dot(x(bottom), 8, 4, lures ? 'open alarm' : 'open'),
          dot(x(top), 8, 4.5, lures ? 'alarm' : 'ink'),
        ],
  )
}
