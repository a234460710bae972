import { signal } from '@preact/signals'
import { correctPattern } from '../../src/model/grade'
import { begin } from '../../src/model/progress'
import type { Question } from '../../src/model/quiz'
import type { Settings } from '../../src/model/settings'
import { feedbackOf } from '../../src/player/models/feedback'
import { createPlayer, type Player } from '../../src/player/models/player'
import { fakeClock } from '../fixtures/fake-clock'
import { fakeSession } from '../fixtures/fake-session'
import { questions, tinyCourse, tinyModule, tinySettings } from '../fixtures/tiny-course'

function setUp(settings: Partial<Settings> = {}) {
  const session = fakeSession()
  const clock = fakeClock()
  const player = createPlayer({
    course: tinyCourse,
    module: tinyModule,
    settings: { ...tinySettings, ...settings },
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
  })
  player.openQuiz()
  return { player, session, clock, quiz: player.quiz }
}

/** Fills the draft of the question on show, rightly or wrongly. */
function fill({ quiz }: Player, right: boolean): void {
  const question = quiz.question.value as Question
  const key = correctPattern(question)
  switch (key.kind) {
    case 'choice':
      return quiz.pick(right ? key.option : quiz.shown.value.find((id) => id !== key.option)!)
    case 'several':
      return (right ? key.options : key.options.slice(1)).forEach((id) => quiz.pick(id))
    case 'order':
      // Shown shuffled, and never in the right order: left alone it is wrong.
      if (right) key.items.forEach((id, to) => quiz.move(quiz.draft.value.picked.indexOf(id), to))
      return
    case 'match':
      return key.pairs.forEach(([from, to]) => quiz.pair(from, right ? to : key.pairs[0]![1]))
    case 'number':
      return quiz.type(right ? String(key.min) : '1000')
  }
}
function run(player: Player, right: (n: number) => boolean): void {
  player.quiz.start()
  for (let n = 0; player.quiz.page.value === 'question'; n++) {
    fill(player, right(n))
    player.quiz.answer()
    player.quiz.next()
  }
}

describe('an attempt', () => {
  test('all right is 100 %, and passes; the LMS hears every answer, the score and the outcome', () => {
    const { player, session } = setUp({ completeOn: 'quiz' })
    run(player, () => true)
    expect(session.events.map(({ kind }) => kind)).toEqual(['visited', ...Array<string>(5).fill('answered'), 'scored', 'outcome'])
    expect(session.events.at(-1)).toEqual({ kind: 'outcome', unit: 'media-flows', complete: true, passed: true, score: 1 })
    expect(player.quiz.passed.value).toBe(true)
  })
  test('an answer is recorded with what was shown, given and right', () => {
    const { player, session, clock, quiz } = setUp()
    quiz.start()
    const question = quiz.question.value!
    clock.pass(4000)
    fill(player, false)
    quiz.answer()
    expect(session.events.at(-1)).toMatchObject({
      kind: 'answered',
      quiz: 'media-flows-quiz',
      question: question.id,
      attempt: 1,
      order: quiz.shown.value.join(''),
      asked: question.plain,
      grade: 0,
      correct: correctPattern(question),
      took: 4000,
    })
  })
  test('nothing is answered before it is whole, and nothing twice', () => {
    const { player, session, quiz } = setUp()
    quiz.start()
    while (quiz.question.value?.kind === 'order') {
      quiz.answer()
      quiz.next()
    }
    const before = session.events.length
    quiz.answer()
    expect([session.events.length, quiz.incomplete.value, quiz.response.value]).toEqual([before, true, undefined])
    fill(player, true)
    quiz.answer()
    quiz.answer()
    expect(session.events.length).toBe(before + 1)
  })
  test('[SEM-10] where the LMS asks for completed alone, it hears neither passed nor failed', () => {
    const { player, session } = setUp({ report: 'completed', completeOn: 'quiz' })
    run(player, () => true)
    const all = session.events.filter(({ kind }) => kind === 'outcome')
    expect(all).toEqual([{ kind: 'outcome', unit: 'media-flows', complete: true, passed: null, score: 1 }])
    const limited = setUp({ report: 'completed', completeOn: 'quiz', attempts: 1 })
    run(limited.player, () => false)
    expect(limited.session.events.some(({ kind }) => kind === 'outcome')).toBe(false)
  })

  test('failed, the outcome is not final; a second attempt can pass, and the score never goes down', () => {
    const { player, session, quiz } = setUp({ completeOn: 'quiz' })
    run(player, (n) => n > 1)
    expect([quiz.page.value, quiz.passed.value, quiz.canTry.value]).toEqual(['result', false, true])
    expect(session.events.some(({ kind }) => kind === 'outcome')).toBe(false)
    run(player, () => true)
    expect(session.events.filter(({ kind }) => kind === 'scored')).toMatchObject([
      { attempt: 1, score: 0.6 },
      { attempt: 2, score: 1 },
    ])
    expect(quiz.state.value.best).toBe(1)
  })
  test('with one attempt a failure is final', () => {
    const { player, session, quiz } = setUp({ completeOn: 'quiz', attempts: 1 })
    run(player, () => false)
    expect([quiz.canTry.value, quiz.left.value]).toEqual([false, 0])
    expect(session.events.at(-1)).toMatchObject({ kind: 'outcome', complete: false, passed: false })
  })
  test('left half-way, it goes on at the next open question', () => {
    const { player, quiz } = setUp()
    quiz.start()
    fill(player, true)
    quiz.answer()
    player.goTo(1)
    player.openQuiz()
    quiz.page.value = 'intro'
    quiz.start()
    expect([quiz.index.value, quiz.state.value.attempt]).toEqual([1, 1])
  })
})

describe('feedback', () => {
  const of = (id: string) => questions.find((q) => q.id === id)!
  const verdicts = (id: string, response: Parameters<typeof feedbackOf>[1], shown: readonly string[]) =>
    feedbackOf(of(id), response, shown).lines.map(({ verdict, feedback }) => [verdict, feedback !== null])

  test('a choice explains what was chosen and what is right, in the order shown', () => {
    expect(verdicts('who-opens', { kind: 'choice', option: 'a' }, ['c', 'b', 'a', 'd'])).toEqual([
      ['off', false],
      ['missed', true],
      ['wrong', true],
      ['off', false],
    ])
  })
  test('several tells right, missed and wrong apart', () => {
    expect(verdicts('what-stun-tells', { kind: 'several', options: ['a', 'c'] }, ['a', 'b', 'c']).map(([v]) => v)).toEqual([
      'right',
      'missed',
      'wrong',
    ])
  })
  test('an order shows the right order, and where each item was put', () => {
    const { lines } = feedbackOf(of('knock-order'), { kind: 'order', items: ['b', 'a', 'c', 'd'] }, [])
    expect(lines.map(({ verdict, place }) => [verdict, place])).toEqual([['wrong', 2], ['wrong', 1], ['right', 3], ['right', 4]]) // prettier-ignore
  })
  test('a match shows what was given and what belongs', () => {
    const { lines } = feedbackOf(of('who-does-what'), { kind: 'match', pairs: [['a', 'x'], ['b', 'x'], ['c', 'z']] }, []) // prettier-ignore
    expect(lines[1]).toMatchObject({ verdict: 'wrong', given: 'tells an address', belongs: 'carries the media' })
  })
  test('a number is answered by the range it lies in, else by the last', () => {
    const note = (value: number) => feedbackOf(of('how-often'), { kind: 'number', value }, []).note
    expect([note(50), note(3), note(99)]).toEqual(['One every fifty.', 'Not so fast.', 'Not so slow.'])
  })
})
