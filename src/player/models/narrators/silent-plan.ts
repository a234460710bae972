/**
 * How a beat is told without sound: its words stand still to be read, then its moves play with the gaps between them cut short.
 * A beat longer than one caption cue is told cue by cue, each with the moves that belong to its words.
 */
import type { Beat } from '../../../model/course'
import type { Ms } from '../../../model/units'
import { endOf, startOf, timeOfWord, wordsOf, type Spot } from '../scene-time'

const READ_WORD: Ms = 260
const READ_LEAST: Ms = 900
const GAP_MOST: Ms = 250
const REST: Ms = 500
/** Silence is a tool of the author, and it is kept; more than this is only waiting. */
const SILENCE_MOST: Ms = 1500

/** A stretch in which words and scene time run evenly from one spot to the other. */
export interface Leg {
  readonly real: Ms
  readonly from: Spot
  readonly to: Spot
}

export function silentPlan(beat: Beat, breaks: readonly number[] = []): readonly Leg[] {
  const legs: Leg[] = []
  let here = startOf(beat)
  const go = (real: Ms, to: Spot): void => {
    legs.push({ real, from: here, to })
    here = to
  }
  if (beat.lead > 0) go(Math.min(beat.lead, SILENCE_MOST), here)
  const count = wordsOf(beat).length
  const ends = [...breaks.filter((at) => at > 0 && at < count), count]
  let waiting = beat.moves
  for (const [page, end] of ends.entries()) {
    go(Math.max(READ_LEAST, (end - here.word) * READ_WORD), { word: end, time: here.time })
    const until = page === ends.length - 1 ? Infinity : timeOfWord(beat, end)
    for (const [from, to] of waiting.filter(([from]) => from < until)) {
      if (from > here.time) go(Math.min(from - here.time, GAP_MOST), { word: end, time: from })
      if (to > here.time) go(to - here.time, { word: end, time: to })
    }
    waiting = waiting.filter(([from]) => from >= until)
  }
  const hold = beat.start + beat.length - REST - Math.max(here.time, timeOfWord(beat, count))
  go(REST + Math.min(Math.max(0, hold), SILENCE_MOST), endOf(beat))
  return legs
}

/** Where the telling stands after so much real time; undefined when it is over. */
export function spotAfter(plan: readonly Leg[], real: Ms): Spot | undefined {
  let left = real
  for (const { real: length, from, to } of plan) {
    if (left < length) {
      const share = left / length
      return { word: from.word + (to.word - from.word) * share, time: from.time + (to.time - from.time) * share }
    }
    left -= length
  }
  return undefined
}

/** The other way round: the real time at which a spot is reached. The very start includes the silence before the words. */
export function realOf(plan: readonly Leg[], spot: Spot): Ms {
  const first = plan[0]
  if (!first || (spot.word <= first.from.word && spot.time <= first.from.time)) return 0
  let real = 0
  for (const { real: length, from, to } of plan) {
    if (spot.word < to.word) return real + (length * Math.max(0, spot.word - from.word)) / (to.word - from.word)
    if (spot.time < to.time) return real + (length * Math.max(0, spot.time - from.time)) / (to.time - from.time)
    real += length
  }
  return real
}
