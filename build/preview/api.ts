/** The preview's own interface, for its pages and for tests: docs/preview.md says what each address takes and gives. */
import { randomUUID } from 'node:crypto'
import { openSession, startAgain, takePost } from './attempts'
import { attemptState, catalogue, suspendData, type Entry, type Standings } from './catalogue'
import type { Fault } from './faults'
import { enter } from './host/entry'
import { learners, type Learner } from './learners'
import { isXapi, type Library, type Package } from './library'
import type { Store } from './store'
import type { Reader } from './suspended'
import { isError, PreviewError, type Attempt, type Launching, type Mode, type Personality, type Post, type Suspended } from './types'

export interface Api {
  catalogue(): readonly Entry[]
  attempts(learner: string, id: string, number: number | null): AttemptReport
  launch(learner: string, id: string, mode: Mode, host: Personality): Launching
  /** `met`: what stands in the way of this post. A lie is told here; other faults stop the request before. */
  post(learner: string, id: string, body: unknown, met: readonly Fault[]): { readonly result: boolean }
  restart(learner: string, id: string): AttemptReport
  suspended(id: string, text: string): Suspended
}

export type AttemptReport = ReturnType<typeof report>

export interface Parts {
  readonly library: Library
  readonly store: Store
  readonly reader: Reader
  readonly standings: Standings
  readonly now: () => number
}

export function createApi({ library, store, reader, standings, now }: Parts): Api {
  const sequences = new Map<string, number>()
  const date = (): string => new Date(now()).toISOString()
  const attempts = (learner: string, id: string, number: number | null): AttemptReport => {
    const one = scormOf(library, id)
    const all = store.read(learnerOf(learner).id, id)
    const chosen = number === null ? all.at(-1) : all.find((attempt) => attempt.number === number)
    if (number !== null && chosen === undefined) {
      const there = all.map((attempt) => attempt.number).join(', ') || 'none'
      throw new PreviewError(`No attempt ${number} of ${learner} at ${id}: found ${there}. Leave "attempt" out for the last one.`, 404)
    }
    const states = all.map((attempt) => ({ ...dates(attempt), state: attemptState(one, reader, attempt) }))
    const state = attemptState(one, reader, chosen)
    return report(learner, id, one.manifest.runtime, chosen, state, reader.read(one, suspendData(chosen?.cmi ?? {})), states)
  }
  const launch = (learner: string, id: string, asked: Mode, host: Personality): Launching => {
    const one = scormOf(library, id)
    const visitor = learnerOf(learner)
    const before = store.read(visitor.id, id)
    const { runtime, terms, href, query } = one.manifest
    const { attempt, mode, because, cmi } = enter(host, { attempts: before, asked, runtime, terms, visitor })
    const session = randomUUID().slice(0, 8)
    const opening = { attempt, session, host, mode, revision: one.revision }
    store.write(visitor.id, id, openSession(before, opening, date()))
    const file = href.replace(/^\.?\//, '')
    const address = `/${host === 'openedx' ? 'flat' : 'content'}/${one.revision}/${file}${query === '' ? '' : `?${query}`}`
    return { package: id, runtime, href: address, learner, because, cmi, ...opening }
  }
  const post: Api['post'] = (learner, id, body, met) => {
    const visitor = learnerOf(learner)
    const told = checkPost(body)
    const kept: Post = met.includes('lying') ? { ...told, kind: 'log', cmi: {} } : told
    store.write(visitor.id, id, takePost(store.read(visitor.id, id), kept, sequences, date()))
    return { result: true }
  }
  const restart = (learner: string, id: string): AttemptReport => {
    const one = scormOf(library, id)
    const visitor = learnerOf(learner)
    store.write(visitor.id, id, startAgain(store.read(visitor.id, id), date(), one.revision))
    return attempts(learner, id, null)
  }
  const suspended = (id: string, text: string): Suspended => reader.read(library.find(id), text)
  return { catalogue: () => catalogue(library, store, reader, standings), attempts, launch, post, restart, suspended }
}

function scormOf(library: Library, id: string): Package {
  const one = library.find(id)
  if (!isXapi(one)) return one
  throw new PreviewError(`"${id}" speaks to an LRS: what it says is a statement, not a commit. See docs/preview.md for its addresses.`)
}

export function learnerOf(id: string): Learner {
  const found = learners.find((learner) => learner.id === id)
  if (found !== undefined) return found
  throw new PreviewError(`No learner "${id}": expected ${learners.map((one) => one.id).join(', ')}.`, 404)
}

export function modeOf(text: string): Mode {
  if (text === 'normal' || text === 'review' || text === 'browse') return text
  throw new PreviewError(`No mode "${text}": expected normal, review or browse.`)
}

const dates = ({ number, started, updated }: Attempt) => ({ number, started, updated })

function report(
  learner: string,
  id: string,
  runtime: Launching['runtime'],
  attempt: Attempt | undefined,
  state: Entry['learners'][number]['state'],
  suspended: Suspended,
  attempts: readonly (ReturnType<typeof dates> & { readonly state: typeof state })[],
) {
  const session = attempt?.sessions.at(-1)
  const calls = attempt?.calls ?? []
  return {
    learner,
    package: id,
    runtime,
    attempt: attempt?.number ?? 0,
    state,
    host: session?.host ?? null,
    mode: session?.mode ?? null,
    initialised: session?.initialised ?? false,
    finished: typeof session?.finished === 'string',
    cmi: attempt?.cmi ?? {},
    errors: calls.filter(isError),
    calls,
    dropped: attempt?.dropped ?? 0,
    suspended,
    sessions: attempt?.sessions ?? [],
    attempts,
  }
}

/** The pages are ours, but what they post is read from the network all the same. */
function checkPost(body: unknown): Post {
  const post = body as Partial<Post> | null
  const whole =
    typeof post === 'object' &&
    post !== null &&
    typeof post.attempt === 'number' &&
    typeof post.session === 'string' &&
    typeof post.sequence === 'number' &&
    typeof post.initialised === 'boolean' &&
    ['commit', 'finish', 'log'].includes(post.kind ?? '') &&
    isStrings(post.cmi) &&
    Array.isArray(post.calls)
  if (whole) return post as Post
  throw new PreviewError(
    `The post is not one of a launch page. Expected attempt, session, sequence, kind, initialised, cmi and calls; see docs/preview.md.`,
  )
}

function isStrings(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.values(value).every((one) => typeof one === 'string')
}
