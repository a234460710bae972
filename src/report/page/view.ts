/** What is looked at: a slice, and the people of it. */
import type { Cohort, Figures, Learner, ModuleInfo, PeriodInfo, Slice } from '../figures'
import type { CohortKey, PeriodKey } from '../tables'

export interface View {
  readonly figures: Figures
  readonly slice: Slice
  /** Null: everybody. */
  readonly cohort: Cohort | null
  readonly period: PeriodInfo
  /** Of the cohort, whenever they were seen: whoever needs help may have stayed away. */
  readonly members: readonly Learner[]
  /** Of the cohort, seen in the period. */
  readonly learners: readonly Learner[]
  /** Whether the page holds a picture of this screen. */
  hasPicture(module: number, screen: string): boolean
}

export const viewOf = (figures: Figures, cohort: CohortKey, period: PeriodKey, hasPicture: View['hasPicture']): View => {
  const slice = figures.slices.find((one) => one.cohort === cohort && one.period === period) ?? figures.slices[0]
  const info = figures.periods.find(({ key }) => key === slice?.period) ?? figures.periods[0]
  if (!slice || !info) throw new Error('The figures have no slice. Expected one for everybody and all time, from assemble().')
  const members = figures.learners.filter((one) => slice.cohort === '' || one.cohort === slice.cohort)
  return {
    figures,
    slice,
    cohort: figures.cohorts.find(({ key }) => slice.cohort !== '' && key === slice.cohort) ?? null,
    period: info,
    members,
    learners: members.filter(({ last }) => info.since === null || (last !== null && last >= info.since)),
    hasPicture,
  }
}

export const moduleOf = ({ figures }: View, number: number): ModuleInfo | undefined =>
  figures.course.modules.find((one) => one.number === number)
/** “module 4, Media Flows in WebRTC”. */
export const moduleName = (view: View, number: number): string => {
  const title = moduleOf(view, number)?.title
  return title === undefined ? `module ${number}` : `module ${number}, ${title}`
}
export const screenTitle = (view: View, module: number, screen: string): string =>
  moduleOf(view, module)?.screens.find(({ id }) => id === screen)?.title ?? screen
/** “Everybody”, or the cohort, with the period where it is not all time. */
export const scopeName = ({ cohort, period }: View): string =>
  `${cohort === null ? 'everybody' : cohort.label}${period.since === null ? '' : `, ${period.label}`}`
export const pictureId = (module: number, screen: string): string => `t-${module}-${screen}`
