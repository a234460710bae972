/**
 * What waits, on the disk: files that only grow, one statement a line, and a cursor that says how far the LRS has taken them.
 *
 *     00000001.jsonl ── read from the cursor ──▶ LRS       00000002.jsonl ◀── append, fsync, and only then "stored"
 *
 * What was called stored is on the disk. A cut line at the end of a file was never called so, and is passed over. The cursor is written after the LRS
 * has answered and without fsync: where it is lost, or older than the truth, statements go out again with the ids they had, and are the same statements.
 */
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

export interface Place {
  readonly segment: number
  readonly offset: number
}

const NAME = /^(\d{8})\.jsonl$/
const CURSOR = 'cursor.json'

export const segmentFile = (folder: string, segment: number): string => join(folder, `${String(segment).padStart(8, '0')}.jsonl`)

/** Their numbers, oldest first. */
export async function segmentsIn(folder: string): Promise<readonly number[]> {
  const names = await readdir(folder)
  return names
    .flatMap((name) => NAME.exec(name)?.slice(1) ?? [])
    .map(Number)
    .sort((a, b) => a - b)
}

export async function makeFolder(folder: string): Promise<void> {
  // Learners' ids lie in it while they wait.
  await mkdir(folder, { recursive: true, mode: 0o700 })
}

/** Where reading goes on: the cursor, or the beginning of the oldest file where there is none that can be read. */
export async function readCursor(folder: string): Promise<Place> {
  const segments = await segmentsIn(folder)
  const [oldest = 1] = segments
  try {
    const { segment, offset } = JSON.parse(await readFile(join(folder, CURSOR), 'utf8')) as Partial<Place>
    if (!Number.isInteger(segment) || !Number.isInteger(offset) || !segments.includes(segment ?? -1)) return { segment: oldest, offset: 0 }
    const { size } = await stat(segmentFile(folder, segment ?? 0))
    return { segment: segment ?? 0, offset: Math.min(offset ?? 0, size) }
  } catch {
    return { segment: oldest, offset: 0 }
  }
}

export async function writeCursor(folder: string, place: Place): Promise<void> {
  const fresh = join(folder, `${CURSOR}.new`)
  await writeFile(fresh, JSON.stringify(place), { mode: 0o600 })
  await rename(fresh, join(folder, CURSOR))
}

export const removeSegment = (folder: string, segment: number): Promise<void> => rm(segmentFile(folder, segment), { force: true })
