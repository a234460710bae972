/** Learning records on disk: one JSON file per learner and package, beside the attempts of SCORM packages, written at once and never half. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { PreviewError } from '../types'
import type { LearningRecord } from './types'

export interface Records {
  read(learner: string, id: string): LearningRecord
  write(learner: string, id: string, record: LearningRecord): void
}

const EMPTY: LearningRecord = { registrations: [], statements: [], documents: [], requests: [] }
/** Enough for an hour; the oldest go first. */
const REQUESTS = 2000

export function createRecords(folder: string): Records {
  const pathOf = (learner: string, id: string): string => join(folder, learner, `${encodeURIComponent(id)}.lrs.json`)
  const read = (learner: string, id: string): LearningRecord => {
    const path = pathOf(learner, id)
    let text: string
    try {
      text = readFileSync(path, 'utf8')
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return EMPTY
      throw error
    }
    try {
      const stored = JSON.parse(text) as LearningRecord & { readonly format: number }
      if (stored.format === 1 && Array.isArray(stored.statements)) return stored
    } catch {
      // Told below, with the other way a file can be wrong.
    }
    throw new PreviewError(
      `${path} is not a learning record (expected JSON with "format": 1). Delete it; the learner then starts anew.`,
      500,
    )
  }
  const write = (learner: string, id: string, record: LearningRecord): void => {
    const path = pathOf(learner, id)
    mkdirSync(dirname(path), { recursive: true })
    const kept = { ...record, requests: record.requests.slice(-REQUESTS) }
    writeFileSync(`${path}.new`, JSON.stringify({ ...kept, format: 1, learner, package: id }))
    renameSync(`${path}.new`, path)
  }
  return { read, write }
}
