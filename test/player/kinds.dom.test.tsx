import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { signal } from '@preact/signals'
import { begin } from '../../src/model/progress'
import { App } from '../../src/player/components/App'
import { PlayerProvider } from '../../src/player/components/context'
import { handleKey } from '../../src/player/keyboard'
import { messagesIn } from '../support/words'
import { createPlayer, type PlayerDeps } from '../../src/player/models/player'
import { fakeClock } from '../fixtures/fake-clock'
import { fakeSession } from '../fixtures/fake-session'
import { tinySettings } from '../fixtures/tiny-course'
import { kindsCourse, kindsModule } from '../fixtures/tiny-kinds'

HTMLCanvasElement.prototype.getContext = () => null

const listeners: ((event: KeyboardEvent) => void)[] = []
afterEach(() => {
  cleanup()
  listeners.splice(0).forEach((listener) => window.removeEventListener('keydown', listener))
})

function show(given: Partial<PlayerDeps> = {}) {
  const clock = fakeClock()
  const session = fakeSession()
  const player = createPlayer({
    course: kindsCourse,
    module: kindsModule,
    settings: tinySettings,
    session,
    progress: begin(kindsCourse, () => 0.5),
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
    <PlayerProvider value={{ player, t: messagesIn('en'), of: 14, report: () => '' }}>
      <App />
    </PlayerProvider>,
  )
  const listener = (event: KeyboardEvent) => void (handleKey(player, event) && event.preventDefault())
  listeners.push(listener)
  window.addEventListener('keydown', listener)
  return { player, clock, session }
}
async function press(key: string): Promise<void> {
  await act(async () => {
    const target = document.activeElement ?? document.body
    const free = fireEvent.keyDown(target, { key })
    if (free && key === 'Enter' && target instanceof HTMLButtonElement) target.click()
    await new Promise((go) => setTimeout(go, 20))
  })
}
const pass = (clock: { pass(ms: number): void }, ms: number) => act(() => clock.pass(ms))
const predictions = (player: ReturnType<typeof show>['player']) => player.learning.mine.value.predictions

describe('the kinds that point and type', () => {
  async function toKind(kind: string) {
    const shown = show()
    await act(() => shown.player.openQuiz())
    await press('Enter')
    const { quiz } = shown.player
    while (quiz.question.value?.kind !== kind) await act(() => quiz.next())
    return shown
  }

  test('words are typed at once, without touching the keys of the player, and forgiven their case', async () => {
    const { player } = await toKind('text')
    const field = screen.getByRole('textbox')
    expect(document.activeElement).toBe(field)
    const sound = player.prefs.sound.value
    await press('s')
    expect(player.prefs.sound.value).toBe(sound)
    fireEvent.input(field, { target: { value: '  SETLOCALDESCRIPTION( ) '.replace('( )', '()') } })
    await press('Enter')
    expect(screen.getByText('You said “SETLOCALDESCRIPTION()”')).toBeTruthy()
    expect(screen.getByText('It opens the sockets.')).toBeTruthy()
    expect(document.activeElement?.id).toBe('quiz-go')
  })
  test('a wrong word has the feedback that answers it, and is told what was right', async () => {
    const { player } = await toKind('text')
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'CreateOffer' } })
    await press('Enter')
    expect(player.quiz.feedback.value?.right).toBe(false)
    expect(screen.getByText('That only writes a proposal.')).toBeTruthy()
    expect(screen.getByText('Right is “setLocalDescription”.')).toBeTruthy()
  })
  test('a place is pointed at in the picture, or chosen in the list that says the same', async () => {
    const { player, session } = await toKind('hotspot')
    expect(screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent)).toEqual(['1Ana’s router', '2Ben’s router'])
    const spots = document.querySelectorAll<HTMLElement>('.spots.wide .spot')
    expect([...spots].map((spot) => spot.getAttribute('aria-hidden'))).toEqual(['true', 'true'])
    await act(() => spots[0]!.click())
    expect(player.quiz.draft.value.picked).toEqual(['a'])
    await press('2')
    expect(player.quiz.draft.value.picked).toEqual(['b'])
    await press('Enter')
    expect(player.quiz.feedback.value?.right).toBe(true)
    expect(session.events.at(-1)).toMatchObject({ response: { kind: 'choice', option: 'b' }, correct: { kind: 'choice', option: 'b' } })
  })
  test('a line is chosen in the code, which stays whole before and after', async () => {
    const { player } = await toKind('line')
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    expect(document.querySelectorAll('.q .row')).toHaveLength(4)
    await press('1')
    await press('Enter')
    expect(player.quiz.feedback.value?.right).toBe(false)
    expect([...document.querySelectorAll('.lines .row')].map((row) => row.className)).toEqual([
      'row told wrong',
      'row told off',
      'row told off',
      'row told missed',
    ])
  })
})

describe('a check', () => {
  async function asked() {
    const shown = show()
    await act(() => shown.player.goTo(1))
    pass(shown.clock, 4000)
    return shown
  }
  test('[ASK-1] is asked like a prediction with the controls of the quiz, remembered like one, and told to no LMS', async () => {
    const { player, session } = await asked()
    expect(player.state.value).toBe('asking')
    expect(screen.getByText('Who does what?')).toBeTruthy()
    const selects = screen.getAllByRole<HTMLSelectElement>('combobox')
    await press('Enter')
    expect(screen.getByText('Give every one its match first.')).toBeTruthy()
    for (const [i, target] of ['x', 'y', 'z'].entries()) await act(() => void fireEvent.change(selects[i]!, { target: { value: target } }))
    ;(document.activeElement as HTMLElement).blur()
    await press('Enter')
    expect(screen.getByText('That is right.')).toBeTruthy()
    expect(predictions(player)).toEqual({ 'tell-apart': 'right' })
    expect(session.events.filter(({ kind }) => kind === 'answered')).toEqual([])
    await press('Enter')
    expect(player.state.value).toBe('playing')
    expect(player.playback.at.value).toEqual({ screen: 1, beat: 1 })
  })
  test('may be skipped, and stepping over it skips it', async () => {
    const { player } = await asked()
    await act(() => screen.getByText('go on without answering').click())
    expect(predictions(player)).toEqual({ 'tell-apart': 'skipped' })
    expect(player.state.value).toBe('playing')
  })
})

test('a recall says which module asked it first', async () => {
  const { player, clock } = show()
  await act(() => player.goTo(2))
  pass(clock, 4000)
  expect(screen.getByText('From “An earlier module”')).toBeTruthy()
  await press('3')
  expect(predictions(player)).toEqual({ 'recall-dropped': 'right' })
})

describe('a switch', () => {
  async function offered() {
    const shown = show()
    await act(() => shown.player.showMoment(0, 3, 'end'))
    await act(() => shown.player.step(1))
    return shown
  }
  test('[ASK-2] is offered at the end of its screen, and leaves nothing behind', async () => {
    const { player } = await offered()
    expect(player.state.value).toBe('trying')
    expect(screen.getByRole('group', { name: 'What if Ben’s router lets in …' })).toBeTruthy()
    expect(screen.getAllByRole('radio')).toHaveLength(2)
    await press(' ')
    expect(player.playback.trying.value).toEqual({ chosen: null })
    await press('Enter')
    expect(player.playback.trying.value).toBeNull()
    expect(predictions(player)).toEqual({})
    expect(player.playback.playing.value).toBe(true)
  })
  test('plays the scene of what is chosen, again if it is chosen again, and says what comes of it', async () => {
    const { player, clock } = await offered()
    await press('2')
    pass(clock, 500)
    expect(player.playback.caseTime.value).toBeGreaterThan(400)
    expect(screen.getByText('It lets in whom it sent to.')).toBeTruthy()
    pass(clock, 5000)
    expect(player.playback.caseTime.value).toBe(1999)
    await act(() => screen.getAllByRole('radio')[0]!.click())
    expect(player.playback.caseTime.value).toBe(0)
    expect(screen.getByText('endpoint-independent: It lets in anyone.')).toBeTruthy()
    expect(screen.getByRole('img').getAttribute('aria-label')).toBe('It lets in anyone.')
  })
  test('without motion it shows what comes of it at once', async () => {
    const { player } = show({ reducedMotion: signal(true) })
    await act(() => player.showMoment(0, 3, 'end'))
    await act(() => player.step(1))
    await press('1')
    expect(player.playback.caseTime.value).toBe(1999)
  })
  test('stepping back is back in the screen, stepping on leaves it, and both take the switch away', async () => {
    const { player } = await offered()
    await act(() => player.step(-1))
    expect([player.playback.trying.value, player.playback.at.value]).toEqual([null, { screen: 0, beat: 3 }])
    await act(() => player.step(1))
    await act(() => player.step(1))
    expect([player.playback.trying.value, player.playback.at.value.screen]).toEqual([null, 1])
  })
})

describe('the summary', () => {
  test('says what was missed under the screen that teaches it; one looks and comes back', async () => {
    const { player } = show()
    await act(() => {
      player.learning.predict('dropped', 'wrong')
      player.learning.predict('tell-apart', 'skipped')
      player.openQuiz()
      player.quiz.start()
    })
    while (player.quiz.page.value === 'question') {
      await act(() => {
        if (player.quiz.question.value!.kind === 'line') player.quiz.pick('b')
        else if (player.quiz.question.value!.kind === 'text') player.quiz.type('no idea')
        else player.quiz.pick('a')
        player.quiz.answer()
        player.quiz.next()
      })
    }
    await act(() => player.showEnd())
    const items = [...document.querySelectorAll('.look-again li')]
    expect(items.map((item) => [...item.querySelectorAll('button, p')].map((part) => part.textContent))).toEqual([
      [
        'ICE connectivity checks',
        'The packet is gone. What did it achieve?',
        'Which call starts the gathering?',
        'Where is the packet dropped?',
      ],
    ])
    // Not finished: nothing is promised yet.
    expect(screen.queryByText('What you can do now')).toBeNull()
    await act(() => items[0]!.querySelector('button')!.click())
    expect(player.playback.at.value).toEqual({ screen: 0, beat: 1 })
    await act(() => screen.getByText('Back to the summary').click())
    expect(player.page.value).toBe('end')
  })
  test('says what one can do once the module is done', async () => {
    const progress = begin(kindsCourse, () => 0.5)
    const mine = progress.modules[kindsModule.id]!
    const seen = new Set(kindsModule.screens.map(({ id }) => id))
    const done = { ...progress, modules: { [kindsModule.id]: { ...mine, seen, quiz: { ...mine.quiz, attempt: 1, best: 1 } } } }
    const { player } = show({ progress: done })
    await act(() => player.showEnd())
    expect([...document.querySelectorAll('.can li')].map((li) => li.textContent)).toEqual(kindsModule.objectives)
    expect(document.querySelector('.look-again')).toBeNull()
  })
})

describe('read', () => {
  test('every position of a switch is told, with its picture', async () => {
    const { player } = show()
    await act(() => player.readMoment(0, 0))
    expect(screen.getByText('What if Ben’s router lets in … anyone?').parentElement?.textContent).toContain('endpoint-independent')
    expect(screen.getAllByRole('img').map((img) => img.getAttribute('aria-label'))).toEqual(
      expect.arrayContaining(['It lets in anyone.', 'It lets in whom it sent to.']),
    )
  })
  test('a check is asked, and what is to be matched is an answer only', async () => {
    const { player } = show()
    await act(() => player.readMoment(1, 0))
    const guess = document.querySelector('.guess')!
    expect(guess.querySelector('h2')?.textContent).toBe('Who does what?')
    expect(guess.querySelectorAll(':scope > ol')).toHaveLength(0)
    expect(guess.querySelector('details')?.textContent).toContain('STUN server → tells an address')
  })
})
