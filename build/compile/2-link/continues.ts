/**
 * `continues`: a screen that goes on where the one before it ended. It has that screen's stages, and may add to them: a block of the same name adds
 * keys, one of another name a stage that comes when this screen begins.
 */
import type { ScreenText } from '../1-read/screenplay'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { Json, LinkedBeat, LinkedScreen, StageBlock } from '../tree'
import type { Context } from './link-screen'
import { continuesOther, continuesUnknown, entersTwice, otherStage } from './messages'

/** The screen that is continued; null where none is, or none may be (said). */
export function inheritedBy(
  { continues, at }: ScreenText,
  { before, diagnostics }: Pick<Context, 'before' | 'diagnostics'>,
): LinkedScreen | null {
  if (continues === null) return null
  const ids = before.map(({ id }) => id)
  const last = before.at(-1)
  if (last?.id === continues) return last
  diagnostics.add(
    ids.includes(continues) ? continuesOther(at, continues, last?.id ?? '') : continuesUnknown(at, continues, nearest(continues, ids)),
  )
  return null
}

export function inherit({ stages }: LinkedScreen, own: readonly StageBlock[], diagnostics: Diagnostics): readonly StageBlock[] {
  const kept = stages.map((stage): StageBlock => {
    const added = own.find(({ name }) => name === stage.name)
    if (!added) return stage
    if (added.kind !== stage.kind) diagnostics.add(otherStage(added.at, stage.name, stage.kind))
    return {
      ...stage,
      data: merged(stage.data, added.data),
      lineOf: (...path) => (String(path[0]) in added.data ? added : stage).lineOf(...path),
    }
  })
  return [...kept, ...own.filter(({ name }) => stages.every((stage) => stage.name !== name))]
}

/** Lists (`show`, `hidden`) are joined; of anything else the later holds. */
function merged(before: StageBlock['data'], added: StageBlock['data']): StageBlock['data'] {
  const both = Object.entries(added).map(([key, value]): readonly [string, Json] => {
    const was = before[key]
    return [key, Array.isArray(was) && Array.isArray(value) ? ([...new Set([...was, ...value])] as readonly Json[]) : value]
  })
  return { ...before, ...Object.fromEntries(both) }
}

/** What is there can't enter: it would have to be hidden in the screen before. */
export function checkEntrances(
  beats: readonly LinkedBeat[],
  from: LinkedScreen,
  before: readonly LinkedScreen[],
  diagnostics: Diagnostics,
): void {
  const there = new Set(chain(before, from).flatMap(presentAtEnd))
  for (const { verb, targets, at } of beats.flatMap(({ directions }) => directions)) {
    for (const { stage, name, part } of targets) {
      const key = `${stage} ${name}`
      if (verb === 'exit') there.delete(key)
      if (verb === 'enter' && !part && there.has(key)) diagnostics.add(entersTwice(at, name || stage, from.id))
    }
  }
}

/** The screens that end in `last` without a break. */
export function chain(screens: readonly LinkedScreen[], last: LinkedScreen): readonly LinkedScreen[] {
  const index = screens.indexOf(last)
  const earlier = screens[index - 1]
  return last.continues !== null && earlier ? [...chain(screens, earlier), last] : [last]
}

function presentAtEnd({ stages, beats }: LinkedScreen): readonly string[] {
  const there = new Set<string>()
  for (const { name, data } of stages) for (const shown of Array.isArray(data.show) ? data.show : []) there.add(`${name} ${String(shown)}`)
  for (const { verb, targets } of beats.flatMap(({ directions }) => directions)) {
    for (const { stage, name } of targets) {
      if (verb === 'exit') there.delete(`${stage} ${name}`)
      else if (verb === 'enter') there.add(`${stage} ${name}`)
    }
  }
  return [...there]
}
