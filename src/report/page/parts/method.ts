/** What the figures mean, with formulas in words, and what they can't say. */
import { AWAY_AFTER, BEHIND_MODULES, DAY, FAILING_ATTEMPTS, FEW, LONGEST_VISIT, STOPPED_AFTER, STUCK_VISITS } from '../../terms'
import { el } from '../node'
import type { Part } from '../part'
import { day, minutes, number, percent } from '../say'

export const method: Part = {
  id: 'method',
  title: 'What the figures mean',
  render: ({ figures: { source, course, asOf } }) => [
    el(
      'dl',
      { class: 'method' },
      [
        [
          'Counted',
          `Statements of this course (${course.iri}) that keep its profile, each once by its id, up to ${day(asOf)} (UTC). Of several with the same id the first holds.`,
        ],
        [
          'Cohort',
          source.roster
            ? 'As the roster says; who is not on it is in the cohort of their first month.'
            : 'The month of the first statement, for there is no roster. Who has not started is not known.',
        ],
        [
          'Period',
          'Looks at what happened in it as if nothing had happened before; but a first attempt is the first ever, and who may need help is judged over all time.',
        ],
        [
          'Started, finished, passed',
          `Started: any statement about the module. Finished: it said “completed”, when all of its screens had been seen. Passed: its quiz had ${percent(course.passing)} or more, in any attempt; a module without a quiz can only be finished.`,
        ],
        [
          'Time spent',
          `The time a screen was open in front of the learner, and the time of answers. No visit counts as more than ${minutes(LONGEST_VISIT)}: then the window was only open. The syllabus’s minutes are narration and quiz.`,
        ],
        ['Stopped', `Was at this place last, has not finished the module, and was not seen in it for ${number(STOPPED_AFTER / DAY)} days.`],
        ['First attempts', 'Questions are judged by each learner’s first answer to them alone: later ones have seen the feedback.'],
        ['Facility', 'Right first answers, of all first answers: 0 % nobody, 100 % everybody.'],
        [
          'Discrimination',
          'Moodle’s index: 100 × the correlation, over learners, of the mark in this question with the sum of all others of the same attempt, of attempts that ended. Positive: who knows the rest knows this. Near 0: it tells little. Negative: the key or the wording is wrong.',
        ],
        [
          'Thirds',
          'Who answered a question is ranked by the share of all other questions they had right, in the whole course. The top third and the bottom third are compared; the middle is left out. Questions are drawn, so each has a group of its own.',
        ],
        [
          'Verdicts',
          `From ${FEW} answers on. Misleads: a quarter or more of the top third chose the same wrong answer. Backwards: discrimination below zero by more than chance. Hard: under 35 % right; easy: over 95 %. Tells little: discrimination below 20 by more than chance. Slow: a median over two minutes.`,
        ],
        [
          'May need help',
          `Fails: ${FAILING_ATTEMPTS} attempts or more and not passed. Stuck: ${STUCK_VISITS} visits or more to one screen, module not finished. Away: not seen for ${number(AWAY_AFTER / DAY)} days, with modules left. Behind: ${BEHIND_MODULES} modules or more behind the median of the cohort. A hint to ask, not a judgement.`,
        ],
        [
          'Limits',
          `With fewer than ${FEW} people or answers a warning says so: 30 answers give a share to within 18 points, 100 to within 10. A screen counts as visited when it is left: where a window was shut in the middle of one, the place is the screen before. What learners do offline or on paper is not seen; clocks of learners may be wrong; two people at one account are one.`,
        ],
        ...(source.revisions > 1
          ? [
              [
                'Editions',
                `Statements come from ${number(source.revisions)} editions of the course. Answers to another version of a question are counted apart.`,
              ],
            ]
          : []),
        ...(source.pseudonyms ? [['Pseudonyms', 'Learners are shown by a code. Who they are is not in this page.']] : []),
      ].map(([term, text]) => [el('dt', {}, term ?? ''), el('dd', {}, text ?? '')]),
    ),
  ],
}
