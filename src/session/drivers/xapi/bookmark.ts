/**
 * Where the learner is, as one state document. Written with the ETag of what was read, so that of two windows or devices neither
 * overwrites what the other did: what is found there instead is joined (model/join.ts), and written together.
 */
import type { Course } from '../../../model/course'
import { joinProgress } from '../../../model/join'
import { decodeSuspend, encodeSuspend } from '../../../model/suspend/codec'
import type { Ms, Scaled } from '../../../model/units'
import type { Reply } from '../../../xapi/lrs'
import { waitFor } from '../../outbox'

export interface Bookmark {
  readonly version: 1
  readonly suspended: string
  readonly score: Scaled | null
  readonly completed: boolean
  readonly passed: boolean
  /** The same of the modules of a programme: `media-flows passed`. */
  readonly told: readonly string[]
}
export const EMPTY: Bookmark = { version: 1, suspended: '', score: null, completed: false, passed: false, told: [] }

export interface BookmarkOptions {
  readonly course: Course | undefined
  readonly read: () => Promise<Reply>
  readonly write: (bookmark: Bookmark, etag: string | null) => Promise<Reply>
  readonly page: { setTimeout(run: () => void, ms: Ms): number; clearTimeout(timer: number | undefined): void }
  readonly random: () => number
  readonly changed: () => void
}

export const readBookmark = (data: unknown): Bookmark | null => {
  const given = (data ?? {}) as Partial<Bookmark>
  if (given.version !== 1 || typeof given.suspended !== 'string') return null
  const score = typeof given.score === 'number' && given.score >= 0 && given.score <= 1 ? given.score : null
  const told = Array.isArray(given.told) ? (given.told as readonly unknown[]).filter((one) => typeof one === 'string') : []
  return { version: 1, suspended: given.suspended, score, completed: given.completed === true, passed: given.passed === true, told }
}

/** `found` is what was read when the session opened. */
export const createBookmark = (found: Reply, { course, read, write, page, random, changed }: BookmarkOptions) => {
  let theirs = readBookmark(found.data) ?? EMPTY
  let etag: string | null = found.status === 200 ? found.etag : null
  let known = found.status === 200 || found.status === 404
  let wanted: Bookmark = theirs
  let dirty = false
  let failures = 0
  let timer: number | undefined
  let running: Promise<void> | undefined
  let stopped = false

  const again = async (): Promise<boolean> => {
    const { status, data, etag: at } = await read()
    if (status !== 200 && status !== 404) return false
    theirs = joined(course, readBookmark(data) ?? EMPTY, theirs)
    etag = status === 200 ? at : null
    return (known = true)
  }
  const once = async (): Promise<boolean> => {
    if (!known && !(await again())) return false
    dirty = false
    const { status, etag: at } = await write(joined(course, wanted, theirs), etag)
    if (status >= 200 && status < 300) {
      etag = at
      // An LRS need not tell the new tag: it is asked before the next time.
      known = at !== ''
      return true
    }
    dirty = true
    known = known && status !== 412 && status !== 409
    return false
  }
  const round = async (): Promise<void> => {
    // A conflict is no failure: the second try knows what is there.
    for (let tries = 0; dirty && !stopped; tries++) {
      if (await once()) failures = tries = 0
      else if (tries > 1 || known) return void failures++
    }
  }
  const push = (): Promise<void> => {
    page.clearTimeout(timer)
    timer = undefined
    running ??= round().finally(() => {
      running = undefined
      changed()
      if (dirty && !stopped) timer = page.setTimeout(() => void push(), waitFor(failures, random))
    })
    return running
  }
  return {
    is: (): Bookmark => joined(course, wanted, theirs),
    save(change: Partial<Bookmark>): void {
      wanted = { ...wanted, ...change }
      dirty = true
    },
    push,
    isSaved: (): boolean => !dirty && !running,
    /** Nothing is on its way; what was kept since waits for the next commit. */
    isStill: (): boolean => !running,
    isFailing: (): boolean => failures > 0,
    /** The page goes: sent at once. Where the tag is not known, without one: it is the learner's last word here. */
    leave: (): void => void (dirty && write(joined(course, wanted, theirs), known ? etag : '')),
    stop(): void {
      stopped = true
      page.clearTimeout(timer)
    },
  }
}

/** Copies of one attempt are joined; of two attempts the first is the learner's. What was ever said to the LRS stays said. */
const joined = (course: Course | undefined, mine: Bookmark, theirs: Bookmark): Bookmark => {
  const said = {
    completed: mine.completed || theirs.completed,
    passed: mine.passed || theirs.passed,
    told: [...new Set([...mine.told, ...theirs.told])],
  }
  const best = Math.max(mine.score ?? -1, theirs.score ?? -1)
  const both = { ...mine, ...said, score: best < 0 ? null : best }
  if (!mine.suspended) return { ...both, suspended: theirs.suspended }
  if (!course || !theirs.suspended || mine.suspended === theirs.suspended) return both
  const [a, b] = [decodeSuspend(course, mine.suspended), decodeSuspend(course, theirs.suspended)]
  if (!a.ok || !b.ok || a.progress.nonce !== b.progress.nonce) return both
  return { ...both, suspended: encodeSuspend(course, joinProgress(course, a.progress, b.progress)) }
}
