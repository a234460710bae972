/** Builds every package in a copy of the project that has no cache, so that nobody else's cache or dist is touched. */
import { spawn, spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { rounded, type Row } from './row'

const LEFT_OUT = ['node_modules', '.cache', '.git', 'dist', 'coverage', 'test', 'docs']

/** `text` is the file of the course that is edited. The zips are then in the `dist` it returns. */
export async function coldBuild(
  root: string,
  folder: string,
  text: string,
): Promise<{ readonly dist: string; readonly rows: readonly Row[] }> {
  const copy = join(folder, 'copy')
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.includes(name)) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const dist = join(copy, 'dist')
  const cold = build(copy)
  const zips = readdirSync(dist).filter((name) => name.endsWith('.zip'))
  const modules = new Set(zips.flatMap((name) => /^wsqd-\d\d/.exec(name) ?? [])).size
  const again = await edit(copy, text)
  const time = { at: 'most', unit: 's' } as const
  return {
    dist,
    rows: [
      ...zips.map((name) => {
        const measured = rounded(statSync(join(dist, name)).size / 1024, 1)
        // A zip of several modules may weigh 100 KB more for each after its first (docs/decisions/0040).
        const limit = name.startsWith('wsqd-programme') ? 400 + 100 * (modules - 1) : 400
        return { budget: `zip ${name.replace(/\.zip$/, '')}`, limit, measured, unit: 'KB', at: 'most', note: 'without audio' } as const
      }),
      {
        ...time,
        budget: 'all packages built cold',
        limit: 30,
        measured: cold,
        note: `${zips.length} packages, no cache, with Node’s start`,
      },
      {
        ...time,
        budget: 'one changed module',
        limit: 3,
        measured: again,
        note: `from saving ${text} to ${zips.length} new packages under npm start`,
      },
    ],
  }
}

/** Seconds. */
function build(root: string): number {
  const start = performance.now()
  const run = spawnSync(process.execPath, ['bin/wsqd.mjs', 'build'], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`"wsqd build" failed in a copy of the project:\n${run.stderr}`)
  return rounded((performance.now() - start) / 1000, 1)
}

/** Seconds from the save of an edit to the packages with it, as an author waits for them who has `npm start` open. */
async function edit(root: string, text: string): Promise<number> {
  const preview = spawn(process.execPath, ['bin/wsqd.mjs', 'preview', '--watch', '--no-open', '--port', '0'], { cwd: root })
  let said = ''
  let heard = (): void => undefined
  for (const stream of [preview.stdout, preview.stderr]) {
    stream.setEncoding('utf8').on('data', (more: string) => {
      said += more
      heard()
    })
  }
  const hears = (what: RegExp): Promise<void> =>
    new Promise((resolve, reject) => {
      heard = () => void (what.test(said) && resolve())
      preview.once('exit', () => reject(new Error(`"wsqd preview --watch" ended:\n${said}`)))
      heard()
    })
  try {
    await hears(/Ctrl-C stops it/)
    said = ''
    const start = performance.now()
    appendFileSync(join(root, text), '\nOne sentence more.\n')
    await hears(/packages in .* s\.\n/)
    return rounded((performance.now() - start) / 1000, 1)
  } finally {
    preview.kill('SIGINT')
  }
}
