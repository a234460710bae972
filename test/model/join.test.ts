import fc from 'fast-check'
import { joinProgress } from '../../src/model/join'
import { begin, seenShare, type ModuleProgress, type Progress } from '../../src/model/progress'
import { decodeSuspend, encodeSuspend } from '../../src/model/suspend/codec'
import { deeds } from './deeds'
import { live, type Deed } from './learn'
import { makeCourse, makeModule } from './make-course'

const subject = makeModule(4, { screens: 5, beats: 4, questions: 10, draw: 5 })
const course = makeCourse(subject, makeModule(5))
const fresh = begin(course, () => 0.4)
const mine = (progress: Progress): ModuleProgress => progress.modules[subject.id]!
const runs = { numRuns: 400 }

/** One attempt taken up on two devices: what both knew, and what each did after. */
const devices = fc.tuple(deeds(20), deeds(25), deeds(25)).map(([both, one, two]: readonly (readonly Deed[])[]) => {
  const shared = live(fresh, subject, both ?? [])
  return { shared, a: live(shared, subject, one ?? []), b: live(shared, subject, two ?? []) }
})

/** Everything a join must not lose, as one set of words. */
const facts = (progress: Progress): Set<string> => {
  const { seen, entered, predictions } = mine(progress)
  const beats = Object.entries(entered).flatMap(([screen, numbers]) => numbers.map((beat) => `${screen}.${beat}`))
  return new Set([...seen, ...beats, ...Object.keys(predictions)])
}
const beatsOf = (screen: string): string[] => subject.screens.find((s) => s.id === screen)?.beats.map((_, i) => `${screen}.${i}`) ?? []
/** A seen screen's beats were all entered. */
const whole = (of: Set<string>): Set<string> => new Set([...of, ...[...of].flatMap(beatsOf)])

describe('joinProgress', () => {
  it('[JRN-4] is the same whichever copy comes first', () =>
    fc.assert(
      fc.property(devices, ({ a, b }) => expect(joinProgress(course, a, b)).toEqual(joinProgress(course, b, a))),
      runs,
    ))

  it('[JRN-4] of a copy with itself, or with what it came from, is that copy', () =>
    fc.assert(
      fc.property(devices, ({ shared, a }) => {
        expect(joinProgress(course, a, a)).toBe(a)
        // What came later may have closed or begun a quiz attempt; nothing of it is changed by the older copy.
        expect(joinProgress(course, shared, a)).toEqual(a)
      }),
      runs,
    ))

  it('[JRN-3] [JRN-4] loses nothing that either device knew, and makes nothing up', () =>
    fc.assert(
      fc.property(devices, ({ a, b }) => {
        const joined = joinProgress(course, a, b)
        const [both, now] = [new Set([...whole(facts(a)), ...whole(facts(b))]), whole(facts(joined))]
        for (const fact of both) expect(now).toContain(fact)
        for (const fact of now) if (!subject.screens.some((screen) => screen.id === fact)) expect(both).toContain(fact)
        expect(mine(joined).quiz.best).toBe(bestOf(mine(a).quiz.best, mine(b).quiz.best))
        expect(mine(joined).quiz.attempt).toBe(Math.max(mine(a).quiz.attempt, mine(b).quiz.attempt))
        const ahead = mine(mine(a).quiz.attempt >= mine(b).quiz.attempt ? a : b).quiz
        expect([...mine(joined).quiz.used]).toEqual(expect.arrayContaining([...ahead.used]))
        expect(seenShare(subject, mine(joined))).toBeGreaterThanOrEqual(Math.max(seenShare(subject, mine(a)), seenShare(subject, mine(b))))
        expect(joined.counter).toBeGreaterThanOrEqual(Math.max(a.counter, b.counter))
      }),
      runs,
    ))

  it('[JRN-3] stands where the later copy stood', () =>
    fc.assert(
      fc.property(devices, ({ a, b }) => {
        if (a.counter === b.counter) return
        expect(mine(joinProgress(course, a, b)).at).toEqual(mine(a.counter > b.counter ? a : b).at)
      }),
      runs,
    ))

  it('[JRN-4] an answer of an attempt that both devices had open stays, and on one of them it is the later', () => {
    const open = live(fresh, subject, [{ do: 'start', seed: 7 }])
    const one = live(open, subject, [{ do: 'answer', nth: 0, right: true }])
    const two = live(open, subject, [
      { do: 'answer', nth: 1, right: false },
      { do: 'answer', nth: 0, right: false },
    ])
    const { answers, drawn, open: still } = mine(joinProgress(course, one, two)).quiz
    expect(still).toBe(true)
    expect(answers[drawn[0]!]).toEqual(mine(two).quiz.answers[drawn[0]!])
    expect(answers[drawn[1]!]).toEqual(mine(two).quiz.answers[drawn[1]!])
  })

  it('[JRN-3] an attempt closed on one device is closed, whatever the other still has open', () => {
    const open = live(fresh, subject, [{ do: 'start', seed: 7 }])
    const closed = live(open, subject, [{ do: 'answer', nth: 0, right: true }, { do: 'finish' }])
    const later = live(
      open,
      subject,
      Array.from({ length: 9 }, (_, beat) => ({ do: 'enter', screen: beat % 5, beat: beat % 4 }) as const),
    )
    expect(later.counter).toBeGreaterThan(closed.counter)
    expect(mine(joinProgress(course, closed, later)).quiz).toMatchObject({ open: false, best: 0.2 })
  })

  it('[JRN-4] survives packing: the join of what was packed is the join', () =>
    fc.assert(
      fc.property(devices, ({ a, b }) => {
        const packed = (progress: Progress): Progress => {
          const read = decodeSuspend(course, encodeSuspend(course, progress))
          if (!read.ok) throw new Error(read.reason)
          return read.progress
        }
        const joined = joinProgress(course, packed(a), packed(b))
        expect(facts(joined)).toEqual(facts(joinProgress(course, a, b)))
      }),
      runs,
    ))

  it('[JRN-5] of two attempts there is no join', () => {
    expect(() =>
      joinProgress(
        course,
        fresh,
        begin(course, () => 0.9),
      ),
    ).toThrow(/two: expected copies of one/)
  })
})

const bestOf = (a: number | null, b: number | null): number | null => (a === null && b === null ? null : Math.max(a ?? 0, b ?? 0))
