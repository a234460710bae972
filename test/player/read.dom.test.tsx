import { act, cleanup, fireEvent, render, screen } from '@testing-library/preact'
import { signal } from '@preact/signals'
import { begin } from '../../src/model/progress'
import { App } from '../../src/player/components/App'
import { PlayerProvider } from '../../src/player/components/context'
import { followDeepLink } from '../../src/player/deep-link'
import { handleKey } from '../../src/player/keyboard'
import { messagesIn } from '../support/words'
import { createPlayer, type PlayerDeps } from '../../src/player/models/player'
import { fakeClock } from '../fixtures/fake-clock'
import { fakeSession } from '../fixtures/fake-session'
import { tinyCourse, tinyModule, tinySettings } from '../fixtures/tiny-course'

HTMLCanvasElement.prototype.getContext = () => null

/** The end of the article comes into sight when a test says so. */
let reachEnd: () => void = () => undefined
beforeAll(() => {
  globalThis.IntersectionObserver = class {
    constructor(saw: (entries: readonly { isIntersecting: boolean }[]) => void) {
      reachEnd = () => saw([{ isIntersecting: true }])
    }
    observe(): void {}
    disconnect(): void {}
  } as unknown as typeof IntersectionObserver
})
const listeners: ((event: KeyboardEvent) => void)[] = []
afterEach(() => {
  cleanup()
  listeners.splice(0).forEach((listener) => window.removeEventListener('keydown', listener))
})

function show(given: Partial<PlayerDeps> = {}) {
  const session = fakeSession()
  const player = createPlayer({
    course: tinyCourse,
    module: tinyModule,
    settings: tinySettings,
    session,
    progress: begin(tinyCourse, () => 0.5),
    encode: () => 'x',
    random: () => 0.25,
    clock: fakeClock(),
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
  return { player, session }
}
const soon = (): Promise<void> => act(() => new Promise<void>((go) => setTimeout(go, 20)))
async function press(key: string, more: KeyboardEventInit = {}): Promise<void> {
  fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more })
  await soon()
}
async function click(name: string | RegExp): Promise<void> {
  screen.getByRole('button', { name }).click()
  await soon()
}
const seen = (player: ReturnType<typeof createPlayer>) => [...player.learning.mine.value.seen]
const visits = ({ events }: ReturnType<typeof fakeSession>) => events.filter(({ kind }) => kind === 'visited')

describe('Read', () => {
  test('opens from the cover, with all that is said, pictures with words for them, and the answer folded', async () => {
    const { player } = show()
    await click('Read instead')
    expect(player.state.value).toBe('reading')
    const article = screen.getByRole('article', { name: 'ICE connectivity checks' })
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }))
    for (const { say } of tinyModule.screens[0]!.beats.slice(1)) expect(article.textContent).toContain(say)
    expect(screen.getAllByRole('img').map((img) => img.getAttribute('aria-label'))).toEqual([
      'What the picture shows from 0. Ana’s check is dropped at Ben’s router.',
      'Ana’s router now lets Ben in. What the picture shows from 16900.',
      'Screen 1 of 3',
    ])
    expect(screen.getByRole('heading', { level: 2, name: 'The packet is gone. What did it achieve?' })).toBeTruthy()
    const details = article.querySelector('details')!
    expect(details.open).toBe(false)
    expect(details.textContent).toContain('It saw a packet go out to Ben')
    expect(article.querySelector('.extra table')).not.toBeNull()
  })
  test('a term is a button, and its meaning lies right behind it', async () => {
    show()
    await click('Read instead')
    const term = screen.getByRole('button', { name: 'candidates' })
    expect(term.nextElementSibling?.id).toBe(term.getAttribute('popovertarget'))
  })
  test('[SEM-1] the end in sight is seen and said once; what was not read is not', async () => {
    const { player, session } = show()
    await press('r')
    expect([seen(player), visits(session)]).toEqual([[], []])
    await act(() => reachEnd())
    await act(() => reachEnd())
    expect(seen(player)).toEqual(['knock'])
    expect(visits(session)).toMatchObject([{ screen: 'knock', progress: 1 / 3 }])
    expect(session.flushes).toBe(1)
    expect(screen.getByText('seen')).toBeTruthy()
    await press('ArrowRight', { shiftKey: true })
    expect(seen(player)).toEqual(['knock'])
    expect(visits(session)).toHaveLength(1)
  })
  test('[SEM-1] the button at the end counts as the end, for who cannot see it; from the last screen it leads to the quiz', async () => {
    const { player, session } = show()
    await press('r')
    await click('Next: Every pair gets its turn')
    expect(document.activeElement?.textContent).toBe('Every pair gets its turn')
    expect(player.state.value).toBe('reading')
    await click('Next: When only the relay is left')
    await click('Go to the quiz')
    expect(seen(player)).toEqual(['knock', 'turns', 'relay'])
    expect(visits(session)).toHaveLength(3)
    expect(player.page.value).toBe('quiz')
  })
  test('R goes to and fro and keeps the place; Space and arrows are left to the browser', async () => {
    const { player } = show()
    await act(() => player.showMoment(0, 2, 'end'))
    await press('r')
    expect([player.state.value, player.playback.at.value.beat]).toEqual(['reading', 2])
    expect(document.activeElement?.textContent).toContain('A door, opened from the inside.')
    expect(fireEvent.keyDown(document.body, { key: ' ' })).toBe(true)
    expect(fireEvent.keyDown(document.body, { key: 'ArrowRight' })).toBe(true)
    await act(() => void (player.eye.value = 1))
    await click('Watch')
    expect([player.state.value, player.playback.at.value]).toEqual(['playing', { screen: 0, beat: 1 }])
  })
  test('a prediction that stands open is no prediction any more in Read, and is asked again in Watch', async () => {
    const { player } = show()
    await act(() => player.showMoment(0, 1, 'end'))
    await press('ArrowRight')
    expect(player.state.value).toBe('asking')
    await press('r')
    expect([player.state.value, player.playback.asking.value]).toEqual(['reading', null])
    expect(player.learning.mine.value.predictions).toEqual({})
  })
})

describe('finding', () => {
  const ask = async (query: string): Promise<void> => {
    fireEvent.input(screen.getByRole('searchbox', { hidden: true }), { target: { value: query } })
    await soon()
  }
  const hits = () => [...document.querySelectorAll('.hits button')]

  test('/ opens it; before anything is asked it lists the terms', async () => {
    show()
    await press('/')
    expect([...document.querySelectorAll('.terms dt')].map((dt) => dt.textContent)).toEqual(['candidate', 'STUN'])
    expect(hits()).toEqual([])
  })
  test('all words, from their beginning, without capitals and accents; the hit is marked and counted', async () => {
    show()
    await press('/')
    await ask('ana RÓUT')
    expect(hits().map((hit) => hit.querySelector('b')?.textContent)).toEqual(['ICE connectivity checks', 'ICE connectivity checks'])
    expect([...hits()[0]!.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual(['Ana', 'rout'])
    expect(document.querySelector('[role=status]')?.textContent).toBe('2 places')
    await ask('outer')
    expect(document.querySelector('[role=status]')?.textContent).toContain('Nothing found')
    await ask('<USE')
    expect(hits()).toHaveLength(1)
  })
  test('a hit in what is said leads to its beat, one in what is only read to Read', async () => {
    const { player } = show()
    await press('/')
    await ask('one new check')
    ;(hits()[0] as HTMLElement).click()
    await soon()
    expect([player.state.value, player.playback.at.value, player.dialog.value]).toEqual(['playing', { screen: 1, beat: 1 }, null])
    await press('/')
    await ask('reflexive')
    ;(hits()[0] as HTMLElement).click()
    await soon()
    expect([player.state.value, player.playback.at.value.screen]).toEqual(['reading', 0])
    expect(document.activeElement?.className).toBe('extra')
  })
})

describe('on paper', () => {
  test('the whole module with answers at the end, and only while it prints', async () => {
    const { player } = show()
    await act(() => player.beforePrint())
    const handout = document.querySelector('.handout')!
    expect([...handout.querySelectorAll('h2')].map((h) => h.textContent)).toEqual([
      ...tinyModule.screens.map(({ title }) => title),
      'Answers',
      'Terms',
    ])
    expect(handout.querySelector('details')).toBeNull()
    expect(handout.textContent?.indexOf('It saw a packet go out')).toBeGreaterThan(handout.textContent?.indexOf('Answers') ?? NaN)
    expect(handout.querySelectorAll('svg.stage')).toHaveLength(2)
    await act(() => player.afterPrint())
    expect(document.querySelector('.handout')).toBeNull()
  })
  test('a transcript says what the pictures show', async () => {
    let printed = 0
    const { player } = show({ print: () => void printed++ })
    await press('r')
    await click('Print')
    screen.getByText('Transcript').click()
    await soon()
    expect([printed, player.dialog.value]).toEqual([1, null])
    await act(() => player.beforePrint())
    const handout = document.querySelector('.handout')!
    expect(handout.querySelectorAll('svg.stage')).toHaveLength(0)
    expect(handout.textContent).toContain('In the picture: Ana’s router now lets Ben in.')
  })
  test('a quiz is printed as it stands', async () => {
    const { player } = show()
    await act(() => player.openQuiz())
    await act(() => player.beforePrint())
    expect(document.querySelector('.handout')).toBeNull()
  })
})

describe('places in the address', () => {
  test.each([
    ['#turns', 'paused', 1, 0],
    ['#turns/2', 'paused', 1, 1],
    ['#turns/99', 'paused', 1, 1],
    ['#read/turns', 'reading', 1, 0],
    ['#read/knock/3&theme=dark', 'reading', 0, 2],
    ['#theme=dark&screen=knock&beat=1&end', 'paused', 0, 1],
  ] as const)('%s', async (hash, state, at, beat) => {
    const { player } = show()
    await act(() => void followDeepLink(player, hash))
    expect([player.state.value, player.playback.at.value]).toEqual([state, { screen: at, beat }])
    expect(player.prefs.theme.value).toBe(hash.includes('dark') ? 'dark' : 'light')
  })
  test.each(['', '#', '#nowhere', '#read/nowhere/1', '#theme=dark', '#read'])('%s leads nowhere', (hash) => {
    const { player } = show()
    expect(followDeepLink(player, hash)).toBe(false)
    expect(player.state.value).toBe('ready')
  })
})
