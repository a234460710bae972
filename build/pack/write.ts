/** All files or none: each is written beside its place first, and takes it only when every one of them is on the disk. */
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Files } from '../files'

export async function writeAll(folder: string, files: Files): Promise<void> {
  const planned = [...files].map(([name, bytes]) => {
    const path = join(folder, name)
    return { path, temporary: `${path}.${process.pid}.part`, bytes }
  })
  try {
    for (const { path, temporary, bytes } of planned) {
      await mkdir(dirname(path), { recursive: true })
      await writeFile(temporary, bytes)
    }
    for (const { path, temporary } of planned) await rename(temporary, path)
  } finally {
    await Promise.allSettled(planned.map(({ temporary }) => rm(temporary, { force: true })))
  }
}
