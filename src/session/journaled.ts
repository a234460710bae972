/** Any session with a journal beside it: what the LMS gives back and what this device remembers become one attempt. */
import type { CourseMap } from '../model/course-map'
import { joinProgress } from '../model/join'
import { decodeSuspend, encodeSuspend, nonceOf } from '../model/suspend/codec'
import { isOfPackage } from './is-of-package'
import { openJournal, type Entry, type Journal } from './journal'
import type { DriverOptions } from './page'
import type { LmsAdapter, Session } from './port'

export const journaled = (adapter: LmsAdapter, { window: page, course }: DriverOptions): LmsAdapter => ({
  ...adapter,
  async open() {
    const session = await adapter.open()
    if (session.mode === 'review' || !course) return session
    const journal = openJournal(page, course, session.learner.id)
    return journal ? withJournal(session, journal, course) : session
  },
})

interface Start {
  readonly resumed: string | undefined
  readonly restored: boolean
  readonly readBack: boolean
}

const withJournal = (session: Session, journal: Journal, course: CourseMap): Session => {
  const start = begin(course, session.resumed, journal.read())
  let entry: Entry = { text: start.resumed ?? '', readBack: start.readBack, final: false }
  let keepsHere = journal.write(entry)
  let decided = false
  const keep = (change: Partial<Entry>): void => {
    entry = { ...entry, ...change }
    keepsHere = journal.write(entry)
  }
  session.onDelivery((delivery) => {
    if (delivery === 'saved' && decided) keep({ final: true })
  })
  // Joined or restored: the LMS is to have it too, before anything else happens.
  if (start.resumed !== undefined && start.resumed !== session.resumed) {
    session.save(start.resumed)
    void session.flush()
  }
  return {
    ...session,
    resumed: start.resumed,
    restored: start.restored,
    keepsHere: () => keepsHere,
    journal: () => entry,
    record(event) {
      if (event.kind === 'outcome' && isOfPackage(course, event)) decided = true
      session.record(event)
    },
    save(suspended) {
      // The learner began anew: what the LMS knew of the attempt before says nothing of this one.
      const anew = nonceOf(suspended) !== nonceOf(entry.text)
      if (anew) decided = false
      keep({ text: suspended, ...(anew ? { readBack: false, final: false } : {}) })
      session.save(suspended)
    },
  }
}

/** Design §6: same nonce, join; another, the LMS wins; nothing there, the journal, unless the LMS knew that attempt or it is over. */
const begin = (course: CourseMap, resumed: string | undefined, entry: Entry | null): Start => {
  const lms = decodeSuspend(course, resumed ?? '')
  const mine = entry ? decodeSuspend(course, entry.text) : null
  if (lms.ok) {
    const one = mine?.ok && mine.progress.nonce === lms.progress.nonce
    const joined = one ? joinProgress(course, lms.progress, mine.progress) : lms.progress
    return { resumed: joined === lms.progress ? resumed : encodeSuspend(course, joined), restored: false, readBack: true }
  }
  if (mine?.ok && entry && isMissing(lms.reason, resumed ?? '', entry)) {
    return { resumed: entry.text, restored: lms.reason === 'empty', readBack: entry.readBack }
  }
  return { resumed, restored: false, readBack: false }
}

/** Empty may be an attempt anew, so it counts only while the LMS has never shown that it knows this one. Cut short it is still this one. */
const isMissing = (reason: 'empty' | 'damaged' | 'newer' | 'other', resumed: string, entry: Entry): boolean =>
  reason === 'empty' ? !entry.readBack && !entry.final : reason === 'damaged' && ['', nonceOf(entry.text)].includes(nonceOf(resumed))
