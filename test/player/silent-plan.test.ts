import fc from 'fast-check'
import type { Beat } from '../../src/model/course'
import { realOf, silentPlan, spotAfter } from '../../src/player/models/narrators/silent-plan'
import { endOf, lastMoment, timeOfWord, wordsOf } from '../../src/player/models/scene-time'

const beats: fc.Arbitrary<Beat> = fc
  .record({
    words: fc.integer({ min: 1, max: 45 }),
    start: fc.integer({ min: 0, max: 5000 }),
    lead: fc.constantFrom(0, 0, 800, 4000),
    tail: fc.integer({ min: 500, max: 4000 }),
    cuts: fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 8 }),
  })
  .map(({ words, start, lead, tail, cuts }) => {
    const length = lead + words * 400 + tail
    let at = start + lead
    const edges = cuts.map((cut) => (at += cut)).filter((edge) => edge < start + length - 500)
    const moves = edges.flatMap((from, i) => (i % 2 === 0 && edges[i + 1] !== undefined ? [[from, edges[i + 1]!] as const] : []))
    const say = Array.from({ length: words }, (_, i) => `w${i}`).join(' ')
    return { say, html: say, description: '', start, lead, length, moves, audio: null, ask: null }
  })

describe('the silent plan', () => {
  test('words and scene time never go back, and end where the beat ends', () => {
    fc.assert(
      fc.property(beats, (beat) => {
        const plan = silentPlan(beat)
        plan.forEach(({ from, to, real }) => {
          expect(real).toBeGreaterThanOrEqual(0)
          expect(to.word).toBeGreaterThanOrEqual(from.word)
          expect(to.time).toBeGreaterThanOrEqual(from.time)
        })
        expect(plan.at(-1)?.to).toEqual(endOf(beat))
      }),
    )
  })
  test('nothing moves before its words were read', () => {
    fc.assert(
      fc.property(beats, (beat) => {
        for (const { from, to } of silentPlan(beat)) if (to.time > from.time) expect(from.word).toBe(wordsOf(beat).length)
      }),
    )
  })
  test('every move plays at its natural rate', () => {
    fc.assert(
      fc.property(beats, (beat) => {
        const plan = silentPlan(beat)
        for (const [from, to] of beat.moves) {
          const legs = plan.filter((leg) => leg.from.time >= from && leg.to.time <= to && leg.to.time > leg.from.time)
          expect(legs.reduce((sum, leg) => sum + leg.real, 0)).toBe(to - from)
        }
      }),
    )
  })
  test('realOf is the way back from spotAfter', () => {
    fc.assert(
      fc.property(beats, fc.double({ min: 0.01, max: 0.99, noNaN: true }), (beat, share) => {
        const plan = silentPlan(beat)
        const whole = plan.reduce((sum, leg) => sum + leg.real, 0)
        const spot = spotAfter(plan, whole * share)!
        const again = spotAfter(plan, realOf(plan, spot)) ?? endOf(beat)
        expect(again.word).toBeCloseTo(spot.word, 4)
        expect(again.time).toBeCloseTo(spot.time, 4)
      }),
    )
  })
  test('a long caption is read cue by cue, each with the moves that belong to its words', () => {
    const say = Array.from({ length: 20 }, (_, i) => `w${i}`).join(' ')
    const beat: Beat = { say, html: say, description: '', start: 0, lead: 0, length: 8500, moves: [[400, 900], [6000, 7000]], audio: null, ask: null } // prettier-ignore
    const plan = silentPlan(beat, [10])
    const words = plan.map(({ to }) => to.word)
    expect(words).toEqual([10, 10, 10, 20, 20, 20, 20])
    expect(plan[2]?.to.time).toBe(900)
    expect(plan[5]?.to.time).toBe(7000)
  })
  test('silences of the author stay, but not longer than a second and a half', () => {
    const beat: Beat = { say: 'Might.', html: '', description: '', start: 0, lead: 3000, length: 9000, moves: [], audio: null, ask: null }
    expect(silentPlan(beat).map(({ real }) => real)).toEqual([1500, 900, 2000])
  })
  test('timeOfWord never leaves the beat', () => {
    fc.assert(fc.property(beats, fc.integer({ min: 0, max: 99 }), (beat, word) => timeOfWord(beat, word) <= lastMoment(beat)))
  })
})
