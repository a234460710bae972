/** One line per step with its time, on stderr. On a terminal a last line says what is running. */
import type { Host } from './commands/host'

export interface Progress {
  /** Runs `work` and prints `label` with its time when it is done; steps may overlap. A failure is printed as one, and passed on. */
  step<T>(label: string, work: () => T | Promise<T>): Promise<T>
}

export function createProgress(host: Pick<Host, 'stderr' | 'isTTY' | 'now'>): Progress {
  const running: string[] = []
  const wipe = () => (host.isTTY && running.length > 0 ? '\r\x1b[2K' : '')
  const status = () => (host.isTTY && running.length > 0 ? `… ${running.join(', ')}`.slice(0, 78) : '')

  return {
    async step(label, work) {
      const before = wipe()
      running.push(label)
      host.stderr(before + status())
      const start = host.now()
      const end = (mark: string) => {
        const line = `${mark} ${label.padEnd(34)} ${seconds(host.now() - start)}\n`
        const cleared = wipe()
        running.splice(running.indexOf(label), 1)
        host.stderr(cleared + line + status())
      }
      try {
        const result = await work()
        end('✓')
        return result
      } catch (error) {
        end('✗')
        throw error
      }
    },
  }
}

export function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`
}
