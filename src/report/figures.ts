/**
 * All that the page shows, as plain JSON: the tables of tables.ts with the course's words put to them, and judged. Shares are 0–1, times ms, moments ms since
 * 1970 (UTC).
 *
 * **Filters.** Nothing is computed in the page. A filter by cohort and date picks a slice: there is one for everybody and one for each cohort, each of all time
 * and of the last 90, 30 and 7 days (`slices`, found by `cohort` and `period`). Learners, their cells, their risks and the weeks carry dates and cohorts
 * themselves, so the page filters and sorts those rows as they are. `wsqd report build --since --until` makes a report of any other time.
 */
import type { Ms, Scaled } from '../model/units'
import type { Time } from './facts'
import type { CohortKey, PeriodKey, RiskKind, Status } from './tables'
import type { Verdict } from './verdict'

export interface Figures {
  readonly format: 1
  /** Days are counted back from here. */
  readonly asOf: Time
  readonly source: Source
  readonly course: CourseInfo
  /** Newest first; without the one of everybody. */
  readonly cohorts: readonly Cohort[]
  /** Whole time first. */
  readonly periods: readonly PeriodInfo[]
  readonly slices: readonly Slice[]
  /** Most risks first, then who was seen last. At most `MOST_LEARNERS` (assemble.ts); all are in the CSV. */
  readonly learners: readonly Learner[]
  readonly learnersLeftOut: number
  /** By week, everybody and each cohort. Weeks without anything are there, with zeros, between the first and the last. */
  readonly activity: readonly Activity[]
}

/** Where the figures come from, for the line under the title and the warnings. */
export interface Source {
  /** Statements read, whosever. */
  readonly read: number
  readonly accepted: number
  readonly voided: number
  readonly rejected: readonly Rejected[]
  /** Moments of the first and the last statement; null where there is none. */
  readonly from: Time | null
  readonly until: Time | null
  /** Without one, cohorts are first months, and who did not start is not known (`notStarted` is null everywhere). */
  readonly roster: boolean
  readonly pseudonyms: boolean
  /** Seeded data, not people. */
  readonly demo: boolean
  /** Item statistics look at first attempts alone. */
  readonly firstAttempts: true
  /** More than one: answers to an older edition may be among them. */
  readonly revisions: number
}

export interface Rejected {
  readonly reason: string
  /** In plain words, what was expected and the cure. */
  readonly text: string
  readonly n: number
  /** The first one's id, or its beginning: text, never markup. */
  readonly example: string
}

export interface CourseInfo {
  readonly iri: string
  readonly title: string
  readonly revision: string
  /** Pass mark. */
  readonly passing: Scaled
  readonly modules: readonly ModuleInfo[]
}
export interface ModuleInfo {
  readonly number: number
  readonly id: string
  readonly title: string
  /** The syllabus's minutes, as the course runs: narration and quiz. */
  readonly minutes: { readonly narration: number; readonly quiz: number }
  readonly hasQuiz: boolean
  readonly screens: readonly ScreenInfo[]
}
export interface ScreenInfo {
  readonly id: string
  readonly title: string
  /** How long it runs when nobody stops it. */
  readonly runs: Ms
}

export interface Cohort {
  readonly key: CohortKey
  readonly label: string
  readonly learners: number
}
export interface PeriodInfo {
  readonly key: PeriodKey
  readonly label: string
  /** Null: from the first statement on. */
  readonly since: Time | null
}

export interface Slice {
  readonly cohort: CohortKey
  readonly period: PeriodKey
  readonly headline: Headline
  /** In the order of the course; every module of it. */
  readonly funnel: readonly Funnel[]
  readonly time: readonly TimeSpent[]
  /** In the order of the course; every screen of it, then its quiz. */
  readonly stops: readonly Stop[]
  /** In the order of the course; modules with a quiz that somebody finished. */
  readonly quizzes: readonly QuizFigures[]
  /** The worst teaching first (`severity` of its verdict). Questions that somebody answered. */
  readonly items: readonly Item[]
  /** Most often wrong first. */
  readonly predictions: readonly PredictionFigures[]
  readonly goals: readonly Goal[]
}

export interface Headline {
  readonly learners: number
  readonly active: number
  readonly statements: number
  /** Pairs of a learner and a module. */
  readonly started: number
  readonly finished: number
  readonly passed: number
  readonly spent: Ms
  readonly medianScore: Scaled | null
  /** Learners with at least one risk, of all time: not of the period. */
  readonly atRisk: number
}

export interface Funnel {
  readonly module: number
  /** Null without a roster. */
  readonly notStarted: number | null
  readonly started: number
  readonly finished: number
  /** Equals `finished` where the module has no quiz (`ModuleInfo.hasQuiz`). */
  readonly passed: number
}

export interface TimeSpent {
  readonly module: number
  /** Learners who finished it. */
  readonly n: number
  /** Narration and quiz of the syllabus. */
  readonly expected: Ms
  /** Quartiles; null where nobody finished. */
  readonly lower: Ms | null
  readonly median: Ms | null
  readonly upper: Ms | null
}

export interface Stop {
  readonly module: number
  /** '' is the quiz. */
  readonly screen: string
  readonly title: string
  readonly visitors: number
  /** Were here last, did not finish, and were not seen in the module for a week. */
  readonly stopped: number
  /** The same, seen this week. */
  readonly here: number
  readonly median: Ms | null
  /** How long the screen runs; 0 for the quiz. */
  readonly runs: Ms
  /** Median over run, where both are known. */
  readonly pace: number | null
}

export interface QuizFigures {
  readonly module: number
  readonly n: number
  readonly mean: Scaled
  readonly median: Scaled
  readonly deviation: number | null
  readonly passedFirst: number
  readonly attempts: number
}

export interface Item {
  readonly module: number
  readonly question: string
  readonly version: number
  /** Of the course as it is now; false for a question or a version that it no longer has. */
  readonly current: boolean
  readonly kind: string
  /** Plain words; the id where they are not known. */
  readonly asks: string
  /** The screen that teaches it, '' where not known. */
  readonly screen: string
  readonly n: number
  readonly facility: Scaled
  /** −100 to 100; null where it can't be told. */
  readonly discrimination: number | null
  readonly median: Ms | null
  /** How many of each third. 0 where there are too few to split. */
  readonly third: number
  /** As written; what nobody chose is there too. For answers that are not choices the most frequent ones, eight at most. */
  readonly choices: readonly Choice[]
  readonly verdict: Verdict
  /** The verdict in plain words. */
  readonly says: string
}

export interface Choice {
  /** `b`, or the answer as it was given. */
  readonly key: string
  /** Plain words of the option; '' where the key says it all. */
  readonly text: string
  readonly right: boolean
  readonly n: number
  /** Of all answers, of the top third, of the bottom third; null where there are no thirds. Shares of a question with several right ones sum to more than 1. */
  readonly all: Scaled
  readonly top: Scaled | null
  readonly bottom: Scaled | null
}

export interface PredictionFigures {
  readonly module: number
  readonly prediction: string
  readonly screen: string
  readonly asks: string
  readonly n: number
  readonly wrong: number
  readonly skipped: number
  /** wrong / n. */
  readonly share: Scaled
  readonly choices: readonly Pick<Choice, 'key' | 'text' | 'right' | 'n' | 'all'>[]
}

export interface Goal {
  readonly module: number
  readonly goal: string
  readonly reached: number
  readonly median: Ms | null
}

export interface Learner {
  readonly actor: string
  /** A name only where roster or statement gives one; never with pseudonyms. */
  readonly label: string
  readonly cohort: CohortKey
  readonly first: Time | null
  readonly last: Time | null
  readonly spent: Ms
  /** One for every module of the course, in its order. */
  readonly cells: readonly Cell[]
  readonly risks: readonly Risk[]
}
export interface Cell {
  readonly module: number
  readonly status: Status
  /** 0–1; null where not started or never said. */
  readonly progress: Scaled | null
  readonly best: Scaled | null
  readonly attempts: number
  readonly spent: Ms
  readonly last: Time | null
  /** Title of the screen they were at last, or the quiz's; '' where not known. */
  readonly place: string
}
export interface Risk {
  readonly kind: RiskKind
  /** 0 where it is about no module. */
  readonly module: number
  readonly value: number
  /** In plain words. */
  readonly says: string
}

export interface Activity {
  readonly cohort: CohortKey
  /** Monday, 00:00 UTC. */
  readonly week: Time
  readonly active: number
  readonly spent: Ms
}
