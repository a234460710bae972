/**
 * A zip's central directory as it stands (PKWARE APPNOTE 6.3 §4.3.12): unzip libraries repair or hide what the lint has to see, such as
 * backslashes, links and zip64 records.
 */
import { inflateRawSync } from 'node:zlib'

export interface Entry {
  readonly name: string
  readonly method: number
  readonly encrypted: boolean
  /** Unix file mode; 0 where the writer was not Unix. */
  readonly mode: number
  readonly compressed: number
  readonly size: number
  /** Where its local header stands: the order on disk may differ from the order in the directory. */
  readonly offset: number
  readonly zip64: boolean
  /** Its bytes. Throws where the method is neither store nor deflate. */
  read(): Uint8Array
}

const END = 0x06054b50
const END64_LOCATOR = 0x07064b50
const CENTRAL = 0x02014b50
const FULL = 0xffffffff

export function readEntries(bytes: Uint8Array): readonly Entry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const archive64 = end >= 20 && view.getUint32(end - 20, true) === END64_LOCATOR
  const count = view.getUint16(end + 10, true)
  const entries: Entry[] = []
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) {
      throw new Error(
        `Entry ${index + 1} of ${count} of the central directory should begin at byte ${at}, and does not: the zip is cut or broken.`,
      )
    }
    const nameLength = view.getUint16(at + 28, true)
    const extraLength = view.getUint16(at + 30, true)
    const commentLength = view.getUint16(at + 32, true)
    const [compressed, size, offset] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true), view.getUint32(at + 42, true)]
    const method = view.getUint16(at + 10, true)
    const unix = view.getUint8(at + 5) === 3
    const local = (): Uint8Array => {
      const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
      return bytes.subarray(start, start + compressed)
    }
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)),
      method,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      mode: unix ? view.getUint16(at + 40, true) : 0,
      compressed,
      size,
      offset,
      zip64: archive64 || [compressed, size, offset].includes(FULL),
      read: () => {
        if (method === 0) return local()
        if (method === 8) return new Uint8Array(inflateRawSync(local()))
        throw new Error(`Compression method ${method} cannot be read.`)
      },
    })
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** The end record is the last thing in the file, but for a comment of at most 65,535 bytes (§4.3.16). */
function findEnd(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0 && at >= view.byteLength - 22 - 0xffff; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  throw new Error(`No end-of-central-directory record in ${view.byteLength} bytes: this is not a zip, or it is cut.`)
}
