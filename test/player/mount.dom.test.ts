import { act, fireEvent, screen, waitFor } from '@testing-library/preact'
import { mountPlayer } from '../../src/player/mount'
import { startPlayer } from '../../src/player/launch'
import type { LmsAdapter } from '../../src/session/port'
import { fakeAdapter, fakeSession } from '../fixtures/fake-session'
import { wordsOf } from '../support/words'
import { tinyCourse, tinySettings } from '../fixtures/tiny-course'

// jsdom has no canvas to measure text with; the player then estimates.
HTMLCanvasElement.prototype.getContext = () => null

const page = (course: unknown = tinyCourse, settings: unknown = tinySettings): void => {
  document.body.innerHTML = '<div id="app"></div>'
  for (const [id, value] of Object.entries({ course, settings, messages: wordsOf('en') })) {
    const script = document.createElement('script')
    Object.assign(script, { type: 'application/json', id, textContent: JSON.stringify(value) })
    document.body.append(script)
  }
}
const start = (adapter: LmsAdapter, without = fakeAdapter(fakeSession())) =>
  act(() => startPlayer({ mount: mountPlayer, window: window as never, adapter: () => adapter, without: () => without }))
const app = () => document.getElementById('app')!

afterEach(() => void (window.location.hash = ''))

describe('starting', () => {
  test('shows the cover, and where it is on the root for whoever drives it', async () => {
    page()
    await start(fakeAdapter(fakeSession()))
    expect(app().dataset).toMatchObject({ state: 'ready', screen: 'knock', beat: '0' })
    expect(document.documentElement.lang).toBe('en')
    expect(document.documentElement.dataset.theme).toBe('light')
  })
  test('a deep link shows that moment, paused', async () => {
    page()
    window.location.hash = '#screen=turns&beat=1&end&theme=dark'
    await start(fakeAdapter(fakeSession()))
    expect(app().dataset).toMatchObject({ state: 'paused', screen: 'turns', beat: '1' })
    expect(document.documentElement.dataset.theme).toBe('dark')
  })
  test('where no session opens it says so, in no words but its own, and can go on without saving', async () => {
    page()
    const adapter: LmsAdapter = { ...fakeAdapter(fakeSession()), open: () => Promise.reject(new Error('No API was found.')) }
    await start(adapter)
    expect(screen.getByText('This module could not be opened')).toBeTruthy()
    expect(document.body.textContent).not.toContain('No API was found.')
    fireEvent.click(screen.getByText('Go on without saving'))
    await waitFor(() => expect(screen.getByText(/nothing you do is kept/)).toBeTruthy())
    expect(app().dataset.state).toBe('ready')
  })
  test('a damaged page says so', async () => {
    page()
    document.getElementById('course')!.textContent = '{"format":1,'
    await start(fakeAdapter(fakeSession()))
    expect(screen.getByText('This module is damaged')).toBeTruthy()
  })
  test('suspend data that is not ours is a fresh start', async () => {
    page()
    await start(fakeAdapter(fakeSession({ resumed: 'w1nonsense' })))
    expect(app().dataset).toMatchObject({ state: 'ready', screen: 'knock' })
  })
  test('opened and closed at the cover, the next launch shows the cover again', async () => {
    page()
    const first = fakeSession()
    await start(fakeAdapter(first))
    window.dispatchEvent(new Event('pagehide'))
    page()
    await start(fakeAdapter(fakeSession({ resumed: first.saves.at(-1)! })))
    expect(screen.getByText('Start')).toBeTruthy()
  })
  test('what is saved on hiding comes back on the next launch', async () => {
    page()
    const first = fakeSession()
    window.location.hash = '#screen=turns&beat=1'
    await start(fakeAdapter(first))
    window.dispatchEvent(new Event('pagehide'))
    const saved = first.saves.at(-1)!
    expect(saved).toMatch(/^w1[\w-]+$/)
    window.location.hash = ''
    page()
    await start(fakeAdapter(fakeSession({ resumed: saved })))
    expect(app().dataset).toMatchObject({ state: 'ready', screen: 'turns', beat: '1' })
    expect(screen.getByText('You stopped here.')).toBeTruthy()
  })
})
