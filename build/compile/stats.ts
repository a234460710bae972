/** The figures of a course: what there is, how long it runs, what it covers. */
import type { OutlineModule } from './1-read/read-outline'
import { coverageOf, type Coverage } from './coverage'
import { runningTime } from './running-time'
import type { LinkedModule, StageKind } from './tree'

/** Seconds that a question takes. */
const QUESTION = 30
const hundredths = (n: number): number => Math.round(n * 100) / 100

export interface Stats {
  readonly modules: readonly ModuleStats[]
}
export interface ModuleStats {
  readonly number: number
  readonly minutes: { readonly narration: number; readonly quiz: number }
  readonly words: number
  readonly screens: number
  readonly beats: number
  readonly predictions: number
  readonly kinds: readonly StageKind[]
  readonly topics: Coverage
}

export function statsOf(modules: readonly LinkedModule[], outline: readonly OutlineModule[]): Stats {
  return { modules: modules.map((module) => moduleStats(module, outline)) }
}

function moduleStats(module: LinkedModule, outline: readonly OutlineModule[]): ModuleStats {
  const { words, beats, minutes } = runningTime(module)
  const quiz = ((module.quiz?.draw ?? 0) * QUESTION) / 60
  const { screens } = module
  return {
    number: module.number,
    minutes: { narration: hundredths(minutes), quiz: hundredths(quiz) },
    words,
    screens: screens.length,
    beats,
    predictions: screens.flatMap((screen) => screen.beats).filter((beat) => beat.ask).length,
    kinds: [...new Set(screens.flatMap((screen) => screen.stages.map((stage) => stage.kind)))].sort(),
    topics: coverageOf(
      module,
      outline.find(({ number }) => number === module.number),
    ),
  }
}
