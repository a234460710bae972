/** Packages of Debian, for the browsers that tests need and nobody has installed yet. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export type Env = Readonly<Record<string, string | undefined>>

/** Where installing is ours to do: as root on Debian or its kin, which is what CI and containers are. */
export const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/etc/debian_version')

/** Throws with the last lines of apt-get, and `wish` after them. */
export function aptInstall(env: Env, packages: readonly string[], wish: string): void {
  for (const args of [['update'], ['install', '-y', ...packages]]) {
    const run = spawnSync('apt-get', args, {
      env: { ...env, DEBIAN_FRONTEND: 'noninteractive' } as NodeJS.ProcessEnv,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    if (run.status === 0) continue
    const tail = (run.stderr ?? run.error?.message ?? '').trim().split('\n').slice(-5).join('\n')
    throw new Error(`"apt-get ${args.join(' ')}" failed:\n${tail}\n${wish}`)
  }
}
