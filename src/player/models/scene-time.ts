/** Between words and scene time: the piecewise map that lets one scene serve recorded audio, speech and silence. */
import type { Beat } from '../../model/course'
import type { Ms } from '../../model/units'

/** Nominal length of a word (design §4). */
export const WORD: Ms = 400

/** How far a beat has been told: words said (a fraction is a word begun), and the scene time that belongs to it. */
export interface Spot {
  readonly word: number
  readonly time: Ms
}

export const wordsOf = (beat: Beat): readonly string[] => beat.say.split(/\s+/).filter(Boolean)

/** The scene time at which so many words have been said. */
export const timeOfWord = (beat: Beat, word: number): Ms => Math.min(beat.start + beat.lead + word * WORD, lastMoment(beat))

/** A beat's last frame: the moment before the next beat takes its trails away. */
export const lastMoment = (beat: Beat): Ms => beat.start + Math.max(0, beat.length - 1)

export const startOf = (beat: Beat): Spot => ({ word: 0, time: beat.start })
export const endOf = (beat: Beat): Spot => ({ word: wordsOf(beat).length, time: lastMoment(beat) })
