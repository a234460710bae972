/**
 * A zip from somewhere else, read whole into memory and trusted in nothing. What it says of itself is checked before anything is inflated,
 * and what comes out is checked against it.
 */
import { buffer } from 'node:stream/consumers'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { crc32 } from '../../src/model/suspend/crc'
import type { Files } from '../files'

const MB = 1024 * 1024
/** Ours are below 1 MB without narration; an hour of that is 15 MB. */
export const LIMITS = { zip: 100 * MB, inflated: 200 * MB, entries: 2000, ratio: 100 } as const

/** What is wrong with the zip, as the middle of a sentence: "it holds …". */
export class BadZip extends Error {
  override readonly name = 'BadZip'
}

/** Its files in the order of the directory. Throws a `BadZip` that says what was found and what was expected. */
export async function readZip(bytes: Uint8Array): Promise<Files> {
  if (bytes.length > LIMITS.zip) throw new BadZip(`it has ${megabytes(bytes.length)}; expected at most ${megabytes(LIMITS.zip)}`)
  const zip = await open(bytes)
  const entries = await list(zip, bytes.length)
  const files = new Map<string, Uint8Array>()
  for (const entry of entries) files.set(entry.fileName, await inflate(zip, entry))
  return files
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  try {
    // Strict names: a backslash is refused, not turned into a slash. Sizes are checked while inflating, so a lie about one ends there.
    return await fromBufferPromise(Buffer.from(bytes), { strictFileNames: true, validateEntrySizes: true })
  } catch (error) {
    throw new BadZip(`it is no zip that can be read (${messageOf(error)}); found ${bytes.length} bytes`)
  }
}

/** The directory, checked entry by entry. Folders of their own are left out. */
async function list(zip: ZipFile, length: number): Promise<readonly Entry[]> {
  const entries: Entry[] = []
  const seen = new Set<string>()
  let total = 0
  const iterator = zip.eachEntry()[Symbol.asyncIterator]()
  for (;;) {
    const next = await iterator.next().catch((error: unknown) => {
      throw new BadZip(`its directory cannot be trusted (${messageOf(error)})`)
    })
    if (next.done === true) return entries
    const entry = next.value
    const { fileName: name } = entry
    if (entry.isEncrypted()) throw new BadZip(`"${name}" is encrypted; expected plain files`)
    const kind = (entry.externalFileAttributes >>> 16) & 0o170000
    if (kind === 0o120000) throw new BadZip(`"${name}" is a symbolic link; expected files alone`)
    if (name.split('/').some((part, index, parts) => part === '.' || (part === '' && index < parts.length - 1))) {
      throw new BadZip(`it holds the path "${name}"; expected one without "." and empty parts`)
    }
    // Windows and macOS take names that differ in case for one.
    if (seen.has(name.toLowerCase())) throw new BadZip(`it holds "${name}" twice; expected every name once`)
    seen.add(name.toLowerCase())
    if (seen.size > LIMITS.entries) throw new BadZip(`it holds more than ${LIMITS.entries} files`)
    total += entry.uncompressedSize
    if (total > LIMITS.inflated || total > length * LIMITS.ratio) {
      const most = Math.min(LIMITS.inflated, length * LIMITS.ratio)
      throw new BadZip(`it would unpack to ${megabytes(total)} or more; expected at most ${megabytes(most)} of a zip of this size`)
    }
    if (!name.endsWith('/')) entries.push(entry)
  }
}

async function inflate(zip: ZipFile, entry: Entry): Promise<Uint8Array> {
  let bytes: Buffer
  try {
    bytes = await buffer(await zip.openReadStreamPromise(entry))
  } catch (error) {
    throw new BadZip(`"${entry.fileName}" in it is damaged (${messageOf(error)})`)
  }
  if (crc32(bytes.toString('latin1')) !== entry.crc32) throw new BadZip(`"${entry.fileName}" in it is damaged (its checksum is another)`)
  return new Uint8Array(bytes)
}

const megabytes = (bytes: number): string => `${(bytes / MB).toFixed(1)} MB`
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
