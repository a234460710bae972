/**
 * What is still to be delivered, in order, exactly once. An id is set before anything is sent and never changes, so that sending twice does no harm;
 * what was stored is forgotten only when the other side said so.
 *
 *     add ──▶ store ──one window at a time──▶ send ──stored──▶ forgotten
 *                ▲                             │ later: wait longer, again
 *                └─────────────────────────────┘ conflict, refused: one by one; is it there? forgotten; else said anew, or set aside
 */
import type { Ms } from '../model/units'
import type { Mail, MailStore } from './outbox-store'

export interface Answer {
  readonly kind: 'stored' | 'later' | 'conflict' | 'refused'
  /** Not before. */
  readonly after?: Ms
}

export interface OutboxOptions {
  readonly store: MailStore
  readonly send: (mail: readonly Mail[]) => Promise<Answer>
  /** Whether the other side has it; null where it does not say. */
  readonly has: (id: string) => Promise<boolean | null>
  /** What is to be said in the place of what was refused: nothing, or itself as it may be said now. Null where it is just refused. */
  readonly anew?: (mail: Mail) => readonly Mail[] | null
  /** Runs it while no other window does. */
  readonly alone: (run: () => Promise<void>) => Promise<void>
  readonly page: { setTimeout(run: () => void, ms: Ms): number; clearTimeout(timer: number | undefined): void }
  readonly random: () => number
  readonly changed: () => void
}

export type Outbox = ReturnType<typeof createOutbox>

const MOST = 50
/** Two batches fit what may outlive a page (64 KiB). */
const BATCH_BYTES = 28_000

/** 1, 2, 4 … 60 s, each shortened by up to half, so that a classroom does not come back all at once. */
export const waitFor = (failures: number, random: () => number): Ms =>
  Math.min(60_000, 1000 * 2 ** Math.min(failures, 6)) * (0.5 + random() / 2)

export const createOutbox = ({ store, send, has, anew, alone, page, random, changed }: OutboxOptions) => {
  /** Ours, not yet delivered; what others left is found in the store. */
  const pending = new Map<string, Mail>()
  const away = new Set<string>()
  const writing = new Set<Promise<void>>()
  let aside = 0
  let failures = 0
  let notBefore: Ms = 0
  /** Until the timer: the other side said itself when to come back. */
  let held = false
  let timer: number | undefined
  let running: Promise<void> | undefined
  let stopped = false

  function add(mail: Mail): void {
    pending.set(mail.id, mail)
    const write = store.put(mail).catch(() => undefined)
    writing.add(write)
    void write.then(() => writing.delete(write))
  }
  const settle = async (mail: readonly Mail[]): Promise<void> => {
    for (const { id } of mail) pending.delete(id)
    await store.drop(mail.map(({ id }) => id)).catch(() => undefined)
  }
  /** False where the rest has to wait. */
  const deliver = async (mail: readonly Mail[]): Promise<boolean> => {
    notBefore = 0
    for (const { id } of mail) away.add(id)
    const answer = await send(mail)
    for (const { id } of mail) away.delete(id)
    if (answer.kind === 'stored') return (await settle(mail), true)
    if (answer.kind === 'later') {
      notBefore = answer.after ?? 0
      return false
    }
    if (mail.length > 1) {
      for (const one of mail) if (!(await deliver([one]))) return false
      return true
    }
    const [one] = mail
    if (!one) return true
    const there = await has(one.id)
    // A conflict with what is not there, or nobody to ask: it is asked again.
    if (there === null || (!there && answer.kind === 'conflict')) return false
    const instead = there ? null : anew?.(one)
    if (!there && !instead) aside++
    await settle(mail)
    // After what waits already: the session that takes it must have begun.
    for (const other of instead ?? []) add(other)
    return true
  }
  const round = async (): Promise<void> => {
    for (;;) {
      await Promise.all(writing)
      const stored = await store.all().catch((): readonly Mail[] => [])
      const known = new Set(stored.map(({ id }) => id))
      const mail = batch([...stored, ...[...pending.values()].filter(({ id }) => !known.has(id))])
      if (!mail.length || stopped) break
      if (!(await deliver(mail))) {
        failures++
        return changed()
      }
      failures = 0
      changed()
    }
    changed()
  }
  const push = (): Promise<void> => {
    if (held) return Promise.resolve()
    page.clearTimeout(timer)
    timer = undefined
    running ??= alone(round)
      .catch(() => void failures++)
      .finally(() => {
        running = undefined
        if (stopped || timer !== undefined) return
        if (failures) {
          held = notBefore > 0
          timer = page.setTimeout(() => ((held = false), void push()), Math.max(notBefore, waitFor(failures - 1, random)))
        }
        // What came while the last batch was away.
        else if (pending.size) void push()
      })
    return running
  }

  return {
    add,
    push,
    /** Nothing of ours is on its way, nothing waits. */
    isEmpty: (): boolean => !pending.size && !failures,
    isFailing: (): boolean => failures > 0,
    /** How many the other side will never take. */
    aside: (): number => aside,
    /** Until all is delivered, or for so long; whether it is. */
    async drain(most: Ms): Promise<boolean> {
      let over = false
      // The last word is not held back.
      held &&= most > 0
      const end = new Promise<void>((resolve) => {
        const clock = page.setTimeout(() => ((over = true), resolve()), most)
        const attempt = (): void =>
          void push().then(() => {
            if (over) return
            if (!pending.size) return (page.clearTimeout(clock), resolve())
            page.setTimeout(attempt, Math.min(2000, waitFor(failures, random)))
          })
        attempt()
      })
      await end
      return !pending.size
    },
    /**
     * The page is hidden, the page goes: what is not on its way leaves now, in a request that outlives the page; the second time, what the first had no
     * room for. Others' locks are not waited for: ids make it safe.
     */
    leave(): void {
      const mail = batch([...pending.values()].filter(({ id }) => !away.has(id)))
      if (!mail.length) return
      for (const { id } of mail) away.add(id)
      void send(mail).then((answer) => {
        for (const { id } of mail) away.delete(id)
        if (answer.kind === 'stored') void settle(mail).then(changed)
      })
    },
    stop(): void {
      stopped = true
      page.clearTimeout(timer)
      timer = undefined
    },
  }
}

const batch = (mail: readonly Mail[]): readonly Mail[] => {
  let bytes = 0
  const cut = mail.findIndex(({ body }, i) => i >= MOST || ((bytes += JSON.stringify(body).length) > BATCH_BYTES && i > 0))
  return cut < 0 ? mail : mail.slice(0, cut)
}
