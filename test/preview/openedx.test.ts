/** Open edX, rule by rule: openedx-scorm-xblock ccef54c. */
import { openedxEngine } from '../../build/preview/host/openedx/engine'
import { settle } from '../../build/preview/host/openedx/store'
import { seat } from './seat'

describe.each(['scorm12', 'scorm2004'] as const)('%s', (runtime) => {
  test('everything is "true", nothing is an error, and nothing is counted', () => {
    const { call, get, error } = seat(openedxEngine, runtime, {})
    const answers = (['Initialize', 'Commit', 'Terminate'] as const).map((method) => call(method, 'nonsense'))
    expect([...answers, call('SetValue', 'no.such.element', 'x'), call('GetLastError'), error()]).toEqual(['true', 'true', 'true', 'true', '0', '0']) // prettier-ignore
    expect([get('cmi.interactions._count'), get('cmi.core.score._children'), get('cmi.core.entry')]).toEqual(['', '', ''])
  })

  test.each(['cmi.core.lesson_status', 'cmi.completion_status', 'cmi.success_status', 'cmi.core.score.raw', 'cmi.score.raw', 'cmi.score.scaled', 'cmi.mode'])(
    '%s is never answered',
    (element) => {
      const { get, call } = seat(openedxEngine, runtime, { [element]: 'kept' })
      call('SetValue', element, 'set')
      expect(get(element)).toBe('')
    },
  ) // prettier-ignore
})

test('what is set leaves in batches, one at a time, and is read back once it has left', () => {
  const { call, get, sent, arrive } = seat(openedxEngine, 'scorm2004', { 'cmi.suspend_data': 'a' })
  call('SetValue', 'cmi.suspend_data', 'b')
  call('SetValue', 'cmi.location', 's1')
  call('SetValue', 'cmi.location', 's2')
  expect([get('cmi.suspend_data'), get('cmi.location')]).toEqual(['b', ''])
  arrive()
  expect(get('cmi.location')).toBe('s2')
  arrive()
  expect(sent.map(({ fields }) => fields)).toEqual([{ 'cmi.suspend_data': 'b' }, { 'cmi.location': 's2' }])
})

describe('the server', () => {
  test('"incomplete" takes back what was completed, and "passed" completes', () => {
    const passed = settle({}, { 'cmi.core.lesson_status': 'passed' })
    expect(passed).toMatchObject({ 'xblock.lesson_status': 'completed', 'xblock.success_status': 'passed' })
    expect(settle(passed, { 'cmi.core.lesson_status': 'incomplete' })).toMatchObject({ 'xblock.lesson_status': 'incomplete' })
    expect(settle({}, { 'cmi.core.lesson_status': 'failed' })).not.toHaveProperty(['xblock.lesson_status'])
  })

  test('a raw score is of a hundred, whatever its maximum is', () => {
    expect(settle({}, { 'cmi.score.max': '10', 'cmi.score.raw': '8' })).toMatchObject({ 'xblock.lesson_score': '0.08' })
    expect(settle({}, { 'cmi.score.scaled': '0.8' })).toMatchObject({ 'xblock.lesson_score': '0.8' })
  })

  test.each(['-1', 'eight', ''])('the score “%s” fails the whole batch', (value) => {
    expect(() => settle({}, { 'cmi.suspend_data': 'x', 'cmi.core.score.raw': value })).toThrow('Expected a number of at least 0')
  })
})
