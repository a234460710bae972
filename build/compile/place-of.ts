import type { At } from './tree'

/** Line and column of an offset. */
export function placeOf(file: string, source: string, offset: number): At {
  const before = source.slice(0, offset).split('\n')
  return { file, line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}
