/** Who may need help, and why (tables.ts says what each kind means). */
import type { Fact } from '../facts'
import type { CellRow, LearnerRow, RiskRow } from '../tables'
import { AWAY_AFTER, BEHIND_MODULES, DAY, FAILING_ATTEMPTS, STUCK_VISITS, type Terms } from '../terms'
import { groupBy, keyOf, median } from './group'

export const risks = (
  facts: readonly Fact[],
  people: readonly LearnerRow[],
  cells: readonly CellRow[],
  { asOf, passing, modules }: Terms,
): readonly RiskRow[] => {
  const finished = new Map(
    [...groupBy(cells, ({ actor }) => actor)].map(([actor, all]) => [actor, all.filter(({ status }) => status !== 'started').length]),
  )
  const visits = groupBy(
    facts.filter(({ verb }) => verb === 'experienced'),
    ({ actor, module, item }) => keyOf(actor, module, item),
  )
  const middle = new Map(
    [...groupBy(people, ({ cohort }) => cohort)].map(([cohort, all]) => [
      cohort,
      median(all.map(({ actor }) => finished.get(actor) ?? 0)) ?? 0,
    ]),
  )
  const row = (actor: string, kind: RiskRow['kind'], value: number, module = 0, place = ''): RiskRow => ({
    actor,
    kind,
    module,
    place,
    value,
  })
  return [
    ...people.flatMap(({ actor, cohort, last }) => {
      if (last === null) return [row(actor, 'never-started', 0)]
      const done = finished.get(actor) ?? 0
      const gap = Math.floor((middle.get(cohort) ?? 0) - done)
      return [
        ...(done < modules && last < asOf - AWAY_AFTER ? [row(actor, 'away', Math.floor((asOf - last) / DAY))] : []),
        ...(gap >= BEHIND_MODULES ? [row(actor, 'behind', gap)] : []),
      ]
    }),
    ...cells.flatMap(({ actor, module, status, best, attempts, place }) => {
      const came = place ? (visits.get(keyOf(actor, module, place))?.length ?? 0) : 0
      return [
        ...(status !== 'passed' && attempts >= FAILING_ATTEMPTS && best !== null && best < passing - 1e-9
          ? [row(actor, 'failing', attempts, module)]
          : []),
        ...(status === 'started' && place && came >= STUCK_VISITS ? [row(actor, 'stuck', came, module, place)] : []),
      ]
    }),
  ]
}
