/** Moodle's SCORM 1.2 run-time, rule by rule: what mod/scorm/datamodels/scorm_12.js does, and what was proved on a live Moodle 4.5. */
import { moodle12 } from '../../build/preview/host/moodle/engine-12'
import type { Cmi } from '../../build/preview/types'
import { seat } from './seat'

const STATUS = 'cmi.core.lesson_status'
const LEARNER: Cmi = { 'cmi.core.student_id': 'ada', 'cmi.core.lesson_mode': 'normal', 'cmi.core.credit': 'credit' }
const open = (cmi: Cmi = {}) => {
  const moodle = seat(moodle12, 'scorm12', { ...LEARNER, ...cmi })
  expect(moodle.call('Initialize', '')).toBe('true')
  return moodle
}

test.each([
  ['cmi.core.lesson_location', 'x'.repeat(64_000), '0'],
  ['cmi.core.lesson_location', 'x'.repeat(64_001), '405'],
  ['cmi.suspend_data', 'ü'.repeat(64_000), '0'],
  ['cmi.suspend_data', 'x'.repeat(64_001), '405'],
  [STATUS, 'browsed', '0'],
  [STATUS, 'not attempted', '405'],
  ['cmi.core.exit', 'suspend', '0'],
  ['cmi.core.exit', 'normal', '405'],
  ['cmi.core.score.raw', '100', '0'],
  ['cmi.core.score.raw', '99.5', '0'],
  ['cmi.core.score.raw', '-1', '405'],
  ['cmi.core.score.max', '200', '405'],
  ['cmi.core.score.raw', '80%', '405'],
  ['cmi.core.session_time', '0000:00:05.55', '0'],
  ['cmi.core.session_time', '12345:00:00', '405'],
  ['cmi.core.session_time', '1:02:03', '405'],
  ['cmi.core.session_time', 'PT5S', '405'],
  // The point of the expression takes any character.
  ['cmi.core.session_time', '00:00:05,5', '0'],
  ['cmi.interactions.0.id', 'q-1', '0'],
  ['cmi.interactions.0.id', 'q 1', '405'],
  ['cmi.interactions.0.id', 'fråga', '405'],
  ['cmi.interactions.0.time', '10:11:12.3', '0'],
  ['cmi.interactions.0.time', '29:00:00', '0'],
  ['cmi.interactions.0.time', '2026-01-02T10:11:12', '405'],
  ['cmi.interactions.0.type', 'long-fill-in', '405'],
  ['cmi.interactions.0.result', 'wrong', '0'],
  ['cmi.interactions.0.result', 'incorrect', '405'],
  ['cmi.interactions.0.result', '0.5', '0'],
  ['cmi.interactions.0.weighting', '100', '0'],
  ['cmi.interactions.0.weighting', '101', '405'],
  ['cmi.interactions.0.student_response', 'anything, {at} all', '0'],
  ['cmi.interactions.1.id', 'a', '201'],
  ['cmi.core.student_id', 'x', '403'],
  ['cmi.interactions._count', '1', '402'],
  ['cmi.core.score._children', 'x', '402'],
  ['cmi.nothing', 'x', '201'],
])('%s = %.40s is answered with %s', (element, value, code) => expect(open().set(element, value)).toBe(code))

test('what is refused changes nothing, and what is read is what was understood', () => {
  const { set, get } = open()
  set('cmi.suspend_data', 'whole')
  set('cmi.suspend_data', 'x'.repeat(64_001))
  expect(get('cmi.suspend_data')).toBe('whole')
  // A number, not a text, and an empty one is nought.
  set('cmi.core.score.raw', '85.0')
  expect(get('cmi.core.score.raw')).toBe(85)
  set('cmi.core.score.raw', '')
  expect(get('cmi.core.score.raw')).toBe(0)
  set('cmi.comments', 'a')
  set('cmi.comments', 'b')
  expect(get('cmi.comments')).toBe('ab')
})

test.each([
  ['cmi.core.session_time', '404'],
  ['cmi.interactions.0.id', '404'],
  ['cmi.core.exit', '404'],
  ['cmi.interactions._count', '0'],
  ['cmi.core.lesson_status._children', '202'],
  ['cmi.core.lesson_status._count', '203'],
  ['cmi.nothing', '201'],
])('reading %s is answered with %s', (element, code) => {
  const { get, error } = open()
  get(element)
  expect(error()).toBe(code)
})

test('before it is initialised everything is 301, and interactions are counted', () => {
  const moodle = seat(moodle12, 'scorm12', LEARNER)
  expect([moodle.get(STATUS), moodle.error(), moodle.call('Commit', ''), moodle.error()]).toEqual(['', '301', 'false', '301'])
  const { set, get } = open()
  expect(get(STATUS)).toBe('not attempted')
  set('cmi.interactions.0.id', 'a')
  set('cmi.interactions.1.id', 'b')
  expect(get('cmi.interactions._count')).toBe(2)
})

test('only what changed is sent, and what was sent once is never sent again, arrived or not', () => {
  const { set, call, sent, line } = open({ 'cmi.core.exit': 'suspend', 'cmi.suspend_data': 'before' })
  set('cmi.core.exit', 'suspend')
  set('cmi.suspend_data', 'after')
  line.ok = false
  expect(call('Commit', '')).toBe('false')
  line.ok = true
  expect(call('Commit', '')).toBe('true')
  set('cmi.core.session_time', '00:00:09.00')
  set('cmi.core.lesson_location', 's1')
  call('Commit', '')
  expect(sent.map(({ fields }) => fields)).toEqual([
    { [STATUS]: 'not attempted', 'cmi.suspend_data': 'after' },
    {},
    { 'cmi.core.lesson_location': 's1' },
  ])
})

test('a second LMSInitialize is refused with 101, and takes everything back to the last commit', () => {
  const { set, get, call, error } = open()
  set('cmi.core.lesson_location', 'committed')
  call('Commit', '')
  set('cmi.core.lesson_location', 'lost')
  expect([call('Initialize', ''), error()]).toEqual(['false', '101'])
  expect(get('cmi.core.lesson_location')).toBe('committed')
})

test('it throws once interactions were committed', () => {
  const { set, call } = open()
  set('cmi.interactions.0.id', 'a')
  call('Commit', '')
  expect(() => call('Initialize', '')).toThrow(TypeError)
})

test('LMSFinish cannot be tried again, not even after it failed', () => {
  const { call, error, line, sent } = open()
  line.ok = false
  expect([call('Terminate', ''), error()]).toEqual(['false', '101'])
  line.ok = true
  expect([call('Terminate', ''), error()]).toEqual(['false', '301'])
  expect(sent).toHaveLength(1)
})

test.each([
  ['not attempted becomes completed', {}, {}, 'completed'],
  ['a mastery score decides', { 'cmi.student_data.mastery_score': '80' }, { 'cmi.core.score.raw': '80' }, 'passed'],
  [
    'even over incomplete and suspend',
    { 'cmi.student_data.mastery_score': '80' },
    { 'cmi.core.score.raw': '79', [STATUS]: 'incomplete', 'cmi.core.exit': 'suspend' },
    'failed',
  ],
  ['not in review', { 'cmi.student_data.mastery_score': '80', 'cmi.core.lesson_mode': 'review' }, { 'cmi.core.score.raw': '80', [STATUS]: 'incomplete' }, 'incomplete'], // prettier-ignore
  ['not without a score', { 'cmi.student_data.mastery_score': '80' }, { [STATUS]: 'incomplete' }, 'incomplete'],
])('at LMSFinish the status is rewritten: %s', (_, given, values, status) => {
  const { set, call, sent } = open(given as Cmi)
  for (const [element, value] of Object.entries(values)) expect(set(element, value)).toBe('0')
  call('Terminate', '')
  expect(sent[0]?.fields[STATUS]).toBe(status)
})

test('in review everything is stored all the same', () => {
  const { set, call, sent } = open({ 'cmi.core.lesson_mode': 'review', 'cmi.core.credit': 'no-credit', [STATUS]: 'passed' })
  expect(set(STATUS, 'incomplete')).toBe('0')
  call('Commit', '')
  expect(sent[0]?.fields).toEqual({ [STATUS]: 'incomplete' })
})

test.each([
  ['00:01:00', '00:01:30.5', '00:02:30.05'],
  ['00:01:00', '0000:00:05.55', '00:01:05.55'],
  ['99:59:59.99', '00:00:00.01', '100:00:00'],
])('%s and %s make %s', (before, session, total) => {
  const { set, call, sent } = open({ 'cmi.core.total_time': before })
  set('cmi.core.session_time', session)
  call('Commit', '')
  expect(sent[0]?.fields).not.toHaveProperty(['cmi.core.total_time'])
  call('Terminate', '')
  expect(sent[1]?.fields['cmi.core.total_time']).toBe(total)
})
