/** The support page by its public doors: the launch page, a key, `?debug=1`, and the failure page. The LMS is a real driver on a host. */
import { TextEncoder } from 'node:util'
import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import fc from 'fast-check'
import { mountPlayer } from '../../src/player/mount'
import { startPlayer } from '../../src/player/launch'
import { scorm12 } from '../../src/session/drivers/scorm12'
import { scorm2004 } from '../../src/session/drivers/scorm2004'
import { journaled } from '../../src/session/journaled'
import type { DriverOptions, TracedCall } from '../../src/session/page'
import { createTraceLog } from '../../src/session/trace-log'
import { tellCall } from '../../src/player/support/tell-call'
import { fakePage } from '../hosts/fake-page'
import { plainHost } from '../hosts/plain-host'
import { wordsOf } from '../support/words'
import { fakeAdapter, fakeSession } from '../fixtures/fake-session'
import { tinyCourse, tinySettings } from '../fixtures/tiny-course'

// jsdom has no canvas to measure text with; the player then estimates.
HTMLCanvasElement.prototype.getContext = () => null
// Every browser has it; jsdom does not.
Object.assign(globalThis, { TextEncoder })

type Standard = 'scorm12' | 'scorm2004'
const drivers = { scorm12, scorm2004 }
const names = {
  scorm12: { id: 'cmi.core.student_id', name: 'cmi.core.student_name' },
  scorm2004: { id: 'cmi.learner_id', name: 'cmi.learner_name' },
}

/** Launches in a host that holds `given`, and lets the session go through its first commit. */
async function launch(standard: Standard, given: Record<string, string> = {}, more: Partial<DriverOptions> = {}) {
  document.body.innerHTML = '<div id="app"></div>'
  for (const [id, value] of Object.entries({ course: tinyCourse, settings: tinySettings, messages: wordsOf('en') })) {
    const script = document.createElement('script')
    Object.assign(script, { type: 'application/json', id, textContent: JSON.stringify(value) })
    document.body.append(script)
  }
  const page = fakePage()
  const host = plainHost(standard, given)
  host.install(page)
  await act(() =>
    startPlayer({
      mount: mountPlayer,
      window: window as never,
      adapter: (course, trace) => {
        const options = { window: page, course, trace, now: page.now, ...more }
        return journaled(drivers[standard](options), options)
      },
      without: () => fakeAdapter(fakeSession()),
    }),
  )
  return { page, host }
}
const press = (key: string) => act(() => void fireEvent.keyDown(document.body, { key }))
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Details for support', hidden: true })
async function reportOf(standard: Standard, given: Record<string, string>): Promise<string> {
  const { page } = await launch(standard, given)
  await press('Enter')
  await press('ArrowRight')
  await press('PageDown')
  await page.advance(1000)
  await press('d')
  return field().value
}

afterEach(() => {
  window.history.replaceState(null, '', '/')
  Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true })
})

test('a key opens it: every call with its time, answer and duration, the delivery, the journal and the browser', async () => {
  const { page, host } = await launch('scorm2004', { 'cmi.suspend_data': 'w1cut' })
  await press('Enter')
  host.faults.commitFails = true
  await press('PageDown')
  await page.advance(1000)
  await press('d')
  const text = field().value
  const lines = text.split('\n')
  expect(lines.filter((line) => line.includes('Commit')).at(-1)).toMatch(/^\d\d:\d\d:\d\d\.\d{3} Commit → “false” \(0 ms\)$/)
  expect(lines).toContainEqual(expect.stringMatching(/GetLastError → “391” \(0 ms\)$/))
  expect(lines).toContainEqual(expect.stringMatching(/ Initialize → “true” \(0 ms\)$/))
  expect(lines).toContainEqual(expect.stringMatching(/ GetValue cmi\.suspend_data → 5 characters, damaged \(0 ms\)$/))
  expect(lines).toContainEqual(expect.stringMatching(/ SetValue cmi\.location = “knock” → “true”/))
  expect(lines).toContainEqual(expect.stringMatching(/ delivery → “retrying” /))
  expect(text).toMatch(
    /Kept on this device\n\d+ characters, attempt [\w-]{8}, counter \d+, 0 of \d screens seen, quiz attempt 0.*written true/,
  )
  expect(text).toContain(`revision ${tinyCourse.revision}`)
  expect(text).toContain('standard scorm2004, normal')
  expect(text).toContain(navigator.userAgent)
  expect(text).toMatch(/1024 × 768 at 1\n.*online true; storage true\n/)
})

test('`?debug=1` opens it, Esc closes it, and the list of keys names it and leads to it', async () => {
  window.history.replaceState(null, '', '/index.html?debug=1')
  await launch('scorm12')
  expect(field().value).toContain('LMSInitialize')
  await act(() => void fireEvent(document.querySelector('dialog')!, new Event('close')))
  expect(document.querySelector('dialog')).toBeNull()
  await press('?')
  expect(screen.getByText('details for support')).toBeTruthy()
  fireEvent.click(screen.getByText('Details for support'))
  await waitFor(() => expect(field().value).toContain('LMSInitialize'))
})

test('where the session did not open it says what was asked and answered', async () => {
  document.body.innerHTML = ''
  const refusing = plainHost('scorm12')
  const page = fakePage()
  refusing.faults.initializeFails = '101'
  refusing.install(page)
  await launch('scorm12', {}, { window: page })
  expect(screen.getByText('The learning system does not let this module in')).toBeTruthy()
  fireEvent.click(screen.getByText('Details for support'))
  await waitFor(() => expect(field().value).toContain('standard scorm12, refused: LMSInitialize was refused; expected "true".'))
  expect(field().value).toMatch(/LMSInitialize → “false” \(0 ms\)\n.*LMSGetLastError → “101”/)
})

test('a damaged package has it too', async () => {
  document.body.innerHTML = `<div id="app"></div><script type="application/json" id="messages">${JSON.stringify(wordsOf('en'))}</script>`
  window.history.replaceState(null, '', '/?debug=1')
  await act(() =>
    startPlayer({
      mount: mountPlayer,
      window: window as never,
      adapter: () => fakeAdapter(fakeSession()),
      without: () => fakeAdapter(fakeSession()),
    }),
  )
  expect(field().value).toContain('unreadable, revision ?\nstandard none, unreadable')
})

test('copies what it shows; where the clipboard is refused, that is selected instead', async () => {
  const copied: string[] = []
  await launch('scorm12')
  await press('d')
  fireEvent.click(screen.getByText('Copy'))
  await waitFor(() => expect(screen.getByRole('status', { hidden: true }).textContent).toMatch(/The text is selected/))
  expect([document.activeElement, field().selectionStart, field().selectionEnd]).toEqual([field(), 0, field().value.length])

  Object.defineProperty(navigator, 'clipboard', {
    value: { writeText: (text: string) => Promise.resolve(void copied.push(text)) },
    configurable: true,
  })
  fireEvent.click(screen.getByText('Copy'))
  await waitFor(() => expect(screen.getByRole('status', { hidden: true }).textContent).toBe('Copied.'))
  expect(copied).toEqual([field().value])
})

describe('without personal data', () => {
  /** Distinctive, so that finding it is no chance. */
  const word = fc
    .tuple(fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }), fc.constantFrom('Zoë ', 'u-90', '<b>', '%41', 'W1'))
    .map(([a, b]) => b + 'q7' + a)

  test.each(['scorm12', 'scorm2004'] as const)(
    '%s: neither id, name nor suspend data is in the report',
    async (standard) => {
      await fc.assert(
        fc.asyncProperty(word, word, word, async (id, name, suspended) => {
          const { id: idName, name: nameName } = names[standard]
          const text = await reportOf(standard, { [idName]: id, [nameName]: name, 'cmi.suspend_data': suspended })
          expect(text).toContain(`${id.length} characters, not shown`)
          expect([id, name, suspended].filter((secret) => text.includes(secret))).toEqual([])
        }),
        { numRuns: 40 },
      )
    },
    120_000,
  )

  test('whatever an LMS answers to whatever was asked, only words of the standards are told', () => {
    const element = fc.constantFrom(
      '',
      'cmi.core.lesson_mode',
      'cmi.learner_name',
      'cmi.core.student_id',
      'cmi.suspend_data',
      'cmi.score._children',
    )
    const secret = word.chain((w) => fc.constantFrom(w, `threw Error: ${w}`, `true ${w}`, `raw,${w}`))
    fc.assert(
      fc.property(element, secret, fc.boolean(), (of, answer, isSet) => {
        const call: TracedCall = { at: 0, method: 'X', args: of ? (isSet ? [of, 'passed'] : [of]) : [], answer, took: 0 }
        expect(tellCall(call, (text) => `${text.length}`)).not.toContain(answer.slice(answer.indexOf('q7')))
      }),
      { numRuns: 3000 },
    )
  })

  test('a response of the learner is not told; what is ours is', () => {
    const set = (element: string, value: string) =>
      tellCall({ at: 0, method: 'SetValue', args: [element, value], answer: 'true', took: 3 }, () => 'x')
    expect(set('cmi.interactions.0.learner_response', 'a[,]b')).toBe(
      '00:00:00.000 SetValue cmi.interactions.0.learner_response = 5 characters, not shown → “true” (3 ms)',
    )
    expect(set('cmi.score.raw', '80')).toContain('cmi.score.raw = “80” → “true”')
  })
})

test('a day of calls takes no more room than an hour: the beginning and the end are kept', () => {
  const log = createTraceLog()
  for (let n = 0; n < 5000; n++) log.trace({ at: n, method: 'm', args: [], answer: '', took: 0 })
  expect(log.calls).toHaveLength(360)
  expect([log.calls[0]?.at, log.calls[59]?.at, log.calls[60]?.at, log.calls.at(-1)?.at, log.dropped()]).toEqual([0, 59, 4700, 4999, 4640])
})
