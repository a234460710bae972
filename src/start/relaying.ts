import type { CourseMap } from '../model/course-map'
import type { TracedCall } from '../session/page'
import type { LmsAdapter } from '../session/port'

/** What relay.js puts into the page. */
export interface Relaying {
  relayed?(lms: LmsAdapter, options: { readonly course: CourseMap; readonly trace?: (call: TracedCall) => void }): LmsAdapter
}
