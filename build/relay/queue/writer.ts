/** The end that grows. Many requests share one fsync: what comes while the disk is busy goes with the next. */
import { open, type FileHandle } from 'node:fs/promises'
import { segmentFile, type Place } from './segments'

export interface Writer {
  /** Whole lines, each with its end. Resolves when they are on the disk; rejects when they are not, and then none of them counts. */
  append(lines: string): Promise<void>
  /** Begins another file, unless this one is empty. */
  turn(): Promise<void>
  /** As far as is on the disk. */
  end(): Place
  close(): Promise<void>
}

interface Waiting {
  readonly lines: string
  readonly done: () => void
  readonly failed: (error: unknown) => void
}

const SEGMENT_BYTES = 8 * 1024 * 1024

/** Begins a file of its own, `first`: nothing is ever appended to what another process has left. */
export async function openWriter(folder: string, first: number, segmentBytes = SEGMENT_BYTES): Promise<Writer> {
  let segment = first
  let offset = 0
  let file: FileHandle = await begin(folder, segment)
  let waiting: Waiting[] = []
  let running: Promise<void> | undefined

  const next = async (): Promise<void> => {
    const following = await begin(folder, segment + 1)
    await file.close().catch(() => undefined)
    file = following
    segment += 1
    offset = 0
  }
  const write = async (batch: readonly Waiting[]): Promise<void> => {
    const bytes = Buffer.from(batch.map(({ lines }) => lines).join(''))
    try {
      if (offset >= segmentBytes || (bytes.length === 0 && offset > 0)) await next()
      for (let at = 0; at < bytes.length;) at += (await file.write(bytes, at, bytes.length - at, offset + at)).bytesWritten
      await file.datasync()
      offset += bytes.length
      for (const { done } of batch) done()
    } catch (error) {
      // A full disk: what was half written is taken back, or the next line would be glued to it.
      await file.truncate(offset).catch(() => undefined)
      for (const { failed } of batch) failed(error)
    }
  }
  const run = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      await write(batch)
    }
    running = undefined
  }
  const append = (lines: string): Promise<void> =>
    new Promise((done, failed) => {
      waiting.push({ lines, done, failed })
      running ??= run()
    })
  return {
    append,
    // In its turn, as a line that is empty.
    turn: () => append(''),
    end: () => ({ segment, offset }),
    async close() {
      await running
      await file.close()
    },
  }
}

/** Fails where it is there already. The folder is synced too: a file that is in no folder is lost with the power. */
async function begin(folder: string, segment: number): Promise<FileHandle> {
  const file = await open(segmentFile(folder, segment), 'wx', 0o600)
  // Windows opens no folders, and needs none of this.
  const place = await open(folder, 'r').catch(() => null)
  await place?.sync().catch(() => undefined)
  await place?.close()
  return file
}
