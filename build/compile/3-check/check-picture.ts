/** What is shown: stages, and whether every beat moves or points. */
import type { ScreenText } from '../1-read/screenplay'
import type { Diagnostics } from '../diagnostic'
import type { LinkedModule, LinkedScreen, StageBlock } from '../tree'
import { emptyScreen, idleBeat, neverShown, noPrediction, sameKind, tooManyStages } from './messages'

const RUN = 4

/** `texts`: the same screens as written, with the stages and directions that this edition cannot draw. */
export function checkPicture(module: LinkedModule, texts: readonly ScreenText[], diagnostics: Diagnostics): void {
  for (const [index, screen] of module.screens.entries()) {
    const text = texts[index]
    if (text) checkScreen(screen, text, diagnostics)
    for (const stage of screen.stages) checkHidden(stage, around(module.screens, index), diagnostics)
  }
  checkRuns(module.screens, diagnostics)
  const first = module.screens[0]
  if (first && !module.screens.some((screen) => screen.beats.some((beat) => beat.ask))) diagnostics.add(noPrediction(first.at))
}

function checkScreen(screen: LinkedScreen, text: ScreenText, diagnostics: Diagnostics): void {
  if (text.stages.length > 3) diagnostics.add(tooManyStages(screen.at, text.stages.length))
  if (screen.stages.length === 0 && text.stages.length === 0) diagnostics.add(emptyScreen(screen.at, screen.title, 'stage'))
  if (text.beats.length === 0) diagnostics.add(emptyScreen(screen.at, screen.title, 'paragraph'))
  for (const [index, beat] of screen.beats.entries()) {
    // A hold is silence, no change: it does not count.
    const moves = text.beats[index]?.directions.some(({ verb }) => verb !== 'hold')
    if (!moves) diagnostics.add(idleBeat(beat.at, beat.words.slice(0, 5).join(' ')))
  }
}

/** A screen with those it continues, and those that continue it. */
function around(screens: readonly LinkedScreen[], index: number): readonly LinkedScreen[] {
  let [from, to] = [index, index + 1]
  const goesOn = (at: number): boolean => (screens[at]?.continues ?? null) !== null
  while (from > 0 && goesOn(from)) from--
  while (goesOn(to)) to++
  return screens.slice(from, to)
}

/** What a block hides has to come on some time. */
function checkHidden(stage: StageBlock, chain: readonly LinkedScreen[], diagnostics: Diagnostics): void {
  const directions = chain.flatMap(({ beats, cases }) => [...beats, ...cases]).flatMap(({ directions }) => directions)
  const comes = (name: string) =>
    directions.some(
      ({ verb, targets }) =>
        (verb === 'enter' || verb === 'show' || verb === 'morph') && targets.some((t) => t.stage === stage.name && t.name === name),
    )
  const { hidden } = stage.data
  const rows = Array.isArray(hidden) ? hidden.map(String) : []
  for (const row of rows) if (!comes(row)) diagnostics.add(neverShown(stage.lineOf('hidden'), row, stage.name, 'show'))
  for (const [name, value] of Object.entries(stage.data)) {
    const hides = typeof value === 'object' && value !== null && !Array.isArray(value) && 'hidden' in value && value.hidden === true
    if (hides && !comes(name)) diagnostics.add(neverShown(stage.lineOf(name), name, stage.name, 'enter'))
  }
}

/** Screens one after another that show only the same kind, where none continues another. */
function checkRuns(screens: readonly LinkedScreen[], diagnostics: Diagnostics): void {
  let run: LinkedScreen[] = []
  const only = (screen: LinkedScreen | undefined): string => [...new Set(screen?.stages.map(({ kind }) => kind))].join('+')
  const end = () => {
    const first = run[RUN - 1]
    if (first) diagnostics.add(sameKind(first.at, only(first), run.length))
  }
  for (const screen of screens) {
    if (screen.continues !== null && only(screen) === only(run.at(-1))) continue
    if (only(screen) === '' || only(screen) !== only(run.at(-1))) {
      end()
      run = []
    }
    run.push(screen)
  }
  end()
}
