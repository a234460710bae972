/** Which topics of the syllabus a module's screens cover. */
import { topicsOf, type OutlineModule } from './1-read/read-outline'
import type { LinkedModule } from './tree'

export interface Coverage {
  readonly covered: readonly string[]
  readonly missing: readonly string[]
}

/** A heading with parts is covered when all its parts are; naming the heading alone does not cover them. */
export function coverageOf(module: LinkedModule, outline: OutlineModule | undefined): Coverage {
  const named = new Set(module.screens.flatMap((screen) => screen.covers))
  const is = ({ id, parts = [] }: OutlineModule['topics'][number]): boolean =>
    parts.length > 0 ? parts.every((part) => named.has(part.id)) : named.has(id)
  const topics = outline ? topicsOf(outline) : []
  return { covered: topics.filter(is).map(({ id }) => id), missing: topics.filter((topic) => !is(topic)).map(({ id }) => id) }
}
