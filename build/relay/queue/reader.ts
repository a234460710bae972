/** The end that is read: the next statements after a place, never past what is on the disk. */
import { open } from 'node:fs/promises'
import { segmentFile, segmentsIn, type Place } from './segments'

export interface Batch {
  /** Each a statement as JSON. */
  readonly lines: readonly string[]
  /** Where the next one begins. */
  readonly next: Place
}

const CHUNK = 1024 * 1024
const MOST = 100
const BYTES = 256 * 1024
const NEWLINE = 0x0a

/** At most 100 statements and 256 KB; no lines where nothing waits. `end` is where the writer is. */
export async function readBatch(folder: string, from: Place, end: Place): Promise<Batch> {
  for (let at = from; ;) {
    const sealed = at.segment !== end.segment
    const chunk = await readChunk(folder, at, sealed ? Infinity : end.offset)
    const { lines, used } = cut(chunk)
    if (lines.length > 0) return { lines, next: { segment: at.segment, offset: at.offset + used } }
    // No whole line is left: what may stand there was cut off by the end of another process.
    const later = sealed ? (await segmentsIn(folder)).find((segment) => segment > at.segment) : undefined
    if (later === undefined) return { lines: [], next: at }
    at = { segment: later, offset: 0 }
  }
}

/** How many whole lines lie between. */
export async function countLines(folder: string, from: Place): Promise<number> {
  let count = 0
  for (const segment of await segmentsIn(folder)) {
    if (segment < from.segment) continue
    for (let offset = segment === from.segment ? from.offset : 0; ;) {
      const chunk = await readChunk(folder, { segment, offset }, Infinity)
      if (chunk.length === 0) break
      for (const byte of chunk) if (byte === NEWLINE) count += 1
      offset += chunk.length
    }
  }
  return count
}

async function readChunk(folder: string, { segment, offset }: Place, end: number): Promise<Buffer> {
  const length = Math.min(CHUNK, end - offset)
  if (length <= 0) return Buffer.alloc(0)
  const file = await open(segmentFile(folder, segment), 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, offset)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

function cut(chunk: Buffer): { readonly lines: readonly string[]; readonly used: number } {
  const lines: string[] = []
  let used = 0
  while (lines.length < MOST) {
    const end = chunk.indexOf(NEWLINE, used)
    if (end < 0 || (lines.length > 0 && end > BYTES)) break
    lines.push(chunk.toString('utf8', used, end))
    used = end + 1
  }
  return { lines, used }
}
