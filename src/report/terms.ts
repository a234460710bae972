/** What the metrics agree on, in one place: the SQL gets these as parameters, the page says them in words. */
import type { Ms } from '../model/units'
import type { PeriodKey } from './tables'

const MINUTE: Ms = 60_000
export const DAY: Ms = 86_400_000

/** Longer visits and answers count as this: nobody looked for an hour, the window was open. */
export const LONGEST_VISIT: Ms = 30 * MINUTE
/** Not seen in a module for so long, somebody has stopped there. */
export const STOPPED_AFTER: Ms = 7 * DAY
/** Not seen at all for so long, with something left to finish, somebody is away. */
export const AWAY_AFTER: Ms = 14 * DAY
export const FAILING_ATTEMPTS = 2
export const STUCK_VISITS = 4
export const BEHIND_MODULES = 2
/** Fewer answers are shown with a warning, and judged by nobody. */
export const FEW = 30

/** Days before `asOf`; null is all time. */
export const periods: Readonly<Record<PeriodKey, number | null>> = { all: null, d90: 90, d30: 30, d7: 7 }
export const periodKeys = Object.keys(periods) as readonly PeriodKey[]

/** What a computation is told besides the facts. */
export interface Terms {
  /** Days and weeks are counted back from here. */
  readonly asOf: number
  /** Pass mark. */
  readonly passing: number
  /** How many modules the course has. */
  readonly modules: number
  /** Null where there is none: cohorts are then first months, `2026-09`. */
  readonly roster: readonly Person[] | null
}

export interface Person {
  /** As `Fact.actor`. */
  readonly actor: string
  readonly cohort: string
  readonly label: string
}

/** The cohort of somebody who has statements and is not on the roster. */
export const OFF_ROSTER = '(not on the roster)'
