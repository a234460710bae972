import type { LinkedScreen } from './tree'

const WORDS_A_MINUTE = 150
const BREATH_MS = 500

export interface RunningTime {
  readonly minutes: number
  readonly words: number
  readonly beats: number
  readonly holdMs: number
}

/** Running time as the syllabus counts it: 150 words a minute, half a second a beat, and the holds. No quiz, no thinking time. */
export function runningTime(module: { readonly screens: readonly Pick<LinkedScreen, 'beats'>[] }): RunningTime {
  const beats = module.screens.flatMap((s) => s.beats)
  const words = beats.reduce((sum, b) => sum + b.words.length, 0)
  const holdMs = beats.flatMap((b) => b.directions).reduce((sum, d) => sum + (d.verb === 'hold' ? d.hold : 0), 0)
  return { minutes: words / WORDS_A_MINUTE + (beats.length * BREATH_MS + holdMs) / 60_000, words, beats: beats.length, holdMs }
}
