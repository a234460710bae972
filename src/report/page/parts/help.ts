/** Who is at risk, and why: the ones who try and fail first. */
import type { Learner } from '../../figures'
import type { RiskKind } from '../../tables'
import { el } from '../node'
import { figure, finding, none, note, type Part } from '../part'
import { count, day, listed, number, percent } from '../say'
import { table } from '../table'
import type { View } from '../view'
import { drawing, rect } from '../draw'

const KINDS: readonly (readonly [RiskKind, string, string])[] = [
  ['failing', 'fail a quiz', 'two attempts or more, and not passed'],
  ['stuck', 'are stuck', 'four visits or more to one screen, the module not finished'],
  ['away', 'are away', 'not seen for two weeks, with modules left'],
  ['behind', 'are behind', 'two modules or more behind the middle of their cohort'],
  ['never-started', 'never started', 'on the roster, without a statement'],
]

export const help: Part = {
  id: 'help',
  title: 'Who may need help, and why',
  render: (view) => {
    const risky = view.members.filter(({ risks }) => risks.length)
    if (!risky.length) return [none('Nobody is away, behind, stuck or failing.')]
    const of = (kind: RiskKind): number => risky.filter(({ risks }) => risks.some((one) => one.kind === kind)).length
    const several = risky.filter(({ risks }) => risks.length > 1).length
    const said = KINDS.filter(([kind]) => of(kind)).map(([kind, verb]) => `${number(of(kind))} ${verb}`)
    return [
      finding(
        `${count(risky.length, 'person', 'people')} of ${number(view.members.length)} (${percent(risky.length / view.members.length)}): ${listed(said)}. `,
        several ? `For ${number(several)} more than one holds.` : null,
      ),
      figure(
        'How many, by reason',
        el(
          'div',
          { class: 'rows roomy' },
          KINDS.map(([kind, verb, means]) =>
            el(
              'div',
              { class: 'row' },
              el('div', { class: 'of' }, el('strong', {}, verb), el('small', {}, means)),
              drawing(14, rect(0, 1, 6, 2, 'groove'), rect(0, of(kind) / view.members.length, 2, 10, 'ink')),
              el('div', { class: 'val' }, number(of(kind))),
            ),
          ),
        ),
      ),
      people(view, risky),
      note(
        'Looked at over all time, whatever period is chosen. Who has several reasons comes first; among them, who was seen last, for they can still be reached.',
      ),
    ]
  },
}

const people = (view: View, rows: readonly Learner[]) =>
  table<Learner>({
    caption: `Who may need help: ${count(rows.length, 'person', 'people')}`,
    className: 'tall stack',
    rows,
    columns: [
      { name: 'who', cell: ({ label }) => label, by: ({ label }) => label.toLowerCase(), names: true },
      ...(view.cohort === null ? [{ name: 'cohort', cell: ({ cohort }: Learner) => cohort, by: ({ cohort }: Learner) => cohort }] : []),
      {
        name: 'why',
        cell: ({ risks }) =>
          el(
            'ul',
            { class: 'plain' },
            risks.map(({ says }) => el('li', {}, says)),
          ),
        by: ({ risks }) => risks.length,
        className: 'wide',
      },
      { name: 'last seen', cell: ({ last }) => (last === null ? 'never' : day(last)), by: ({ last }) => last, number: true },
    ],
  })
