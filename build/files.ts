/** Folders as values: the compiler and the packager work on these, never on a disk. */
import { readdir, readFile } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** Path, with forward slashes and relative to the folder, → bytes. In path order. */
export type Files = ReadonlyMap<string, Uint8Array>

/** Everything below a folder, hidden files left out. */
export async function readFolder(path: string): Promise<Files> {
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !name.split('/').some((part) => part.startsWith('.')))
    .sort()
  return new Map(await Promise.all(names.map(async (name) => [name, new Uint8Array(await readFile(join(path, name)))] as const)))
}
