/** The packages as the build makes them, into dist/: quick where players and fonts are cached. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

export const root = join(__dirname, '../..')
export const dist = join(root, 'dist')

export function buildPackages(): void {
  const run = spawnSync(process.execPath, [join(root, 'bin/wsqd.mjs'), 'build'], { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`wsqd build failed:\n${run.stderr}`)
}
