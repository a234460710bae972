/** One relay a folder: two would each send what the other has taken. */
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '../../commands/failure'

/** Returns the way to give it back. Throws a `Failure` while another relay has it; one that was killed has it no more. */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const path = join(folder, 'lock')
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      await writeFile(path, String(process.pid), { flag: 'wx', mode: 0o600 })
      return () => rm(path, { force: true })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const owner = Number(await readFile(path, 'utf8').catch(() => ''))
    if (isRunning(owner)) {
      throw new Failure(
        `The queue ${folder} belongs to a relay that runs (process ${owner}). Stop that one, or give this one another queue.folder; where that process is no relay, delete ${path}.`,
      )
    }
    await rm(path, { force: true })
  }
  throw new Failure(`The queue ${folder} was taken by another relay just now. Stop that one, or give this one another queue.folder.`)
}

/** In a container every relay has the same number: our own is nobody else's. */
function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
