import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { signal } from '@preact/signals'
import { correctPattern } from '../../src/model/grade'
import { begin } from '../../src/model/progress'
import type { Question, QuestionKind } from '../../src/model/quiz'
import { App } from '../../src/player/components/App'
import { PlayerProvider, type Surroundings } from '../../src/player/components/context'
import { handleKey } from '../../src/player/keyboard'
import { createPlayer, type Player, type PlayerDeps } from '../../src/player/models/player'
import { messagesIn } from '../support/words'
import { fakeClock } from '../fixtures/fake-clock'
import { fakeSession } from '../fixtures/fake-session'
import { tinyCourse, tinyModule, tinySettings } from '../fixtures/tiny-course'

// jsdom has no canvas to measure text with; the player then estimates.
HTMLCanvasElement.prototype.getContext = () => null

const listeners: ((event: KeyboardEvent) => void)[] = []
const leave = (): void => {
  cleanup()
  listeners.splice(0).forEach((listener) => window.removeEventListener('keydown', listener))
}
afterEach(leave)

function show(given: Partial<PlayerDeps> = {}, its: Required<Surroundings>['its'] = {}) {
  const clock = fakeClock()
  const session = fakeSession()
  const player = createPlayer({
    course: tinyCourse,
    module: tinyModule,
    settings: tinySettings,
    session,
    progress: begin(tinyCourse, () => 0.5),
    encode: () => 'x',
    random: () => 0.25,
    clock,
    keeper: { read: () => null, write: () => undefined },
    speaker: signal(null),
    reducedMotion: signal(false),
    resumed: false,
    unsaved: false,
    print: () => undefined,
    ...given,
  })
  render(
    <PlayerProvider value={{ player, t: messagesIn('en'), its, of: 14, report: () => 'The report.' }}>
      <App />
    </PlayerProvider>,
  )
  const listener = (event: KeyboardEvent) => void (handleKey(player, event) && event.preventDefault())
  listeners.push(listener)
  window.addEventListener('keydown', listener)
  return { player, clock, session }
}

/** Presses a key where focus is, as a browser does: Enter and Space press a focused button unless somebody took them. */
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  await act(async () => {
    const target = document.activeElement ?? document.body
    const free = fireEvent.keyDown(target, { key, ...more })
    if (free && (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement) target.click()
    await new Promise((go) => setTimeout(go, 20))
  })
}
const pass = (clock: { pass(ms: number): void }, ms: number) => act(() => clock.pass(ms))

describe('the player by keyboard', () => {
  test('Enter starts; the prediction is answered by a digit, and Enter goes on', async () => {
    const { player, clock } = show()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Media Flows in WebRTC')
    await press('Enter')
    expect(player.state.value).toBe('playing')
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('What the picture shows from 0.')
    pass(clock, 60_000)
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('The packet is gone. What did it achieve?')
    await press(' ')
    expect(player.state.value).toBe('asking')
    await press('1')
    expect(screen.getByText('It never reached Ben, but it did pass one other box.')).toBeTruthy()
    expect(screen.getByText('your answer')).toBeTruthy()
    expect(screen.getByText('right')).toBeTruthy()
    expect(document.activeElement?.textContent).toContain('Go on')
    await press('Enter')
    expect(player.state.value).toBe('playing')
  })
  test('options of a prediction look alike until one is chosen', async () => {
    const { player } = show()
    await act(() => player.showMoment(0, 1, 'end'))
    await press('ArrowRight')
    const looks = screen.getAllByRole('button').filter((button) => button.className.startsWith('option'))
    expect(looks.map((button) => button.className)).toEqual(['option', 'option', 'option'])
  })
  test('Space pauses and plays, arrows step, Shift and arrows change the screen, and focus goes to its title', async () => {
    const { player } = show()
    await press('Enter')
    await press(' ')
    expect(player.state.value).toBe('paused')
    await press('k')
    expect(player.state.value).toBe('playing')
    await press('ArrowRight')
    expect(player.playback.at.value).toEqual({ screen: 0, beat: 1 })
    await press('ArrowRight', { shiftKey: true })
    expect(player.playback.at.value.screen).toBe(1)
    expect(document.activeElement?.textContent).toBe('Every pair gets its turn')
    await press('PageUp')
    expect(player.playback.at.value.screen).toBe(0)
  })
  test('keys that a focused control needs are left to it', async () => {
    const { player } = show()
    await press('Enter')
    screen.getByRole('button', { name: 'Step on' }).focus()
    await press(' ')
    expect([player.playback.at.value.beat, player.state.value]).toEqual([1, 'playing'])
  })
  test('C, M, < and > change how it is told; O and ? open the outline and the key list', async () => {
    const { player } = show({ speaker: signal({ speak: () => () => undefined }) })
    await press('Enter')
    expect(document.querySelector('.cap')).not.toBeNull()
    await press('c')
    await press('>')
    expect([player.prefs.captions.value, player.prefs.speed.value]).toEqual([false, 1.25])
    expect(document.querySelector('.cap')).toBeNull()
    await press('m')
    expect([player.speaking.value, document.querySelector('.cap') === null]).toEqual([false, false])
    await press('c')
    expect(player.prefs.captions.value).toBe(false)
    await press('o')
    expect(player.dialog.value).toBe('outline')
    await act(() => void (player.dialog.value = null))
    await press('?')
    expect(screen.getByText('play or pause')).toBeTruthy()
  })
  test('a key with a modifier is the browser’s', async () => {
    const { player } = show()
    await press('Enter', { ctrlKey: true })
    expect(player.state.value).toBe('ready')
  })
})

/** One question of each kind answered with nothing but keys. */
const byKeys: { readonly [K in QuestionKind]?: (player: Player, question: Question) => Promise<void> } = {
  async choice(player, question) {
    const right = correctPattern(question)
    if (right.kind === 'choice') await press(String(player.quiz.shown.value.indexOf(right.option) + 1))
  },
  async several(player, question) {
    const right = correctPattern(question)
    if (right.kind === 'several') for (const id of right.options) await press(String(player.quiz.shown.value.indexOf(id) + 1))
  },
  async order(player, question) {
    const right = correctPattern(question)
    if (right.kind !== 'order') return
    for (const [to, id] of right.items.entries()) {
      const from = player.quiz.draft.value.picked.indexOf(id)
      if (from === to) continue
      await press(String(from + 1))
      await press(String(to + 1))
    }
  },
  async match(_player, question) {
    const right = correctPattern(question)
    if (right.kind !== 'match') return
    for (const [i, [, target]] of right.pairs.entries()) {
      ;(document.activeElement as HTMLElement).blur()
      await press(String(i + 1))
      const select = document.activeElement as HTMLSelectElement
      expect(select.nodeName).toBe('SELECT')
      fireEvent.change(select, { target: { value: target } })
    }
    ;(document.activeElement as HTMLElement).blur()
  },
  async number() {
    await press('5')
    const input = document.activeElement as HTMLInputElement
    expect(input.value).toBe('5')
    fireEvent.input(input, { target: { value: '50' } })
  },
}

describe('the quiz by keyboard', () => {
  test('all five kinds, answered, explained and passed', async () => {
    const { player, session } = show()
    await act(() => player.openQuiz())
    await press('Enter')
    const kinds: QuestionKind[] = []
    while (player.quiz.page.value === 'question') {
      const question = player.quiz.question.value!
      kinds.push(question.kind)
      expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }))
      await byKeys[question.kind]?.(player, question)
      await press('Enter')
      expect([question.kind, player.quiz.feedback.value?.right]).toEqual([question.kind, true])
      expect(screen.getByText('That is right.')).toBeTruthy()
      expect(screen.getByText('The screen that teaches this')).toBeTruthy()
      await press('Enter')
    }
    expect(kinds.sort()).toEqual(['choice', 'match', 'number', 'order', 'several'])
    expect(screen.getByText('Passed with 100 %')).toBeTruthy()
    expect(session.events.filter(({ kind }) => kind === 'answered')).toHaveLength(5)
  })
  test('Enter without an answer says what is missing', async () => {
    const { player } = show()
    await act(() => player.openQuiz())
    await press('Enter')
    while (player.quiz.question.value?.kind === 'order') {
      await press('Enter')
      await press('Enter')
    }
    await press('Enter')
    expect(screen.getByRole('alert').textContent).toMatch(/first\.$/)
  })
  test('the link to the screen that teaches it comes back to the question', async () => {
    const { player } = show()
    await act(() => player.openQuiz())
    await press('Enter')
    const question = player.quiz.question.value!
    await byKeys[question.kind]?.(player, question)
    await press('Enter')
    fireEvent.click(document.querySelector('.teaching')!)
    await press('k')
    expect(player.playback.screen.value.id).toBe('knock')
    fireEvent.click(await screen.findByText('Back to the question'))
    await press('x')
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(question.plain)
    expect(screen.getByText('That is right.')).toBeTruthy()
  })
  test('items of an order move by buttons, and the button stays under the finger', async () => {
    const { player } = show()
    await act(() => player.openQuiz())
    await press('Enter')
    while (player.quiz.question.value?.kind !== 'order') {
      await byKeys[player.quiz.question.value!.kind]?.(player, player.quiz.question.value!)
      await press('Enter')
      await press('Enter')
    }
    const first = player.quiz.draft.value.picked[0]
    const down = screen.getAllByRole('button', { name: /^Move down/ })[0] as HTMLButtonElement
    down.focus()
    await press('Enter')
    expect(player.quiz.draft.value.picked[1]).toBe(first)
    await press('Enter')
    expect(player.quiz.draft.value.picked[2]).toBe(first)
  })
})

describe('what the learner is told', () => {
  test('review says that nothing is recorded', () => {
    show({ session: fakeSession({ mode: 'review' }) })
    expect(screen.getByText(/Nothing is recorded/)).toBeTruthy()
  })
  test('saving that fails is said in words', async () => {
    const session = fakeSession()
    show({ session })
    await press('Enter')
    await act(() => session.deliver('lost'))
    expect(screen.getByText('Not saved')).toBeTruthy()
    expect(screen.getByText(/does not take your progress now. It is tried again/)).toBeTruthy()
  })
  test('where this device keeps it, that is said too', async () => {
    const session = fakeSession({ keepsHere: () => true })
    show({ session })
    await press('Enter')
    await act(() => session.deliver('retrying'))
    expect(screen.getByText('Not saved, kept here')).toBeTruthy()
    expect(screen.getByText(/It is kept on this device/)).toBeTruthy()
  })
  test('what only this device knew is said to be so, and may be left behind', async () => {
    const { player: first } = show()
    await act(() => first.showMoment(1, 1, 'start'))
    cleanup()
    const { player } = show({ session: fakeSession({ restored: true }), resumed: true, progress: first.learning.progress.value })
    expect(screen.getByText(/The learning system has no record of this/)).toBeTruthy()
    const before = player.learning.progress.value.nonce
    fireEvent.click(screen.getByText('Start again, without it'))
    await press('k')
    expect(player.learning.progress.value.nonce).not.toBe(before)
    expect(player.learning.mine.value.seen.size).toBe(0)
    expect(player.playback.at.value.screen).toBe(0)
  })
  test('a resumed learner finds the place and a quiet note, and may begin again', async () => {
    const { player: first } = show()
    await act(() => first.showMoment(1, 1, 'start'))
    cleanup()
    const { player } = show({ resumed: true, progress: first.learning.progress.value })
    expect(screen.getByText('You stopped here.')).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Every pair gets its turn')
    fireEvent.click(screen.getByText('Start from the beginning'))
    await press('k')
    expect(player.playback.at.value.screen).toBe(0)
  })
  test('the end says what the status is', async () => {
    const { player } = show()
    await act(() => player.showEnd())
    expect(screen.getByText('Still to see')).toBeTruthy()
  })
  test('after Save and exit only a sentence is left', async () => {
    const { player } = show()
    await act(() => player.saveAndExit())
    expect(screen.getByRole('status').textContent).toBe('Your progress is saved. You can close this window now.')
  })
})

describe('comfort', () => {
  const voice = signal({ speak: () => () => undefined })
  test('S opens the settings; every change shows at once', async () => {
    const { player } = show({ speaker: voice })
    await press('Enter')
    await press('s')
    expect(screen.getByRole('dialog', { hidden: true }).textContent).toContain('Size of captions')
    fireEvent.change(screen.getByLabelText('Speed'), { target: { value: '4' } })
    fireEvent.change(screen.getByLabelText('Colours'), { target: { value: '3' } })
    fireEvent.click(screen.getByLabelText('Next screen plays by itself'))
    fireEvent.click(screen.getByLabelText('Captions'))
    const { speed, theme, autoplay, captions } = player.prefs
    expect([speed.value, theme.value, autoplay.value, captions.value]).toEqual([1.5, 'contrast', false, false])
  })
  test('what cannot be chosen says why', async () => {
    const { player } = show({ reducedMotion: signal(true) })
    await press('s')
    for (const name of [/^Captions/, /^Sound/, /^No motion/]) expect(screen.getByLabelText<HTMLInputElement>(name).disabled).toBe(true)
    expect(screen.getByText('This device asks for that.')).toBeTruthy()
    expect(player.prefs.still.value).toBe(false)
  })
  test('the full screen is offered only where it may be had', async () => {
    show()
    expect(screen.queryByLabelText('Full screen')).toBeNull()
    await press('?')
    expect(screen.queryByText('full screen')).toBeNull()
    leave()
    const toggle = jest.fn()
    show({ fullScreen: { on: signal(false), toggle } })
    await press('Enter')
    await press('f')
    fireEvent.click(screen.getByLabelText('Full screen'))
    expect(toggle).toHaveBeenCalledTimes(2)
  })
  test('a finger steps by swiping, and nothing else does', async () => {
    const { player } = show()
    await press('Enter')
    const pane = document.querySelector('.pane')!
    const swipe = (dx: number, dy: number, pointerType = 'touch') =>
      act(() => {
        for (const [type, x, y] of [['pointerdown', 200, 200], ['pointerup', 200 + dx, 200 + dy]] as const) {
          const event = new MouseEvent(type, { clientX: x, clientY: y, bubbles: true })
          fireEvent(pane, Object.assign(event, { pointerId: 1, pointerType, isPrimary: true }))
        }
      }) // prettier-ignore
    swipe(-80, 10)
    expect(player.playback.at.value.beat).toBe(1)
    swipe(80, -10)
    expect(player.playback.at.value.beat).toBe(0)
    swipe(-20, 0)
    swipe(-80, 90)
    swipe(-80, 0, 'mouse')
    expect(player.playback.at.value.beat).toBe(0)
  })
  test('without a voice every beat is said to a screen reader as it comes; with one it is not', async () => {
    const said = () => document.querySelector('[aria-live]')?.textContent
    show()
    await press('Enter')
    expect(said()).toContain('What the picture shows from 0.')
    leave()
    show({ speaker: voice })
    await press('Enter')
    expect(said()).toBe('')
    await press(' ')
    await press('ArrowRight')
    expect(said()).toContain('What the picture shows')
  })
  test('the course says which language it is in, where the player speaks another', async () => {
    show({}, { lang: 'en', dir: 'ltr' })
    await press('Enter')
    for (const selector of ['header h1', '.cap', 'svg.stage']) expect(document.querySelector(selector)?.getAttribute('lang')).toBe('en')
    // Sentences that run from left to right do so one after another, not each by itself.
    await press('r')
    expect(document.querySelector('.prose')?.getAttribute('dir')).toBe('ltr')
  })
})
