/** A learner with a cell for every module, and what may be wrong in words. */
import type { Course, Module } from '../../model/course'
import type { Cell, Learner, Risk } from '../figures'
import type { CellRow, LearnerRow, RiskRow } from '../tables'

export const learner = (course: Course, row: LearnerRow, cells: readonly CellRow[], risks: readonly RiskRow[]): Learner => ({
  actor: row.actor,
  label: row.label || row.actor,
  cohort: row.cohort,
  first: row.first,
  last: row.last,
  spent: row.spent,
  cells: course.modules.map((module) =>
    cellOf(
      module,
      cells.find((one) => one.module === module.number),
    ),
  ),
  risks: [...risks]
    .sort((a, b) => ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) || a.module - b.module)
    .map((risk) => riskOf(course, risk)),
})

const ORDER: readonly RiskRow['kind'][] = ['failing', 'stuck', 'away', 'behind', 'never-started']

const cellOf = (module: Module, row: CellRow | undefined): Cell =>
  row
    ? {
        module: module.number,
        status: row.status,
        progress: row.progress === null ? null : row.progress / 100,
        best: row.best,
        attempts: row.attempts,
        spent: row.spent,
        last: row.last,
        place: placeTitle(module, row.place),
      }
    : { module: module.number, status: 'not-started', progress: null, best: null, attempts: 0, spent: 0, last: null, place: '' }

/** What is no screen of the course as it is now keeps its id. */
export const placeTitle = (module: Module | undefined, place: string | null): string =>
  place === null ? '' : place === '' ? 'Quiz' : (module?.screens.find(({ id }) => id === place)?.title ?? place)

const riskOf = (course: Course, { kind, module: number, place, value }: RiskRow): Risk => {
  const module = course.modules.find((one) => one.number === number)
  return { kind, module: number, value, says: says(kind, value, `module ${number}`, placeTitle(module, place)) }
}

const says = (kind: RiskRow['kind'], value: number, module: string, place: string): string => {
  switch (kind) {
    case 'never-started':
      return 'Has not started.'
    case 'away':
      return `Not seen for ${value} days, with modules left to finish.`
    case 'failing':
      return `Has not passed the quiz of ${module} in ${value} attempts.`
    case 'stuck':
      return `Came to “${place}” of ${module} ${value} times without finishing.`
    case 'behind':
      return `${value} modules behind the middle of the cohort.`
  }
}
