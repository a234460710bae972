/** Attempts on disk: one JSON file per learner and package, written at once and never half. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PreviewError, type Attempt } from './types'

export interface Store {
  read(learner: string, id: string): readonly Attempt[]
  write(learner: string, id: string, attempts: readonly Attempt[]): void
}

interface Stored {
  readonly format: 1
  readonly learner: string
  readonly package: string
  readonly attempts: readonly Attempt[]
}

export function createStore(folder: string): Store {
  const pathOf = (learner: string, id: string): string => join(folder, learner, `${encodeURIComponent(id)}.json`)
  const read = (learner: string, id: string): readonly Attempt[] => {
    const path = pathOf(learner, id)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
      throw error
    }
    try {
      const stored = JSON.parse(text) as Stored
      if (stored.format === 1 && Array.isArray(stored.attempts)) return stored.attempts
    } catch {
      // Told below, with the other way a file can be wrong.
    }
    throw new PreviewError(
      `${path} is not a file of attempts (expected JSON with "format": 1). Delete it; the learner then starts anew.`,
      500,
    )
  }
  const write = (learner: string, id: string, attempts: readonly Attempt[]): void => {
    const path = pathOf(learner, id)
    const stored: Stored = { format: 1, learner, package: id, attempts }
    mkdirSync(dirname(path), { recursive: true })
    // A rename replaces the file in one step: whoever reads meanwhile sees the old one or the new one.
    writeFileSync(`${path}.new`, JSON.stringify(stored))
    renameSync(`${path}.new`, path)
  }
  return { read, write }
}
