/** What a session says to a relay: events become statements as in every other package (docs/xapi-profile.md), and wait in the outbox. */
import type { LearningEvent } from '../../model/event'
import type { Ms, Scaled } from '../../model/units'
import { courseActivity, moduleActivity } from '../../xapi/definitions'
import { duration } from '../../xapi/duration'
import { statementOf } from '../../xapi/envelope'
import { scoreOf, translation, type Draft, type XapiState } from '../../xapi/translation'
import { newUuid, uuidOf } from '../../xapi/uuid'
import { isOfPackage } from '../is-of-package'
import { watchLife } from '../life-cycle'
import { createLibrary, type Book } from './library'
import { createMailbox } from './mailbox'
import type { RelayOptions } from './page'

export interface NarratorOptions extends RelayOptions {
  /** The LMS's id. */
  readonly learner: string
  readonly passing: Scaled
}

/** When something happened, and what was known by then. */
interface Moment extends Pick<XapiState, 'progress' | 'elapsed'> {
  readonly at: Ms
}

/** Said once for an attempt; all else about a unit once for a session. */
const FOR_ATTEMPT: readonly Draft['verb'][] = ['completed', 'passed']

export const createNarrator = (options: NarratorOptions) => {
  const { window: page, course, learner, passing, random, now = Date.now } = options
  const library = createLibrary(course, options.module)
  const mailbox = createMailbox(options)
  const session = `${now()} ${random()}`
  const isProgramme = course.modules.length > 1

  let spent: Ms = 0
  let since: Ms | null = now()
  const elapsed = (): Ms => spent + (since === null ? 0 : Math.max(0, now() - since))
  let progress: Scaled = 0
  const moment = (): Moment => ({ at: now(), elapsed: duration(elapsed()), progress })

  /** Of this attempt; '' until the first progress tells which it is. */
  let nonce = ''
  let ended = false
  let best: Scaled | null = null
  /** An attempt of the quiz was failed, and none passed: said on leaving, for it may be tried again. */
  let failing = false

  /** `book` is a module with its words, null the programme. */
  const say = (draft: Draft, book: Book | null, at: Ms): void => {
    const own = book?.course ?? library.bare
    const unit = book ? moduleActivity(own, book.module) : courseActivity(own)
    const registration = uuidOf(['attempt', learner, course.iri, nonce].join('\n'))
    const isOnce = FOR_ATTEMPT.includes(draft.verb)
    const id = draft.object ? newUuid(random) : uuidOf([isOnce ? registration : session, learner, unit.id, draft.verb].join('\n'))
    mailbox.add(statementOf({ course: own, actor: NOBODY, registration, unit }, draft, { id, now: at }), isOnce)
  }
  const tell = (event: LearningEvent, book: Book | null, { at, ...known }: Moment): void => {
    const translate = translation[event.kind] as (event: LearningEvent, state: XapiState) => readonly Draft[]
    for (const draft of translate(event, { course: book?.course ?? library.bare, ...known })) {
      if (draft.verb === 'failed') failing ||= isOfPackage(course, event)
      // The share that a programme tells is of all of it.
      else if (draft.verb === 'progressed' && isProgramme) say({ ...draft, object: courseActivity(library.bare) }, book, at)
      else say(draft, book, at)
    }
    // Of a programme the score is that of its outcome.
    if (!('score' in event) || event.score === null || !isOfPackage(course, event)) return
    best = Math.max(best ?? 0, event.score)
    failing = best < passing - 1e-9 && (failing || event.kind === 'scored')
  }

  const sayOfPackage = (verb: Draft['verb'], result?: Draft['result']): void =>
    say({ verb, object: null, parent: null, ...(result ? { result } : {}) }, library.whole(), now())
  const goodbye = (): void => {
    if (ended) return
    ended = true
    if (!nonce) return
    const time = { duration: duration(elapsed()) }
    if (failing) sayOfPackage('failed', { success: false, ...(best === null ? {} : { score: scoreOf(best) }), ...time })
    sayOfPackage('terminated', time)
  }
  const stop = watchLife(page, {
    hidden: mailbox.leave,
    frozen() {
      spent = elapsed()
      since = null
      mailbox.leave()
    },
    thawed: () => void (since ??= now()),
    gone() {
      stop()
      goodbye()
      mailbox.leave()
      mailbox.stop()
    },
  })

  /** What came before the attempt had its name. */
  const early: LearningEvent[] = []
  const record = (event: LearningEvent): void => {
    if (ended) return
    if (!nonce) return void early.push(event)
    const then = moment()
    if (event.kind === 'visited') progress = Math.max(progress, event.progress)
    library.find(event, (book) => {
      tell(event, book, then)
      mailbox.push()
    })
  }
  return {
    record,
    /** Progress of this attempt was kept. Another nonce is another attempt: what may be said once may be said again. */
    attempt(next: string): void {
      if (ended || !next || next === nonce) return
      const begins = !nonce
      nonce = next
      failing = false
      best = null
      progress = 0
      if (begins) sayOfPackage('initialized')
      mailbox.push()
      for (const event of early.splice(0)) record(event)
    },
    /** The words of this module will be wanted soon. */
    expect: library.expect,
    /** The session ends, and the page may stay. */
    end(): void {
      goodbye()
      void mailbox.drain().then(stop)
    },
  }
}

/** The mailbox says who, when it sends: nothing that names a learner lies on the device. */
const NOBODY = { objectType: 'Agent' } as const
