/** A session over an LRS: events become statements and wait in the outbox, the place is a state document. cmi5 and Tin Can differ in `Manner`. */
import type { Course } from '../../../model/course'
import type { LearningEvent } from '../../../model/event'
import { duration } from '../../../xapi/duration'
import { statementOf, type Said } from '../../../xapi/envelope'
import type { Lrs, Place, Reply } from '../../../xapi/lrs'
import type { Activity, Context, Statement } from '../../../xapi/statement'
import { translation, type Draft, type XapiState } from '../../../xapi/translation'
import { newUuid, uuidOf } from '../../../xapi/uuid'
import { createDelivery } from '../../delivery'
import { hash } from '../../hash'
import { isOfPackage } from '../../is-of-package'
import { watchLife } from '../../life-cycle'
import { createOutbox, waitFor, type Answer } from '../../outbox'
import { memoryStore, openStore, type MailStore } from '../../outbox-store'
import type { Delivery, Session } from '../../port'
import { SessionError } from '../../session-error'
import { createBookmark, EMPTY, readBookmark } from './bookmark'
import { learnerOf, type XapiOptions } from './launch'
import { codeOf, toldOf } from './no-document'

export interface Manner {
  readonly lrs: Lrs
  /** Where the state lies, and of whom. */
  readonly place: Place
  readonly unit: Activity
  readonly template?: Context
  /** What tells this session from another of the same learner. */
  readonly session: string
  readonly mode: Session['mode']
  readonly terms: Session['terms']
  /** `initialized` was said: the page was loaded again. */
  readonly begun: boolean
  /** A page that goes ends the session. */
  readonly endsWithPage: boolean
  /** What a standard adds to a statement about the unit. */
  more(draft: Draft): Pick<Said, 'categories' | 'extensions'>
  /** A statement of an earlier session, which takes it no more: as it may be said in this one, or none. Null where it is of this one. */
  anew?(statement: Statement): readonly Statement[] | null
  /** To be remembered over a reload. */
  keep(what: 'begun' | 'ended'): void
  /** Where the learner goes when all is said. */
  leave(): void
  /** For tests. */
  readonly store?: MailStore
}

const STATE = 'https://webrtcschool.com/xapi/wsqd/state/progress'
/** As long as a learner watches "Saving …". */
const PATIENCE = 12_000
const ONCE: readonly Draft['verb'][] = ['completed', 'passed']

export const answerOf = ({ status, after }: Reply): Answer =>
  status >= 200 && status < 300
    ? { kind: 'stored' }
    : status === 409
      ? { kind: 'conflict' }
      : // 401 is a token that a proxy forgot, or one that is over: both are asked again, and what is over waits for the next launch.
        status >= 400 && status < 500 && ![401, 404, 408, 425, 429].includes(status)
        ? { kind: 'refused' }
        : { kind: 'later', after }

export const openXapiSession = async (options: XapiOptions, manner: Manner): Promise<Session> => {
  const { window: page, course, random, now = Date.now } = options
  const { lrs, place, mode } = manner
  const learner = learnerOf(place.agent)
  const key = hash([page.location.origin, learner.id, place.activityId].join('\n'))
  const store = manner.store ?? (await openStore(page.indexedDB, key))
  const found = await asked(page, random, () => lrs.readState(place, STATE))
  // A place that cannot be read is not an empty one: an attempt begun beside it would take its place.
  if (found.status !== 200 && found.status !== 404) {
    throw new SessionError(
      codeOf(found.status, 'refused'),
      `The learning record store did not give back the progress (${toldOf(found.status)}); expected a state document or 404.`,
    )
  }
  const at = readBookmark(found.data) ?? EMPTY
  const delivery = createDelivery()
  const isReview = mode === 'review'

  const locks = page.navigator.locks
  const outbox = createOutbox({
    // What earlier sessions left is for one that records.
    store: isReview ? memoryStore() : store,
    send: async (mail) => answerOf(await lrs.send(mail.map(({ body }) => body as Statement))),
    async has(id) {
      const { status } = await lrs.find(id)
      return status === 200 ? true : status === 404 ? false : null
    },
    anew: ({ body }) => manner.anew?.(body as Statement)?.map((one) => ({ id: one.id, body: one })) ?? null,
    alone: async (run) => void (await (locks ? locks.request(`wsqd.outbox ${key}`, run) : run())),
    page,
    random,
    changed: () => tell(),
  })
  const bookmark = createBookmark(found, {
    course,
    read: () => lrs.readState(place, STATE),
    write: (data, etag) => lrs.writeState(place, STATE, data, etag),
    page,
    random,
    changed: () => tell(),
  })

  let closed = false
  let soon: number | undefined
  function tell(): void {
    if (closed) return
    // What was refused for good was not saved, and nobody is to think so.
    const failing = outbox.isFailing() || bookmark.isFailing() || outbox.aside() > 0
    delivery.set(failing ? 'retrying' : outbox.isEmpty() && bookmark.isStill() && soon === undefined ? 'saved' : 'saving')
  }
  const push = async (): Promise<void> => {
    page.clearTimeout(soon)
    soon = undefined
    await Promise.all([outbox.push(), bookmark.push()])
  }
  const pushSoon = (): void => {
    soon ??= page.setTimeout(() => void push(), 0)
    tell()
  }

  let spent = 0
  let since: number | null = now()
  const elapsed = (): number => spent + (since === null ? 0 : Math.max(0, now() - since))
  const envelope = {
    course: course ?? NO_COURSE,
    actor: place.agent,
    unit: manner.unit,
    ...(place.registration ? { registration: place.registration } : {}),
    ...(manner.template ? { template: manner.template } : {}),
  }
  /** What may be said once has an id that says so: for a registration, or for a session. */
  const idOf = ({ verb, object }: Draft): string => {
    if (object && !ONCE.includes(verb)) return newUuid(random)
    const of = ONCE.includes(verb) ? (place.registration ?? '') : manner.session
    return uuidOf([of, learner.id, object?.id ?? place.activityId, verb].join('\n'))
  }
  const say = (draft: Draft): void =>
    void outbox.add(
      ((statement) => ({ id: statement.id, body: statement }))(
        statementOf(envelope, draft, { id: idOf(draft), now: now(), ...manner.more(draft) }),
      ),
    )
  const unit = (verb: Draft['verb'], result?: Draft['result']): void =>
    say({ verb, object: null, parent: null, ...(result ? { result } : {}) })

  let progress = 0
  /** Said on leaving, if nothing was passed by then: a quiz may be tried again. */
  let failing: Draft | null = null
  const passing = manner.terms.passing ?? course?.passing ?? 0
  /** True once, however many sessions there are. `of` is a module of a programme, null the unit. */
  const isNews = (verb: 'completed' | 'passed', of: string | null): boolean => {
    const was = bookmark.is()
    const name = `${of} ${verb}`
    if (of === null ? was[verb] : was.told.includes(name)) return false
    bookmark.save(of === null ? { [verb]: true } : { told: [...was.told, name] })
    return true
  }

  const record = (event: LearningEvent): void => {
    if (closed || isReview) return
    const isOfUnit = isOfPackage(envelope.course, event)
    const translate = translation[event.kind] as (event: LearningEvent, state: XapiState) => readonly Draft[]
    for (const draft of translate(event, { course: envelope.course, progress, elapsed: duration(elapsed()) })) {
      if (draft.verb === 'failed') failing = isOfUnit ? draft : failing
      else if (draft.verb !== 'completed' && draft.verb !== 'passed') say(draft)
      else if (isNews(draft.verb, 'unit' in event && !isOfUnit ? event.unit : null)) say(draft)
    }
    if (event.kind === 'visited') progress = Math.max(progress, event.progress)
    // Of a programme the score is that of its outcome.
    if ('score' in event && event.score !== null && isOfUnit) {
      const best = Math.max(bookmark.is().score ?? 0, event.score)
      bookmark.save({ score: best })
      if (event.kind === 'scored') {
        const failed = { verb: 'failed', object: null, parent: null, result: { success: false, score: { scaled: best } } } as const
        failing = best < passing - 1e-9 ? failed : null
      }
    }
    pushSoon()
  }

  const goodbye = (): void => {
    const result = { duration: duration(elapsed()) }
    if (failing && !bookmark.is().passed) unit('failed', { ...failing.result, ...result })
    unit('terminated', result)
    manner.keep('ended')
  }
  let closing: Promise<Delivery> | undefined
  const finish = async (): Promise<Delivery> => {
    stop()
    page.clearTimeout(soon)
    // All that lies between, before the last word.
    const [through] = await Promise.all([outbox.drain(PATIENCE), bookmark.push()])
    goodbye()
    if (!bookmark.isSaved()) await bookmark.push()
    const all = (await outbox.drain(through ? PATIENCE : 0)) && bookmark.isSaved() && outbox.aside() === 0
    closed = true
    end()
    delivery.set(all ? 'saved' : 'lost')
    if (all || store.durable) manner.leave()
    return delivery.is()
  }
  const end = (): void => {
    outbox.stop()
    bookmark.stop()
  }
  const leave = (): void => {
    page.clearTimeout(soon)
    soon = undefined
    outbox.leave()
    bookmark.leave()
  }
  const stop = watchLife(page, {
    hidden: leave,
    frozen() {
      spent = elapsed()
      since = null
      leave()
    },
    thawed: () => void (since ??= now()),
    gone() {
      if (closing) return
      if (manner.endsWithPage) goodbye()
      leave()
      closed = manner.endsWithPage
      if (!closed) return
      stop()
      end()
    },
  })

  if (!manner.begun) {
    unit('initialized')
    manner.keep('begun')
  }
  void push()

  return {
    learner,
    mode,
    terms: manner.terms,
    resumed: at.suspended || undefined,
    restored: false,
    known: { score: at.score },
    keepsHere: () => store.durable,
    record,
    save: (suspended) => void (closed || closing || isReview || bookmark.save({ suspended })),
    async flush() {
      if (!closed) await push()
      return delivery.is()
    },
    close: () => (closing ??= closed ? Promise.resolve(delivery.is()) : finish()),
    onDelivery: delivery.onDelivery,
  }
}

/** A few times, while there is no answer or one that may change. */
export const asked = async (page: XapiOptions['window'], random: () => number, ask: () => Promise<Reply>): Promise<Reply> => {
  for (let tries = 1; ; tries++) {
    const reply = await ask()
    if (answerOf(reply).kind !== 'later' || reply.status === 404 || tries === TRIES) return reply
    await new Promise<void>((resolve) => page.setTimeout(resolve, Math.max(reply.after ?? 0, waitFor(tries - 1, random))))
  }
}
const TRIES = 5

const NO_COURSE: Course = { format: 1, revision: '', iri: '', lang: 'en', title: '', modules: [], passing: 0 }
