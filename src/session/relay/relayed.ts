/**
 * Any session of an LMS with a relay beside it: what the LMS is told in its own words, an LRS hears as statements. The LMS's session stays as it is: it is
 * asked first, never waits, and hears of no failure here. Rules: docs/conformance.md, REL-*.
 */
import type { LearningEvent } from '../../model/event'
import { decodeSuspend, nonceOf } from '../../model/suspend/codec'
import type { LmsAdapter, Session } from '../port'
import { createNarrator } from './narrator'
import type { RelayOptions } from './page'

export const relayed = (lms: LmsAdapter, options: RelayOptions): LmsAdapter => ({
  ...lms,
  async open() {
    const session = await lms.open()
    // Without an id there is nobody to say it of.
    return session.mode === 'review' || !session.learner.id ? session : withRelay(session, options)
  },
})

const withRelay = (session: Session, options: RelayOptions): Session => {
  const { course, pass } = options
  const { learner, terms, resumed = '' } = session
  const quietly = <T>(what: () => T): T | undefined => {
    try {
      return what()
    } catch {
      // The course goes on without it.
      return undefined
    }
  }
  const narrator = quietly(() => createNarrator({ ...options, learner: learner.id, passing: terms.passing ?? pass }))
  if (!narrator) return session
  const kept = (suspended: string): void =>
    quietly(() => {
      narrator.attempt(nonceOf(suspended))
      if (course.modules.length < 2) return
      const read = decodeSuspend(course, suspended)
      if (read.ok) narrator.expect(read.progress.module)
    })
  kept(resumed)
  return {
    ...session,
    record(event: LearningEvent) {
      session.record(event)
      quietly(() => narrator.record(event))
    },
    save(suspended) {
      session.save(suspended)
      kept(suspended)
    },
    close() {
      const closing = session.close()
      quietly(narrator.end)
      return closing
    },
  }
}
