/** SCORM 2004, 3rd and 4th edition. Rules: docs/conformance.md, S04-*. */
import type { EventOf } from '../../model/event'
import { decimal, ident, plainWords, time2004, timespan2004, TYPES, written, type Separators } from '../cmi-format'
import { cmiAdapter, type Call, type CmiState, type Dialect } from '../cmi-session'
import type { DriverOptions } from '../page'
import type { LmsAdapter } from '../port'
import { oneLine } from '../quirks/one-line'

const COMPLETION = 'cmi.completion_status'
const SUCCESS = 'cmi.success_status'
const SEPARATORS: Separators = { and: '[,]', pair: '[.]', set: ['', ''] }

const dialect: Dialect = {
  standard: 'scorm2004',
  suspendChars: 64000,
  api: 'API_1484_11',
  methods: ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Terminate', 'GetLastError'],
  names: {
    id: 'cmi.learner_id',
    name: 'cmi.learner_name',
    mode: 'cmi.mode',
    credit: 'cmi.credit',
    suspend: 'cmi.suspend_data',
    exit: 'cmi.exit',
    time: 'cmi.session_time',
    status: COMPLETION,
    passing: 'cmi.scaled_passing_score',
    score: 'cmi.score.scaled',
    scoreParts: 'cmi.score._children',
  },
  scores: ['cmi.score.scaled', 'cmi.score.min', 'cmi.score.max', 'cmi.score.raw'],
  ranks: { [COMPLETION]: ['unknown', 'not attempted', 'incomplete', 'completed'], [SUCCESS]: ['unknown', 'failed', 'passed'] },
  full: 1,
  timespan: timespan2004,
  never: /^(201|351|40[1-8])$/,
  resendsAll: true,
  translation: {
    visited: ({ screen, progress }, { known }) => [
      ['cmi.location', screen],
      // An LMS with a completion threshold derives completion from the measure, and would take back what is complete.
      ...(known(COMPLETION) === 'completed' ? [] : [['cmi.progress_measure', decimal(progress, 4)] as const]),
    ],
    answered,
    // Unscored, and nothing an LMS has a place for.
    predicted: () => [],
    achieved: ({ goal, took }, { index, now }) => {
      const n = `cmi.interactions.${index}`
      const reached = `${ident('g', goal)}[.]reached`
      return [
        [`${n}.id`, ident('g', goal)],
        [`${n}.type`, 'performance'],
        [`${n}.timestamp`, time2004(now)],
        [`${n}.correct_responses.0.pattern`, reached],
        [`${n}.learner_response`, reached],
        [`${n}.result`, 'correct'],
        [`${n}.latency`, timespan2004(took)],
      ]
    },
    scored: (_, state) => score(state),
    outcome: ({ complete, passed, score: of }, state) => [
      ...(of === null ? [] : score(state)),
      [COMPLETION, complete ? 'completed' : 'incomplete'],
      ...(passed === null ? [] : [[SUCCESS, passed ? 'passed' : 'failed'] as const]),
    ],
  },
}

/** In the order of RTE 2004 §4.2.9: a type first, or its patterns are refused with 408. */
function answered(event: EventOf<'answered'>, { index, now, prefix }: CmiState): readonly Call[] {
  const n = `cmi.interactions.${index}`
  const { question, version, attempt, correct, response } = event
  const right =
    correct.kind === 'number'
      ? [`${decimal(correct.min, 7)}[:]${decimal(correct.max, 7)}`]
      : correct.kind === 'text'
        ? correct.accept.map((words) => `${correct.exact ? '{case_matters=true}' : ''}${plainWords(words)}`)
        : [written(correct, SEPARATORS)]
  return [
    [`${n}.id`, ident(prefix(event.quiz), 'q', question, ...(version > 1 ? [`v${version}`] : []), attempt)],
    [`${n}.type`, TYPES[response.kind]],
    [`${n}.timestamp`, time2004(now)],
    // A comma between texts would ask for all of them (RTE 2004 §4.2.9.1); each that counts is a pattern of its own.
    ...right.map((pattern, i) => [`${n}.correct_responses.${i}.pattern`, pattern] as const),
    [`${n}.weighting`, '1'],
    [`${n}.learner_response`, written(response, SEPARATORS)],
    [`${n}.result`, event.grade === 1 ? 'correct' : 'incorrect'],
    [`${n}.latency`, timespan2004(event.took)],
    [`${n}.description`, oneLine(event.asked)],
  ]
}

const score = ({ best }: CmiState): readonly Call[] => [
  ['cmi.score.scaled', decimal(best ?? 0, 4)],
  ['cmi.score.min', '0'],
  ['cmi.score.max', '100'],
  ['cmi.score.raw', decimal((best ?? 0) * 100, 2)],
]

/** `scorm2004({ window, course })`; what may be left out, and why, is said at `DriverOptions`. */
export const scorm2004 = (options: DriverOptions): LmsAdapter => cmiAdapter(dialect, options)
