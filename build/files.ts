/** Folders in memory: what the compiler reads and the packager zips. Neither touches the disk itself. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Relative paths with forward slashes on every system, in code-unit order, and their bytes. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Everything below `path`, without what starts with a dot (editors and systems leave such files behind). */
export async function readFolder(path: string): Promise<Files> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
    throw new Error(
      `There is no folder "${path}". Expected one to read files from. Check the path, or run the command in the project's folder.`,
    )
  })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
  const bytes = await Promise.all(names.map((name) => readFile(join(path, name))))
  return new Map(names.map((name, index) => [name, new Uint8Array(bytes[index] ?? [])]))
}
