/**
 * What the metrics come to, as flat rows: each name is a file `sql/<name>.sql` that makes it, a function of `plain/` that makes it again for the tests,
 * and a CSV. No words and no titles: those come from the course (assemble.ts).
 *
 * `cohort` '' is everybody, `period` says since when. A period looks at what happened in it and at nothing before, as if the LRS had only that; but a first
 * attempt is the first ever. `cells`, `learners`, `activity` and `risks` look at all time.
 */
import type { Ms, Scaled } from '../model/units'
import type { Time } from './facts'

/** All time, or the last so many days before `asOf`. */
export type PeriodKey = 'all' | 'd7' | 'd30' | 'd90'
/** `''`: everybody. */
export type CohortKey = string

export interface Sliced {
  readonly cohort: CohortKey
  readonly period: PeriodKey
}

export type Status = 'not-started' | 'started' | 'finished' | 'passed'

export interface LearnerRow {
  readonly actor: string
  readonly label: string
  readonly cohort: CohortKey
  /** First and last statement; null for somebody on the roster of whom there is none. */
  readonly first: Time | null
  readonly last: Time | null
  readonly statements: number
  /** Visible time of screens and time of answers, no visit counted as more than `LONGEST_VISIT`. */
  readonly spent: Ms
}

/** A learner in a module they began. Not started = no row. */
export interface CellRow {
  readonly actor: string
  readonly module: number
  readonly status: Exclude<Status, 'not-started'>
  /** The highest said, whole per cents; null where none was. */
  readonly progress: number | null
  /** The best of all attempts; null without one that ended. */
  readonly best: Scaled | null
  /** Attempts begun: the highest number. */
  readonly attempts: number
  readonly spent: Ms
  readonly first: Time
  readonly last: Time
  /** Screens visited, each once. */
  readonly screens: number
  /** Where they were last: a screen's id, '' the quiz, null where neither was said. */
  readonly place: string | null
}

export interface HeadlineRow extends Sliced {
  /** In the cohort: on the roster, or seen. Of a period, too. */
  readonly learners: number
  /** With a statement in the period. */
  readonly active: number
  readonly statements: number
  /** Pairs of learner and module. */
  readonly started: number
  readonly finished: number
  readonly passed: number
  readonly spent: Ms
  /** Median over learners and modules of the best score. */
  readonly median: Scaled | null
}

export interface FunnelRow extends Sliced {
  readonly module: number
  /** Each at least as much as the next: who passed has finished and started. */
  readonly started: number
  readonly finished: number
  readonly passed: number
}

/** Time ever spent, of those who finished in the period: who left early took less time, not fewer minutes. */
export interface TimeRow extends Sliced {
  readonly module: number
  readonly n: number
  readonly lower: Ms
  readonly median: Ms
  readonly upper: Ms
}

export interface StopRow extends Sliced {
  readonly module: number
  /** A screen's id; '' is the quiz. */
  readonly place: string
  readonly visitors: number
  /** Were here last, never finished the module, were seen in it in the period, but not within `STOPPED_AFTER`. */
  readonly stopped: number
  /** The same, seen since: they may be on their way. */
  readonly here: number
  /** Visible time a learner spent here in all, the median of learners. Null for the quiz where no answer has a time. */
  readonly median: Ms | null
}

export interface QuizRow extends Sliced {
  readonly module: number
  /** Learners with a first attempt that ended. */
  readonly n: number
  readonly mean: Scaled
  readonly median: Scaled
  /** Standard deviation of the sample; null for one learner. */
  readonly deviation: number | null
  /** First attempts at or above the pass mark. */
  readonly passed: number
  /** Attempts that ended, of all learners. */
  readonly attempts: number
}

/** Item analysis, of first attempts (docs/report.md has the formulas, which are Moodle's). */
export interface ItemRow extends Sliced {
  readonly module: number
  readonly question: string
  readonly version: number
  /** Answers: one of each learner. */
  readonly n: number
  readonly right: number
  /** Answers of learners who answered something else too, so that they can be ranked. */
  readonly ranked: number
  /** How many the top third and the bottom third have: a third of `ranked`, rounded down. */
  readonly third: number
  /** Right answers among them. */
  readonly top: number
  readonly bottom: number
  /** 100 × the correlation of the item with the rest of the attempt, −100 to 100; null where one of the two never varies. Attempts that ended. */
  readonly discrimination: number | null
  readonly median: Ms | null
}

/** How often an option was chosen; an answer that is not a choice of options counts as a whole. */
export interface ChoiceRow extends Sliced {
  readonly module: number
  readonly question: string
  readonly version: number
  readonly key: string
  readonly n: number
  readonly top: number
  readonly bottom: number
}

export interface PredictionRow extends Sliced {
  readonly module: number
  readonly prediction: string
  /** Predictions made: one of each learner, the first. */
  readonly n: number
  readonly wrong: number
  readonly skipped: number
  readonly median: Ms | null
}

export interface GuessRow extends Sliced {
  readonly module: number
  readonly prediction: string
  readonly key: string
  readonly n: number
}

export interface GoalRow extends Sliced {
  readonly module: number
  readonly goal: string
  readonly reached: number
  readonly median: Ms | null
}

export interface ActivityRow {
  readonly cohort: CohortKey
  /** Monday, 00:00 UTC. */
  readonly week: Time
  readonly active: number
  readonly spent: Ms
}

/** Why somebody may need help; `value` is what it was found by. */
export type RiskKind =
  /** On the roster, without a statement. */
  | 'never-started'
  /** Has not finished the course; `value` days since the last statement of all. */
  | 'away'
  /** Two attempts or more and the quiz not passed; `value` attempts. */
  | 'failing'
  /** Came to the same place again and again without finishing; `value` visits. */
  | 'stuck'
  /** The median of the cohort has finished two modules more, or still more; `value` how many more. */
  | 'behind'

export interface RiskRow {
  readonly actor: string
  readonly kind: RiskKind
  /** Of `failing` and `stuck`; else 0. */
  readonly module: number
  /** Of `stuck`; else ''. */
  readonly place: string
  readonly value: number
}

export interface Tables {
  readonly learners: readonly LearnerRow[]
  readonly cells: readonly CellRow[]
  readonly headline: readonly HeadlineRow[]
  readonly funnel: readonly FunnelRow[]
  readonly time: readonly TimeRow[]
  readonly stops: readonly StopRow[]
  readonly quizzes: readonly QuizRow[]
  readonly items: readonly ItemRow[]
  readonly choices: readonly ChoiceRow[]
  readonly predictions: readonly PredictionRow[]
  readonly guesses: readonly GuessRow[]
  readonly goals: readonly GoalRow[]
  readonly activity: readonly ActivityRow[]
  readonly risks: readonly RiskRow[]
}
export type TableName = keyof Tables
