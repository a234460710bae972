/** How many statements were read, on one line that is written again; nothing where nobody watches. */
import type { Host } from '../commands/host'

const EVERY = 200

export function counter(host: Pick<Host, 'stderr' | 'isTTY' | 'now'>) {
  const start = host.now()
  let last = 0
  const wipe = (): string => (host.isTTY ? '\r\x1b[2K' : '')
  return {
    show(read: number): void {
      if (!host.isTTY || host.now() - last < EVERY) return
      last = host.now()
      const rate = Math.round(read / Math.max(0.001, (last - start) / 1000))
      host.stderr(`${wipe()}… ${read.toLocaleString('en')} statements, ${rate.toLocaleString('en')} a second`)
    },
    say: (line: string): void => host.stderr(`${wipe()}${line}\n`),
  }
}
