/** Builds again whenever a text of the course or a source of the player is saved. */
import { relative } from 'node:path'
import { watch } from 'chokidar'

export interface Watching {
  /** Waits for the build that runs. */
  close(): Promise<void>
}

/** An editor that saves several files, or one in two steps, causes one build. */
const TOGETHER_MS = 80

/**
 * Calls `rebuild` with the files that changed since its last call, relative to `root`; never twice at a time: what changes meanwhile comes
 * with the next call. `rebuild` deals with its errors itself. Resolves when every change from now on will be seen.
 */
export async function watchFolders(
  root: string,
  folders: readonly string[],
  rebuild: (changed: readonly string[]) => Promise<void>,
): Promise<Watching> {
  const changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | null = null

  const run = async (): Promise<void> => {
    const files = [...changed].sort()
    changed.clear()
    await rebuild(files)
    running = null
    if (changed.size > 0) soon()
  }
  const soon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => (running ??= run()), TOGETHER_MS)
  }
  const watcher = watch([...folders], {
    cwd: root,
    ignoreInitial: true,
    ignored: (path) => /(^|[/\\])\.[^/\\.]|[~#]$/.test(relative(root, path)),
  })
  watcher.on('all', (event, path) => {
    if (event !== 'add' && event !== 'change' && event !== 'unlink') return
    changed.add(path.replaceAll('\\', '/'))
    soon()
  })
  await new Promise<void>((resolve, reject) => watcher.once('ready', resolve).once('error', reject))
  return {
    async close() {
      await watcher.close()
      clearTimeout(timer)
      await running
    },
  }
}
