import { signal } from '@preact/signals'
import { begin, type Progress } from '../../src/model/progress'
import { createPlayer, type Player, type PlayerDeps } from '../../src/player/models/player'
import type { Speaker } from '../../src/player/models/narrators/speaker'
import { lastMoment } from '../../src/player/models/scene-time'
import { fakeClock, type FakeClock } from '../fixtures/fake-clock'
import { fakeSession, type FakeSession } from '../fixtures/fake-session'
import { tinyCourse, tinyModule, tinySettings } from '../fixtures/tiny-course'

interface Set {
  readonly player: Player
  readonly clock: FakeClock
  readonly session: FakeSession
}
function setUp(given: Partial<PlayerDeps> = {}, progress: Progress = begin(tinyCourse, () => 0.5)): Set {
  const clock = fakeClock()
  const session = fakeSession()
  const player = createPlayer({
    course: tinyCourse,
    module: tinyModule,
    settings: tinySettings,
    session,
    progress,
    encode: (p) => JSON.stringify(p.modules[tinyModule.id]?.at),
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
  return { player, clock, session }
}
const where = ({ playback, state }: Player) => [playback.at.value.screen, playback.at.value.beat, state.value]
const kinds = (session: FakeSession) => session.events.map(({ kind }) => kind)

describe('the flow', () => {
  test('nothing runs before the first gesture', () => {
    const { player, clock } = setUp()
    clock.pass(60_000)
    expect(where(player)).toEqual([0, 0, 'ready'])
    expect(player.playback.time.value).toBe(0)
    expect(player.learning.progress.value).toEqual(begin(tinyCourse, () => 0.5))
  })
  test('beats follow each other, and a prediction stops the clock', () => {
    const { player, clock } = setUp()
    player.start()
    clock.pass(60_000)
    expect(where(player)).toEqual([0, 1, 'asking'])
    expect(player.playback.time.value).toBe(lastMoment(tinyModule.screens[0]!.beats[1]!))
  })
  test('an answered prediction keeps its first answer, and the reveal plays when the learner goes on', () => {
    const { player, clock, session } = setUp()
    player.start()
    clock.pass(60_000)
    player.playback.answer('b')
    player.playback.answer('c')
    expect(player.playback.asking.value?.chosen).toBe('b')
    clock.pass(60_000)
    expect(where(player)).toEqual([0, 1, 'asking'])
    player.toggle()
    clock.pass(100)
    expect(where(player)).toEqual([0, 2, 'playing'])
    expect(player.learning.mine.value.predictions).toEqual({ dropped: 'wrong' })
    expect(session.events).toEqual([
      {
        kind: 'predicted',
        prediction: 'dropped',
        response: { kind: 'choice', option: 'b' },
        right: false,
        took: expect.any(Number) as number,
      },
    ])
  })
  test('a skipped prediction is skipped, and is not asked again', () => {
    const { player, clock } = setUp()
    player.start()
    clock.pass(60_000)
    player.toggle()
    expect(player.learning.mine.value.predictions).toEqual({ dropped: 'skipped' })
    player.goTo(0, 1)
    clock.pass(12_000)
    expect(where(player)).toEqual([0, 2, 'playing'])
  })
  test('screens flow on to the quiz, and the LMS hears of each between two scenes', () => {
    const { player, clock, session } = setUp()
    player.start()
    clock.pass(60_000)
    expect(session.flushes).toBe(0)
    player.toggle()
    clock.pass(90_000)
    expect(player.state.value).toBe('quiz')
    expect(session.events).toMatchObject([
      { kind: 'predicted', prediction: 'dropped', response: null, right: false },
      { kind: 'visited', screen: 'knock', progress: 1 / 3 },
      { kind: 'visited', screen: 'turns', progress: 2 / 3 },
      { kind: 'visited', screen: 'relay', progress: 1 },
    ])
    expect(session.flushes).toBe(3)
  })
  test('a screen left half-way is said to be visited, with the time spent on it', () => {
    const { player, clock, session } = setUp()
    player.start()
    clock.pass(3000)
    player.stepScreen(1)
    expect(session.events).toMatchObject([{ kind: 'visited', screen: 'knock', for: 3000, progress: 0 }])
  })
})

describe('steps', () => {
  test('forward while paused shows what each beat comes to', () => {
    const { player } = setUp()
    player.step(1)
    expect([...where(player), player.playback.over.value]).toEqual([0, 0, 'paused', true])
    player.step(1)
    expect([...where(player), player.playback.over.value]).toEqual([0, 1, 'paused', true])
    player.step(1)
    expect(where(player)).toEqual([0, 1, 'asking'])
    player.step(1)
    expect(where(player)).toEqual([0, 2, 'paused'])
    player.step(-1)
    expect(where(player)).toEqual([0, 1, 'paused'])
  })
  test('forward while playing goes on playing', () => {
    const { player, clock } = setUp()
    player.start()
    clock.pass(500)
    player.step(1)
    expect(where(player)).toEqual([0, 1, 'playing'])
    expect(player.playback.over.value).toBe(false)
  })
  test('back in the middle of a beat begins it again, at its start goes to the one before', () => {
    const { player, clock } = setUp()
    player.goTo(0, 1)
    clock.pass(8000)
    player.step(-1)
    expect([...where(player), player.playback.time.value]).toEqual([0, 1, 'playing', 6300])
    player.step(-1)
    expect(where(player)).toEqual([0, 0, 'playing'])
  })
  test('every beat stepped over is entered, so that stepping through a screen sees it', () => {
    const { player } = setUp()
    for (let i = 0; i < 6; i++) player.step(1)
    expect(player.learning.mine.value.seen.has('knock')).toBe(true)
  })
  test('seeking shows what playing shows', () => {
    const { player, clock } = setUp()
    player.goTo(0, 2)
    clock.pass(20_000)
    const beat = tinyModule.screens[0]!.beats[2]!
    const { player: other } = setUp()
    other.showMoment(0, 2, 'end')
    expect(other.playback.time.value).toBe(lastMoment(beat))
  })
  test('past the last screen comes the quiz', () => {
    const { player } = setUp()
    for (let i = 0; i < 3; i++) player.stepScreen(1)
    expect(player.state.value).toBe('quiz')
    player.stepScreen(-1)
    expect(where(player)).toEqual([2, 0, 'playing'])
  })
})

describe('playing', () => {
  test('pause keeps the place, and saves it', () => {
    const { player, clock, session } = setUp()
    player.start()
    clock.pass(2000)
    player.toggle()
    const { word } = player.playback.spot.value
    clock.pass(60_000)
    expect(player.playback.spot.value.word).toBe(word)
    expect(session.saves.at(-1)).toBe('{"screen":"knock","beat":0}')
    player.toggle()
    clock.pass(32)
    expect(player.playback.spot.value.word).toBeGreaterThan(word)
  })
  test('twice the speed takes half the time', () => {
    const after = (speed: number) => {
      const { player, clock } = setUp()
      player.prefs.speed.value = speed as 1
      player.goTo(1)
      clock.pass(500)
      return player.playback.spot.value.word
    }
    expect(after(2) / after(1)).toBeCloseTo(2, 0)
  })
  test('without motion a beat is its last frame from the start', () => {
    const { player, clock } = setUp({ reducedMotion: signal(true) })
    player.goTo(0, 1)
    clock.pass(16)
    expect(player.playback.time.value).toBe(lastMoment(tinyModule.screens[0]!.beats[1]!))
  })
  test('hidden, it pauses', () => {
    const { player, clock } = setUp()
    player.start()
    clock.pass(100)
    player.hide()
    expect(player.state.value).toBe('paused')
  })
  test('a voice that dies hands over to silence without losing the place', () => {
    const speaker: Speaker = { speak: (_text, _rate, heard) => (setTimeout(heard.failed, 0), () => undefined) }
    jest.useFakeTimers()
    const { player, clock } = setUp({ speaker: signal(speaker) })
    expect(player.speaking.value).toBe(true)
    player.goTo(0, 2)
    clock.pass(100)
    jest.runAllTimers()
    jest.useRealTimers()
    expect([...where(player), player.speaking.value, player.voiceLost.value]).toEqual([0, 2, 'playing', false, true])
    clock.pass(60_000)
    expect(player.playback.at.value.screen).toBeGreaterThan(0)
  })
})

describe('resume', () => {
  test('the same screen and beat, standing still', () => {
    const { player: first, clock } = setUp()
    first.goTo(1, 1)
    clock.pass(500)
    const { player } = setUp({ resumed: true }, first.learning.progress.value)
    expect(where(player)).toEqual([1, 1, 'ready'])
    expect(player.playback.time.value).toBe(3000)
  })
  test('in the quiz, the quiz', () => {
    const { player: first } = setUp()
    first.openQuiz()
    const { player } = setUp({ resumed: true }, first.learning.progress.value)
    expect(player.state.value).toBe('quiz')
  })
})

describe('looking up', () => {
  test('opens the screen at its beat, does not flow on, and comes back to the question', () => {
    const { player, clock } = setUp()
    player.openQuiz()
    player.quiz.start()
    const before = player.quiz.index.value
    player.lookUp('knock', 2)
    expect(where(player)).toEqual([0, 2, 'playing'])
    clock.pass(120_000)
    expect(where(player)).toEqual([0, 3, 'paused'])
    player.comeBack()
    expect([player.state.value, player.quiz.page.value, player.quiz.index.value]).toEqual(['quiz', 'question', before])
  })
})

describe('leaving', () => {
  test('save and exit saves, closes, and says so', async () => {
    const { player, session } = setUp()
    await player.saveAndExit()
    expect([session.closed, session.saves.length > 0, player.closed.value]).toEqual([true, true, 'saved'])
  })
  test.each(['saveAndExit', 'the page goes'] as const)(
    'in the middle of a screen the visit is told once, with its time: %s',
    async (how) => {
      const { player, session, clock } = setUp()
      player.start()
      clock.pass(700)
      if (how === 'saveAndExit') await player.saveAndExit()
      player.hide(true)
      player.hide(true)
      const visits = session.events.filter(({ kind }) => kind === 'visited')
      expect(visits).toMatchObject([{ screen: tinyModule.screens[0]!.id, for: 700 }])
    },
  )
  test('who only opens the cover visits nothing, and who hides the page goes on with the visit', () => {
    const { player, session, clock } = setUp()
    player.hide(true)
    expect(kinds(session)).not.toContain('visited')
    player.start()
    clock.pass(300)
    player.hide()
    expect(kinds(session)).not.toContain('visited')
  })
  test('review records nothing by itself', () => {
    const session = fakeSession({ mode: 'review' })
    const { player } = setUp({ session })
    expect([kinds(session), player.state.value]).toEqual([[], 'ready'])
  })
})

describe('a screen that waits at its end', () => {
  test('the next one plays when the learner says so', () => {
    const { player, clock, session } = setUp()
    player.prefs.autoplay.value = false
    player.goTo(1)
    clock.pass(60_000)
    expect(where(player)).toEqual([1, tinyModule.screens[1]!.beats.length - 1, 'paused'])
    expect(kinds(session).filter((kind) => kind === 'visited')).toHaveLength(2)
    player.toggle()
    clock.pass(100)
    expect(where(player)).toEqual([2, 0, 'playing'])
    expect(kinds(session).filter((kind) => kind === 'visited')).toHaveLength(2)
  })
  test('so does the quiz', () => {
    const { player, clock } = setUp()
    player.prefs.autoplay.value = false
    player.goTo(2)
    clock.pass(60_000)
    expect(where(player)).toEqual([2, tinyModule.screens[2]!.beats.length - 1, 'paused'])
    player.toggle()
    clock.pass(100)
    expect(player.page.value).toBe('quiz')
  })
})

test('a learner who wants no motion gets last frames, whatever the device says', () => {
  const { player, clock } = setUp()
  player.prefs.still.value = true
  player.start()
  clock.pass(10)
  expect(player.playback.time.value).toBe(lastMoment(tinyModule.screens[0]!.beats[0]!))
})
