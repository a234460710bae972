/** How far a pull is, as one small file that is replaced at once: there is never half of it. No credentials, and no address with any. */
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { EMPTY_SPOOL, type SpoolState } from './spool'

/** Of the store's files: another one is read by no query of ours. */
export const FORMAT = 2

export interface Checkpoint {
  readonly format: typeof FORMAT
  /** Whose statements these are. */
  readonly iri: string
  readonly facts: SpoolState
  readonly voided: SpoolState
  readonly rejected: SpoolState
  /** By what they were read from: an LRS's address, or the name of a file. */
  readonly sources: Readonly<Record<string, Cursor>>
}

export interface Cursor {
  /** Newest `stored` that was seen, ISO 8601. The next pull begins some minutes before. */
  readonly newest?: string
  /** The same of a pull under way whose pages are not in the order of time. */
  readonly pending?: string
  /** Where a pull that was cut goes on. */
  readonly more?: string
}

const NAME = 'checkpoint.json'

export const readCheckpoint = (folder: string, iri: string): Checkpoint => {
  const file = join(folder, NAME)
  if (!existsSync(file)) return { format: FORMAT, iri, facts: EMPTY_SPOOL, voided: EMPTY_SPOOL, rejected: EMPTY_SPOOL, sources: {} }
  const found = JSON.parse(readFileSync(file, 'utf8')) as Partial<Checkpoint>
  if (found.format !== FORMAT)
    throw new Error(`${file}: format ${String(found.format)}; expected ${FORMAT}. Delete the folder, and pull again.`)
  if (found.iri !== iri) throw new Error(`${file}: facts of ${String(found.iri)}; expected those of ${iri}. Take another folder (--store).`)
  return found as Checkpoint
}

export const writeCheckpoint = (folder: string, checkpoint: Checkpoint): void => {
  const file = join(folder, NAME)
  writeFileSync(`${file}.new`, `${JSON.stringify(checkpoint, null, 2)}\n`)
  renameSync(`${file}.new`, file)
}
