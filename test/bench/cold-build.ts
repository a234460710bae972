/** Builds every package in a copy of the project that has no cache, so that nobody else's cache or dist is touched. */
import { spawnSync } from 'node:child_process'
import { cpSync, readdirSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { rounded, type Row } from './row'

const LEFT_OUT = ['node_modules', '.cache', '.git', 'dist', 'coverage', 'test', 'docs']

/** The zips are then in the `dist` it returns. */
export function coldBuild(root: string, folder: string): { readonly dist: string; readonly rows: readonly Row[] } {
  const copy = join(folder, 'copy')
  for (const name of readdirSync(root)) {
    if (!LEFT_OUT.includes(name)) cpSync(join(root, name), join(copy, name), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  const dist = join(copy, 'dist')
  const cold = build(copy)
  const zips = readdirSync(dist).filter((name) => name.endsWith('.zip'))
  const again = build(copy)
  const time = { at: 'most', unit: 's' } as const
  return {
    dist,
    rows: [
      ...zips.map((name) => {
        const measured = rounded(statSync(join(dist, name)).size / 1024, 1)
        return { budget: `zip ${name.replace(/\.zip$/, '')}`, limit: 400, measured, unit: 'KB', at: 'most', note: 'without audio' } as const
      }),
      {
        ...time,
        budget: 'all packages built cold',
        limit: 30,
        measured: cold,
        note: `${zips.length} packages, no cache, with Node’s start`,
      },
      { ...time, budget: 'built again', limit: 3, measured: again, note: 'the same with warm caches; the text is always compiled anew' },
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
