/** The queue as the rest of the relay has it: put, take in order, done. */
import { open, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Statement } from '../../../src/xapi/statement'
import { lockFolder } from './lock'
import { countLines, readBatch } from './reader'
import { makeFolder, readCursor, removeSegment, segmentFile, segmentsIn, writeCursor, type Place } from './segments'
import { openWriter } from './writer'

export interface Queue {
  /** Resolves when all of them are on the disk. Rejects with `Full` where there is no room: then none of them is kept. */
  put(statements: readonly Statement[]): Promise<void>
  /** The first that wait, the same ones until `done` is called with them. `count` is 0 where none waits. */
  first(): Promise<Taken>
  done(taken: Taken): Promise<void>
  /** What the LRS will never take is kept for the admin, with why, in `aside.jsonl`. */
  setAside(statement: unknown, why: string): Promise<void>
  /** Nothing waits: what was forwarded is taken off the disk. */
  tidy(): Promise<void>
  waiting(): number
  close(): Promise<void>
}

export interface Taken {
  readonly statements: readonly Statement[]
  /** Lines that are no JSON: the disk is damaged. */
  readonly broken: readonly string[]
  readonly count: number
  readonly next: Place
}

export class Full extends Error {
  override readonly name = 'Full'
}

export interface QueueOptions {
  readonly folder: string
  readonly megabytes: number
  /** A file is ended when it is longer; for tests. */
  readonly segmentBytes?: number
  /** Something waits. */
  readonly came: () => void
}

/** Goes on where the last process stopped, however it did. Throws a `Failure` where another has the folder. */
export async function openQueue({ folder, megabytes, segmentBytes, came }: QueueOptions): Promise<Queue> {
  await makeFolder(folder)
  const unlock = await lockFolder(folder)
  const before = await segmentsIn(folder)
  let cursor = await readCursor(folder)
  let waiting = await countLines(folder, cursor)
  const writer = await openWriter(folder, (before.at(-1) ?? 0) + 1, segmentBytes)
  /** What lies there, forwarded or not: whole files go. */
  let bytes = 0
  for (const segment of before) bytes += await sizeOf(folder, segment)

  const done = async ({ next, count }: Taken): Promise<void> => {
    await writeCursor(folder, next)
    cursor = next
    waiting = Math.max(0, waiting - count)
    for (const segment of await segmentsIn(folder)) {
      if (segment >= next.segment) break
      bytes = Math.max(0, bytes - (await sizeOf(folder, segment)))
      await removeSegment(folder, segment)
    }
  }
  const first = async (): Promise<Taken> => {
    const { lines, next } = await readBatch(folder, cursor, writer.end())
    return { ...sorted(lines), count: lines.length, next }
  }
  return {
    async put(statements) {
      const lines = statements.map((one) => `${JSON.stringify(one)}\n`).join('')
      const size = Buffer.byteLength(lines)
      if (bytes + size > megabytes * 1024 * 1024) throw new Full()
      bytes += size
      try {
        await writer.append(lines)
      } catch (error) {
        bytes -= size
        throw ['ENOSPC', 'EDQUOT'].includes((error as NodeJS.ErrnoException).code ?? '') ? new Full() : error
      }
      waiting += statements.length
      came()
    },
    first,
    done,
    async setAside(statement, why) {
      const file = await open(join(folder, 'aside.jsonl'), 'a', 0o600)
      try {
        await file.appendFile(`${JSON.stringify({ why, statement })}\n`)
        await file.datasync()
      } finally {
        await file.close()
      }
    },
    async tidy() {
      await writer.turn()
      const taken = await first()
      if (taken.count === 0) await done(taken)
    },
    waiting: () => waiting,
    async close() {
      await writer.close()
      await unlock()
    },
  }
}

const sizeOf = async (folder: string, segment: number): Promise<number> =>
  stat(segmentFile(folder, segment)).then(
    ({ size }) => size,
    () => 0,
  )

function sorted(lines: readonly string[]): Pick<Taken, 'statements' | 'broken'> {
  const statements: Statement[] = []
  const broken: string[] = []
  for (const line of lines) {
    try {
      statements.push(JSON.parse(line) as Statement)
    } catch {
      broken.push(line)
    }
  }
  return { statements, broken }
}
