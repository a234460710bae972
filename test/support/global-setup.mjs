/**
 * Before the first browser test: a Chromium, the packages, and the standalone player. In a process of its own, since Jest reads our
 * sources as CommonJS and Rollup's config is a module. Quick where players and fonts are cached.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export default function setup() {
  const args = ['--import', 'tsx', join(root, 'test/support/build-all.ts'), root, join(root, '.cache/test/packages')]
  const run = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  if (run.status !== 0) throw new Error(`The packages for the browser tests could not be built:\n${run.stderr || run.stdout}`)
}
