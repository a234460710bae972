/** Statements from a file into the store, some hundred at a time. */
import { flatten, rejected, type Flat, type FlattenTerms } from '../flatten'
import type { Store } from '../store/store'
import type { Piece } from './pieces'

const BATCH = 2000

export interface IngestOptions {
  readonly store: Store
  readonly terms: FlattenTerms
  /** After each batch: how many were read so far. */
  readonly progress?: (read: number) => void
}

export const ingest = async (pieces: AsyncIterable<Piece>, { store, terms, progress }: IngestOptions): Promise<number> => {
  let read = 0
  let batch: Flat[] = []
  const write = async (): Promise<void> => {
    await store.add(batch)
    batch = []
    progress?.(read)
  }
  for await (const piece of pieces) {
    batch.push(flattenPiece(piece, terms))
    read++
    if (batch.length >= BATCH) await write()
  }
  await write()
  return read
}

export const flattenPiece = ({ text, long }: Piece, terms: FlattenTerms): Flat => {
  if (long) return rejected('too-long', text)
  let raw: unknown
  try {
    raw = JSON.parse(text)
  } catch {
    return rejected('unreadable', text)
  }
  return flatten(raw, terms)
}
