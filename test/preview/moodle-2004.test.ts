/** Moodle's SCORM 2004 run-time, rule by rule: what mod/scorm/datamodels/scorm_13.js does, and what was proved on a live Moodle 4.5. */
import { moodle2004 } from '../../build/preview/host/moodle/engine-2004'
import type { Cmi } from '../../build/preview/types'
import { seat } from './seat'

const LEARNER: Cmi = { 'cmi.learner_id': 'ada', 'cmi.mode': 'normal', 'cmi.credit': 'credit' }
const open = (cmi: Cmi = {}) => {
  const moodle = seat(moodle2004, 'scorm2004', { ...LEARNER, ...cmi })
  expect(moodle.call('Initialize', '')).toBe('true')
  return moodle
}
/** With one interaction of a type. */
const asked = (type: string) => {
  const moodle = open()
  moodle.set('cmi.interactions.0.id', 'q')
  expect(moodle.set('cmi.interactions.0.type', type)).toBe('0')
  return moodle
}

test.each([
  ['cmi.suspend_data', 'ü'.repeat(64_000), '0'],
  ['cmi.suspend_data', 'x'.repeat(64_001), '406'],
  ['cmi.location', 'x'.repeat(1001), '406'],
  ['cmi.score.scaled', '0.3333333333333333', '0'],
  ['cmi.score.scaled', '.5', '406'],
  ['cmi.score.scaled', '1e-7', '406'],
  ['cmi.score.scaled', '1.5', '407'],
  ['cmi.score.raw', '1234567', '406'],
  ['cmi.progress_measure', '1.1', '407'],
  ['cmi.session_time', 'PT3.25S', '0'],
  ['cmi.session_time', 'PT3.255S', '406'],
  ['cmi.session_time', 'PT', '406'],
  ['cmi.completion_status', 'passed', '406'],
  ['cmi.success_status', 'passed', '0'],
  ['cmi.exit', 'normal', '0'],
  ['adl.nav.request', '_none_', '406'],
  ['adl.nav.request', 'suspendAll', '0'],
  ['cmi.interactions.0.id', 'urn:x-a:b', '0'],
  ['cmi.interactions.0.id', 'urn:x', '406'],
  ['cmi.interactions.0.id', 'a b', '406'],
  ['cmi.interactions.1.id', 'a', '351'],
  ['cmi.interactions.0.type', 'choice', '408'],
  ['cmi.interactions.0.learner_response', 'a', '408'],
  ['cmi.comments_from_learner.0.comment', 'Well.', '0'],
  ['cmi.learner_id', 'x', '404'],
  ['cmi.nothing', 'x', '401'],
])('%s = %.40s is answered with %s', (element, value, code) => expect(open().set(element, value)).toBe(code))

test.each([
  ['2026-11-22T21:21:56', '0'],
  ['2026-11-22T21:21:56.12Z', '0'],
  ['2026-11-22T21:21:56Z', '406'],
  ['2026-11-22T21:21:56.123Z', '406'],
  ['2039-01-01', '406'],
])('the timestamp %s is answered with %s', (value, code) => expect(asked('choice').set('cmi.interactions.0.timestamp', value)).toBe(code))

test.each([
  ['choice', 'a[,]b', '0'],
  ['choice', 'a-b', '406'],
  ['choice', 'a b', '406'],
  ['choice', 'a[,]a', '406'],
  ['choice', '', '406'],
  ['choice', Array.from({ length: 37 }, (_, n) => `c${n}`).join('[,]'), '351'],
  ['true-false', 'true', '0'],
  ['true-false', '1', '406'],
  ['numeric', '1.5', '0'],
  ['numeric', '1[:]2', '406'],
  ['matching', 'a[.]b[,]c[.]d', '0'],
  ['matching', 'a[,]b', '406'],
  ['performance', 'step[.]0.5', '0'],
  ['sequencing', 'c[,]b[,]c', '0'],
  ['likert', 'never', '0'],
  ['fill-in', 'x'.repeat(900), '0'],
  ['long-fill-in', 'x'.repeat(9000), '0'],
  ['long-fill-in', 'two\nlines', '406'],
  ['other', 'x'.repeat(4001), '406'],
])('a %s with the response %.30s is answered with %s', (type, value, code) =>
  expect(asked(type).set('cmi.interactions.0.learner_response', value)).toBe(code),
)

test.each([
  ['numeric', '1[:]2', '0'],
  ['numeric', '2[:]1', '406'],
  ['choice', 'a[,]b', '0'],
  ['choice', 'a-b', '406'],
  ['sequencing', '{order_matters=true}a[,]b', '0'],
  ['matching', 'a[.]b', '0'],
  ['true-false', '', '406'],
])('a %s with the pattern %s is answered with %s', (type, value, code) =>
  expect(asked(type).set('cmi.interactions.0.correct_responses.0.pattern', value)).toBe(code),
)

test('id, type, pattern, response: in this order, and a type set again clears the patterns', () => {
  const n = 'cmi.interactions.0'
  const { set, get, error } = open()
  set(`${n}.id`, 'q')
  expect(set(`${n}.correct_responses.0.pattern`, 'a')).toBe('408')
  expect(set(`${n}.learner_response`, 'a')).toBe('408')
  set(`${n}.type`, 'choice')
  expect([set(`${n}.correct_responses.1.pattern`, 'a'), set(`${n}.correct_responses.0.pattern`, 'a')]).toEqual(['351', '0'])
  expect(set(`${n}.correct_responses.0.pattern`, 'a')).toBe('351')
  expect([get(`${n}.correct_responses._count`), get('cmi.interactions._count')]).toEqual([1, 1])
  set(`${n}.type`, 'choice')
  expect(get(`${n}.correct_responses._count`)).toBe(0)
  expect([get(`${n}.weighting`), error()]).toEqual(['', '403'])
  expect([get('cmi.interactions.1.id'), error()]).toEqual(['', '301'])
  expect([set(`${n}.result`, 'incorrect'), set(`${n}.result`, 'wrong')]).toEqual(['0', '406'])
  expect([set(`${n}.description`, 'x'.repeat(251)), set(`${n}.description`, 'x'.repeat(252)), set(`${n}.description`, 'a\nb')]).toEqual(['0', '406', '406']) // prettier-ignore
})

test('an objective keeps its id, and no two have the same', () => {
  const { set } = open()
  expect(set('cmi.objectives.0.score.raw', '1')).toBe('408')
  expect(set('cmi.objectives.0.id', 'a')).toBe('0')
  expect([set('cmi.objectives.0.id', 'b'), set('cmi.objectives.1.id', 'a'), set('cmi.objectives.0.id', 'a')]).toEqual(['351', '351', '0'])
})

test('what nobody set is empty, without an error', () => {
  const { get, error } = open()
  expect([get('cmi.suspend_data'), error(), get('cmi.completion_status'), get('cmi.success_status')]).toEqual([
    '',
    '0',
    'unknown',
    'unknown',
  ])
})

test('everything that differs from the launch is sent with every commit, interactions of earlier sessions too', () => {
  const earlier = { 'cmi.interactions.0.id': 'old', 'cmi.interactions.0.type': 'choice' }
  const { set, call, sent } = open({ ...earlier, 'cmi.exit': 'suspend', 'cmi.suspend_data': 'a' })
  set('cmi.exit', 'suspend')
  set('cmi.suspend_data', 'b')
  set('cmi.interactions.1.id', 'new')
  call('Commit', '')
  call('Commit', '')
  const all = { ...earlier, 'cmi.interactions.1.id': 'new', 'cmi.suspend_data': 'b' }
  expect(sent.map(({ fields }) => fields)).toEqual([all, all])
  // Interactions first: what is cut off at the end of the form is the suspend data.
  expect(Object.keys(sent[0]?.fields ?? {}).at(-1)).toBe('cmi.suspend_data')
})

test('a second Initialize is refused with 103, and takes everything back to the launch', () => {
  const { set, get, call, error } = open({ 'cmi.exit': 'suspend', 'cmi.location': 'launch' })
  set('cmi.location', 'committed')
  call('Commit', '')
  expect([call('Initialize', ''), error(), get('cmi.location')]).toEqual(['false', '103', 'launch'])
})

test('Terminate that failed may be tried again; after one that did not, all is over', () => {
  const { set, call, error, line } = open()
  line.ok = false
  expect([call('Terminate', ''), error()]).toEqual(['false', '101'])
  expect(set('cmi.location', 'still here')).toBe('0')
  line.ok = true
  expect(call('Terminate', '')).toBe('true')
  const after = (['Terminate', 'Commit', 'Initialize'] as const).map((method) => [call(method, ''), error()])
  expect(after).toEqual([['false', '113'], ['false', '143'], ['false', '104']]) // prettier-ignore
  expect(set('cmi.location', 'x')).toBe('133')
})

test.each([
  ['suspendAll', 'true'],
  ['continue', 'true'],
  ['exit', 'false'],
  ['{target=b}choice', 'false'],
])('with the navigation request %s Terminate stores and answers %s', (request, answer) => {
  const { set, call, sent } = open()
  set('adl.nav.request', request)
  expect(call('Terminate', '')).toBe(answer)
  expect(sent[0]?.fields['adl.nav.request']).toBe(request)
})

test.each(['exitAll', 'abandonAll'])('with the navigation request %s Commit and Terminate throw, and have stored', (request) => {
  const { set, call, sent } = open()
  set('adl.nav.request', request)
  expect(() => call('Commit', '')).toThrow(SyntaxError)
  expect(() => call('Terminate', '')).toThrow(SyntaxError)
  expect(sent).toHaveLength(2)
})

test('a completion threshold decides at Terminate, a scaled passing score never', () => {
  const { set, call, sent } = open({ 'cmi.completion_threshold': '0.8', 'cmi.scaled_passing_score': '0.7' })
  set('cmi.completion_status', 'completed')
  set('cmi.progress_measure', '0.5')
  set('cmi.score.scaled', '0.1')
  set('cmi.success_status', 'passed')
  call('Terminate', '')
  expect(sent[0]?.fields).toMatchObject({ 'cmi.completion_status': 'incomplete', 'cmi.success_status': 'passed' })
})

test.each([
  ['PT1M', 'PT1.5S', 'PT1M1.5S'],
  ['PT0H0M0S', 'PT0H0M0S', 'P'],
  ['P2DT1H', 'P1D', 'P1DT1H'],
  ['PT23H59M59.99S', 'PT0.01S', 'P1D'],
])('%s and %s make %s', (before, session, total) => {
  const { set, call, sent } = open({ 'cmi.total_time': before })
  set('cmi.session_time', session)
  call('Terminate', '')
  expect(sent[0]?.fields['cmi.total_time']).toBe(total)
})
