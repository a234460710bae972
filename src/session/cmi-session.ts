/** What SCORM 1.2 and 2004 have in common: everything but names and formats, which are a `Dialect`. */
import type { LearningEvent, Translation } from '../model/event'
import type { Ms, Scaled } from '../model/units'
import { cmiApi, type CmiApi, type Methods } from './cmi-api'
import { createQueue } from './cmi-queue'
import { createCommitter } from './cmi-commit'
import { createDelivery } from './delivery'
import { isOfPackage } from './is-of-package'
import { waitForApi } from './find-api'
import { watchLife } from './life-cycle'
import type { DriverOptions } from './page'
import type { Delivery, LmsAdapter, Session } from './port'
import { isOpenAlready } from './quirks/already-open'
import { isReview } from './quirks/blank-mode'
import { isBeginning } from './quirks/blank-status'
import { nextIndex } from './quirks/no-count'
import { createPostRoom } from './quirks/post-limits'
import { SessionError } from './session-error'

/** One SetValue. */
export type Call = readonly [element: string, value: string]

/** What a translation may look at. */
export interface CmiState {
  readonly now: Ms
  /** Index of the next interaction. */
  readonly index: number
  /** The best score so far, the LMS's included. */
  readonly best: Scaled | null
  /** Where the LMS says which parts of the score it keeps; '' where it does not say. */
  readonly scoreParts: string
  /** What begins the ids of this quiz's interactions, such as `m04`. */
  prefix(quiz: string): string
  /** What the LMS has, or has been told. */
  known(element: string): string
}

export interface Dialect {
  readonly standard: 'scorm12' | 'scorm2004'
  readonly suspendChars: number
  readonly api: string
  readonly methods: Methods
  readonly names: Readonly<
    Record<'id' | 'name' | 'mode' | 'credit' | 'suspend' | 'exit' | 'time' | 'status' | 'passing' | 'score' | 'scoreParts', string>
  >
  /** Everything a score consists of, so that what the LMS has is not said again. */
  readonly scores: readonly string[]
  /** Elements that only move upward through these values, lowest first. */
  readonly ranks: Readonly<Record<string, readonly string[]>>
  /** What `names.score` and `names.passing` read when all is right. */
  readonly full: number
  readonly timespan: (ms: Ms) => string
  /** Error codes that say "never", where others say "not now". */
  readonly never: RegExp
  readonly translation: Translation<Call, CmiState>
  /** Hosts of this standard send all of a session with every commit, so what grows is limited (quirks/post-limits.ts). */
  readonly resendsAll: boolean
}

export const cmiAdapter = (dialect: Dialect, options: DriverOptions): LmsAdapter => ({
  standard: dialect.standard,
  limits: { suspendChars: dialect.suspendChars },
  async open() {
    const { api: name, methods, names } = dialect
    const { window: page, now = Date.now, trace } = options
    const api = cmiApi(await waitForApi(page, name, methods[0]), methods, now, trace)
    const refused = api.initialize()
    if (refused && !isOpenAlready(refused, () => api.get(names.id))) {
      throw new SessionError('refused', `${methods[0]} was refused; expected "true".`)
    }
    return isReview(api.get(names.mode), api.get(names.credit)) ? review(dialect, api, options) : normal(dialect, api, options)
  },
})

/** Reads, and says nothing: Moodle stores what is written in review (reference/moodle.md), so not even the exit is. */
const review = (dialect: Dialect, api: CmiApi, { window: page }: DriverOptions): Session => {
  const none = () => undefined
  const saved = (): Promise<Delivery> => Promise.resolve('saved')
  let open = true
  const close = () => {
    stop()
    if (open) api.terminate()
    open = false
    return saved()
  }
  const stop = watchLife(page, { hidden: none, frozen: none, thawed: none, gone: () => void close() })
  const { onDelivery } = createDelivery()
  return { ...told(dialect, api), mode: 'review', record: none, save: none, flush: saved, close, onDelivery }
}

const normal = (dialect: Dialect, api: CmiApi, { window: page, course, now = Date.now, probe }: DriverOptions): Session => {
  const { names, ranks, translation, timespan, never } = dialect
  const room = dialect.resendsAll ? createPostRoom(nextIndex(api.get('cmi.interactions._count'), 0)) : <C>(calls: readonly C[]) => calls
  const lms = told(dialect, api)
  const delivery = createDelivery()
  let best = lms.known.score
  let index = 0
  const queue = createQueue(api, { ranks, never, dropped: () => void index-- })

  let spent = 0
  let since: Ms | null = now()
  const elapsed = () => spent + (since === null ? 0 : Math.max(0, now() - since))

  const stamp = () => queue.tell(names.time, timespan(elapsed()))
  const committer = createCommitter({ page, api, queue, delivery, now, probe, stamp })
  let closing: Promise<Delivery> | undefined
  const close = () => {
    stop()
    return (closing ??= committer.finish())
  }
  const stop = watchLife(page, {
    hidden: committer.hidden,
    frozen() {
      spent = elapsed()
      since = null
      committer.hidden()
    },
    thawed: () => void (since ??= now()),
    gone: () => void close(),
  })

  /** In a programme, a module's score and outcome are not the package's. */
  const isOurs = (event: LearningEvent): boolean => !course || isOfPackage(course, event)
  const prefix = (quiz: string): string => {
    const number = course?.modules.find((m) => m.quiz?.id === quiz)?.number
    return number === undefined ? quiz : `m${String(number).padStart(2, '0')}`
  }
  const scoreParts = api.get(names.scoreParts)

  const record = (event: LearningEvent): void => {
    if (committer.isClosed() || !isOurs(event)) return
    if ('score' in event && event.score !== null) best = Math.max(best ?? 0, event.score)
    if (event.kind === 'answered' || event.kind === 'achieved') {
      index = nextIndex(api.get('cmi.interactions._count'), index)
    }
    // One kind picks one function; TypeScript cannot follow that through an index.
    const translate = translation[event.kind] as (event: LearningEvent, state: CmiState) => readonly Call[]
    const said = translate(event, { now: now(), index, best, scoreParts, prefix, known: queue.known })
    const calls = event.kind === 'answered' || event.kind === 'achieved' ? room(said) : said
    for (const [element, value] of calls) queue.tell(element, value)
    if (calls.some(([element]) => element === `cmi.interactions.${index}.id`)) index++
    if (said.length) committer.tell()
  }

  queue.learn(names.suspend, lms.resumed ?? '')
  for (const element of Object.keys(ranks)) queue.learn(element, api.get(element).trim().toLowerCase())
  if (best !== null) for (const element of dialect.scores) queue.learn(element, api.get(element).trim())
  if (isBeginning(queue.known(names.status), lms.resumed ?? '')) queue.tell(names.status, 'incomplete')
  queue.tell(names.exit, 'suspend')
  queue.send()

  return {
    ...lms,
    mode: 'normal',
    record,
    save: (suspended) => void (committer.isClosed() || queue.tell(names.suspend, suspended)),
    flush: committer.flush,
    close,
    onDelivery: delivery.onDelivery,
  }
}

/** What the LMS says of itself at the beginning. */
const told = (
  { names, full }: Dialect,
  api: CmiApi,
): Pick<Session, 'learner' | 'terms' | 'resumed' | 'restored' | 'known' | 'keepsHere'> => {
  // 0 is what hosts answer that have no mark; nobody means "everyone passes" by it.
  const passing = share(api, names.passing, full)
  return {
    learner: { id: api.get(names.id), name: api.get(names.name) },
    terms: passing ? { passing } : {},
    resumed: api.get(names.suspend) || undefined,
    restored: false,
    known: { score: share(api, names.score, full) ?? null },
    keepsHere: () => false,
  }
}

const share = (api: CmiApi, element: string, full: number): Scaled | undefined => {
  const text = api.get(element).trim()
  const value = Number(text) / full
  return text && value >= 0 && value <= 1 ? value : undefined
}
