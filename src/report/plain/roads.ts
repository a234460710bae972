/** How far a cohort came, how long it took, and where it stopped. */
import type { CellRow, FunnelRow, HeadlineRow, StopRow, TimeRow } from '../tables'
import { STOPPED_AFTER } from '../terms'
import { isPlace, placeOf } from './cells'
import { distinct, groupBy, keyOf, known, median, quantile, sum } from './group'
import { spentOf } from './people'
import type { Scope } from './plain-tables'

const isFinished = ({ status }: CellRow): boolean => status !== 'started'
const isPassed = ({ status }: CellRow): boolean => status === 'passed'

export const headline = ({ at, members, facts, cells }: Scope): readonly HeadlineRow[] => [
  {
    ...at,
    learners: members.size,
    active: distinct(facts.map(({ actor }) => actor)),
    statements: facts.length,
    started: cells.length,
    finished: cells.filter(isFinished).length,
    passed: cells.filter(isPassed).length,
    spent: sum(facts.map(spentOf)),
    median: median(known(cells.map(({ best }) => best))),
  },
]

export const funnel = ({ at, cells }: Scope): readonly FunnelRow[] =>
  [...groupBy(cells, ({ module }) => module)].map(([module, all]) => ({
    ...at,
    module,
    started: all.length,
    finished: all.filter(isFinished).length,
    passed: all.filter(isPassed).length,
  }))

export const time = ({ at, cells, everCells }: Scope): readonly TimeRow[] => {
  const ever = new Map(everCells.map((cell) => [keyOf(cell.actor, cell.module), cell.spent]))
  return [...groupBy(cells.filter(isFinished), ({ module }) => module)].map(([module, all]) => {
    const spent = all.map((cell) => ever.get(keyOf(cell.actor, cell.module)) ?? 0)
    const at3 = (share: number): number => quantile(spent, share) ?? 0
    return { ...at, module, n: all.length, lower: at3(0.25), median: at3(0.5), upper: at3(0.75) }
  })
}

export const stops = ({ at, terms, since, facts, everCells }: Scope): readonly StopRow[] => {
  const visits = facts.filter((fact) => isPlace(fact) && fact.module > 0)
  const here = everCells.filter(({ status, place, last }) => status === 'started' && place !== null && last >= since)
  const visited = groupBy(visits, (fact) => keyOf(fact.module, placeOf(fact)))
  const left = groupBy(here, ({ module, place }) => keyOf(module, place ?? ''))
  return [...new Set([...visited.keys(), ...left.keys()])].map((key) => {
    const [module = '', place = ''] = key.split('\u0000')
    const [came, stayed] = [visited.get(key) ?? [], left.get(key) ?? []]
    const timed = came.filter(
      ({ verb, visible, duration }) => (verb === 'experienced' ? (visible ?? duration) : duration) !== null && verb !== 'scored',
    )
    const stopped = stayed.filter(({ last }) => last < terms.asOf - STOPPED_AFTER).length
    return {
      ...at,
      module: Number(module),
      place,
      visitors: distinct(came.map(({ actor }) => actor)),
      stopped,
      here: stayed.length - stopped,
      median: median([...groupBy(timed, ({ actor }) => actor).values()].map((theirs) => sum(theirs.map(spentOf)))),
    }
  })
}
