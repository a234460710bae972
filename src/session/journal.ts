/**
 * What this device remembers of one learner's attempt, against an LMS that says "true" and stores nothing (design §6). One entry in localStorage;
 * its key is a hash, so that neither names nor ids lie there, and without a learner id there is none: on a shared computer it would be
 * the next person's.
 *
 * The key is of the LMS's learner id, the course and its modules, and the folder this package is served from: the same package in two courses
 * of one LMS is two attempts. An LMS that serves it from a new folder with every launch has no journal, which is safe, and no worse than without.
 */
import type { CourseMap } from '../model/course-map'
import { hash } from './hash'
import type { Page } from './page'
import { keeps } from './quirks/frozen-storage'

export interface Entry {
  /** Suspend data. */
  readonly text: string
  /** The LMS once gave this attempt back: if it is empty now, it means it. */
  readonly readBack: boolean
  /** The outcome was said, and the LMS confirmed it: an empty LMS then begins a new attempt. */
  readonly final: boolean
}

export interface Journal {
  /** Null where there is nothing, or nothing readable. */
  read(): Entry | null
  /** False where this device keeps nothing: storage refused, full, or frozen. */
  write(entry: Entry): boolean
}

export const openJournal = (page: Page, course: CourseMap, learner: string): Journal | null => {
  if (!learner.trim()) return null
  const { origin, pathname } = page.location
  const folder = pathname.replace(/[^/]*$/, '')
  const key = 'wsqd.journal.' + hash([origin, folder, learner, course.iri, ...course.modules.map((module) => module.id)].join('\n'))
  return {
    read() {
      try {
        const entry = JSON.parse(page.localStorage.getItem(key) ?? 'null') as Partial<Entry> | null
        return typeof entry?.text === 'string' ? { text: entry.text, readBack: entry.readBack === true, final: entry.final === true } : null
      } catch {
        return null
      }
    },
    write: (entry) => keeps(page, key, JSON.stringify(entry)),
  }
}
