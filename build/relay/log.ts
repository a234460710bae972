/**
 * Lines for the admin, on stderr: what happened and how often, in UTC. No learner, no address, no key, no credential and no statement is in any of them:
 * who writes a line has only counts and names of deployments to write with.
 */
export interface Log {
  say(text: string): void
  took(deployment: string, statements: number): void
  /** `deployment` is '-' where the key says nothing. */
  refused(deployment: string, status: number, reason: string): void
  counts(): Readonly<Record<string, Counts>>
  /** What was counted since. */
  flush(): void
}

export interface Counts {
  readonly accepted: number
  readonly refused: Readonly<Record<string, number>>
}

export function createLog(write: (line: string) => void, now: () => number): Log {
  const totals = new Map<string, { accepted: number; refused: Record<string, number> }>()
  const since = new Map<string, number>()
  const say = (text: string): void => write(`${new Date(now()).toISOString()} ${text}\n`)
  const of = (deployment: string) => {
    const found = totals.get(deployment) ?? { accepted: 0, refused: {} }
    totals.set(deployment, found)
    return found
  }
  const count = (line: string, more: number): void => void since.set(line, (since.get(line) ?? 0) + more)
  return {
    say,
    took(deployment, statements) {
      of(deployment).accepted += statements
      count(`${deployment}: statements accepted`, statements)
    },
    refused(deployment, status, reason) {
      const { refused } = of(deployment)
      refused[reason] = (refused[reason] ?? 0) + 1
      const line = `${deployment}: refused with ${status}, ${reason}`
      // The first is said at once: somebody may be watching while they set this up.
      if (refused[reason] === 1) say(line)
      else count(line, 1)
    },
    counts: () => Object.fromEntries(totals),
    flush() {
      for (const [line, times] of since) say(`${line} (${times})`)
      since.clear()
    },
  }
}
