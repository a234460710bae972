/** A direction with its names resolved, its values filled in and its word found. */
import { fill } from '../1-read/placeholders'
import type { DirectionText } from '../1-read/screenplay'
import type { Direction, Target } from '../tree'
import { checkArguments } from './arguments'
import { acrossStages, nothingToJoin, noSuchWord, verbNotTaken } from './messages'
import type { Scope } from './scope'
import { findWord } from './words'

export interface Caption {
  readonly say: string
  readonly words: readonly string[]
}

/** Those that can be drawn: what addresses a stage that is not built is left out. A case of a what-if has no caption. */
export function linkDirections(texts: readonly DirectionText[], scope: Scope, caption: Caption | null): readonly Direction[] {
  return texts.flatMap((text, index) => {
    const direction = linkDirection(text, scope, caption)
    // A whole group may begin with one that is skipped; only what the author wrote first has nothing to join.
    if (direction?.with && index === 0) scope.diagnostics.add(nothingToJoin(text.at, text.verb))
    return direction ? [direction] : []
  })
}

function linkDirection(text: DirectionText, scope: Scope, caption: Caption | null): Direction | null {
  const { verb, form, hold, at } = text
  const { at: said, with: joins, ...rest } = fillArguments(text, scope)
  const targets = resolveAll(text, scope)
  const word = wordOf(said, text, scope, caption)
  if (!targets) return null
  checkArguments(verb, rest, targets, at, scope.diagnostics)
  if (!takes(text, targets, scope)) return null
  return { verb, form, targets, args: rest, word, with: joins !== undefined, hold, at }
}

function fillArguments({ args }: DirectionText, scope: Scope): { readonly [name: string]: string | true } {
  const values = scope.call.values
  const filled = Object.entries(args).map(([name, value]) => [name, value === true ? value : fill(value, values)] as const)
  // A packet may carry a thing from a stage that is not built; then it travels without it.
  const drawn = filled.filter(([name, value]) => !(name === 'carries' && scope.unbuilt.includes(String(value).split('.')[0] ?? '')))
  return Object.fromEntries(drawn)
}

/** Null where one is unknown (said) or on a stage that is not built (skipped). */
function resolveAll({ names, verb, at }: DirectionText, scope: Scope): readonly Target[] | null {
  const targets = names.flatMap((name): readonly (Target | 'skipped' | null)[] =>
    name === 'all' && (verb === 'focus' || verb === 'zoom') ? scope.everything() : [scope.resolve(name, verb, at)],
  )
  return targets.every((target) => target !== null && target !== 'skipped') ? targets : null
}

function wordOf(said: string | true | undefined, text: DirectionText, scope: Scope, caption: Caption | null): number | null {
  if (said === undefined) return null
  const wanted = said === true ? '' : said
  const word = caption && findWord(caption.words, wanted)
  if (word === null) scope.diagnostics.add(noSuchWord(text.at, wanted, caption?.say ?? 'nothing: a case is not narrated'))
  return word
}

function takes({ verb, at }: DirectionText, targets: readonly Target[], scope: Scope): boolean {
  if (verb === 'hold') return true
  const stages = [...new Set(targets.map(({ stage }) => stage))]
  for (const stage of stages) {
    const director = scope.director(stage)
    if (!director || director.verbs.includes(verb)) continue
    const able = [...scope.directors.values()].filter(({ verbs }) => verbs.includes(verb)).map(({ kind }) => kind)
    scope.diagnostics.add(verbNotTaken(at, verb, stage, director.kind, director.verbs, able))
    return false
  }
  const crossing = verb === 'send' && stages.every((stage) => scope.director(stage)?.between)
  if (stages.length > 1 && !crossing && ['send', 'link', 'unlink', 'move'].includes(verb)) {
    scope.diagnostics.add(acrossStages(at, verb, stages))
    return false
  }
  return true
}
