/**
 * A zip in memory, the same bytes for the same files: entries in the given order, one date, one mode, no directory entries. The date is
 * written in UTC, so the time zone of the machine does not matter. (Another major version of zlib may deflate to other bytes.)
 */
import { ZipArchive } from 'archiver'
import type { Files } from '../files'

/** The first moment a zip can name (APPNOTE 4.4.6): no reader takes it for a real one. */
const date = new Date('1980-01-01T00:00:00Z')
/** Compressed already; deflating them again costs time and gains nothing. */
const stored = /\.(woff2|mp3|m4a|opus|ogg|webm|mp4|png|jpg|jpeg|webp|avif)$/

export async function zip(files: Files): Promise<Uint8Array> {
  const archive = new ZipArchive({ zlib: { level: 9 } })
  const chunks: Buffer[] = []
  const done = new Promise<void>((resolve, reject) => {
    archive.on('data', (chunk) => chunks.push(chunk))
    archive.on('end', resolve)
    archive.on('error', reject)
    archive.on('warning', reject)
  })
  for (const [name, bytes] of files) archive.append(Buffer.from(bytes), { name, date, mode: 0o644, store: stored.test(name) })
  // Both at once: `finalize` waits for the stream to be read to its end, and an error must reach us, not the process.
  await Promise.all([archive.finalize(), done])
  return new Uint8Array(Buffer.concat(chunks))
}
