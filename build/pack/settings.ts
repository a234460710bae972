/** What an admin may choose: as the course has it, and as it is read back from a launch page. */
import { z } from 'zod'
import type { Course } from '../../src/model/course'
import { isRelayKey, relayUrl } from '../../src/model/relay'
import type { Settings } from '../../src/model/settings'

/** Choices that differ from the course's own. `mastery`: whether the manifest names the pass mark, and the LMS judges by it. */
export interface Choices {
  readonly settings?: Partial<Settings>
  readonly mastery?: boolean
}

/** More than anybody needs, and few enough that a slip of the hand is seen. */
export const MOST_ATTEMPTS = 99

const shape = z.strictObject({
  // Whole per cents: SCORM 1.2 scores are whole numbers rounded down, and a mark of 82.5 in a manifest would fail who passed.
  pass: z.number().refine((mark) => isPassMark(mark * 100), 'a whole number of per cents from 1 to 100'),
  completeOn: z.enum(['both', 'screens', 'quiz']),
  attempts: z.int().min(1).max(MOST_ATTEMPTS).nullable(),
  report: z.enum(['passed', 'completed']).default('passed'),
  lang: z.string().min(1),
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  relay: z
    .strictObject({
      url: z.string().refine((url) => relayUrl(url) === url, 'an https: address'),
      key: z.string().refine(isRelayKey, 'a key of a relay'),
    })
    .optional(),
})

export function isPassMark(percent: number): boolean {
  return percent >= 1 && percent <= 100 && Math.abs(percent - Math.round(percent)) < 1e-9
}

/** As the course is built; an admin may change them in the page afterwards. */
export function settingsOf(course: Pick<Course, 'passing' | 'lang'>): Settings {
  return { pass: course.passing, completeOn: 'both', attempts: null, report: 'passed', lang: course.lang, theme: 'system' }
}

/** Settings as a page holds them, or what is wrong with them in one line. */
export function readSettings(value: unknown): Settings | string {
  const read = shape.safeParse(value)
  return read.success ? read.data : read.error.issues.map(({ path, message }) => `${path.join('.') || 'all of it'}: ${message}`).join('; ')
}
