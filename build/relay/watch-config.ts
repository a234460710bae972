/** The file of the relay while it runs: a changed one counts within two seconds, one with a mistake not at all. */
import { readFile, stat } from 'node:fs/promises'
import type { RelayConfig } from './config'
import { readConfig } from './read-config'

const EVERY = 2000

/** Returns the way to stop. */
export function watchConfig(
  path: string,
  name: string,
  first: RelayConfig,
  use: (config: RelayConfig) => void,
  say: (text: string) => void,
): () => void {
  let seen: number | undefined
  let last = first
  const look = async (): Promise<void> => {
    const { mtimeMs } = await stat(path)
    if (mtimeMs === seen) return
    const changed = seen !== undefined
    seen = mtimeMs
    const read = readConfig(await readFile(path, 'utf8'), path, name)
    if (!read.ok) return say(`${name} has mistakes, and the relay goes on as it was:\n${read.problems.map((one) => `  ${one}`).join('\n')}`)
    const { config } = read
    if (JSON.stringify(config) === JSON.stringify(last)) return
    const fixed = (['listen', 'health', 'lrs', 'queue'] as const).filter((key) => JSON.stringify(config[key]) !== JSON.stringify(last[key]))
    last = config
    use(config)
    if (changed) say(`${name} has changed: ${told(config)}${fixed.length > 0 ? `; ${fixed.join(', ')} with the next start` : ''}.`)
  }
  const timer = setInterval(() => void look().catch(() => undefined), EVERY)
  void look().catch(() => undefined)
  return () => clearInterval(timer)
}

export const told = ({ deployments }: RelayConfig): string =>
  deployments.map(({ name, revoked }) => `${name}${revoked ? ' (revoked)' : ''}`).join(', ')
