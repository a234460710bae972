import type { CourseMap } from '../model/course-map'
import type { LearningEvent } from '../model/event'

/** Whether an event is the package's to report: in a programme, a module's score and outcome are not (LIFE-11). */
export const isOfPackage = (course: CourseMap, event: LearningEvent): boolean =>
  course.modules.length < 2 || (event.kind === 'outcome' ? event.unit === 'programme' : event.kind !== 'scored')
