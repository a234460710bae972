import type { Beat } from '../../src/model/course'
import { createSpeechNarrator } from '../../src/player/models/narrators/speech'
import type { Heard, Speaker } from '../../src/player/models/narrators/speaker'
import { endOf, startOf, type Spot } from '../../src/player/models/scene-time'
import { fakeClock } from '../fixtures/fake-clock'

const say = 'Ana sends a packet to Ben.'
const beat: Beat = { say, html: say, description: '', start: 1000, lead: 800, length: 4000, moves: [], audio: null, ask: null }

function stage(from: Spot = startOf(beat), speed = 1) {
  const clock = fakeClock()
  const spoken: { text: string; rate: number; heard: Heard; hushed: boolean }[] = []
  const speaker: Speaker = {
    speak(text, rate, heard) {
      const one = { text, rate, heard, hushed: false }
      spoken.push(one)
      return () => void (one.hushed = true)
    },
  }
  const spots: Spot[] = []
  const ends: string[] = []
  const stop = createSpeechNarrator(clock, speaker).tell({
    beat,
    from,
    breaks: [],
    speed,
    report: (spot) => spots.push(spot),
    done: () => ends.push('done'),
    failed: () => ends.push('failed'),
  })
  return { clock, spoken, spots, ends, stop, last: () => spots.at(-1)! }
}

describe('the speech narrator', () => {
  test('is silent for the lead, then speaks at the speed asked for', () => {
    const { clock, spoken } = stage(startOf(beat), 2)
    clock.pass(300)
    expect(spoken).toEqual([])
    clock.pass(200)
    expect(spoken[0]).toMatchObject({ text: say, rate: 2 })
  })
  test('follows the words that the voice reports', () => {
    const { clock, spoken, last } = stage()
    clock.pass(900)
    spoken[0]!.heard.started()
    spoken[0]!.heard.reached(say.indexOf('packet'))
    clock.pass(1500)
    expect(Math.floor(last().word)).toBe(3)
    spoken[0]!.heard.reached(say.indexOf('Ben'))
    clock.pass(100)
    expect(Math.floor(last().word)).toBe(5)
  })
  test('estimates where the voice reports none, and never runs past the last word', () => {
    const { clock, spoken, last } = stage()
    clock.pass(900)
    spoken[0]!.heard.started()
    clock.pass(820)
    expect(Math.floor(last().word)).toBe(2)
    clock.pass(5000)
    expect(last().word).toBeLessThan(6)
  })
  test('scene time never goes back and never jumps', () => {
    const { clock, spoken, spots, ends } = stage()
    clock.pass(900)
    spoken[0]!.heard.started()
    spoken[0]!.heard.reached(say.indexOf('Ben'))
    clock.pass(300)
    spoken[0]!.heard.ended()
    clock.pass(8000)
    spots.slice(1).forEach((spot, i) => {
      expect(spot.time).toBeGreaterThanOrEqual(spots[i]!.time)
      expect(spot.time - spots[i]!.time).toBeLessThanOrEqual(16 * 3 + 1)
    })
    expect(spots.at(-1)).toEqual(endOf(beat))
    expect(ends).toEqual(['done'])
  })
  test('begins again in the middle, at the word it was stopped at', () => {
    const { clock, spoken } = stage({ word: 3.4, time: 3000 })
    clock.pass(20)
    expect(spoken[0]!.text).toBe('packet to Ben.')
  })
  test('gives up when no sound comes', () => {
    const { clock, ends, spoken } = stage()
    clock.pass(5000)
    expect(ends).toEqual(['failed'])
    expect(spoken[0]!.hushed).toBe(true)
  })
  test('gives up when the voice never ends', () => {
    const { clock, ends, spoken } = stage()
    clock.pass(900)
    spoken[0]!.heard.started()
    clock.pass(30_000)
    expect(ends).toEqual(['failed'])
  })
  test('gives up when the voice says it failed, once', () => {
    const { clock, ends, spoken } = stage()
    clock.pass(900)
    spoken[0]!.heard.failed()
    clock.pass(20_000)
    expect(ends).toEqual(['failed'])
  })
  test('stopped, it is silent and reports nothing more', () => {
    const { clock, spoken, spots, ends, stop } = stage()
    clock.pass(1000)
    const count = spots.length
    stop()
    clock.pass(20_000)
    expect([spots.length, ends, spoken[0]!.hushed]).toEqual([count, [], true])
  })
})
