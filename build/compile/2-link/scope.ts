/** The stages of one screen, and what a name means on them. */
import type { Director } from '../../stage/director'
import type { Diagnostics } from '../diagnostic'
import { nearest } from '../nearest'
import type { At, Call, StageBlock, StageKind, Target, Verb } from '../tree'
import { ambiguousName, unknownName } from './messages'

export type Directors = ReadonlyMap<StageKind, Director>

interface Stage {
  readonly block: StageBlock
  readonly director: Director
  readonly names: ReadonlySet<string>
}

export class Scope {
  readonly #stages: readonly Stage[]

  constructor(
    blocks: readonly StageBlock[],
    /** Names of stages whose kind is not built: whatever addresses them is skipped. */
    readonly unbuilt: readonly string[],
    readonly directors: Directors,
    readonly call: Call,
    readonly diagnostics: Diagnostics,
  ) {
    this.#stages = blocks.flatMap((block) => {
      const director = directors.get(block.kind)
      return director ? [{ block, director, names: new Set(director.names(block, call).keys()) }] : []
    })
  }

  director(stage: string): Director | undefined {
    return this.#stages.find(({ block }) => block.name === stage)?.director
  }

  /** `focus[all]`, `zoom[all]`: every stage as a whole. */
  everything(): readonly Target[] {
    return this.#stages.map((stage) => target(stage, ''))
  }

  /** `skipped`: it belongs to a stage this edition cannot draw. Null: a diagnostic has been made. */
  resolve(name: string, verb: Verb, at: At): Target | 'skipped' | null {
    const [head = '', ...rest] = name.split('.')
    const tail = rest.join('.')
    if (this.unbuilt.includes(head)) return 'skipped'
    const stage = this.#stages.find(({ block }) => block.name === head)
    const owners = this.#stages.filter(({ names }) => names.has(name))
    // A stage may be named after its actor; a packet goes to the actor.
    if (stage && tail === '' && !(owners.length > 0 && ['send', 'link', 'unlink', 'move'].includes(verb))) return target(stage, '')
    if (stage?.names.has(tail) && tail !== '') return target(stage, tail)
    const able = owners.filter(({ director }) => director.verbs.includes(verb))
    const [only, ...others] = able.length > 0 ? able : owners
    if (only && others.length === 0) return target(only, name)
    if (only) {
      this.diagnostics.add(
        ambiguousName(
          at,
          name,
          [only, ...others].map(({ block }) => `${block.name}.${name}`),
        ),
      )
      return null
    }
    if (this.unbuilt.length > 0 && !stage) return 'skipped'
    this.#unknown(name, stage, tail, at)
    return null
  }

  #unknown(name: string, stage: Stage | undefined, tail: string, at: At): void {
    const known = stage
      ? [...stage.names].map((n) => `${stage.block.name}.${n}`)
      : this.#stages.flatMap(({ block, names }) => [block.name, ...names])
    const where = stage ? `\`${stage.block.name}\`` : 'a stage of this screen'
    this.diagnostics.add(
      unknownName(
        at,
        name,
        where,
        nearest(
          stage ? `${stage.block.name}.${tail}` : name,
          known.filter((n) => n !== '' && !n.endsWith('.')),
        ),
      ),
    )
  }
}

function target({ block }: Stage, path: string): Target {
  const dot = path.indexOf('.')
  return { stage: block.name, name: dot < 0 ? path : path.slice(0, dot), part: dot < 0 ? '' : path.slice(dot + 1) }
}
