/** SCORM 1.2 (RTE 1.2 of 1 October 2001). Rules: docs/conformance.md, S12-*. */
import type { Scaled } from '../../model/units'
import { decimal, ident, percent, plainWords, time12, timespan12, TYPES, written, type Separators } from '../cmi-format'
import { cmiAdapter, type Call, type CmiState, type Dialect } from '../cmi-session'
import type { DriverOptions } from '../page'
import type { LmsAdapter } from '../port'
import type { EventOf } from '../../model/event'

const STATUS = 'cmi.core.lesson_status'
const SEPARATORS: Separators = { and: ',', pair: '.', set: ['{', '}'] }

const dialect: Dialect = {
  standard: 'scorm12',
  suspendChars: 4096,
  api: 'API',
  methods: ['LMSInitialize', 'LMSGetValue', 'LMSSetValue', 'LMSCommit', 'LMSFinish', 'LMSGetLastError'],
  names: {
    id: 'cmi.core.student_id',
    name: 'cmi.core.student_name',
    mode: 'cmi.core.lesson_mode',
    credit: 'cmi.core.credit',
    suspend: 'cmi.suspend_data',
    exit: 'cmi.core.exit',
    time: 'cmi.core.session_time',
    status: STATUS,
    passing: 'cmi.student_data.mastery_score',
    score: 'cmi.core.score.raw',
    scoreParts: 'cmi.core.score._children',
  },
  scores: ['cmi.core.score.min', 'cmi.core.score.max', 'cmi.core.score.raw'],
  ranks: { [STATUS]: ['not attempted', 'browsed', 'incomplete', 'failed', 'completed', 'passed'] },
  full: 100,
  timespan: timespan12,
  never: /^(20[123]|40[1-5])$/,
  resendsAll: false,
  translation: {
    visited: ({ screen }) => [['cmi.core.lesson_location', screen]],
    answered,
    // Unscored, and nothing an LMS has a place for.
    predicted: () => [],
    achieved: ({ goal, took }, { index, now }) => {
      const n = `cmi.interactions.${index}`
      return [
        [`${n}.id`, ident('g', goal)],
        [`${n}.time`, time12(now)],
        [`${n}.type`, 'performance'],
        [`${n}.student_response`, 'reached'],
        [`${n}.result`, 'correct'],
        [`${n}.latency`, timespan12(took)],
      ]
    },
    scored: (_, state) => score(state.best, state),
    // One status for two questions: the quiz decides, unless the admin wants completion whatever the quiz says (design §6).
    outcome: ({ complete, passed, score: of }, state) => [
      ...(of === null ? [] : score(state.best, state)),
      [STATUS, passed ? 'passed' : complete ? 'completed' : passed === false ? 'failed' : 'incomplete'],
    ],
  },
}

function answered(event: EventOf<'answered'>, { index, now, prefix }: CmiState): readonly Call[] {
  const n = `cmi.interactions.${index}`
  const { correct, response } = event
  const right =
    correct.kind === 'number'
      ? [...new Set([correct.min, correct.max])].map((v) => decimal(v, 7))
      : correct.kind === 'text'
        ? correct.accept.map(plainWords)
        : [written(correct, SEPARATORS)]
  return [
    [`${n}.id`, interaction(prefix(event.quiz), event)],
    [`${n}.time`, time12(now)],
    [`${n}.type`, TYPES[response.kind]],
    // There are no ranges in 1.2: both ends of one are given, each of them right.
    ...right.map((pattern, i) => [`${n}.correct_responses.${i}.pattern`, pattern] as const),
    [`${n}.weighting`, '1'],
    [`${n}.student_response`, written(response, SEPARATORS)],
    [`${n}.result`, event.grade === 1 ? 'correct' : 'wrong'],
    [`${n}.latency`, timespan12(event.took)],
  ]
}

/** `m04_q_two_ports_1`: module, question, attempt; and the version of a question that was changed. */
const interaction = (prefix: string, { question, version, attempt }: EventOf<'answered'>): string =>
  ident(prefix, 'q', question, ...(version > 1 ? [`v${version}`] : []), attempt)

/** Whole numbers 0–100; min and max only where the LMS keeps them. */
const score = (best: Scaled | null, { scoreParts }: CmiState): readonly Call[] => {
  const has = (part: string) => !scoreParts || scoreParts.includes(part)
  return [
    ...(has('min') ? [['cmi.core.score.min', '0'] as const] : []),
    ...(has('max') ? [['cmi.core.score.max', '100'] as const] : []),
    ['cmi.core.score.raw', percent(best ?? 0)],
  ]
}

/** `scorm12({ window, course })`; what may be left out, and why, is said at `DriverOptions`. */
export const scorm12 = (options: DriverOptions): LmsAdapter => cmiAdapter(dialect, options)
