/** A package zip, read in memory: its list of names once, and one file at a time. Nothing is unpacked to disk. */
import { unzipSync } from 'fflate'
import { validateFileName } from 'yauzl'
import { PreviewError } from './types'

export interface Zip {
  readonly names: ReadonlySet<string>
  /** The bytes of one file, or null where there is none of that exact name. */
  read(name: string): Uint8Array | null
}

/** `where` is named in errors. Refuses what a careful LMS refuses: paths that leave the package. */
export function openZip(bytes: Uint8Array, where: string): Zip {
  const names = new Set<string>()
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        if (!name.endsWith('/')) names.add(name)
        return false
      },
    })
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new PreviewError(
      `${where} is no zip that can be read (${why}); found ${bytes.length} bytes. Expected a SCORM package. Build it again with "wsqd build".`,
      422,
    )
  }
  const outside = [...names].find((name) => validateFileName(name) !== null)
  if (outside !== undefined) {
    throw new PreviewError(
      `${where} holds "${outside}", a path that leaves the package. Expected relative paths with forward slashes. Build it again with "wsqd build".`,
      422,
    )
  }
  const read = (name: string): Uint8Array | null => {
    if (!names.has(name)) return null
    try {
      return unzipSync(bytes, { filter: (file) => file.name === name })[name] ?? null
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error)
      throw new PreviewError(`"${name}" in ${where} is damaged (${why}). Build the package again with "wsqd build".`, 422)
    }
  }
  return { names, read }
}
