/** What happens to a learner's attempts at one package: pure functions from the attempts before to those after. */
import type { Attempt, Cmi, Launching, Post, SessionRecord } from './types'
import { settle } from './host/openedx/store'
import { PreviewError } from './types'

/** An hour of clicking makes some two thousand calls. */
const CALLS = 6000

type Opening = Pick<Launching, 'attempt' | 'session' | 'host' | 'mode' | 'revision'>

const blank = (number: number, now: string, revision: string): Attempt => ({
  number,
  started: now,
  updated: now,
  revision,
  sessions: [],
  cmi: {},
  calls: [],
  dropped: 0,
})

/** A launch page was opened: its session is noted in its attempt, which is made if it is new. */
export function openSession(attempts: readonly Attempt[], opening: Opening, now: string): readonly Attempt[] {
  const { session: id, host, mode } = opening
  const session: SessionRecord = { id, host, mode, started: now, initialised: false, finished: null }
  const found = attempts.find((attempt) => attempt.number === opening.attempt)
  const attempt = found ?? blank(opening.attempt, now, opening.revision)
  const next: Attempt = { ...attempt, revision: opening.revision, sessions: [...attempt.sessions, session] }
  return found === undefined ? [...attempts, next] : attempts.map((one) => (one === found ? next : one))
}

/** "Start again": one more attempt, empty; none while the last one is still empty. */
export function startAgain(attempts: readonly Attempt[], now: string, revision: string): readonly Attempt[] {
  const last = attempts.at(-1)
  if (last !== undefined && Object.keys(last.cmi).length === 0) return attempts
  return [...attempts, blank((last?.number ?? 0) + 1, now, revision)]
}

/**
 * Takes what a launch page posted. Posts may overtake each other (a beacon and the next page's request), so values of a
 * post older than one already taken are left alone; its calls are always kept, once each.
 */
export function takePost(attempts: readonly Attempt[], post: Post, sequences: Map<string, number>, now: string): readonly Attempt[] {
  const attempt = attempts.find((one) => one.number === post.attempt)
  const session = attempt?.sessions.find((one) => one.id === post.session)
  if (attempt === undefined || session === undefined) {
    throw new PreviewError(
      `No session "${post.session}" in attempt ${post.attempt}: its file was deleted meanwhile. Launch the package again.`,
      409,
    )
  }
  const stores = post.kind !== 'log' && post.sequence > (sequences.get(post.session) ?? -1)
  if (stores) sequences.set(post.session, post.sequence)
  const known = new Set(attempt.calls.filter((call) => call.session === post.session).map((call) => call.n))
  const calls = [...attempt.calls, ...post.calls.filter((call) => !known.has(call.n))]
  const after: SessionRecord = {
    ...session,
    initialised: session.initialised || post.initialised,
    finished: session.finished ?? (post.kind === 'finish' ? now : null),
  }
  const next: Attempt = {
    ...attempt,
    updated: now,
    sessions: attempt.sessions.map((one) => (one === session ? after : one)),
    cmi: stores ? (session.host === 'openedx' ? settle(attempt.cmi, post.cmi) : merge(attempt.cmi, post.cmi)) : attempt.cmi,
    calls: calls.slice(-CALLS),
    dropped: attempt.dropped + Math.max(0, calls.length - CALLS),
  }
  return attempts.map((one) => (one === attempt ? next : one))
}

function merge(before: Cmi, changes: Cmi): Cmi {
  return Object.fromEntries(Object.entries({ ...before, ...changes }).filter(([, value]) => value !== ''))
}
