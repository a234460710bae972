/**
 * From the queue to the LRS, in order, until it has them: ids never change, so that sending twice does no harm.
 *
 *     first ──▶ send ──stored──▶ done
 *       ▲         │ later: 1, 2, 4 … 60 s, again
 *       └─────────┘ conflict, refused: by halves down to the one; is it there? then it counts as stored; else aside
 */
import type { Statement } from '../../src/xapi/statement'
import type { Lrs } from './lrs'
import type { Queue, Taken } from './queue/queue'

export interface Forwarder {
  /** Something waits. */
  wake(): void
  state(): { readonly failures: number; readonly status: number | null; readonly forwarded: number; readonly aside: number }
  /** After what is on its way. */
  stop(): Promise<void>
}

export interface ForwardOptions {
  readonly queue: Queue
  readonly lrs: Lrs
  readonly random: () => number
  readonly log: (text: string) => void
  /** Of silence until what was forwarded is taken off the disk. */
  readonly idle?: number
  /** Most to wait between attempts, in ms. */
  readonly longest?: number
}

/** An LRS that says "conflict" and has it not may only be slow to show it. */
const LOOKS = 5
const IDLE = 60_000
/** What comes meanwhile goes with the next batch: an LRS is asked ten times a second, not two hundred. */
const GATHER = 100
const MANY = 100
const LONGEST = 60_000

const waitFor = (failures: number, longest: number, random: () => number): number =>
  Math.min(longest, 1000 * 2 ** Math.min(failures - 1, 6)) * (0.5 + random() / 2)

export function startForwarding({ queue, lrs, random, log, idle = IDLE, longest = LONGEST }: ForwardOptions): Forwarder {
  let stopped = false
  let failures = 0
  let status: number | null = null
  let forwarded = 0
  let aside = 0
  let awake: (() => void) | undefined
  let came = false
  const looked = new Map<string, number>()

  /** Wakes when something comes, if `early`; false where the time ran out. */
  const sleep = (ms: number, early: boolean): Promise<boolean> =>
    new Promise((resolve) => {
      if (stopped || (early && came)) return resolve(true)
      const timer = setTimeout(() => ((awake = undefined), resolve(false)), ms)
      awake = () => {
        if (!early && !stopped) return
        clearTimeout(timer)
        awake = undefined
        resolve(true)
      }
    })
  const putAside = async (statement: unknown, why: string): Promise<void> => {
    await queue.setAside(statement, why)
    aside += 1
    log(`A statement was set aside: ${why.replace(/:.*/, '')}. It is the last line of aside.jsonl in the queue.`)
  }
  /** Null where all of it is done; else how long to wait at least. */
  const deliver = async (statements: readonly Statement[]): Promise<number | null> => {
    const [one] = statements
    if (one === undefined) return null
    const verdict = await lrs.send(statements)
    if (verdict.kind === 'stored') return ((forwarded += statements.length), (status = 200), null)
    status = verdict.status
    if (verdict.kind === 'later') return verdict.after
    if (statements.length > 1) {
      const half = Math.ceil(statements.length / 2)
      return (await deliver(statements.slice(0, half))) ?? (await deliver(statements.slice(half)))
    }
    const there = await lrs.has(one.id)
    if (there === true) return ((forwarded += 1), null)
    if (there === null) return 0
    const looks = (looked.get(one.id) ?? 0) + 1
    looked.set(one.id, looks)
    if (verdict.kind === 'conflict' && there === false && looks < LOOKS) return 0
    looked.delete(one.id)
    const doubt = there === 'hidden' ? ', and does not let the relay look whether it has it' : ''
    await putAside(one, `the LRS answered ${verdict.status}${doubt}: ${verdict.said}`)
    return null
  }
  const pass = async (taken: Taken): Promise<number | null> => {
    // A page that heard no answer says it again, and an LRS refuses a batch with an id twice (xAPI 1.0.3, part 3, §2.1.2).
    const ids = taken.statements.map(({ id }) => id)
    const once = taken.statements.filter(({ id }, index) => ids.indexOf(id) === index)
    const wait = await deliver(once)
    if (wait !== null) return wait
    for (const line of taken.broken) await putAside(line, 'a line of the queue is no JSON: the disk may be damaged')
    await queue.done(taken)
    return null
  }
  const run = async (): Promise<void> => {
    while (!stopped) {
      came = false
      const taken = await queue.first()
      if (taken.count === 0) {
        if (!(await sleep(idle, true))) await queue.tidy()
        continue
      }
      const wait = await pass(taken)
      if (wait === null) {
        if (failures > 0)
          log(`The LRS takes statements again after ${failures} ${failures === 1 ? 'attempt' : 'attempts'}; ${queue.waiting()} wait.`)
        failures = 0
        if (queue.waiting() < MANY) await sleep(GATHER, false)
        continue
      }
      failures += 1
      if (failures === 1)
        log(`The LRS does not take statements (${words(status)}); ${queue.waiting()} wait on the disk, and it is asked again.`)
      await sleep(Math.max(wait, waitFor(failures, longest, random)), false)
    }
  }
  const running = (async () => {
    while (!stopped) {
      await run().catch(async (error: unknown) => {
        // The disk, most likely: what was not done is done again.
        log(`The queue cannot be read or written (${error instanceof Error ? error.message : String(error)}); tried again in ten seconds.`)
        await sleep(10_000, false)
      })
    }
  })()
  return {
    wake() {
      came = true
      awake?.()
    },
    state: () => ({ failures, status, forwarded, aside }),
    async stop() {
      stopped = true
      awake?.()
      await running
    },
  }
}

const words = (status: number | null): string =>
  status === 0 || status === null
    ? 'no answer'
    : status === 401 || status === 403
      ? `status ${status}: look at the credential`
      : `status ${status}`
